"""Tables of delimited text: CSV and TSV as spreadsheets and people write it, lines kept for messages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _, ngettext

_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written down.

    Attributes:
        delimiter: What stands between cells.
        newline: What ends a row.
    """

    delimiter: str = ","
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the 1-based line of the file it begins on."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file, the header among them, and how they were written."""

    rows: tuple[Row, ...]
    dialect: Dialect


def parse_table(text: str, *, path: Path | str, delimiter: str | None = None) -> Table:
    """Read the rows of a delimited text.

    Args:
        text: The decoded file, with its line ends as they are, without byte order mark.
        path: Its name, for messages.
        delimiter: What separates cells; found from the first line when None.

    Returns:
        Its rows without the empty ones.

    Raises:
        InputError: A quote is never closed or stands inside a bare cell, or a cell is too long.
    """
    first, _mark, rest = text.partition("\n")
    body, skipped = text, 0
    if first.rstrip("\r").lower() in {f"sep={mark}" for mark in _DELIMITERS}:  # Excel's own hint
        delimiter, body, skipped = first[4], rest, 1
    dialect = Dialect(delimiter or _delimiter(body), _newline(body))
    return Table(tuple(_rows(body, dialect, path, skipped)), dialect)


def format_table(rows: Iterable[Sequence[str]], dialect: Dialect = Dialect()) -> str:
    """Write rows as delimited text with no more quotes than reading them back needs."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=dialect.delimiter, lineterminator=dialect.newline)
    writer.writerows(rows)
    return buffer.getvalue()


def harmless(value: object) -> object:
    """Return a cell that a spreadsheet takes for text: a leading = + - @ TAB or CR would start a formula."""
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def require_width(rows: Sequence[Row], width: int, *, path: Path | str) -> None:
    """Refuse rows with more or fewer cells than the header has.

    Raises:
        InputError: Names the first such row and lists the lines of the others.
    """
    odd = [row for row in rows if len(row.cells) != width]
    if not odd:
        return
    others = ", ".join(str(row.line) for row in odd[1:10])
    more = _(" (lines {lines} too)").format(lines=others) if others else ""
    raise InputError(
        ngettext(
            "this row has {found} cell where the header has {width}{more}",
            "this row has {found} cells where the header has {width}{more}",
            len(odd[0].cells),
        ).format(found=len(odd[0].cells), width=width, more=more),
        path=path,
        line=odd[0].line,
        remedy=_(
            "Put cells that hold the separator or a quote in double quotes, and fill rows up to the header."
        ),
    )


def _rows(body: str, dialect: Dialect, path: Path | str, skipped: int) -> Iterable[Row]:
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=dialect.delimiter, strict=True)
    begin = 1 + skipped
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(begin, tuple(cells))
            begin = reader.line_num + skipped + 1
    except csv.Error as error:
        raise _unreadable(error, path, begin) from error


def _unreadable(error: csv.Error, path: Path | str, line: int) -> InputError:
    if "field larger" in str(error):
        return InputError(
            _("a cell of this row is longer than {limit} characters").format(limit=csv.field_size_limit()),
            path=path,
            line=line,
            remedy=_("Most likely a quote before it was never closed."),
        )
    return InputError(
        _("a double quote that opens in this row is not closed, or does not stand at the edge of its cell"),
        path=path,
        line=line,
        remedy=_('Write a cell with quotes as "so ""quoted"" text".'),
    )


def _delimiter(body: str) -> str:
    """Return the separator that the first line has most of, outside quotes."""
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for character in body:
        if character == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif character in "\r\n":
            break
        elif character in counts:
            counts[character] += 1
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _newline(body: str) -> str:
    """Return the line end of the first line."""
    at = next((i for i, character in enumerate(body) if character in "\r\n"), None)
    if at is None:
        return "\n"
    return "\r\n" if body.startswith("\r\n", at) else body[at]
