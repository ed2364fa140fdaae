"""Glossaries as CSV files made for git and spreadsheets: one row a concept, sorted, byte-stable."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from transreview.errors import InputError
from transreview.formats import atomic
from transreview.formats.delimited import Dialect, Row, Table, format_table, parse_table, require_width
from transreview.formats.encoding import decode
from transreview.formats.glossary_columns import FIXED, cells_of, columns_of, concept_of, parse_column
from transreview.formats.reading import read_bytes
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Glossary
from transreview.terminal_text import shell_word

# What a spreadsheet takes for a formula is written behind an apostrophe, and read without it.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Layout:
    """What of a glossary file is not its concepts, so that rewriting changes only what changed.

    Attributes:
        columns: Header in the file's order.
        dialect: Separator and line end.
        rows: Cells of each row by its id, in the file's order.
        encoding: How its bytes are written ("utf-8-sig" has the mark that Excel needs).
    """

    columns: tuple[str, ...] = ()
    dialect: Dialect = Dialect()  # noqa: RUF009 - frozen
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    encoding: str = "utf-8"


def read_glossary(path: Path | str, *, encoding: str | None = None) -> Glossary:
    """Read a glossary file.

    Args:
        path: A CSV file with the columns that docs/glossary-maintainers.md describes. A byte order
            mark, semicolons or tabs between cells, and any line end are understood.
        encoding: How its bytes are written; found out when None.

    Returns:
        Its concepts in the file's order.

    Raises:
        InputError: The file cannot be read, its header is not that of a glossary, two rows share an
            id, a quote is not closed, a row has more or fewer cells than the header, or a status is
            unknown.
    """
    return read_glossary_with_layout(path, encoding=encoding)[0]


def read_glossary_with_layout(path: Path | str, *, encoding: str | None = None) -> tuple[Glossary, Layout]:
    """Read a glossary file and how it is laid out; see `read_glossary`.

    Raises:
        InputError: It is no CSV file, or one that `read_glossary` refuses.
    """
    if Path(path).suffix.lower() in {".tbx", ".xlsx"}:
        raise InputError(
            _("glossaries in use are CSV files"),
            path=path,
            remedy=_("Bring this one in: transreview terms import {file} --into NAME.csv.").format(
                file=shell_word(str(path))
            ),
        )
    return decode_glossary(read_bytes(path), path=path, encoding=encoding)


def decode_glossary(data: bytes, *, path: Path | str, encoding: str | None = None) -> tuple[Glossary, Layout]:
    """Read a glossary from the bytes of its file, the inverse of `encode_glossary`."""
    decoded = decode(data, encoding, path=path)
    glossary, layout = parse_glossary(decoded.text, path=path)
    return glossary, replace(layout, encoding=decoded.encoding)


def parse_glossary(text: str, *, path: Path | str) -> tuple[Glossary, Layout]:
    """Read a glossary from text; `path` is for messages and for the concepts' origin."""
    return glossary_of(parse_table(text, path=path), path=path, guarded=True)


def glossary_of(table: Table, *, path: Path | str, guarded: bool = False) -> tuple[Glossary, Layout]:
    """Read a glossary from the rows of a table, whatever file they come from.

    Args:
        table: The rows, the header first.
        path: For messages and for the concepts' origin.
        guarded: Whether an apostrophe in front of a formula's first character is to be taken off.
    """
    columns = _header(table, path)
    rows = table.rows[1:]
    require_width(rows, len(table.rows[0].cells), path=path)
    concepts = [_concept(columns, row, path, guarded=guarded) for row in rows]
    _require_unique_ids(concepts, path)
    found = [column.language for name in columns if (column := parse_column(name))]
    cells = {concept.id: row.cells[: len(columns)] for concept, row in zip(concepts, rows, strict=True)}
    layout = Layout(tuple(columns), table.dialect, cells)
    return Glossary(tuple(concepts), tuple(dict.fromkeys(found))), layout


def format_glossary(glossary: Glossary, layout: Layout | None = None) -> str:
    """Write a glossary as text.

    Args:
        glossary: What to write.
        layout: The file's present layout. Columns and dialect are kept; rows stay sorted by id, or
            in the file's own order where that is not sorted, with new rows at the end. A row whose
            concept has not changed is written as it stands.

    Returns:
        The whole file, the same for the same concepts.
    """
    layout = layout or Layout()
    columns = columns_of(glossary.concepts, glossary.languages, layout.columns)
    rows = [_cells(concept, columns, layout) for concept in _in_order(glossary.concepts, list(layout.rows))]
    return format_table([columns, *rows], layout.dialect)


def write_glossary(path: Path | str, glossary: Glossary) -> None:
    """Write a glossary to a file, in the layout that the file has if it exists.

    Raises:
        InputError: The present file is not a glossary; it is left alone.
    """
    present = Path(path)
    has_content = present.exists() and present.stat().st_size
    layout = read_glossary_with_layout(present)[1] if has_content else Layout()
    atomic.write(present, encode_glossary(glossary, layout))


def encode_glossary(glossary: Glossary, layout: Layout) -> bytes:
    """Return the bytes of a glossary file, in its present encoding where that has all the letters."""
    text = format_glossary(glossary, layout)
    try:
        return text.encode(layout.encoding)
    except UnicodeEncodeError:  # an old code page without Georgian, say
        return text.encode("utf-8-sig")


def _header(table: Table, path: Path | str) -> list[str]:
    if not table.rows:
        raise InputError(
            _("the glossary is empty"),
            path=path,
            remedy=_("Its first line must name columns, at least: {columns}.").format(columns="id,zh,ka"),
        )
    row = table.rows[0]
    names = [cell.strip() for cell in row.cells]
    while names and not names[-1]:  # spreadsheets leave empty columns at the right
        names.pop()
    for name in names:
        if name not in FIXED and parse_column(name) is None:
            raise _unknown_column(name, names, path, row.line)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError(
            _("the column “{name}” stands twice in the header").format(name=twice),
            path=path,
            line=row.line,
            remedy=_("Remove or rename one of them."),
        )
    if "id" not in names or not any(parse_column(name) for name in names):
        raise InputError(
            _("the header lacks the column “id” or any language column"),
            path=path,
            line=row.line,
            remedy=_("A plain two-column list is brought in with `transreview terms import`."),
        )
    return names


def _unknown_column(name: str, names: Sequence[str], path: Path | str, line: int) -> InputError:
    languages = {prefix for name in names if parse_column(prefix := name.partition(":")[0])}
    known = [
        *FIXED,
        *(f"{code}:{facet}" for code in languages for facet in ("also", "not", "grammar", "pos")),
    ]
    close = difflib.get_close_matches(name, known, n=1)
    columns = ", ".join((*FIXED, "zh", "zh:also", "zh:not", "zh:grammar", "zh:pos"))
    remedy = (
        _("Did you mean “{name}”?").format(name=close[0])
        if close
        else _("Columns are {columns}, and the same for other language codes.").format(columns=columns)
    )
    return InputError(
        _("“{name}” is no column of a glossary").format(name=name),
        path=path,
        line=line,
        remedy=remedy
        or _("Columns are {columns}, and the same for other language codes.").format(columns=columns),
    )


def _concept(columns: Sequence[str], row: Row, path: Path | str, *, guarded: bool) -> Concept:
    cells = dict(zip(columns, map(_unguard, row.cells) if guarded else row.cells, strict=False))
    if not cells["id"].strip():
        raise InputError(
            _("this row has no id"),
            path=path,
            line=row.line,
            remedy=_("Give the concept a short name of its own."),
        )
    try:
        return concept_of(cells, (Path(path).name, row.line))
    except ValueError as error:
        raise InputError(
            _("the status “{status}” is unknown").format(status=cells["status"].strip()),
            path=path,
            line=row.line,
            remedy=_("It must be one of: {names}.").format(names=", ".join(ConceptStatus)),
        ) from error


def _require_unique_ids(concepts: Iterable[Concept], path: Path | str) -> None:
    seen: dict[str, int] = {}
    for concept in concepts:
        if concept.id in seen:
            raise InputError(
                _("the id “{id}” is already that of line {line}").format(
                    id=concept.id, line=seen[concept.id]
                ),
                path=path,
                line=concept.origin[1],
                remedy=_("Rename one of them, or join the two rows."),
            )
        seen[concept.id] = concept.origin[1]


def _cells(concept: Concept, columns: Sequence[str], layout: Layout) -> Sequence[str]:
    """Return the row as it stands where it still says the same, so that one edit changes one line."""
    present = layout.rows.get(concept.id)
    if present is not None:
        named = {name: _unguard(cell) for name, cell in zip(layout.columns, present, strict=True)}
        if concept_of(named, concept.origin) == concept:
            return [*present, *[""] * (len(columns) - len(present))]
    return [_guard(cell) for cell in cells_of(concept, columns)]


def _in_order(concepts: Sequence[Concept], order: Sequence[str]) -> list[Concept]:
    if list(order) == sorted(order):
        return sorted(concepts, key=lambda concept: concept.id)
    places = {id_: place for place, id_ in enumerate(order)}
    return sorted(concepts, key=lambda concept: (places.get(concept.id, len(places)), concept.id))


def _guard(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def joined(glossaries: Iterable[Glossary]) -> Glossary:
    """Return one glossary of several files, the first file winning where ids are the same.

    A project may use a general glossary and one of its own; the first named has the last word.
    """
    concepts: dict[str, Concept] = {}
    languages: dict[str, None] = {}
    for glossary in glossaries:
        languages.update(dict.fromkeys(glossary.languages))
        for concept in glossary.concepts:
            concepts.setdefault(concept.id, replace(concept))
    return Glossary(tuple(concepts.values()), tuple(languages))
