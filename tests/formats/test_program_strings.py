"""Strings of programs (Apple, Java, .NET): what is read of them, how they are written, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.filling import Passage, fill
from transreview.formats.left_out import Left
from transreview.formats.placeholders import PLACEHOLDER
from transreview.formats.registry import parse_document

STRINGS = """/* Title; "quoted" */
"title" = "სათაური \\"ახალი\\"";
// one line
"two lines" = "ერთი\\nორი";
'single' = 'it\\'s ერთი';
bare.key = bare;
"code" = "\\U10D0\\U10d1 \\101";
"kept" = "ა
ბ";
"number" = "5"; "url"="https://example.org/a";
"alone";
"last" = "%1$@ — ბოლო %%" ;
"""

STRINGSDICT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
    <!-- note -->
    <key>files</key>
    <dict>
        <key>NSStringLocalizedFormatKey</key>
        <string>%#@count@</string>
        <key>count</key>
        <dict>
            <key>NSStringFormatSpecTypeKey</key>
            <string>NSStringPluralRuleType</string>
            <key>NSStringFormatValueTypeKey</key>
            <string>d</string>
            <key>one</key>
            <string>%d ფაილი &amp; სხვა</string>
            <key>other</key>
            <string><![CDATA[%d <b>ფაილი</b>]]></string>
        </dict>
    </dict>
    <key>a/b</key>
    <dict>
        <key>NSStringLocalizedFormatKey</key>
        <string> ნაპოვნია %1$#@n@ </string>
    </dict>
</dict>
</plist>
"""

PROPERTIES = """# remark = none
! another
title = სათაური \\u10d0
key\\ with\\:signs : მნიშვნელობა
blank მნიშვნელობა = ორი
long = ერთი \\
       ორი \\\\
    wrapped=ა\\n\\
      ბ
path = C:\\\\ფაილი
emoji=\\ud83d\\ude00 სახე
escaped = \\u10d0\\u10d1
number = 5
empty
"""

RESX = """<?xml version="1.0" encoding="utf-8"?>
<root>
  <!-- made by a program -->
  <resheader name="version"><value>2.0</value></resheader>
  <data name="Hello" xml:space="preserve">
    <value>გამარჯობა, {0} &lt;b&gt; &quot;ა&quot;</value>
    <comment>{0} is a name</comment>
  </data>
  <data name="Lines" xml:space="preserve"><value>  ერთი
ორი  </value></data>
  <data name="Icon" type="System.Drawing.Bitmap, System.Drawing" mimetype="x"><value>AAAA</value></data>
  <data name="label1.Text" type="System.String"><value><![CDATA[ეტიკეტი <i>]]></value></data>
  <data name="&gt;&gt;label1.Name"><value>label</value></data>
  <data name="Empty"><value /></data>
</root>
"""

FILES = {"a.strings": STRINGS, "a.stringsdict": STRINGSDICT, "a.properties": PROPERTIES, "a.resx": RESX}


def read(name: str, data: str | bytes | None = None) -> Document:
    whole = FILES[name] if data is None else data
    return parse_document(whole.encode() if isinstance(whole, str) else whole, name)


def named(document: Document) -> dict[str, str]:
    return {unit.name: unit.text for unit in document.units}


def filled(name: str, changes: dict[str, str], data: str | bytes | None = None) -> str:
    document = read(name, data)
    assert document.layout is not None
    passages = [Passage(changes.get(unit.name, unit.text), at) for at, unit in enumerate(document.units)]
    return fill(document.layout, document.units, passages, newline=document.newline).text


def test_apple_strings_are_read_by_their_keys() -> None:
    document = read("a.strings")
    assert named(document) == {
        "title": 'სათაური "ახალი"', "two lines": "ერთი\nორი", "single": "it's ერთი", "bare.key": "bare",
        "code": "აბ A", "kept": "ა\nბ", "last": "%1$@ — ბოლო %%",
    }  # fmt: skip
    assert document.left == {Left.VALUE: 3, Left.COMMENT: 2}


def test_apple_strings_are_written_as_their_author_wrote_them() -> None:
    new = {"title": '"ბ" \\ \n', "single": "'ბ'", "bare.key": "ორი", "code": "ბ\U0001f600", "kept": "გ\nდ"}
    text = filled("a.strings", new)
    assert '"title" = "\\"ბ\\" \\\\ \\n";' in text
    assert "'single' = '\\'ბ\\'';" in text
    assert 'bare.key = "ორი";' in text
    assert '"code" = "\\U10d1\\Ud83d\\Ude00";' in text
    assert '"kept" = "გ\nდ";' in text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_apple_strings_are_read_in_the_encodings_that_xcode_writes(encoding: str) -> None:
    document = read("a.strings", STRINGS.encode(encoding))
    assert named(document) == named(read("a.strings"))
    assert document.encoding == encoding


def test_strings_that_are_a_property_list_are_read_as_one() -> None:
    text = "<plist><dict><key>a</key><string>ერთი</string></dict></plist>"
    assert named(read("a.strings", text)) == {"a": "ერთი"}


def test_plural_forms_are_read_by_their_paths() -> None:
    document = read("a.stringsdict")
    assert named(document) == {
        "files/count/one": "%d ფაილი & სხვა",
        "files/count/other": "%d <b>ფაილი</b>",
        "a~1b/NSStringLocalizedFormatKey": "ნაპოვნია %1$#@n@",
    }
    assert document.left == {Left.VALUE: 3, Left.COMMENT: 1}
    text = filled("a.stringsdict", {"files/count/one": "<ა> & ბ", "files/count/other": "]]> ა"})
    assert "<string>&lt;ა&gt; &amp; ბ</string>" in text
    assert "<string><![CDATA[]]]]><![CDATA[> ა]]></string>" in text


def test_properties_are_read_as_java_reads_them() -> None:
    document = read("a.properties")
    assert named(document) == {
        "title": "სათაური ა", "key with:signs": "მნიშვნელობა", "blank": "მნიშვნელობა = ორი",
        "long": "ერთი ორი \\", "wrapped": "ა\nბ", "path": "C:\\ფაილი", "emoji": "\U0001f600 სახე",
        "escaped": "აბ",
    }  # fmt: skip
    assert document.left == {Left.COMMENT: 2, Left.VALUE: 2}


def test_properties_are_written_as_their_author_wrote_them() -> None:
    new = {"title": "ბ\n", "blank": "= ბ", "wrapped": "გ\nდ\nე", "path": "D:\\ბ", "escaped": "ბ\U0001f600"}
    text = filled("a.properties", new)
    assert "title = ბ\\n\n" in text
    assert "blank \\= ბ\n" in text
    assert "wrapped=გ\\n\\\n      დ\\n\\\n      ე\n" in text
    assert "path = D:\\\\ბ\n" in text
    assert "escaped = \\u10d1\\ud83d\\ude00\n" in text
    assert named(read("a.properties", text))["blank"] == "= ბ"


def test_properties_that_are_not_in_utf_8_get_escapes() -> None:
    latin = "a = caf\u00e9\nb = prix\n".encode("latin-1")
    assert named(read("a.properties", latin)) == {"a": "café", "b": "prix"}
    assert filled("a.properties", {"b": "ა é"}, latin) == "a = café\nb = \\u10d0 \\u00e9\n"
    assert filled("a.properties", {"a": "ა"}, b"a = one\n") == "a = \\u10d0\n"


def test_properties_in_a_chinese_encoding_are_no_latin() -> None:
    words = "这是一个中文的文件，我们不用转义字符来写它。"
    assert named(read("a.properties", f"a = {words}\n".encode("gb18030"))) == {"a": words}


def test_resources_are_read_by_their_names() -> None:
    document = read("a.resx")
    assert named(document) == {
        "Hello": 'გამარჯობა, {0} <b> "ა"', "Lines": "ერთი\nორი", "label1.Text": "ეტიკეტი <i>",
    }  # fmt: skip
    assert document.left == {Left.VALUE: 2, Left.COMMENT: 1}
    text = filled("a.resx", {"Hello": '"ბ" <i> & {0}', "Lines": "ა\nბ", "label1.Text": "<ბ>"})
    assert "<value>&quot;ბ&quot; &lt;i&gt; &amp; {0}</value>" in text
    assert "<value>  ა\nბ  </value>" in text
    assert "<value><![CDATA[<ბ>]]></value>" in text


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_unchanged_file_comes_back_to_the_byte(name: str, newline: str) -> None:
    text = FILES[name].replace("\n", newline)
    assert filled(name, {}, text) == text
    assert named(read(name, text)) == named(read(name))


@pytest.mark.parametrize("name", FILES)
@given(new=st.text(alphabet="აბ\U0001f600 '\"\\<>&:=#!-{}%@|.;/*n1u\n\t]", min_size=1, max_size=20))
def test_any_new_text_is_read_back(name: str, new: str) -> None:
    text = f"ა{new}".strip()
    whole = named(read(name))
    for key in whole:
        assert named(read(name, filled(name, {key: text}))) == whole | {key: text}


@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_every_byte_is_an_error_or_whole_texts(name: str) -> None:
    whole = named(read(name))
    data = FILES[name].encode()
    for size in range(len(data)):
        try:
            found = read(name, data[:size])
        except InputError:
            continue
        wrong = [unit for unit in found.units if whole.get(unit.name) != unit.text]
        assert all(unit is found.units[-1] for unit in wrong)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.strings", '"a" = "ერთი";\n"b" = "ორი;\n', r"a\.strings:2: this string never ends"),
        ("a.strings", '"a" = "ერთი;\n"b" = "ორი";\n', r"a\.strings:2: a semicolon .* of line 1"),
        ("a.strings", '"a" = "ერთი"\n"b" = "ორი";\n', r"a\.strings:2: a semicolon .* of line 1"),
        ("a.strings", '"a" = ;\n', r"a\.strings:1: a string is missing"),
        ("a.strings", '"a" = "b";\n/* ერთი', r"a\.strings:2: this comment never ends"),
        ("a.strings", '"a" = "\\Ud83d";\n', r"a\.strings:1: .* half of a character"),
        ("a.strings", '"a" = "1";\n', "no text"),
        ("a.strings", "<resources/>", "no property list"),
        ("a.stringsdict", "bplist", "plutil"),
        ("a.stringsdict", "<plist><dict>", r"a\.stringsdict:1: this is not well-formed XML"),
        ("a.properties", "a = b\nc = \\u12 d\n", r"a\.properties:2: \\u stands without the four figures"),
        ("a.properties", "a = \\ud83d b\n", r"a\.properties:1: \\u stands"),
        ("a.properties", "# a\n", "no text"),
        ("a.resx", "<resources/>", "no .resx"),
        ("a.resx", "<root><data>", r"a\.resx:1: this is not well-formed XML"),
    ],
)
def test_bad_files_are_refused_with_line_and_remedy(name: str, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as told:
        read(name, text)
    assert told.value.remedy


def test_bytes_of_no_encoding_are_refused_with_their_line() -> None:
    with pytest.raises(InputError, match=r"a\.strings:2 \(byte \d+\): this is not UTF-8") as told:
        read("a.strings", b'"a" = "b";\n"c" = "caf\xe9";\n')
    assert "--encoding" in (told.value.remedy or "")
    with pytest.raises(InputError, match=r"a\.properties:2"):
        read("a.properties", b"a = b\nc = \x93caf\xe9\x94\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.strings", '"a" = "ერთი";\n"b" = "ორი";\n"a" = "სამი";\n'),
        ("a.properties", "a = ერთი\nb = ორი\na = სამი\n"),
        ("a.json", '{"a": "ერთი",\n"b": "ორი",\n"a": "სამი"}'),
        ("a.yaml", "a: ერთი\nb: ორი\na: სამი\n"),
        ("a.xml", '<resources><string name="a">ერთი</string>\n\n<string name="a">ორი</string></resources>'),
        ("a.resx", "<root><data name='a'><value>ერთი</value></data>\n\n<data name='a'><value>ორი</value></data></root>"),
    ],
)  # fmt: skip
def test_a_key_that_stands_twice_is_told_with_both_lines(name: str, text: str) -> None:
    (told,) = read(name, text).warnings
    assert told == "line 3: the key “a” stands on line 1 too; remove one of the two"


def test_many_keys_that_stand_twice_are_counted() -> None:
    told = read("a.properties", "a = ერთი\n" * 20).warnings
    assert len(told) == 6
    assert told[-1] == "14 more keys stand there again"


def test_a_property_list_among_strings_is_written_as_xml() -> None:
    text = "<plist><dict><key>a</key><string>ერთი</string></dict></plist>"
    assert filled("a.strings", {"a": "<ბ>"}, text) == text.replace("ერთი", "&lt;ბ&gt;")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-be", "utf-8"])
def test_a_byte_order_mark_comes_out_as_it_stood(codec: str) -> None:
    data = f"\ufeff{STRINGS}".encode(codec)
    for told in (None, codec):
        document = parse_document(data, "a.strings", encoding=told)
        assert document.layout is not None
        passages = [Passage(unit.text, at) for at, unit in enumerate(document.units)]
        text = fill(document.layout, document.units, passages, newline="\n").text
        assert text.encode(document.encoding) == data


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "a: ერთი\n---\na: ორი\n"),
        ("a.yaml", "en:\n  a: one\nka:\n  a: ერთი\n"),
        ("a.json", '[{"a": "ერთი"}, {"a": "ორი"}]'),
        (
            "a.xml",
            '<resources><string name="a">ერთი</string><string name="a" product="tv">ორი</string></resources>',
        ),
    ],
)
def test_one_key_in_several_places_is_no_key_twice(name: str, text: str) -> None:
    assert not read(name, text).warnings


@pytest.mark.parametrize("text", ["%#@files@", "%1$#@n@", "%arg"])
def test_variables_of_plural_forms_are_placeholders(text: str) -> None:
    assert PLACEHOLDER.fullmatch(text)


def test_a_word_behind_a_per_cent_sign_is_no_variable() -> None:
    assert not PLACEHOLDER.search("50%arg %argument")
