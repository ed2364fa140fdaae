"""Catalogs are read as strictly as msgfmt reads them: what is cut, doubled or garbled is refused."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats import po_reader
from transreview.formats.po_catalog import Catalog, parse_catalog, read_catalog
from transreview.formats.po_strings import EscapeError, escape, unescape

HEADER = 'msgid ""\nmsgstr ""\n"Language: ka\\n"\n"Content-Type: text/plain; charset={charset}\\n"\n\n'
BODY = """\
# QA: შენიშვნა
#. kind: heading
#: a.txt:1
msgctxt "doc:a|seg:0001"
msgid "标题"
msgstr "სათაური"

#: a.txt:3 a.txt:5
#, fuzzy, no-c-format
#| msgid "旧"
msgctxt "doc:a|seg:0002"
msgid ""
"一\\n"
"\\n"
"二 50 %"
msgstr ""
"ერთი\\n"
"\\n"
"ორი 50 %"
"""
CATALOG = HEADER.format(charset="UTF-8") + BODY


def parse(text: str | bytes, **options: str) -> Catalog:
    return parse_catalog(text if isinstance(text, bytes) else text.encode(), path="a.po", **options)


def refused(text: str | bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert "a.po" in str(caught.value)
    return caught.value


def test_everything_of_a_message_is_read() -> None:
    catalog = parse(CATALOG)
    first, second = catalog.entries
    assert (first.msgctxt, first.msgid, first.msgstr) == ("doc:a|seg:0001", "标题", "სათაური")
    assert first.comments == ("QA: შენიშვნა",)
    assert first.extracted == ("kind: heading",)
    assert first.line == 9
    assert second.msgid == "一\n\n二 50 %"
    assert second.msgstr == "ერთი\n\nორი 50 %"
    assert second.references == ("a.txt:3", "a.txt:5")
    assert second.fuzzy
    assert second.flags == ("fuzzy", "no-c-format")
    assert second.previous == {"msgid": "旧"}
    assert catalog.header["Language"] == "ka"


def test_polib_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(CATALOG, encoding="utf-8")
    theirs = [(e.msgctxt, e.msgid, e.msgstr, e.tcomment) for e in polib.pofile(str(tmp_path / "a.po"))]
    ours = [(e.msgctxt, e.msgid, e.msgstr, "\n".join(e.comments)) for e in parse(CATALOG).entries]
    assert ours == theirs


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"a\tb\"c\\", 'a\tb"c\\'),
        (r"\a\b\f\v\r\n", "\a\b\f\v\r\n"),
        (r"A\x42\103", "ABC"),
        (r"\xe1\x83\x90", "ა"),
        (r"\341\203\220", "ა"),
    ],
)
def test_escapes_are_those_of_gettext(written: str, text: str) -> None:
    assert unescape(written) == text


@pytest.mark.parametrize(
    "written", [r"\q", r"\u00e9", r"\x", r"\xff", r"\0", "\\", r"\x100", r"\8", r"\'", r"\?", r"\4", "\4"]
)
def test_what_is_no_escape_is_refused(written: str) -> None:
    with pytest.raises(EscapeError):
        unescape(written)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\4")))
def test_escaping_is_undone_by_unescaping(text: str) -> None:
    assert unescape(escape(text)) == text


def test_numeric_escapes_are_bytes_of_the_catalogs_encoding() -> None:
    text = HEADER.format(charset="GB18030") + 'msgid "\\xd6\\xd0"\nmsgstr "x"\n'
    assert parse(text.encode("gb18030")).entries[0].msgid == "中"


@pytest.mark.parametrize(
    "odd",
    [
        'msgid"a"\nmsgstr"b"\n',
        'msgid "" "a"   ""\nmsgstr "b" ""\n',
        'msgid "a" msgstr "b"\n',
        '\n\nmsgid "a"\n\n\nmsgstr "b"\n\n"" ""',
        '#,fuzzy\n#= c-format\n#.x\nmsgid "a"\nmsgstr "b"',
        '   msgid "a"\n\t msgstr "b"\n',
    ],
)
def test_legal_oddities_are_read(odd: str) -> None:
    entry = parse(HEADER.format(charset="UTF-8") + odd).entries[0]
    assert (entry.msgid, entry.msgstr) == ("a", "b")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_end_gives_the_same(end: str) -> None:
    assert parse(CATALOG.replace("\n", end)).entries == parse(CATALOG).entries


def test_a_byte_order_mark_is_no_text() -> None:
    assert parse(b"\xef\xbb\xbf" + CATALOG.encode()).entries == parse(CATALOG).entries


def test_declared_encodings_are_used_and_proved() -> None:
    chinese = HEADER.format(charset="GBK") + 'msgid "功能許可蓋"\nmsgstr "标题"\n'
    assert parse(chinese.encode("gbk")).entries[0].msgid == "功能許可蓋"
    big5 = HEADER.format(charset="Big5") + 'msgid "功能許可蓋"\nmsgstr "x"\n'
    assert parse(big5.encode("big5")).entries[0].msgid == "功能許可蓋"
    assert "UTF-8" in str(refused((chinese + "# 语言\n" * 9).encode()))
    thanks = HEADER.format(charset="GBK") + 'msgid "谢谢"\nmsgstr "x"\n'  # these bytes could be UTF-8 too
    assert parse(thanks.encode("gbk")).entries[0].msgid == "谢谢"
    wrong = refused(CATALOG.encode().replace("სათ".encode(), b"\xe1\x83"))
    assert (wrong.line, wrong.byte) == (11, CATALOG.encode().index("სათ".encode()))
    assert "KLINGON" in str(refused(HEADER.format(charset="KLINGON") + BODY))
    assert parse(CATALOG.encode("utf-16"), encoding="utf-16").entries == parse(CATALOG).entries
    assert "UTF-16" in str(refused(CATALOG.encode("utf-16")))


def test_placeholders_and_missing_headers_are_read_with_a_warning() -> None:
    assert any("CHARSET" in w for w in parse(HEADER.format(charset="CHARSET") + BODY).warnings)
    assert any("no header" in w for w in parse(BODY).warnings)


BROKEN = {
    "a text that is not closed": 'msgid "a"\nmsgstr "b\n',
    "nor is its second line": 'msgid "a"\nmsgstr ""\n"b\n\nmsgid "c"\nmsgstr "d"\n',
    "a form without a plural": 'msgctxt "x"\nmsgid "a"\nmsgstr[0] "c"\n',
    "a form behind a plain text": 'msgid "a"\nmsgstr "b"\nmsgstr[0] "c"\n',
    "forms in another order": 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\nmsgstr[0] "d"\n',
    "no translation behind a context": 'msgctxt "x"\nmsgid "a"\n\nmsgid "b"\nmsgstr "c"\n',
    "a context twice": 'msgctxt "x"\nmsgctxt "x"\nmsgid "b"\nmsgstr "c"\n',
    "no text": 'msgid\nmsgstr "b"\n',
    "a translation that is no longer in use": 'msgid "a"\n#~ msgstr "b"\n',
    "a text that is no longer in use": 'msgid "a"\nmsgstr ""\n#~ "b"\n',
}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused_at_the_line_that_msgfmt_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(BROKEN[name], encoding="utf-8")
    told = subprocess.run(
        ["msgfmt", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert refused(BROKEN[name]).line == int(re.findall(r"a\.po:(\d+)", told.stderr)[0])


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('msgid "a"\nmsgstr "b', 2, "double quote"),
        ('msgid "a"\nmsgstr "say "b" now"\n', 2, "double quote"),
        ('msgid "a"\n', 1, "not complete"),
        ('msgid "a"\nmsgstr\n', 1, "not complete"),
        ('msgctxt "a"\nmsgstr "b"\n', 2, "without a msgid"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "twice"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 1, "not complete"),
        ('msgid "a"\n# comment\nmsgstr "c"\n', 1, "not complete"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3, "plural and plain forms are mixed"),
        ('#| msgid "p"\n#| msgid "p"\nmsgid "a"\nmsgstr "b"\n', 2, "wrong place"),
        ('#| msgid "p"\n#| msgctxt "c"\nmsgid "a"\nmsgstr "b"\n', 2, "wrong place"),
        ('#| msgstr "p"\nmsgid "a"\nmsgstr "b"\n', 1, "wrong place"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 4, "plural form"),
        ('msgid "a"\nmsgstr "\\q"\n', 2, "escape"),
        ("<<<<<<< HEAD\n", 1, "conflict marker"),
        ("=======\n", 1, "conflict marker"),
        ("msgst\n", 1, "not a line"),
        ("<html>\n", 1, "not a line"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str) -> None:
    for before, offset in (("", 0), (CATALOG + "\n", CATALOG.count("\n") + 1)):
        error = refused(before + text)
        assert words in str(error)
        assert error.line == line + offset


def test_what_stands_before_any_keyword_is_refused() -> None:
    assert "without a msgid" in str(refused('msgstr "b"\n'))
    assert "without a keyword" in str(refused('"b"\n'))
    assert "twice" in str(refused(CATALOG + 'msgstr "b"\n'))


def test_repeated_messages() -> None:
    once = 'msgid "a"\nmsgstr "b"\n'
    error = refused(f'{CATALOG}\n{once}\nmsgid "a"\nmsgstr "c"\n')
    assert "lines 26 and 29" in str(error)
    doubled = parse(f"{CATALOG}\n{once}\n{once}")
    assert len(doubled.entries) == 3
    assert any("twice" in warning for warning in doubled.warnings)
    assert "two headers" in str(refused(HEADER.format(charset="UTF-8") * 2 + once))
    assert len(parse(f'{CATALOG}\n{once}\nmsgctxt "x"\n{once}').entries) == 4


def test_obsolete_messages_are_kept_apart() -> None:
    catalog = parse(CATALOG + '\n#~| msgid "older"\n#~ msgctxt "c"\n#~ msgid "old"\n#~ msgstr "ძველი"\n')
    assert len(catalog.entries) == 2
    assert catalog.obsolete[0].msgid == "old"
    assert catalog.obsolete[0].previous == {"msgid": "older"}


def test_separators_of_unicode_are_text() -> None:
    text = 'msgid "a\u2028b\u2029c\x85d"\nmsgstr "\u2028"\n'
    entry = parse(HEADER.format(charset="UTF-8") + text).entries[0]
    assert entry.msgid == "a\u2028b\u2029c\x85d"


def test_plural_forms() -> None:
    entry = parse('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n').entries[0]
    assert entry.plurals == ("x", "y")
    assert entry.msgid_plural == "b"


def test_megabytes_in_one_line_and_many_lines_are_quick() -> None:
    long = "ა\\n" * 400_000
    catalog = parse(HEADER.format(charset="UTF-8") + f'msgid "{long}"\nmsgstr "x"\n')
    assert len(catalog.entries[0].msgid) == 800_000
    assert len(parse(HEADER.format(charset="UTF-8") + "# c\n" * 50_000 + "\n" * 50_000 + BODY).entries) == 2


def test_cut_at_any_byte_it_is_refused_or_all_that_is_read_is_whole() -> None:
    """A message that is read is one of the whole catalog, or a last one that says it is untranslated."""
    data = (CATALOG + '\nmsgid "ბოლო"\nmsgstr "ერთი \\"ორი\\" \\\\ სამი"\n').encode()
    whole = {(entry.key, entry.msgstr, entry.flags) for entry in parse(data).entries}
    for end in range(len(data)):
        try:
            catalog = parse(data[:end])
        except InputError:
            continue
        *before, last = catalog.entries or [None]
        assert {(entry.key, entry.msgstr, entry.flags) for entry in before} <= whole
        if last is not None and (last.key, last.msgstr, last.flags) not in whole:
            assert last.msgstr == ""
            assert any("cut off" in warning for warning in catalog.warnings)


PIECES = st.lists(
    st.sampled_from([
        "\n", "\n\n", "# a\n", "#. b\n", "#: c d\n", "#, fuzzy\n", "#| msgid \"p\"\n", "#~ msgid \"o\"\n#~ msgstr \"\"\n",
        'msgid "a"\n', 'msgstr "b"\n', 'msgctxt "c"\n', '"d"\n', 'msgid "a"\nmsgstr "b"\n\n', '"e\\n"\n', "  ", "\r\n",
        '#. k\n#: f:1\n#, fuzzy\nmsgctxt "s"\nmsgid "q"\nmsgstr ""\n"r\\n"\n"t"\n\n', 'msgid "\\q"\nmsgstr ""\n\n', "#\n", "#x\n",
    ]),
    max_size=14,
)  # fmt: skip


@settings(max_examples=300)
@given(PIECES)
def test_whole_messages_and_line_by_line_give_the_same(pieces: list[str]) -> None:
    def outcome() -> object:
        try:
            return list(po_reader.parse_text(["".join(pieces)], path="a.po"))
        except InputError as error:
            return str(error)

    quick, pattern = outcome(), po_reader._WHOLE
    po_reader._WHOLE = re.compile("(?!)")
    try:
        assert outcome() == quick
    finally:
        po_reader._WHOLE = pattern


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
@settings(max_examples=40)
@given(pieces=PIECES)
def test_what_msgfmt_refuses_is_refused(pieces: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "".join(pieces)
    path = tmp_path_factory.mktemp("po") / "a.po"
    path.write_text(text, encoding="utf-8", newline="")
    done = subprocess.run(["msgcat", "-o", "/dev/null", str(path)], capture_output=True, check=False)
    try:
        parse(text)
    except InputError:
        return
    # Nothing can be misread where an obsolete message has a previous one that is not, or where a
    # message is there twice with one translation.
    tolerated = (b"inconsistent use of #~", b"duplicate message definition")
    assert done.returncode == 0 or any(reason in done.stderr for reason in tolerated), done.stderr.decode()


def test_a_file_of_several_domains_is_read(tmp_path):
    text = 'domain "one"\nmsgid "a"\nmsgstr "b"\n\ndomain "two"\nmsgid "c"\nmsgstr "d"\n'
    path = tmp_path / "a.po"
    path.write_text(text, encoding="utf-8")
    assert [(entry.msgid, entry.msgstr) for entry in read_catalog(path).entries] == [("a", "b"), ("c", "d")]
