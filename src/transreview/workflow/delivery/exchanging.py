"""A project as exchange formats take it: XLIFF for other tools' editors, TMX for their memories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from pathlib import Path

from transreview import __version__
from transreview.errors import UsageError
from transreview.formats.exchange import Exchange, ExchangeFile
from transreview.formats.writers import added_writers, write
from transreview.i18n import _
from transreview.languages import language
from transreview.model.annotation import Comment
from transreview.model.article import Article
from transreview.model.pair import Pair
from transreview.project.project import Project
from transreview.workflow.delivery.catalog import catalog_times
from transreview.workflow.delivery.choice import ALL, Choice
from transreview.workflow.delivery.export_units import Sourced, comments_by_segment, sourced_segments
from transreview.workflow.quality.engines import other_texts

_TABLES = {
    "csv": "write_csv",
    "tsv": "write_tsv",
    "xlsx": "write_workbook",
    "review": "write_review_sheet",
}


def write_exchange(
    project: Project,
    articles: Sequence[Article],
    path: Path,
    format: str,  # noqa: A002 - the word of the field
    progress: Callable[[int], None],
    choice: Choice = ALL,
) -> int:
    """Write articles as "xliff" (1.2), "xliff2", "tmx" or by another package; return the number of texts.

    Raises:
        InputError: The file cannot be written, or a text cannot stand in XML.
        PluginError: The writer of another package failed.
        UsageError: There is no such format.
    """
    from transreview.formats.tmx_writing import write_tmx
    from transreview.formats.xliff_writing import write_xliff

    exchange = exchange_of(project, articles, progress, choice)
    if format in _TABLES:
        from transreview.formats import table_writing

        table: Callable[[Path, Exchange], int] = getattr(table_writing, _TABLES[format])
        return table(path, exchange)
    if format == "jsonl":
        from transreview.formats.jsonl_writing import write_jsonl

        return write_jsonl(path, exchange)
    if format == "tmx":
        return write_tmx(path, exchange)
    if format in {"xliff", "xliff2"}:
        return write_xliff(path, exchange, version="2.0" if format == "xliff2" else "1.2")
    added = {writer.name: writer for writer in added_writers()}
    if format not in added:
        raise UsageError(_("there is no export format “{name}”").format(name=format))
    return write(added[format], path, exchange)


def exchange_of(
    project: Project, articles: Sequence[Article], progress: Callable[[int], None], choice: Choice = ALL
) -> Exchange:
    """Return articles of one language pair as exchange formats take them."""
    comments = comments_by_segment(project)
    paths = [article.source_path for article in articles]

    def files() -> Iterator[ExchangeFile]:
        for article in articles:
            unique = article.source_path and paths.count(article.source_path) == 1
            name = article.source_path if unique else article.slug
            yield ExchangeFile(name, _units(project, article, comments, progress, choice))

    _created, revised = catalog_times(project)
    return Exchange(
        articles[0].source_language,
        articles[0].target_language,
        files=files(),
        generator=f"transreview {__version__}",
        created=revised.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"),
        revision=project.journal.last_id(),
    )


def _units(
    project: Project,
    article: Article,
    comments: dict[int, list[Comment]],
    progress: Callable[[int], None],
    choice: Choice,
) -> Iterator[Pair]:
    proposals = _proposals(project, article)
    for sourced in sourced_segments(project, article, comments, choice):
        yield _unit(sourced, proposals.get(sourced.segment.id, ()))
        progress(1 + len(sourced.added))


def _proposals(project: Project, article: Article) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return by segment what other engines than the article's own have for it."""
    others = other_texts(project, article.id)
    if not others:
        return {}
    segments = project.segments.all(article.id)
    joiner = language(article.target_language).joiner or "\n"
    found: dict[int, list[tuple[str, str]]] = {}
    for other in others:
        for segment, text in zip(segments, other.for_segments(segments, joiner), strict=True):
            if text:
                found.setdefault(segment.id, []).append((other.engine, text))
    return {number: tuple(texts) for number, texts in found.items()}


def _unit(sourced: Sourced, proposals: tuple[tuple[str, str], ...]) -> Pair:
    segment = sourced.segment
    notes = [(comment.author, comment.text) for comment in sourced.comments]
    notes += [("", f"added in the translation: {other.target}") for other in sourced.added]
    return Pair(
        id=segment.key,
        source=segment.source,
        target=segment.target,
        status=segment.status,
        needs_work=segment.needs_work,
        machine="" if segment.is_untouched else segment.machine,
        proposals=proposals,
        comments=tuple(notes),
    )
