"""One table with a column of sources and a column for each engine, as one article with all translations."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.formats import grid_delimited, grid_xlsx
from transreview.formats.grid import Grid
from transreview.formats.reading import display_name, read_bytes
from transreview.formats.table_columns import role_of
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.workflow.intake.bilingual_files import BilingualInput, file_languages
from transreview.workflow.quality.engines import PREFIX, EngineText, source_keys

if TYPE_CHECKING:
    from transreview.project import Project

_ENDINGS = (".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineTable:
    """What came of a table.

    Attributes:
        article: The article with its number.
        engines: Names of its engines, the one it starts from first.
        units: Number of its rows.
        empty: By engine, rows without a translation of it.
    """

    article: Article
    engines: tuple[str, ...]
    units: int
    empty: dict[str, int]


def import_engine_table(project: Project, given: BilingualInput, engines: Sequence[str]) -> EngineTable:
    """Bring in a table whose columns are named after engines.

    Args:
        project: An open project.
        given: The file and what is known of it.
        engines: Headers of the engines' columns; the first is the translation that review starts from.

    Raises:
        UsageError: It is no table, or an engine is named twice.
        InputError: A column is missing, or there is no text.
    """
    if len(set(engines)) < len(engines):
        raise UsageError(_("an engine is named twice"), remedy=_("Name each --engine once"))
    grid = _grid(given)
    header = grid.rows[0].cells
    places = {cell.strip(): at for at, cell in enumerate(header)}
    source = next((at for at, cell in enumerate(header) if role_of(cell) == "source"), None)
    missing = [name for name in engines if name not in places]
    if source is None or missing:
        raise InputError(
            _("no column “{name}” in the first row").format(name=missing[0] if missing else "source"),
            path=display_name(given.path),
            line=grid.rows[0].line,
            remedy=_("It has: {names}").format(names=", ".join(filter(None, places))),
        )
    rows = [row for row in grid.rows[1:] if source < len(row.cells) and row.cells[source].strip()]
    if not rows:
        raise InputError(
            _("there is no text in this file"),
            path=display_name(given.path),
            remedy=_("Name a file that has some."),
        )

    def column(at: int) -> list[str]:
        return [row.cells[at].strip() if at < len(row.cells) else "" for row in rows]

    sources = column(source)
    texts = {name: column(places[name]) for name in engines}
    article = _add(project, given, sources, texts[engines[0]], engines[0])
    keys = [source_keys(segment) for segment in project.segments.all(article.id)]
    for name in engines[1:]:
        pieces = {key: text for key, text in zip(keys, texts[name], strict=True) if text}
        kept = EngineText(name, tuple(texts[name]), pieces, display_name(given.path)).to_json()
        project.articles.keep(article.id, PREFIX + name, kept, {"done": "engine", "engine": name})
    return EngineTable(
        article=article,
        engines=tuple(engines),
        units=len(rows),
        empty={name: sum(not text for text in own) for name, own in texts.items()},
    )


def _grid(given: BilingualInput) -> Grid:
    ending = given.path.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(
            _("several engines need a table with a column for each"),
            path=display_name(given.path),
            remedy=_("Name a CSV, TSV or XLSX file, or add one translation after another"),
        )
    data = read_bytes(given.path)
    if ending == ".xlsx":
        grids = grid_xlsx.read_grids(data, given.path)
    else:
        grids = grid_delimited.read_grids(data, given.path, encoding=given.encoding)
    return next(grid for grid in grids.grids if grid.rows)


def _add(
    project: Project, given: BilingualInput, sources: Sequence[str], targets: Sequence[str], engine: str
) -> Article:
    pairs = [
        Pair(id=str(number), source=source, target=target)
        for number, (source, target) in enumerate(zip(sources, targets, strict=True), 1)
    ]
    languages = file_languages(PairFile(format="table", pairs=tuple(pairs)), given)
    name = os.fsencode(Path(given.path).name).decode("utf-8", "backslashreplace")
    return project.articles.add_pairs(
        Article(
            id=0,
            slug=given.path.name.partition(".")[0] or "article",
            title=given.title.strip() or name,
            source_language=languages[0],
            target_language=languages[1],
            source_path=name,
            target_path=name,
            engine=engine,
        ),
        pairs,
        data={},
    )
