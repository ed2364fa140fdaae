"""Numbers of workbooks are read as people see them: per cent, thousands, days, times."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from transreview.formats.grid_xlsx import read_grids, read_workbook, update_workbook
from transreview.formats.xlsx_numbers import shown
from transreview.model.pair import PairChange


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.5", "0%", "50%"),
        ("0.125", "0.0%", "12.5%"),
        ("0.125", "0%", "13%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234567", "#,##0", "1,234,567"),
        ("1234567", '#,##0.0,," M"', "1.2 M"),
        ("5", "0.##", "5"),
        ("5.25", "0.##", "5.25"),
        ("7", "000", "007"),
        ("-3", "0", "-3"),
        ("-3", "0;(0)", "(3)"),
        ("-0.5", "0%;[Red]-0%", "-50%"),
        ("1500", '[$€-407] #,##0', "€ 1,500"),
        ("1500", '#,##0\\ "ლარი"', "1,500 ლარი"),
        ("1500", '_-* #,##0_-', "1,500"),
        ("45415", "yyyy-mm-dd", "2024-05-03"),
        ("45415", "dd.mm.yyyy", "03.05.2024"),
        ("45415", 'yyyy"年"m"月"d"日"', "2024年5月3日"),
        ("45415", "[$-409]d mmmm yyyy", "3 May 2024"),
        ("45415", "ddd, d mmm yy", "Fri, 3 May 24"),
        ("45415.604166666664", "yyyy-mm-dd hh:mm", "2024-05-03 14:30"),
        ("0.604166666664", "h:mm AM/PM", "2:30 PM"),
        ("0.5", "mm:ss", "00:00"),
        ("0.0003819444", "m:ss", "0:33"),
        # What cannot be shown for sure is left as the number that it is.
        ("1.5", "[h]:mm", "1.5"),
        ("0.5", "# ?/?", "0.5"),
        ("50000", "0.00E+00", "50000"),
        ("5", "@", "5"),
        ("5", "General", "5"),
        ("5", '"text"', "5"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("9999999", "yyyy-mm-dd", "9999999"),
        ("x", "0%", "x"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def workbook(*rows: tuple[Any, Any, str], from_1904: bool = False) -> bytes:
    book = Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.create_sheet("texts", 0)
    sheet.append(["source", "target"])
    for number, (source, target, code) in enumerate(rows, start=2):
        sheet.append([source, target])
        if code:
            sheet.cell(number, 2).number_format = code
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


ROWS = (
    ("50%", 0.5, "0%"),
    ("1,234.50", 1234.5, "#,##0.00"),
    ("2024-05-03", date(2024, 5, 3), "dd.mm.yyyy"),
    ("14:30", time(14, 30), "h:mm"),
    ("2024-05-03 14:30", datetime(2024, 5, 3, 14, 30), 'yyyy"年"m"月"d"日" h:mm'),
    ("5", 5, ""),
)
SHOWN = ["50%", "1,234.50", "03.05.2024", "14:30", "2024年5月3日 14:30", "5"]


@pytest.mark.parametrize("from_1904", [False, True])
def test_cells_of_a_workbook_read_as_they_look(from_1904: bool) -> None:
    rows = read_grids(workbook(*ROWS, from_1904=from_1904), "a.xlsx").grids[0].rows
    assert [row.cells[1] for row in rows[1:]] == SHOWN


def test_an_edit_of_another_cell_leaves_numbers_the_numbers_that_they_are() -> None:
    data = workbook(("会议", "შეხვედრა", ""), *ROWS)
    languages = {"source_language": "zh", "target_language": "ka"}
    units = read_workbook(data, "a.xlsx", **languages).pairs
    changed = update_workbook(data, "a.xlsx", {units[0].id: PairChange(target="კრება")}, **languages)
    cells = [row[1] for row in load_workbook(io.BytesIO(changed))["texts"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells][:3] == ["კრება", 0.5, 1234.5]
    assert cells[1].number_format == "0%"
