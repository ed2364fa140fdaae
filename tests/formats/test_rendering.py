"""An article as text or Markdown from its paragraphs alone."""

from __future__ import annotations

import pytest

from transreview.formats.filling import Passage
from transreview.formats.markdown_inline import one_line
from transreview.formats.rendering import passages_of, render
from transreview.model.unit import Unit, UnitKind


def rendered(units: list[Unit], to: str, syntax: str = "text") -> str:
    return render(units, passages_of(units), to=to, syntax=syntax)


@pytest.mark.parametrize(
    ("unit", "markdown", "text"),
    [
        (Unit("თავი #", kind=UnitKind.HEADING), "## თავი \\#\n", "თავი #\n"),
        (Unit("ა\nბ", kind=UnitKind.TITLE), "# ა ბ\n", "ა\nბ\n"),
        (Unit("ა*ბ* [გ]"), None, "ა*ბ* [გ]\n"),
        (Unit("• პუნქტი", kind=UnitKind.LIST_ITEM), "- პუნქტი\n", "• პუნქტი\n"),
        (Unit("3. მესამე", kind=UnitKind.LIST_ITEM), "3. მესამე\n", "3. მესამე\n"),
        (Unit("12．十二", kind=UnitKind.LIST_ITEM), "12. 十二\n", "12．十二\n"),
        (Unit("ა) პირველი", kind=UnitKind.LIST_ITEM), "ა) პირველი\n", "ა) პირველი\n"),
        (Unit("• ა\n\nბ", kind=UnitKind.LIST_ITEM), "- ა\n\n  ბ\n", "• ა\n\nბ\n"),
        (Unit("ა\n\n\nბ"), "ა\n\nბ\n", "ა\n\n\nბ\n"),
    ],
)
def test_a_paragraph_of_text_is_written_by_its_kind(unit: Unit, markdown: str | None, text: str) -> None:
    if markdown is not None:
        assert rendered([unit], "markdown") == markdown
    assert rendered([unit], "text") == text


@pytest.mark.parametrize(
    ("unit", "markdown"),
    [
        (Unit("თავი", kind=UnitKind.HEADING, prefix="### "), "### თავი\n"),
        (Unit("თავი", kind=UnitKind.HEADING), "## თავი\n"),
        (Unit("თავი", kind=UnitKind.TITLE, prefix="> "), "# თავი\n"),
        (Unit("ა\nბ", prefix="> "), "> ა\\\n> ბ\n"),
        (Unit("ა\nბ", kind=UnitKind.LIST_ITEM, prefix="- "), "- ა\\\n  ბ\n"),
        (Unit("ა"), "ა\n"),
    ],
)
def test_a_paragraph_of_markdown_keeps_its_prefix(unit: Unit, markdown: str) -> None:
    assert rendered([unit], "markdown", "markdown") == markdown


def test_items_stand_together_and_paragraphs_apart() -> None:
    units = [
        Unit("ა"),
        Unit("• ერთი", kind=UnitKind.LIST_ITEM),
        Unit("• ორი", kind=UnitKind.LIST_ITEM),
        Unit("ბ"),
    ]
    units = [Unit(one.text, kind=one.kind, paragraph=number) for number, one in enumerate(units)]
    assert rendered(units, "markdown") == "ა\n\n- ერთი\n- ორი\n\nბ\n"
    assert rendered(units, "text") == "ა\n\n• ერთი\n• ორი\n\nბ\n"


@pytest.mark.parametrize("marks", [("• ", "• "), ("1. ", "2. "), ("• ", "1. "), ("1. ", "• ")])
@pytest.mark.parametrize("to", ["text", "markdown"])
def test_items_stand_together_whatever_their_marks(marks, to) -> None:
    units = [Unit(mark + "ა", kind=UnitKind.LIST_ITEM, paragraph=n) for n, mark in enumerate(marks)]
    assert "\n\n" not in rendered(units, to)
    for plain in range(2):
        mixed = [Unit("ა", paragraph=n) if n == plain else one for n, one in enumerate(units)]
        assert rendered(mixed, to).count("\n\n") == 1


def test_sentences_of_a_paragraph_are_joined_and_emptied_ones_left_out() -> None:
    units = [Unit("ა.", paragraph=0), Unit("ბ.", paragraph=0), Unit("გ.", paragraph=1)]
    passages = [
        Passage("ა.", 0), Passage("", 1), Passage("ახალი.", None, sentence=True), Passage("თავი", None, kind=UnitKind.HEADING),
        Passage("", 2),
    ]  # fmt: skip
    assert render(units, passages, to="markdown", syntax="text") == "ა. ახალი.\n\n## თავი\n"
    assert render(units, passages, to="text", syntax="text", joiner="") == "ა.ახალი.\n\nთავი\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a\nb", "a b"),
        ("a  \nb", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("a \nb", "a b"),
        ("a\nb  ", "a b"),
        ("a\nb\\", "a b\\"),
        ("a  \n  \nb", "a\nb"),
        ("  a\n   b", "a b"),
        ("会\n议", "会议"),
        ("", ""),
    ],
)
def test_lines_of_markdown_are_one_but_for_hard_breaks(content: str, line: str) -> None:
    assert one_line(content) == line
