"""One file with the translations of several engines, a table or a memory, as one article with all of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.formats import grid_delimited, grid_xlsx
from transreview.formats.bilingual_table import table_units
from transreview.formats.grid import Grids
from transreview.formats.reading import display_name, read_bytes
from transreview.formats.table_columns import find_columns
from transreview.formats.tmx_engines import read_tmx_engines
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.workflow.intake.bilingual_files import BilingualInput, parse_given
from transreview.workflow.intake.engine_translation import article_of_sources, refuse_twice
from transreview.workflow.intake.pair_languages import file_languages
from transreview.workflow.quality.engines import EngineText, keep_engine, source_keys

if TYPE_CHECKING:
    from transreview.project import Project

_ENDINGS = (".csv", ".tsv", ".xlsx")
_XLIFF = (".xlf", ".xliff")
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineTable:
    """What came of a file.

    Attributes:
        article: The article with its number.
        engines: Names of its engines, the one it starts from first.
        units: Number of its sources.
        empty: By engine, sources without a translation of it.
        warnings: What was left out, one sentence each.
    """

    article: Article
    engines: tuple[str, ...]
    units: int
    empty: dict[str, int]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Units and the translations of each engine, row by row."""

    pairs: list[Pair]
    texts: dict[str, list[str]]
    source_language: str = ""
    target_language: str = ""
    warnings: tuple[str, ...] = ()


def import_engine_table(project: Project, given: BilingualInput, engines: Sequence[str]) -> EngineTable:
    """Bring in a table whose columns are named after engines, or a memory whose variants are.

    Where an article has the same sources already, all become further translations of it.

    Args:
        project: An open project.
        given: The file and what is known of it.
        engines: Headers of the engines' columns, or names that a memory's variants have; the first is the
            translation that the review of a new article starts from.

    Raises:
        UsageError: It is neither table nor memory, an engine is named twice, or the article has one of them.
        InputError: A column is missing, or there is no text.
    """
    if len(set(engines)) < len(engines):
        raise UsageError(_("an engine is named twice"), remedy=_("Name each --engine once"))
    ending = given.path.suffix.lower()
    reader = _memory if ending == ".tmx" else _proposed if ending in _XLIFF else _table
    columns = reader(given, engines)
    texts = columns.texts
    article = article_of_sources(project, [pair.source for pair in columns.pairs])
    if article is None:
        article, others = _add(project, given, columns, engines[0]), engines[1:]
    else:
        others = engines
        for name in others:
            refuse_twice(project, article, name)
    keys = [keys for segment in project.segments.all(article.id) if (keys := source_keys(segment))]
    for name in others:
        pieces = {key: text for key, text in zip(keys, texts[name], strict=True) if text}
        keep_engine(project, article, EngineText(name, tuple(texts[name]), pieces, display_name(given.path)))
    return EngineTable(
        article=article,
        engines=tuple(engines),
        units=len(columns.pairs),
        empty={name: sum(not text for text in own) for name, own in texts.items()},
        warnings=columns.warnings,
    )


def has_column(given: BilingualInput, engine: str) -> bool:
    """Return whether a file is a table in which a column is called as an engine."""
    if not engine or given.path.suffix.lower() not in _ENDINGS:
        return False
    languages = given.source_language, given.target_language
    return any(
        find_columns(grid.rows, *languages, translation=engine) is not None for grid in _grids(given).grids
    )


def _table(given: BilingualInput, engines: Sequence[str]) -> _Columns:
    """Return the columns of a table."""
    grids = _grids(given)
    rows: dict[tuple[int, int], Pair] = {}
    texts: dict[str, dict[tuple[int, int], str]] = {}
    languages = ("", "")
    for name in engines:
        units = list(
            table_units(grids, given.path, given.source_language, given.target_language, [], translation=name)
        )
        if not units:
            raise _no_column(given, grids, name)
        languages = units[0].columns.source_language, units[0].columns.target_language
        found = {(u.grid, u.row): u.pair for u in units if u.pair.source.strip()}
        rows = found | rows
        texts[name] = {place: pair.target.strip() for place, pair in found.items()}
    places = sorted(rows)
    if not places:
        raise _empty(given)
    return _Columns(
        pairs=[rows[place] for place in places],
        texts={name: [own.get(place, "") for place in places] for name, own in texts.items()},
        source_language=languages[0],
        target_language=languages[1],
        warnings=grids.warnings,
    )


def _no_column(given: BilingualInput, grids: Grids, name: str) -> InputError:
    """Return what to say of a column that is in no table, or of tables without a source."""
    (first, *_rest) = [grid for grid in grids.grids if grid.rows]
    header = first.rows[0]
    there = [cell.strip() for cell in header.cells]
    return InputError(
        _("no column “{name}” in the first row").format(name="source" if name in there else name),
        path=display_name(given.path),
        line=header.line,
        remedy=_("It has: {names}").format(names=", ".join(filter(None, there))),
    )


def _memory(given: BilingualInput, engines: Sequence[str]) -> _Columns:
    """Return the sources of a translation memory with each engine's variants."""
    memory = read_tmx_engines(
        read_bytes(given.path),
        given.path,
        encoding=given.encoding,
        source_language=given.source_language,
        target_language=given.target_language,
    )
    rows = [row for row in zip(memory.sources, memory.targets, strict=True) if row[0].strip()]
    if not rows:
        raise _empty(given)
    missing = [name for name in engines if name not in memory.names]
    if missing:
        raise InputError(
            _("no translation of this memory is by “{name}”").format(name=missing[0]),
            path=display_name(given.path),
            remedy=_("Its creationid, creationtool, changeid and prop name: {names}").format(
                names=", ".join(memory.names[:_MOST_NAMED]) or "–"
            ),
        )
    return _Columns(
        pairs=[Pair(id=str(number), source=source) for number, (source, _own) in enumerate(rows, 1)],
        texts={name: [own.get(name, "") for _source, own in rows] for name in engines},
        source_language=memory.source_language,
        target_language=memory.target_language,
        warnings=memory.warnings,
    )


def _proposed(given: BilingualInput, engines: Sequence[str]) -> _Columns:
    """Return the sources of an XLIFF file with what each engine proposes in its alt-trans elements."""
    file = parse_given(given, read_bytes(given.path))
    pairs = [pair for pair in file.pairs if pair.source.strip()]
    if not pairs:
        raise _empty(given)
    names = dict.fromkeys(name for pair in pairs for name, _text in pair.proposals)
    missing = [name for name in engines if name not in names]
    if missing:
        raise InputError(
            _("no alt-trans of this file is by “{name}”").format(name=missing[0]),
            path=display_name(given.path),
            remedy=_("Its origins name: {names}").format(names=", ".join(list(names)[:_MOST_NAMED]) or "–"),
        )
    return _Columns(
        pairs=pairs,
        texts={name: [dict(pair.proposals).get(name, "") for pair in pairs] for name in engines},
        source_language=file.source_language,
        target_language=file.target_language,
        warnings=file.warnings,
    )


def _empty(given: BilingualInput) -> InputError:
    return InputError(
        _("there is no text in this file"),
        path=display_name(given.path),
        remedy=_("Name a file that has some."),
    )


def _grids(given: BilingualInput) -> Grids:
    ending = given.path.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(
            _("several engines need a table with a column for each, a TMX memory, or XLIFF with alt-trans"),
            path=display_name(given.path),
            remedy=_("Name a CSV, TSV, XLSX, TMX or XLIFF file, or add one translation after another"),
        )
    data = read_bytes(given.path)
    if ending == ".xlsx":
        grids = grid_xlsx.read_grids(data, given.path)
    else:
        grids = grid_delimited.read_grids(data, given.path, encoding=given.encoding)
    if not any(grid.rows for grid in grids.grids):
        raise _empty(given)
    return grids


def _add(project: Project, given: BilingualInput, columns: _Columns, engine: str) -> Article:
    # States and remarks of a row are about no engine's text in particular: every segment begins anew.
    pairs = [
        Pair(
            id=pair.id,
            key=pair.key,
            source=pair.source,
            target=target,
            context=pair.context,
            document=pair.document,
            note=pair.note,
            line=pair.line,
        )
        for pair, target in zip(columns.pairs, columns.texts[engine], strict=True)
    ]
    file = PairFile(
        format="table",
        pairs=tuple(pairs),
        source_language=columns.source_language,
        target_language=columns.target_language,
    )
    languages = file_languages(
        file, given.path, source_language=given.source_language, target_language=given.target_language
    )
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
