"""Units written as text or Markdown: headings, lists, tables, and what stands between them."""

from __future__ import annotations

import pytest

from transreview.formats.structured_rendering import render_units
from transreview.model.unit import Unit, UnitKind

TITLE = Unit("სათაური", kind=UnitKind.TITLE)
HEADING = Unit("თავი", kind=UnitKind.HEADING)
TEXT = Unit("ტექსტი\nმეორე ხაზი")


def item(text: str, level: int = 1, marker: str = "") -> Unit:
    return Unit(text, kind=UnitKind.LIST_ITEM, level=level, marker=marker)


def cell(text: str, row: int, column: int) -> Unit:
    return Unit(text, kind=UnitKind.TABLE_CELL, row=row, column=column)


@pytest.mark.parametrize(
    ("units", "markdown", "text"),
    [
        ([TITLE, TEXT], "# სათაური\n\nტექსტი\\\nმეორე ხაზი\n", "სათაური\n\nტექსტი\nმეორე ხაზი\n"),
        ([HEADING], "## თავი\n", "თავი\n"),
        ([Unit("x", kind=UnitKind.HEADING, level=4)], "#### x\n", "x\n"),
        ([Unit("x", kind=UnitKind.HEADING, level=7)], "###### x\n", "x\n"),
        ([item("a"), item("b")], "- a\n- b\n", "a\nb\n"),
        ([item("a", marker="1."), item("b", 2, "-")], "1. a\n   - b\n", "1. a\n  - b\n"),
        ([item("a", 0), item("b", 3)], "- a\n      - b\n", "a\n    b\n"),
        ([item("a\nb", 2)], "   - a\\\n     b\n", "  a\nb\n"),
        ([Unit("p"), item("a"), Unit("q")], "p\n\n- a\n\nq\n", "p\n\na\n\nq\n"),
        (
            [cell("a", 1, 1), cell("b", 1, 2), cell("c", 2, 1), cell("d", 2, 2)],
            "| a | b |\n|---|---|\n| c | d |\n",
            "a\tb\nc\td\n",
        ),
        (
            [cell("a", 1, 1), cell("b", 1, 1), cell("c\nd", 2, 3)],
            "| a<br>b |  |  |\n|---|---|---|\n|  |  | c<br>d |\n",
            "a b\t\t\n\t\tc d\n",
        ),
        (
            [Unit("p"), cell("a", 1, 1), cell("b", 1, 1), Unit("q")],
            "p\n\n| a<br>b |\n|---|\n\nq\n",
            "p\n\na b\n\nq\n",
        ),
        ([cell("a", 1, 0), cell("b", 2, 0)], "| a |\n|---|\n| b |\n", "a\nb\n"),
    ],
)
def test_units_become_blocks(units: list[Unit], markdown: str, text: str) -> None:
    assert render_units(units, to="markdown") == markdown
    assert render_units(units, to="text") == text


def test_a_table_that_begins_anew_is_another_one() -> None:
    units = [cell("a", 1, 1), cell("b", 2, 1), cell("c", 1, 1), cell("d", 2, 1)]
    assert render_units(units, to="text") == "a\nb\n\nc\nd\n"
    apart = [cell("a", 1, 1), Unit("p"), cell("b", 2, 1)]
    assert render_units(apart, to="markdown") == "| a |\n|---|\n\np\n\n| b |\n|---|\n"


def test_an_item_behind_a_table_stands_apart() -> None:
    assert render_units([item("x"), cell("a", 1, 1), item("y")], to="text") == "x\n\na\n\ny\n"
