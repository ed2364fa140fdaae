"""Workbooks as other programs write them: what a cell holds, which cell it is, and what is written into one."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from transreview.errors import InputError
from transreview.formats.grid_xlsx import _letters, _number, read_grids, write_cells
from transreview.formats.packed import without_times

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="first" sheetId="1" r:id="r1"/>'
    '<sheet name="drawn" sheetId="2" r:id="r2"/><sheet name="last" sheetId="3" r:id="r3"/></sheets></workbook>'
)
TARGETS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="chartsheets/sheet1.xml"/>'
    '<Relationship Id="r3" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
)
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>会议</t><rPh sb="0" eb="1"><t>かいぎ</t></rPh></si>'
    "<si><r><t>one </t></r><r><t>two</t></r></si><phoneticPr/><si><t>a_x000D_b</t></si></sst>"
)


def workbook(rows: str, second: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", TARGETS)
        archive.writestr("xl/sharedStrings.xml", STRINGS)
        archive.writestr("xl/chartsheets/sheet1.xml", f'<chartsheet xmlns="{MAIN}"/>')
        for number, data in ((1, rows), (2, second)):
            archive.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>',
            )
    return buffer.getvalue()


def value(cell: str) -> str:
    (row,) = (
        read_grids(
            workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c>{cell}</row>'), "a.xlsx"
        )
        .grids[0]
        .rows
    )
    return row.cells[1]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ('<c r="B1"><f>A1</f></c>', True),
        ('<c r="B1"><f>A1</f><v/></c>', True),
        ('<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', True),
        ('<c r="B1" t="str"><f>A1</f><v/></c>', False),
        ('<c r="B1" t="str"><f>A1</f><v>x</v></c>', False),
        ('<c r="B1"/>', False),
    ],
)
def test_a_formula_without_a_value_is_named(cell: str, named: bool) -> None:
    data = workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c>{cell}</row>')
    assert [warning.split()[0] for warning in read_grids(data, "a.xlsx").warnings] == ["B1"] * named


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="B1" t="s"><v>0</v></c>', "会议"),
        ('<c r="B1" t="s"><v>1</v></c>', "one two"),
        ('<c r="B1" t="s"><v>2</v></c>', "a\rb"),
        ('<c r="B1" t="s"><v>3</v></c>', ""),
        ('<c r="B1" t="s"><v>x</v></c>', ""),
        ('<c r="B1" t="s"/>', ""),
        ('<c r="B1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="B1" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="B1"><v>12.0</v></c>', "12"),
        ('<c r="B1" t="n"><v>-12.00</v></c>', "-12"),
        ('<c r="B1"><v>12.50</v></c>', "12.50"),
        ('<c r="B1"><v>12</v></c>', "12"),
        ('<c r="B1" t="str"><v>12.0</v></c>', "12.0"),
        ('<c r="B1" t="str"><f>A1</f><v>x</v></c>', "x"),
        ('<c r="B1" t="e"><f>GOOGLETRANSLATE(A1)</f><v>#NAME?</v></c>', ""),
        ('<c r="B1"><v/></c>', ""),
        ('<c r="B1"/>', ""),
        ('<c r="B1" t="inlineStr"/>', ""),
        ('<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t/></r><t>b</t></is></c>', "ab"),
    ],
)  # fmt: skip
def test_a_cell_says_what_the_program_shows(cell: str, text: str) -> None:
    assert value(cell) == text


def test_rows_and_cells_without_references_follow_one_another() -> None:
    data = workbook(
        '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>'
        '<row r="4"><c r="B4" t="str"><v>c</v></c><c t="str"><v>d</v></c></row>'
        '<row><c t="str"><v> </v></c></row><row><c t="str"><v>e</v></c></row>'
    )
    rows = read_grids(data, "a.xlsx").grids[0].rows
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("a", "b", "")),
        (4, ("", "c", "d")),
        (6, ("e", "", "")),
    ]


def test_sheets_come_in_their_order_without_charts() -> None:
    data = workbook("", '<row><c t="str"><v>z</v></c></row>')
    assert [(grid.name, len(grid.rows)) for grid in read_grids(data, "a.xlsx").grids] == [
        ("first", 0),
        ("last", 1),
    ]


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("BA", 52), ("ZZ", 701), ("AAA", 702)],
)
def test_columns_are_counted_as_the_spreadsheet_does(letters: str, number: int) -> None:
    assert _number(letters) == number
    assert _letters(number) == letters


def test_a_cell_that_is_not_there_is_put_behind_the_nearest_one_before_it() -> None:
    data = workbook(
        '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c><c r="E1" t="str"><v>e</v></c></row>'
    )
    written = write_cells(data, "a.xlsx", {(0, 0, 2): "გ", (0, 0, 3): " დ\n", (0, 0, 0): "ა"})
    assert read_grids(written, "a.xlsx").grids[0].rows[0].cells == ("ა", "b", "გ", " დ\n", "e")
    sheet = zipfile.ZipFile(io.BytesIO(written)).read("xl/worksheets/sheet1.xml").decode()
    assert [sheet.index(f'r="{letter}1"') for letter in "ABCDE"] == sorted(
        sheet.index(f'r="{letter}1"') for letter in "ABCDE"
    )
    assert sheet.count('xml:space="preserve"') == 1
    assert write_cells(data, "a.xlsx", {}) == data


def test_only_the_sheet_and_row_that_are_meant_change() -> None:
    row = '<row r="{0}"><c r="A{0}" t="str"><v>x</v></c></row>'
    data = workbook(row.format(1) + row.format(2), row.format(1))
    written = read_grids(write_cells(data, "a.xlsx", {(1, 0, 0): "y"}), "a.xlsx").grids
    assert [[one.cells[0] for one in grid.rows] for grid in written] == [["x", "x"], ["y"]]
    written = read_grids(write_cells(data, "a.xlsx", {(0, 1, 0): "y"}), "a.xlsx").grids
    assert [[one.cells[0] for one in grid.rows] for grid in written] == [["x", "y"], ["x"]]


def test_a_package_without_a_workbook_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(InputError, match="no XLSX workbook"):
        read_grids(buffer.getvalue(), "a.xlsx")


def test_a_workbook_without_times_says_one_moment_everywhere() -> None:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    data = without_times(buffer.getvalue())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        core = archive.read("docProps/core.xml")
    assert core.count(b">2000-01-01T00:00:00Z<") == 2
    assert load_workbook(io.BytesIO(data)).sheetnames == ["Sheet"]


def test_a_workbook_of_strict_open_xml_is_read_and_written() -> None:
    data = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>')
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            strict = part.replace(
                RELATIONS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            archive.writestr(
                name, strict.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            )
    written = write_cells(buffer.getvalue(), "a.xlsx", {(0, 0, 0): "y"})
    assert read_grids(written, "a.xlsx").grids[0].rows[0].cells == ("y",)
