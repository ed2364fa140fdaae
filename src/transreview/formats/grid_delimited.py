"""CSV and TSV files of translations: their cells read, and single cells changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.bilingual_table import changed_cells, pair_file
from transreview.formats.delimited import Dialect, Row, Table, parse_table, require_width
from transreview.formats.encoding import decode
from transreview.formats.grid import Cell, Grid, Grids
from transreview.formats.lines import LINE_END
from transreview.formats.reading import display_name
from transreview.i18n import _
from transreview.model.pair import PairChange, PairFile

_TABS = frozenset({".tsv", ".tab"})


def read_table(
    data: bytes,
    path: Path | str,
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> PairFile:
    """Return the texts of a CSV or TSV file.

    Raises:
        InputError: A quote is not closed, rows are of different widths, or there are not two columns.
    """
    grids = read_grids(data, path, encoding=encoding)
    return pair_file("table", grids, path, source_language=source_language, target_language=target_language)


def update_table(
    data: bytes,
    path: Path | str,
    changes: Mapping[str, PairChange],
    *,
    encoding: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> bytes:
    """Return the bytes of a CSV or TSV file with changed translations, everything else as it stands.

    Raises:
        InputError: The file cannot be read, or its encoding lacks a character of a change.
    """
    grids = read_grids(data, path, encoding=encoding)
    cells = changed_cells(grids, path, changes, source_language, target_language)
    return write_cells(data, path, cells, encoding=encoding)


def read_grids(data: bytes, path: Path | str, *, encoding: str | None = None) -> Grids:
    """Return the one table of a delimited file."""
    decoded = decode(data, encoding, path=path)
    table, _quoted = _table(decoded.text, path)
    if table.rows:
        require_width(table.rows, len(table.rows[0].cells), path=display_name(path))
    return Grids(grids=(Grid(name="", rows=table.rows),), encoding=decoded.encoding)


def _table(text: str, path: Path | str) -> tuple[Table, bool]:
    """Return the rows of a text, and whether quotes around cells are quotes.

    Most programs that write tabs know no quoting: where the quotes make no sense as such, and every
    line has as many cells, they are text.
    """
    asked = "\t" if Path(path).suffix.lower() in _TABS else None
    try:
        return parse_table(text, path=display_name(path), delimiter=asked), True
    except InputError:
        lines = [(number, line) for number, line in enumerate(LINE_END.split(text), start=1) if line.strip()]
        rows = tuple(Row(number, tuple(line.split("\t"))) for number, line in lines)
        if asked is None or len({len(row.cells) for row in rows}) != 1:
            raise
        return Table(rows, Dialect("\t", "\n")), False


def write_cells(
    data: bytes, path: Path | str, cells: Mapping[Cell, str], *, encoding: str | None = None
) -> bytes:
    """Return a delimited file with some cells changed.

    Raises:
        InputError: Its encoding lacks a character of a cell.
    """
    decoded = decode(data, encoding, path=path)
    text = decoded.text
    table, quoted = _table(text, path)
    delimiter = table.dialect.delimiter
    extents = list(_extents(text, delimiter, quoted=quoted))
    if len(extents) != len(table.rows):
        raise InputError(
            _("this table cannot be written back: its rows cannot be told apart"),
            path=display_name(path),
            remedy=_("Export to a new file instead."),
        )
    edits = sorted((*extents[row][column], value) for (_grid, row, column), value in cells.items())
    parts, at = [], 0
    for start, end, value in edits:
        if not quoted and any(mark in value for mark in "\t\r\n"):
            raise InputError(
                _("this table knows no quotes, so that a cell can hold no line end: {text}").format(
                    text=value[:40]
                ),
                path=display_name(path),
                remedy=_("Write the translation on one line, or export to another format."),
            )
        parts += [text[at:start], _cell(value, text[start:end], delimiter) if quoted else value]
        at = end
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    codec = "utf-8" if mark else decoded.encoding
    if decoded.encoding == "utf-16":
        mark, codec = data[:2], "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
    try:
        return mark + "".join([*parts, text[at:]]).encode(codec)
    except UnicodeEncodeError as error:
        raise InputError(
            _("{name}, the encoding of this file, lacks the character {character}").format(
                name=codec, character=error.object[error.start]
            ),
            path=display_name(path),
            remedy=_("Save the file as UTF-8 first."),
        ) from error


def _cell(value: str, before: str, delimiter: str) -> str:
    quoted = before.startswith('"') or value.startswith('"')
    if quoted or any(mark in value for mark in (delimiter, "\n", "\r")):
        return '"' + value.replace('"', '""') + '"'
    return value


def _extents(text: str, delimiter: str, *, quoted: bool) -> Iterator[list[tuple[int, int]]]:
    """Yield where the cells of each row stand; rows without anything in them are left out, as in reading."""
    plain = rf"[^{re.escape(delimiter)}\r\n]*"
    cell = re.compile(rf'"(?:[^"]|"")*"{plain}|{plain}' if quoted else plain)
    at, row = _begin(text), list[tuple[int, int]]()
    while at <= len(text):
        match = cell.match(text, at)
        assert match is not None
        row.append(match.span())
        at = match.end()
        if at < len(text) and text[at] == delimiter:
            at += 1
            continue
        if any(text[start:end].strip().strip('"' if quoted else "").strip() for start, end in row):
            yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
    assert not row


def _begin(text: str) -> int:
    first, _mark, _rest = text.partition("\n")
    return len(first) + 1 if first.rstrip("\r").lower() in {"sep=,", "sep=;", "sep=\t"} else 0
