"""Writing pairs as tables: CSV, TSV, XLSX, and a review sheet for Word, locked where nothing may be typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from transreview.errors import InputError, TransreviewError
from transreview.formats import atomic, grid_delimited, grid_docx, grid_xlsx
from transreview.formats.delimited import Dialect, format_table
from transreview.formats.docx_properties import add_property
from transreview.formats.exchange import REVISION_FIELD, Exchange
from transreview.formats.grid import Grids
from transreview.formats.packed import saved
from transreview.i18n import _
from transreview.model.pair import Pair
from transreview.model.segment import Status

_STATUSES = (*(status.value for status in Status), "needs-work", "untranslated")
_WIDTHS = (12, 18, 60, 60, 60, 36, 14)
_EDITABLE = ("translation", "comment", "status")
_CELL_LIMIT = 32_767


def write_csv(path: Path, exchange: Exchange) -> int:
    """Write pairs as CSV in UTF-8 with the mark that Excel needs; return how many."""
    return _write_delimited(path, exchange, Dialect(",", "\r\n"), "\ufeff")


def write_tsv(path: Path, exchange: Exchange) -> int:
    """Write pairs as a table with tabs; return how many."""
    return _write_delimited(path, exchange, Dialect("\t", "\n"), "")


def write_workbook(path: Path, exchange: Exchange) -> int:
    """Write pairs as a workbook in which translations, comments and statuses can be typed; return how many.

    Raises:
        InputError: The file cannot be written, or a text is longer than a cell can be.
    """
    header, rows = _table(exchange)
    for pair_row in rows:
        if any(len(cell) > _CELL_LIMIT for cell in pair_row):
            raise InputError(
                _("a text of “{id}” is longer than a spreadsheet can hold").format(id=pair_row[0]),
                path=path,
                remedy=_("Export as CSV or XLIFF instead; nothing was written."),
            )
    data = _workbook(header, rows)
    atomic.write(
        path, data, verify=lambda file: _compare(grid_xlsx.read_grids(file.read_bytes(), path), rows)
    )
    return len(rows)


def write_review_sheet(path: Path, exchange: Exchange) -> int:
    """Write pairs as a Word table in which only translations, comments and statuses can be typed.

    Returns:
        How many there are.
    """
    header, rows = _table(replace(exchange, revision=0))
    data = _sheet(header, rows, exchange)
    atomic.write(
        path, data, verify=lambda file: _compare(grid_docx.read_grids(file.read_bytes(), path), rows)
    )
    return len(rows)


def _table(exchange: Exchange) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows: a row a pair."""
    header = [
        "id",
        "article",
        f"source ({exchange.source_language})",
        "machine translation",
        f"translation ({exchange.target_language})",
        "comment",
        "status",
    ]
    rows = [_row(file.name, pair) for file in exchange.files for pair in file.units]
    if exchange.revision:
        header.append(REVISION_FIELD)
        rows = [[*row, str(exchange.revision)] for row in rows]
    return header, rows


def _row(name: str, pair: Pair) -> list[str]:
    remarks = "\n".join(f"{who}: {what}" if who else what for who, what in pair.comments)
    return [pair.id, name, pair.source, pair.machine or pair.target, pair.target, remarks, status_word(pair)]


def status_word(pair: Pair) -> str:
    """Return how far a pair has come, in the word of the status column."""
    if not pair.target.strip():
        return "untranslated"
    return "needs-work" if pair.needs_work else (pair.status or Status.MACHINE).value


def _write_delimited(path: Path, exchange: Exchange, dialect: Dialect, mark: str) -> int:
    header, rows = _table(exchange)
    data = (mark + format_table([header, *rows], dialect)).encode("utf-8")

    def verify(file: Path) -> None:
        read = grid_delimited.read_grids(file.read_bytes(), "a.tsv" if dialect.delimiter == "\t" else "a.csv")
        _compare(read, rows)

    atomic.write(path, data, verify=verify)
    return len(rows)


def _compare(read: Grids, rows: list[list[str]]) -> None:
    """Make sure that sources and translations come back as they were written."""
    found = [(row.cells[2], row.cells[4]) for row in read.grids[0].rows[1:]]
    written = [(row[2], row[4]) for row in rows]
    if [tuple(map(_plain, pair)) for pair in found] != [tuple(map(_plain, pair)) for pair in written]:
        raise TransreviewError(
            _("the texts did not come back as they were written; the old file was kept"),
            remedy=_("Please report this: it is a fault of the program or of the disk."),
        )


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _workbook(header: list[str], rows: list[list[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = "review"
    wrapped, free = Alignment(wrap_text=True, vertical="top"), Protection(locked=False)
    editable = [at for at, name in enumerate(header, start=1) if name.split(" (")[0] in _EDITABLE]
    for number, cells in enumerate([header, *rows], start=1):
        for place, text in enumerate(cells, start=1):
            cell: Any = sheet.cell(number, place)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            # A text stays a text: neither "=1+1" nor "2021-9" shall be computed.
            cell.data_type, cell.number_format, cell.alignment = "s", "@", wrapped
            if number == 1:
                cell.font = Font(bold=True)
            elif place in editable:
                cell.protection = free
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    if rows:
        choices = DataValidation(type="list", formula1=f'"{",".join(_STATUSES)}"', allow_blank=True)
        sheet.add_data_validation(choices)
        status = get_column_letter(header.index("status") + 1)
        choices.add(f"{status}2:{status}{len(rows) + 1}")
    if REVISION_FIELD in header:
        sheet.column_dimensions[get_column_letter(header.index(REVISION_FIELD) + 1)].hidden = True
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False
    return saved(workbook)


def _sheet(header: list[str], rows: list[list[str]], exchange: Exchange) -> bytes:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document: Any = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.core_properties.title = f"{exchange.source_language} – {exchange.target_language}"
    document.styles["Normal"].font.size = Pt(9)
    document.add_paragraph(
        _("Type in the columns translation, comment and status only; the program reads them back.")
    )
    table = document.add_table(rows=0, cols=len(header))
    table.style = "Table Grid"
    editable = [at for at, name in enumerate(header) if name.split(" (")[0] in _EDITABLE]
    numbers = _numbers()
    for number, texts in enumerate([header, *rows]):
        for at, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.bold = number == 0
            if number and at in editable:
                _permit(paragraph, next(numbers))
    # Read-only with permitted ranges: Word lets nothing else be typed into.
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    protection.set(qn("w:enforcement"), "1")
    document.settings.element.insert(0, protection)
    if exchange.revision:
        add_property(document.part.package, REVISION_FIELD, str(exchange.revision))
    return saved(document)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _permit(paragraph: Any, number: int) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:permStart"), OxmlElement("w:permEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:edGrp"), "everyone")
    end.set(qn("w:id"), str(number))
    children = list(paragraph._p)  # noqa: SLF001 - python-docx has no other way to it
    place = 1 if children and children[0].tag == qn("w:pPr") else 0
    paragraph._p.insert(place, start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001
