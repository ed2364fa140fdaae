"""Inline marks are found with their places, as Markdown, HTML and programs' placeholders write them."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.formats.inline_marks import find_marks, masked, untranslated
from transreview.model.inline_mark import MarkKind


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(mark.kind.value, text[mark.start : mark.end], mark.value) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用 `a b` 打开", [("code", "`a b`", "a b")]),
        ("the `frozen' and (`testing') parts", []),  # quotations of GNU and TeX
        ("`it's` and `don't` are", [("code", "`it's`", "it's"), ("code", "`don't`", "don't")]),
        ("`f('')` და `g('')`", [("code", "`f('')`", "f('')"), ("code", "`g('')`", "g('')")]),
        (
            ":guilabel:`Save` და `x`",
            [("placeholder", ":guilabel:", ":guilabel:"), ("code", "`Save`", ""), ("code", "`x`", "x")],
        ),
        (":py:func:`open`", [("placeholder", ":py:func:", ":py:func:"), ("code", "`open`", "open")]),
        (
            ":ref:`the guide <install>`",
            [("placeholder", ":ref:", ":ref:"), ("code", "`the guide <install>`", "<install>")],
        ),
        ("`სია <https://e.org>`_", [("code", "`სია <https://e.org>`", "<https://e.org>")]),
        ("`a <b>` და", [("code", "`a <b>`", "a <b>")]),
        ("``a ` b`` c", [("code", "``a ` b``", "a ` b")]),
        ("见[说明](./a.md)。", [("link", "[说明](./a.md)", "./a.md")]),
        ('[x](<a b.md> "题")', [("link", '[x](<a b.md> "题")', "a b.md")]),
        ("[x](a_(b))", [("link", "[x](a_(b))", "a_(b)")]),
        ("[多种语言][langs]", [("link", "[多种语言][langs]", "langs")]),
        ("[foo][]", [("link", "[foo][]", "foo")]),
        ("![图](a.png)", [("image", "![图](a.png)", "a.png")]),
        ("[![图](a.png)](b)", [("link", "[![图](a.png)](b)", "b"), ("image", "![图](a.png)", "a.png")]),
        ("**注意：** 先", [("strong", "**注意：**", "")]),
        ("*ა* და _ბ_", [("emphasis", "*ა*", ""), ("emphasis", "_ბ_", "")]),
        ("~~ძველი~~", [("strike", "~~ძველი~~", "")]),
        ("ტექსტი[^1].", [("footnote", "[^1]", "1")]),
        ("<b>x</b><br/>", [("tag", "<b>", "b"), ("tag", "</b>", "/b"), ("tag", "<br/>", "br")]),
        ("a<!-- b --> c", [("tag", "<!-- b -->", "!--")]),
        ("<https://e.org>", [("address", "<https://e.org>", "https://e.org")]),
        ("იხ. https://e.org/a-ზე.", [("address", "https://e.org/a", "https://e.org/a")]),
        ("press@example.cn.", [("address", "press@example.cn", "press@example.cn")]),
        ("{0} %s %1$d", [("placeholder", word, word) for word in ("{0}", "%s", "%1$d")]),
        ("%1 %L2 :count", [("placeholder", word, word) for word in ("%1", "%L2", ":count")]),
        (
            "{{< tip >}} {% a b.jpg %}",
            [("placeholder", word, word) for word in ("{{< tip >}}", "{% a b.jpg %}")],
        ),
        ("$FIRST$ ${name}", [("placeholder", word, word) for word in ("$FIRST$", "${name}")]),
        (
            "Row {0.name} {items[2]:>5}",
            [("placeholder", word, word) for word in ("{0.name}", "{items[2]:>5}")],
        ),
    ],
)
def test_each_kind_is_found_with_its_place_and_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "by_reference", "inner"),
    [
        ("[一](a)", False, "一"),
        ("[一][a]", True, "一"),
        ("[一][]", True, "一"),
        ("![一](a)", False, "一"),
        ("![一][a]", True, "一"),
        ("[一]()", False, "一"),
    ],
)
def test_a_link_says_whether_its_address_stands_elsewhere(text: str, by_reference: bool, inner: str) -> None:
    (mark,) = find_marks(text)
    assert mark.by_reference is by_reference
    assert mark.inner is not None
    assert text[slice(*mark.inner)] == inner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- b -->", [("tag", "<!-- b -->", "!--")]),
        ("a <!-- b", [("tag", "<!--", "<!--")]),
        ("<!-- b --> <!-- c", [("tag", "<!-- b -->", "!--"), ("tag", "<!--", "<!--")]),
        ("<!----> x", [("tag", "<!---->", "!--")]),
    ],
)
def test_a_comment_reaches_to_its_end_and_an_open_one_is_its_beginning(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["普通的句子。", "a\\`b", "5 * 3 * 2", "snake_case_name", "[არა ბმული]", "100 %-იანი", "10:30 საათზე", ":smile: ა", r"\*a\*",
     "a < b > c", "20% discount", "დრო:ახლა"],
)  # fmt: skip
def test_ordinary_text_has_no_marks(text: str) -> None:
    assert find_marks(text) == ()


@pytest.mark.parametrize("text", ["** ყურადღება:** x", "**დასკვნა.**სხვა", "**结论。**其他"])
def test_bold_that_readers_see_as_asterisks_is_stray(text: str) -> None:
    assert [mark.kind for mark in find_marks(text)] == [MarkKind.STRAY, MarkKind.STRAY]


def test_a_plural_message_keeps_the_text_of_its_branches() -> None:
    text = "{n, plural, one {# file} other {# files}} left"
    assert masked(text).split() == ["#", "file", "#", "files", "left"]


def test_a_mask_keeps_the_words_of_links_and_bold_and_every_place() -> None:
    text = "**注意** [说明](a.md) `code` https://e.org 完"
    assert masked(text).split() == ["注意", "说明", "完"]
    assert all(one in {other, " "} for one, other in zip(masked(text), text, strict=True))


@given(st.text(alphabet="ab `*_~[]()!<>{}%$:@/.\\\"'^中ა\n", max_size=60))
def test_marks_lie_inside_the_text_and_never_cross(text: str) -> None:
    marks = find_marks(text)
    for mark in marks:
        assert 0 <= mark.start < mark.end <= len(text)
        if mark.inner:
            assert mark.start <= mark.inner[0] <= mark.inner[1] <= mark.end
    for index, one in enumerate(marks):
        for other in marks[index + 1 :]:
            assert other.start >= one.end or other.end <= one.end
    places = sorted(untranslated(marks))
    assert all(first[0] <= first[1] for first in places)


@pytest.mark.parametrize(
    "piece", ["[", "`a", "*a ", "<!--", "{n, plural, ", "<a ", "[](", "_a*", "{{", "![a]("]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    short, long = piece * 4_000, piece * 16_000
    times = []
    gc.disable()  # a collection looks through all that other tests have left
    try:
        for text in (short, long):
            begun = time.process_time()
            find_marks(text)
            times.append(time.process_time() - begun)
    finally:
        gc.enable()
    assert times[1] < 12 * times[0] + 0.2
