"""Rows of Markdown tables: which lines are some, where their cells stand, and what separator belongs below."""

from __future__ import annotations

import pytest

from transreview.formats.markdown_tables import cells, is_row, mended_separator


@pytest.mark.parametrize(
    ("line", "row", "closed", "loose"),
    [
        ("| a | b |", True, True, True),
        ("a | b", True, False, True),
        ("| a", False, False, True),
        ("| a |", True, True, True),
        ("| a | b", True, False, True),
        ("a | b |", True, False, True),
        ("| a | b \\|", True, False, True),
        ("a \\| b", False, False, True),
        ("> | a | b |", True, True, True),
        ("> a | b", True, False, True),
        ("a b", False, False, False),
        ("", False, False, False),
        ("|", False, False, True),
    ],
)
def test_a_row_has_a_bar_between_two_texts(line: str, row: bool, closed: bool, loose: bool) -> None:
    assert (is_row(line), is_row(line, closed=True), is_row(line, loose=True)) == (row, closed, loose)


@pytest.mark.parametrize(
    ("header", "line", "mended"),
    [
        ("| a | b |", "|---|---|", ""),
        ("a | b", "--- | :-:", ""),
        ("| a | b |", "|---|", "|---|---|"),
        ("| a | b |", "|---|---|---|", "|---|---|"),
        ("| a | b |", "|———|———|", "|---|---|"),
        ("| a | b |", "|－－|－－|", "|---|---|"),
        ("| a | b |", "|===|===|", "|---|---|"),
        ("| a | b |", "|___+___|", "|---|---|"),
        ("| a | b |", "|- -|---|", "|---|---|"),
        ("> | a | b |", "> |---|", "> |---|---|"),
        ("| a \\| b |", "|---|", ""),
        ("| a | b \\|", "|---|---|", ""),
        ("| a |", "|---|", ""),
        ("| a | b |", "| c | d |", None),
        ("| a | b |", "-----", None),
        ("| a | b |", "|   |   |", None),
        ("| a | b |", "", None),
    ],
)
def test_a_separator_has_as_many_columns_as_its_header(header: str, line: str, mended: str | None) -> None:
    assert mended_separator(header, line) == mended


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a | b", ["a", "b"]),
        ("|a||b|", ["a", "", "b"]),
        ("|  |b |", ["", "b"]),
        ("> | a b | c |  ", ["a b", "c"]),
        ("| a \\| b | c |", ["a \\| b", "c"]),
        ("| a | b \\|", ["a", "b \\|"]),
        ("|", [""]),
        ("", [""]),
    ],
)
def test_the_cells_of_a_row_are_found_without_blanks_and_the_empty_ones_too(
    row: str, found: list[str]
) -> None:
    text = f"x | y\n{row}\nz | z"
    start = 6
    assert [text[begin:end] for begin, end in cells(text, start, start + len(row))] == found


def test_an_empty_cell_stands_right_behind_its_bar() -> None:
    assert list(cells("| |a|", 0, 5)) == [(1, 1), (3, 4)]
