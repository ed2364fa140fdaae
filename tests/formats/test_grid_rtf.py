"""Tables of RTF: where one ends and the next begins, and rows that are cut short."""

from __future__ import annotations

import pytest

from transreview.formats.grid_rtf import read_grids

ROW = r"\trowd\cellx1000\cellx5000\pard\intbl {0}a\cell {0}b\cell\row" + "\n"


def tables(body: str) -> list[list[tuple[str, ...]]]:
    data = (r"{\rtf1\ansi\deff0 " + body + "}").encode("latin-1")
    return [[row.cells for row in grid.rows] for grid in read_grids(data, "a.rtf").grids]


FIRST, SECOND = ("1a", "1b"), ("2a", "2b")


@pytest.mark.parametrize(
    ("between", "parted"),
    [
        ("", False),
        (r"\pard\par" + "\n", False),
        (r"\pard  \par" + "\n", False),
        (r"\pard\par\pard\par" + "\n", False),
        (r"\pard Between\par" + "\n", True),
        (r"\pard Between\par\pard\par" + "\n", True),
        (r"\pard\par\pard Between\par" + "\n", True),
    ],
)
def test_words_between_two_rows_part_them_and_an_empty_paragraph_does_not(between, parted) -> None:
    found = tables(ROW.replace("{0}", "1") + between + ROW.replace("{0}", "2"))
    assert found == ([[FIRST], [SECOND]] if parted else [[FIRST, SECOND]])


def test_words_before_the_first_row_and_after_the_last_are_of_no_table() -> None:
    assert tables(r"\pard Before\par" + "\n" + ROW.replace("{0}", "1") + r"\pard After\par") == [[FIRST]]


def test_a_code_page_that_nobody_knows_is_read_as_western() -> None:
    data = (r"{\rtf1\ansi\ansicpg12 " + ROW.replace("{0}", r"\'e9") + "}").encode("latin-1")
    assert read_grids(data, "a.rtf").grids[0].rows[0].cells == ("éa", "éb")
