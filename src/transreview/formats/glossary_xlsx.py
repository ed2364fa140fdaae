"""Glossaries as XLSX workbooks: the same columns as in CSV, for people who work in a spreadsheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from transreview.errors import InputError
from transreview.formats import atomic
from transreview.formats.delimited import Dialect, Row, Table
from transreview.formats.glossary_columns import cells_of, columns_of
from transreview.formats.glossary_csv import glossary_of
from transreview.formats.packed import saved
from transreview.formats.reading import display_name, read_bytes
from transreview.i18n import _
from transreview.model.glossary import Glossary

# A workbook is compressed; one that unpacks to more is no glossary, or an attack.
_LARGEST = 200_000_000
_WIDTHS = {"id": 24, "subject": 14, "definition": 40, "status": 11, "note": 36}
# The same glossary gives the same bytes, whenever it is written.
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def read_xlsx(path: Path | str) -> Glossary:
    """Read a glossary from the first sheet of a workbook.

    Formulas are read as the values that the spreadsheet program last computed.

    Raises:
        InputError: The file is no workbook, is damaged, or its sheet is no glossary (as for CSV;
            lines are the rows of the sheet).
    """
    rows = list(_rows(read_bytes(path), path))
    while rows and rows[0].cells and not rows[0].cells[-1].strip():  # empty columns at the right
        if any(row.cells[-1].strip() for row in rows):
            break
        rows = [Row(row.line, row.cells[:-1]) for row in rows]
    return glossary_of(Table(tuple(rows), Dialect()), path=path)[0]


def write_xlsx(path: Path | str, glossary: Glossary) -> None:
    """Write a glossary as a workbook with one sheet, its header fixed, every cell a text.

    Raises:
        InputError: The file cannot be written, or a cell is longer than a spreadsheet can hold.
    """
    columns = columns_of(glossary.concepts, glossary.languages)
    concepts = sorted(glossary.concepts, key=lambda concept: concept.id)
    rows = [cells_of(concept, columns) for concept in concepts]
    _refuse_long_cells(rows, [concept.id for concept in concepts], path)
    atomic.write(path, _workbook(columns, rows))


def _rows(data: bytes, path: Path | str) -> Iterable[Row]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bombs(data, path)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        found = [tuple(_text(value) for value in cells) for cells in sheet.iter_rows(values_only=True)]
    except (InvalidFileException, KeyError, IndexError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise _damaged(path) from error
    width = max(map(len, found), default=0)
    for line, cells in enumerate(found, start=1):
        if any(cell.strip() for cell in cells):
            yield Row(line, cells + ("",) * (width - len(cells)))


def _refuse_bombs(data: bytes, path: Path | str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise _damaged(path) from error
    if size > _LARGEST:
        raise InputError(
            _("this workbook unpacks to {size} MB").format(size=size // 1_000_000),
            path=display_name(path),
            remedy=_("Save the glossary alone, as CSV or as a workbook of its own."),
        )


def _damaged(path: Path | str) -> InputError:
    return InputError(
        _("this is no XLSX workbook, or a damaged one"),
        path=display_name(path),
        remedy=_("Open it in a spreadsheet program and save it again, or save it as CSV."),
    )


def _text(value: object) -> str:
    """Return a cell as text; what a spreadsheet made a number of is written as people would."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
    return str(value)


_CELL_LIMIT = 32_767


def _refuse_long_cells(rows: Sequence[Sequence[str]], ids: Sequence[str], path: Path | str) -> None:
    for id_, cells in zip(ids, rows, strict=True):
        if any(len(cell) > _CELL_LIMIT for cell in cells):
            raise InputError(
                _("a cell of “{id}” is longer than a spreadsheet can hold").format(id=id_),
                path=display_name(path),
                remedy=_("Shorten it, or export as CSV."),
            )


def _workbook(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    workbook.properties.created = _NO_TIME
    sheet = workbook.worksheets[0]
    sheet.title = "glossary"
    for number, cells in enumerate([columns, *rows], start=1):
        for place, text in enumerate(cells, start=1):
            if text:
                cell: Any = sheet.cell(number, place, ILLEGAL_CHARACTERS_RE.sub("", text))
                # A text stays a text: neither "=1+1" nor "2021-9" shall be computed.
                cell.data_type = "s"
                cell.number_format = "@"
    for place, name in enumerate(columns, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 24)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    return saved(workbook)
