"""Tables of translations in CSV, TSV, XLSX, DOCX and RTF: a column of sources, a column of translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.exchange import REVISION_FIELD
from transreview.formats.grid import Cell, Grid, Grids
from transreview.formats.reading import display_name, no_text
from transreview.formats.table_columns import (
    TableColumns,
    by_contents,
    engine_columns,
    find_columns,
    is_unclear_header,
)
from transreview.formats.table_states import fuzzy_stage, fuzzy_word, stage_of
from transreview.formats.wanted_languages import closeness
from transreview.formats.xliff_states import Stage
from transreview.i18n import _, ngettext
from transreview.model.pair import Pair, PairChange, PairFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TableUnit:
    """A pair of a table with where it stands.

    Attributes:
        pair: The pair.
        grid: Index of its grid.
        row: Index of its row in the grid.
        columns: What stands in which column.
    """

    pair: Pair
    grid: int
    row: int
    columns: TableColumns


def pair_file(
    name: str, grids: Grids, path: Path | str, *, source_language: str | None, target_language: str | None
) -> PairFile:
    """Return the pairs of a file's tables.

    Columns are found by their header ("source" and "target", "zh" and "ka", "Chinese (PRC)" and
    "ქართული" …); a single table without one has its sources in the first of two columns.

    Raises:
        InputError: No table has two columns, or an id is there twice.
    """
    warnings = list(grids.warnings)
    units = list(table_units(grids, path, source_language, target_language, warnings))
    if not units:
        raise no_text(path)
    first = units[0].columns
    return PairFile(
        format=name,
        pairs=tuple(unit.pair for unit in units),
        source_language=first.source_language,
        target_language=first.target_language,
        encoding=grids.encoding,
        header=_header(grids, units),
        warnings=tuple(warnings),
    )


def _header(grids: Grids, units: Iterable[TableUnit]) -> dict[str, str]:
    """Return what our own export says of itself in every row, however they were sorted and cut."""
    for unit in units:
        at = unit.columns.places.get("revision")
        cells = grids.grids[unit.grid].rows[unit.row].cells
        if at is not None and at < len(cells) and cells[at].strip().isdecimal():
            return {REVISION_FIELD: cells[at].strip()}
    return {}


def table_units(
    grids: Grids,
    path: Path | str,
    source_language: str | None,
    target_language: str | None,
    warnings: list[str],
    *,
    translation: str = "",
) -> Iterator[TableUnit]:
    """Yield the pairs of a file's tables with where they stand; what is left out is added to `warnings`.

    With `translation`, the header of a column, those of the tables that have it.
    """
    filled = [(index, grid) for index, grid in enumerate(grids.grids) if grid.rows]
    found = [
        (index, grid, find_columns(grid.rows, source_language, target_language, translation=translation))
        for index, grid in filled
    ]
    named = [(index, grid, columns) for index, grid, columns in found if columns is not None]
    with_header = [one for one in named if _answers(one[2], source_language, target_language)]
    if named and not with_header:
        raise _other_languages(*named[0][1:], path, (source_language, target_language))
    if translation and not with_header:
        return
    if not with_header and filled:
        widest = max(filled, key=lambda item: len(item[1].rows))
        _refuse_narrow(widest[1], path)
        columns = _only_translation(widest[1], path)
        if columns is None and is_unclear_header(widest[1].rows[0], len(widest[1].rows)):
            raise _unclear(widest[1], path)
        if columns is None and len(filled) > 1:
            columns = by_contents(widest[1].rows)
        with_header = [(*widest, columns or TableColumns(header=-1, source=0, target=1))]
    for index, grid in filled:
        if grid.name and index not in {number for number, _grid, _columns in with_header}:
            warnings.append(
                _("The sheet “{name}” has no columns of source and translation; it was left out.").format(
                    name=grid.name
                )
            )
    if with_header and (others := with_header[0][2].others):
        warnings.append(
            ngettext(
                "The column {names} was left out; ask for another language with --target-lang.",
                "The columns {names} were left out; ask for another language with --target-lang.",
                len(others),
            ).format(names=", ".join(others))
        )
    several = len(with_header) > 1
    for index, grid, columns in with_header:
        yield from _units(index, grid, columns, path, several=several)


def _other_languages(
    grid: Grid, columns: TableColumns, path: Path | str, asked: tuple[str | None, str | None]
) -> InputError:
    header = grid.rows[columns.header]
    return InputError(
        _("the columns of this table are in other languages than {languages}").format(
            languages=", ".join(filter(None, asked))
        ),
        path=display_name(path),
        line=header.line,
        remedy=_("Its header is: {row}").format(row=" | ".join(header.cells)[:80]),
    )


def _answers(columns: TableColumns, source_language: str | None, target_language: str | None) -> bool:
    """Whether columns that are named by languages are in those that are asked for."""
    said = ((columns.source_language, source_language), (columns.target_language, target_language))
    return all(closeness(tag, wanted) for tag, wanted in said if tag and wanted)


def changed_cells(
    grids: Grids,
    path: Path | str,
    changes: Mapping[str, PairChange],
    source_language: str | None,
    target_language: str | None,
) -> dict[Cell, str]:
    """Return the cells that changes of pairs lead to: the translation, and the status if it has a column."""
    cells: dict[Cell, str] = {}
    for unit in table_units(grids, path, source_language, target_language, []):
        change = changes.get(unit.pair.identity)
        if change is None:
            continue
        if change.target is not None and change.target != unit.pair.target:
            cells[unit.grid, unit.row, unit.columns.target] = change.target
        changed = (unit.pair.status, unit.pair.needs_work) != (change.status, bool(change.needs_work))
        fuzzy = unit.columns.places.get("fuzzy")
        if fuzzy is not None and change.status is not None and changed:
            row = grids.grids[unit.grid].rows[unit.row].cells
            said = row[fuzzy] if fuzzy < len(row) else ""
            cells[unit.grid, unit.row, fuzzy] = fuzzy_word(
                said, change.status, needs_work=bool(change.needs_work)
            )
        status = unit.columns.places.get("status")
        if status is not None and change.status is not None:
            word = "needs-work" if change.needs_work else change.status.value
            if changed:
                cells[unit.grid, unit.row, status] = word
    return cells


def _units(
    index: int, grid: Grid, columns: TableColumns, path: Path | str, *, several: bool
) -> Iterator[TableUnit]:
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(grid.rows[columns.header + 1 :], start=columns.header + 1):
        cells = row.cells

        def cell(role: str, cells: tuple[str, ...] = cells) -> str:
            at = columns.places.get(role)
            return cells[at].strip() if at is not None and at < len(cells) else ""

        width = max(columns.source, columns.target)
        if len(cells) <= width or not (cells[columns.source].strip() or cells[columns.target].strip()):
            continue
        name = cell("id") or str(number - columns.header)
        document = cell("document") or (grid.name if several else "")
        first = seen.setdefault((document, name), row.line)
        if first != row.line and cell("id"):
            raise InputError(
                _("the id {id} is there twice (lines {first} and {second})").format(
                    id=name, first=first, second=row.line
                ),
                path=display_name(path),
                line=row.line,
                remedy=_("Give each row its own."),
            )
        translated = bool(cells[columns.target].strip())
        fuzzy = fuzzy_stage(cell("fuzzy")) if translated else Stage()
        stage = stage_of(cell("status")) if "status" in columns.places else fuzzy
        said = cell("comment")
        yield TableUnit(
            pair=Pair(
                id=name,
                key=f"{document}\x04{name}" if document else name,
                source=cells[columns.source],
                target=cells[columns.target],
                context=cell("context"),
                document=document,
                note=cell("note"),
                comments=(("", said),) if said else (),
                line=row.line,
                target_line=row.line,
                status=stage.status,
                needs_work=stage.needs_work,
                state=cell("status") or ("fuzzy" if fuzzy.needs_work else ""),
                locked=(number, columns.target) in grid.locked,
                machine=cell("machine"),
            ),
            grid=index,
            row=number,
            columns=columns,
        )


def _only_translation(grid: Grid, path: Path | str) -> TableColumns | None:
    """Return the columns of a header that names the source and one more column, whatever that is called.

    Raises:
        InputError: There are several such columns, as of a table with a column for each engine.
    """
    names = engine_columns(grid.rows[0].cells)
    if len(names) > 1:
        raise InputError(
            _("no column “{name}” in the first row").format(name="target"),
            path=display_name(path),
            line=grid.rows[0].line,
            remedy=_("Name with --engine which to take: {names}").format(names=", ".join(names)),
        )
    return find_columns(grid.rows[:1], translation=names[0]) if names else None


def _unclear(grid: Grid, path: Path | str) -> InputError:
    return InputError(
        _("the header does not say which columns are source and translation"),
        path=display_name(path),
        line=grid.rows[0].line,
        remedy=_("Name them “source” and “target”, or by their languages. There are: {names}").format(
            names=", ".join(cell for cell in grid.rows[0].cells if cell.strip())
        ),
    )


def _refuse_narrow(grid: Grid, path: Path | str) -> None:
    if max(len(row.cells) for row in grid.rows) < 2:
        raise InputError(
            _("this table has one column, but source and translation are two"),
            path=display_name(path),
            line=grid.rows[0].line,
            remedy=_("Separate them with a comma, a semicolon or a tabulator."),
        )
