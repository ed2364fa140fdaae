"""CSV and TSV files of translations: a column of sources, a column of translations."""

from __future__ import annotations

from pathlib import Path

from transreview.errors import InputError
from transreview.formats.bilingual import BilingualFile, BilingualUnit
from transreview.formats.delimited import Row, parse_table, require_width
from transreview.formats.encoding import decode
from transreview.formats.reading import display_name, no_text
from transreview.i18n import _
from transreview.languages.registry import known_languages

_SOURCES = ("source", "src", "source text", "original", "msgid", "原文", "წყარო")
_TARGETS = ("target", "tgt", "translation", "mt", "target text", "msgstr", "译文", "თარგმანი")
_IDS = ("id", "key", "segment", "no", "nr", "#")
_NOTES = ("note", "comment", "notes", "context")


def read_table(data: bytes, path: Path | str, *, encoding: str | None = None) -> BilingualFile:
    """Return the texts of a CSV or TSV file.

    Columns are found by their header ("source" and "target", "src" and "tgt", "zh" and "ka" …);
    without a header the first two columns are taken.

    Raises:
        InputError: A quote is not closed, rows are of different widths, or there are not two columns.
    """
    decoded = decode(data, encoding, path=path)
    delimiter = "\t" if Path(path).suffix.lower() in {".tsv", ".tab"} else None
    rows = parse_table(decoded.text, path=display_name(path), delimiter=delimiter).rows
    if not rows:
        raise no_text(path)
    header = [cell.strip().lower() for cell in rows[0].cells]
    if len(header) < 2:
        raise InputError(
            _("this table has one column, but source and translation are two"),
            path=display_name(path),
            line=rows[0].line,
            remedy=_("Separate them with a comma, a semicolon or a tabulator."),
        )
    require_width(rows, len(header), path=display_name(path))
    source, target = _column(header, _SOURCES), _column(header, _TARGETS)
    languages = ("", "")
    if source is None or target is None:
        named = [(i, cell) for i, cell in enumerate(header) if cell.split("-")[0] in set(known_languages())]
        if len(named) >= 2:
            (source, first), (target, second) = named[0], named[1]
            languages = (first, second)
    if source is None or target is None:
        return _file([_unit(row, str(n), 0, 1, None) for n, row in enumerate(rows, 1)], decoded.encoding)
    name, note = _column(header, _IDS), _column(header, _NOTES)
    units = [
        _unit(row, row.cells[name] if name is not None else str(n), source, target, note)
        for n, row in enumerate(rows[1:], 1)
    ]
    if name is not None:
        _refuse_repeated(units, path)
    return _file(units, decoded.encoding, *languages)


def _refuse_repeated(units: list[BilingualUnit], path: Path | str) -> None:
    lines: dict[str, int] = {}
    for unit in units:
        first = lines.setdefault(unit.id, unit.line)
        if unit.id.strip() and first != unit.line:
            raise InputError(
                _("the id {id} is there twice (lines {first} and {second})").format(
                    id=unit.id, first=first, second=unit.line
                ),
                path=display_name(path),
                line=unit.line,
                remedy=_("Give each row its own."),
            )


def _file(units: list[BilingualUnit], encoding: str, source: str = "", target: str = "") -> BilingualFile:
    return BilingualFile("table", tuple(units), source, target, encoding)


def _unit(row: Row, name: str, source: int, target: int, note: int | None) -> BilingualUnit:
    said = row.cells[note] if note is not None else ""
    return BilingualUnit(name, row.cells[source], row.cells[target], row.line, note=said)


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)
