"""A value with another text is written as its author wrote it: quotes, codes, blanks around it, line ends."""

from __future__ import annotations

import pytest

from transreview.formats.filling import Passage, fill
from transreview.formats.registry import parse_document

NBSP = "\u00a0"


def written(name: str, file: str, number: int, new: str) -> str:
    """Return a file in which one unit has another text, once it was read again and says that text."""
    document = parse_document(file.encode(), name, language="ka")
    assert document.layout is not None
    texts = [new if index == number else unit.text for index, unit in enumerate(document.units)]
    passages = [Passage(text, index) for index, text in enumerate(texts)]
    filled = fill(document.layout, document.units, passages, newline=document.newline)
    again = parse_document(filled.text.encode(), name, language="ka")
    assert [unit.text for unit in again.units] == texts
    return filled.text


@pytest.mark.parametrize(
    ("file", "new", "expected"),
    [
        ('a: "Total: "\n', "სულ:", 'a: "სულ: "\n'),
        ("a: ' – and'\n", "– და", "a: ' – და'\n"),
        ("a: one\n", f"ერთი{NBSP}: ორი", f'a: "ერთი{NBSP}: ორი"\n'),
        ("a: one\n", "ერთი  ორი", "a: ერთი  ორი\n"),
        ("a: one\n", "ერთი\nორი", 'a: "ერთი\\nორი"\n'),
        ("a: 'one'\n", "ერთი\nორი", 'a: "ერთი\\nორი"\n'),
        ('a: "one\\ttwo"\n', "ერთი\tორი", 'a: "ერთი\\tორი"\n'),
        ('a: "\\u0413\\u043e\\u0434"\n', "Дом", 'a: "\\u0414\\u043e\\u043c"\n'),
        ("a: {b: one, c: two}\n", "ერთი, ორი", 'a: {b: "ერთი, ორი", c: two}\n'),
        ("a: [one, two]\n", "ერთი] ორი", 'a: ["ერთი] ორი", two]\n'),
        ("a: [one, two]\n", "ერთი ორი", "a: [ერთი ორი, two]\n"),
        ("a: one, two\n", "ერთი, ორი", "a: ერთი, ორი\n"),
        ("a: |\r\n  One.\r\n  Two.\r\nb: x\r\n", "ა.\nბ.\nგ.", "a: |\r\n  ა.\r\n  ბ.\r\n  გ.\r\nb: x\r\n"),
        ("a: >\r\n  One\r\n  two.\r\nb: x\r\n", "ა ბ\nგ", "a: >\r\n  ა\r\n  ბ\r\n\r\n  გ\r\nb: x\r\n"),
        ("a: |\n  One.\nb: x\n", "ა", "a: |\n  ა\nb: x\n"),
    ],
)
def test_yaml(file: str, new: str, expected: str) -> None:
    assert written("a.yaml", file, 0, new) == expected


def test_a_block_of_yaml_that_would_begin_indented_goes_into_quotes() -> None:
    document = parse_document(b"a: |\n  One.\nb: x\n", "a.yaml", language="ka")
    assert document.layout is not None
    filled = fill(document.layout, document.units, [Passage("  ა\nბ", 0), Passage("x", 1)])
    assert filled.text == 'a: "  ა\\nბ\\n"\nb: x\n'


@pytest.mark.parametrize(
    ("file", "new", "expected"),
    [
        ('{"a": "<b>x<\\/b> \\/ y"}', "<b>ა</b> / ბ", '{"a": "<b>ა<\\/b> \\/ ბ"}'),
        ('{"a": "x \\/ y/z"}', "ა / ბ", '{"a": "ა / ბ"}'),  # written both ways
    ],
)
def test_slashes_in_json(file: str, new: str, expected: str) -> None:
    assert written("a.json", file, 0, new) == expected


@pytest.mark.parametrize(
    ("raw", "new", "expected"),
    [
        ("5\\u00a0km \\u2026", f"6{NBSP}კმ …", "6\\u00a0კმ \\u2026"),
        ("one\\u0040two and \\u0041", "ერთი@ორი A", "ერთი\\u0040ორი A"),  # letters are letters
        ("mail \\@ us", "მოგვწერეთ @ ჩვენ", "მოგვწერეთ \\@ ჩვენ"),
        ("mail @ us \\@", "@ ჩვენ", "\\@ ჩვენ"),  # written both ways; in front it must be
    ],
)
def test_codes_in_android(raw: str, new: str, expected: str) -> None:
    file = '<resources><string name="a">{}</string></resources>'
    assert written("a.xml", file.format(raw), 0, new) == file.format(expected)


@pytest.mark.parametrize(
    ("file", "new", "expected"),
    [
        (
            "<p>\n  One <b>two</b>\n  three four\n  five.\n</p>",
            "One two\u00a0X three four five.",
            "<p>\n  One <b>two</b>\u00a0X\n  three four\n  five.\n</p>",
        ),
        ("<p>One\r\n   two three</p>", "One two four", "<p>One\r\n   two four</p>"),
        ("<p>One<br>\ntwo\nthree</p>", "One\ntwo four three", "<p>One<br>\ntwo\nfour three</p>"),
        ("<p>会议在\n  长沙召开。</p>", "会议在长沙举行。", "<p>会议在\n  长沙举行。</p>"),
        ("<p>One\ntwo</p>", "Three", "<p>Three</p>"),
    ],
)
def test_the_other_lines_of_a_paragraph_of_html(file: str, new: str, expected: str) -> None:
    assert written("a.html", file, 0, new) == expected


def test_a_title_in_front_of_markdown_keeps_no_break_spaces() -> None:
    file = "---\ntitle: One\n---\n\nText here.\n"
    assert written("a.md", file, 0, f"ერთი{NBSP}5") == file.replace("One", f"ერთი{NBSP}5")


RUBY = "WEBVTT\n\n00:01.000 --> 00:02.000\n他在<ruby>長<rt>cháng</rt>沙<rt>shā</rt></ruby>開會。\n"


def test_readings_of_webvtt_are_no_text_and_stay_above_their_words() -> None:
    assert [unit.text for unit in parse_document(RUBY.encode(), "a.vtt").units] == ["他在長沙開會。"]
    assert written("a.vtt", RUBY, 0, "我們在長沙開會。") == RUBY.replace("他", "我們")
    assert written("a.vtt", RUBY, 0, "他開會。").endswith("他開會。\n")


WRAPPED = """Opening paragraph of a letter that its author has wrapped at a width of about
seventy eight columns, as mail programs and editors of programmers still do it
by default, so that it can be read in any terminal.

- An item that is so long that it also had to be wrapped by the program, whose
  further lines are set in under its first word.
- A short one.
"""


@pytest.mark.parametrize(
    ("number", "old", "new", "expected"),
    [
        (0, "its author has", "X has", "X has wrapped at a width of about seventy\neight columns"),
        (
            0,
            "any terminal.",
            "any terminal.\u00a0X",
            "default, so that it can be read in any terminal.\u00a0X\n",
        ),
        (0, "mail programs", "many old and new mail programs", "as many old and new mail programs and"),
        (1, "so long that", "very long, so long that", "by the\n  program, whose further"),
        (2, "A short one", "A longer one", "program, whose\n  further"),
    ],
)
def test_a_paragraph_of_a_wrapped_text_is_wrapped_again(
    number: int, old: str, new: str, expected: str
) -> None:
    units = parse_document(WRAPPED.encode(), "a.txt", language="en").units
    file = written("a.txt", WRAPPED, number, units[number].text.replace(old, new))
    assert expected in file
    assert max(map(len, file.splitlines())) <= max(map(len, WRAPPED.splitlines()))
    before, after = WRAPPED.split("\n\n"), file.split("\n\n")
    assert [one for one, two in zip(before, after, strict=True) if one == two]


@pytest.mark.parametrize(
    ("file", "new", "expected"),
    [
        ("<p>One <input disabled> two</p>", "One three", "<p>One <input disabled> three</p>"),
        ('<p>One <img src="a.png">\ntwo</p>', "One three", '<p>One <img src="a.png">\nthree</p>'),
        ('<p>One<img src="a.png"> two</p>', "One three", '<p>One<img src="a.png"> three</p>'),
    ],
)
def test_blanks_on_both_sides_of_a_picture(file: str, new: str, expected: str) -> None:
    assert written("a.html", file, 0, new) == expected


@pytest.mark.parametrize(
    ("raw", "new", "expected"),
    [
        ('<a href="x">Go</a>', "<a href=\"x\">ა</a> 'ბ'", "<a href=\"x\">ა</a> \\'ბ\\'"),
        ('<a href=\\"x\\">Go</a>', '<a href="x">ა</a>', '<a href=\\"x\\">ა</a>'),
    ],
)
def test_quotes_of_attributes_in_sections_of_android(raw: str, new: str, expected: str) -> None:
    file = '<resources><string name="a"><![CDATA[{}]]></string></resources>'
    assert written("a.xml", file.format(raw), 0, new) == file.format(expected)
