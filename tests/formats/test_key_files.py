"""Subtitles, Android strings, JSON and YAML locale files: texts by their names, written back in their places."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage, fill
from transreview.formats.left_out import Left
from transreview.formats.registry import parse_document

SRT = """1
00:00:01,000 --> 00:00:04,000
პირველი <i>ხაზი</i>
მეორე ხაზი

2
00:00:05,500 --> 00:00:07,000
- დიალოგი
"""

VTT = """WEBVTT - სათაური

NOTE შენიშვნა

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
გამარჯობა &amp; ნახვამდის
"""

ANDROID = """<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- შენიშვნა -->
    <string name="hello">გამარჯობა, <xliff:g id="n" example="ა">%1$s</xliff:g>!\\nიყავი \\'კარგად\\'</string>
    <string name="app" translatable="false">Brand</string>
    <string name="link">@string/hello</string>
    <string name="bold">ეს <b>მუქი</b> &amp; სხვა</string>
    <string name="cdata"><![CDATA[<p>ტექსტი</p>]]></string>
    <string name="quoted">"ორი  ჰარი"</string>
    <string-array name="days"><item>ორშაბათი</item><item>სამშაბათი</item></string-array>
    <plurals name="files"><item quantity="one">%d ფაილი</item><item quantity="other">%d ფაილები</item></plurals>
</resources>
"""

JSON = """{
  "title": "სათაური",
  "menu": {"open": "გახსნა \\"ფაილი\\"", "items": ["ერთი", "ორი"]},
  "count": 5, "color": "#ff0000", "url": "https://example.org/a",
  "hello": {"message": "გამარჯობა", "description": "for translators"},
  "@title": {"description": "ARB"}
}
"""

YAML = """ka:
  title: სათაური  # შენიშვნა
  quoted: "ბრჭყალებში: ტექსტი"
  single: 'ერთი ''ორი'''
  count: 5
  yes: true
  long: |
    პირველი ხაზი
    მეორე ხაზი
  folded: >-
    ერთი
    აბზაცი
  items:
    - ა
    - ბ
"""

FILES = {"a.srt": SRT, "a.vtt": VTT, "strings.xml": ANDROID, "a.json": JSON, "a.yaml": YAML}


def read(name: str, text: str | None = None) -> Document:
    return parse_document((FILES[name] if text is None else text).encode(), name)


def filled(name: str, changes: dict[str, str], text: str | None = None) -> Filled:
    document = read(name, text)
    assert document.layout is not None
    passages = [
        Passage(changes.get(unit.name, unit.text), index) for index, unit in enumerate(document.units)
    ]
    return fill(document.layout, document.units, passages, newline=document.newline)


def named(document: Document) -> dict[str, str]:
    return {unit.name: unit.text for unit in document.units}


def test_subtitles_are_called_by_their_time() -> None:
    assert named(read("a.srt")) == {
        "00:00:01.000": "პირველი <i>ხაზი</i>\nმეორე ხაზი", "00:00:05.500": "- დიალოგი",
    }  # fmt: skip
    document = read("a.vtt")
    assert named(document) == {"00:01.000": "გამარჯობა &amp; ნახვამდის"}
    assert document.left == {Left.COMMENT: 1, Left.SCRIPT: 1}


def test_times_are_read_without_their_noughts() -> None:
    """Meeting programs write 0:0:3.540."""
    text = "WEBVTT\n\nid/1-0\n0:0:3.540 --> 0:1:7.2\n<v Ana>გამარჯობა.</v>\n"
    assert named(read("b.vtt", text)) == {"0:0:3.540": "<v Ana>გამარჯობა.</v>"}


def test_signs_typed_into_webvtt_begin_no_tag_and_no_reference() -> None:
    new = "<v Ana>თუ 3 < 5 & <i>7</i>, R&D &nbsp; <00:01.500>მაშინ <b"
    (written,) = named(read("a.vtt", filled("a.vtt", {"00:01.000": new}).text)).values()
    assert written == "<v Ana>თუ 3 &lt; 5 &amp; <i>7</i>, R&amp;D &nbsp; <00:01.500>მაშინ &lt;b"
    (plain, _second) = named(read("a.srt", filled("a.srt", {"00:00:01.000": "3 < 5 & 7-ია"}).text)).values()
    assert plain == "3 < 5 & 7-ია"  # SRT knows no references


def test_a_cue_never_becomes_two() -> None:
    after = filled("a.srt", {"00:00:05.500": "ახალი\n\n00:00:01,000 --> 00:00:02,000\nტექსტი"}).text
    assert len(read("a.srt", after).units) == 2


def test_android_strings_by_name_with_their_escapes() -> None:
    document = read("strings.xml")
    assert named(document) == {
        "hello": 'გამარჯობა, <xliff:g id="n" example="ა">%1$s</xliff:g>!\nიყავი \'კარგად\'',
        "bold": "ეს <b>მუქი</b> & სხვა",
        "cdata": "<p>ტექსტი</p>",
        "quoted": "ორი  ჰარი",
        "days/1": "ორშაბათი",
        "days/2": "სამშაბათი",
        "files/one": "%d ფაილი",
        "files/other": "%d ფაილები",
    }
    assert document.left == {Left.PROTECTED: 1, Left.VALUE: 1, Left.COMMENT: 1}


def test_android_strings_are_escaped_again() -> None:
    result = filled("strings.xml", {"bold": 'it\'s <b>მუქი</b> <i>არა</i> & "სხვა"', "days/1": "@ა"})
    assert r"""it\'s <b>მუქი</b> &lt;i&gt;არა&lt;/i&gt; &amp; \"სხვა\"""" in result.text
    assert r"<item>\@ა</item>" in result.text
    assert filled("strings.xml", {"bold": "სხვა"}).lost == [(1, "<b>"), (1, "</b>")]


def test_json_strings_by_their_path() -> None:
    document = read("a.json")
    assert named(document) == {
        "title": "სათაური", "menu/open": 'გახსნა "ფაილი"', "menu/items/1": "ერთი", "menu/items/2": "ორი",
        "hello/message": "გამარჯობა",
    }  # fmt: skip
    assert document.left == {Left.VALUE: 4}
    after = json.loads(filled("a.json", {"menu/open": 'ახალი\n"ა"\\'}).text)
    assert after == json.loads(JSON) | {"menu": {"open": 'ახალი\n"ა"\\', "items": ["ერთი", "ორი"]}}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a/b": "ერთი", "a": {"b": "ორი"}, "x~y": "სამი", "ფასი/@კაცი": "ოთხი"}'),
        ("a.yaml", "a/b: ერთი\na:\n  b: ორი\nx~y: სამი\nფასი/@კაცი: ოთხი\n"),
    ],
)
def test_a_slash_inside_a_key_is_no_step_of_its_path(name: str, text: str) -> None:
    assert named(read(name, text)) == {"a~1b": "ერთი", "a/b": "ორი", "x~0y": "სამი", "ფასი~1@კაცი": "ოთხი"}


def test_yaml_scalars_by_their_path_without_the_language() -> None:
    document = read("a.yaml")
    assert named(document) == {
        "title": "სათაური", "quoted": "ბრჭყალებში: ტექსტი", "single": "ერთი 'ორი'",
        "long": "პირველი ხაზი\nმეორე ხაზი", "folded": "ერთი აბზაცი", "items/1": "ა", "items/2": "ბ",
    }  # fmt: skip
    changes = {name: f"ახალი: {text}" for name, text in named(document).items()}
    after = yaml.safe_load(filled("a.yaml", changes).text)["ka"]
    assert after["title"] == "ახალი: სათაური"
    assert after["long"] == "ახალი: პირველი ხაზი\nმეორე ხაზი\n"
    assert after["folded"] == "ახალი: ერთი აბზაცი"
    assert after["items"] == ["ახალი: ა", "ახალი: ბ"]
    assert after["count"] == 5


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_unchanged_file_comes_back_to_the_byte(name: str, newline: str) -> None:
    text = FILES[name].replace("\n", newline)
    assert filled(name, {}, text).text == text


@pytest.mark.parametrize("name", FILES)
@given(new=st.text(alphabet="აბ '\"\\<>&:#-{}%@|.1", min_size=1, max_size=20))
def test_any_new_text_is_read_back(name: str, new: str) -> None:
    text = " ".join(new.split())
    if not any(one.isalpha() for one in text) or "<" in text:
        return
    first = read(name).units[0]
    again = read(name, filled(name, {first.name: text}).text)
    expected = text.replace("-->", "→") if name.endswith(("srt", "vtt")) else text
    if name.endswith("vtt"):
        expected = expected.replace("&", "&amp;")
    assert again.units[0].text == expected
    assert [unit.text for unit in again.units[1:]] == [unit.text for unit in read(name).units[1:]]


@pytest.mark.parametrize("name", FILES)
def test_a_cut_at_every_byte_is_an_error_or_whole_texts(name: str) -> None:
    whole = named(read(name))
    data = FILES[name].encode()
    for size in range(len(data)):
        try:
            found = parse_document(data[:size], name)
        except InputError:
            continue
        wrong = [unit for unit in found.units if whole.get(unit.name) != unit.text]
        assert len(wrong) <= 1
        assert all(unit is found.units[-1] for unit in wrong)


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("a.srt", "უბრალო ტექსტი\n", "no subtitle"),
        ("strings.xml", "<a><b/></a>", "Android"),
        ("strings.xml", "<resources><string name='a'>x", "XML"),
        ("a.json", '{"a": "ბ"', "not JSON"),
        ("a.json", '{"a":' * 100_000, "not JSON"),
        ("a.yaml", 'a: "ბ', "not YAML"),
        ("a.yaml", "[" * 50_000, "not YAML"),
        ("a.json", '{"a": 1}', "no text"),
    ],
)
def test_bad_files_are_refused_with_a_reason(name: str, text: str, word: str) -> None:
    with pytest.raises(InputError, match=word):
        read(name, text)


def test_aliases_are_not_multiplied() -> None:
    bomb = "a: &a [ტექსტი]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    assert len(read("a.yaml", bomb).units) == 1
