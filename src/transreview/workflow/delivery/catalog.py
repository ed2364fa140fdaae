"""A project as the messages of a gettext catalog: one message a segment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from transreview import __version__
from transreview.formats.exchange import REVISION_FIELD
from transreview.formats.po import CatalogHeader, message_text, one_line, reference
from transreview.formats.po_entry import PoEntry
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.journal import Action
from transreview.model.segment import Segment, Status
from transreview.project.project import Project
from transreview.workflow.delivery.choice import ALL, Choice
from transreview.workflow.delivery.export_units import Sourced, comments_by_segment, sourced_segments
from transreview.workflow.source_date import source_date

# Changes of the translation; comments and settings are none.
_EDITS = (
    Action.EDIT, Action.STATUS, Action.FLAG, Action.MERGE, Action.SPLIT, Action.SHIFT, Action.REPLACE,
    Action.CHOOSE, Action.UNDO, Action.REDO,
)  # fmt: skip


def catalog_header(project: Project, articles: Sequence[Article]) -> CatalogHeader:
    """Return what the header of a catalog of these articles says.

    Its times are those of the project's data, so that the same project gives the same file, byte
    for byte; SOURCE_DATE_EPOCH has the last word where it is set.
    """
    first = articles[0]
    target = language(first.target_language)
    created, revised = catalog_times(project)
    last = project.journal.last(*_EDITS)
    return CatalogHeader(
        project=first.title if len(articles) == 1 else project.name,
        created=created,
        revised=revised,
        translator=last.user if last else "",
        source_language=first.source_language,
        target_language=first.target_language,
        nplurals=target.nplurals,
        plural=target.plural,
        generator=f"transreview {__version__}",
        extra={REVISION_FIELD: str(project.journal.last_id())},
    )


def catalog_times(project: Project) -> tuple[datetime, datetime]:
    """Return when the source was brought in and when a translation last changed (UTC).

    SOURCE_DATE_EPOCH has the last word on both where it is set.
    """
    fixed = source_date()
    if fixed:
        return fixed, fixed
    imported, edited = project.journal.last(Action.IMPORT), project.journal.last(*_EDITS)
    created = imported.at if imported else datetime.fromtimestamp(0, UTC)
    return created, max(created, edited.at) if edited else created


def catalog_entries(project: Project, articles: Sequence[Article], choice: Choice = ALL) -> Iterator[PoEntry]:
    """Yield the messages of some articles in reading order.

    Text that the translation added is a message of its own behind the one that it follows: its source
    is empty, and its context tells it apart from the catalog's header.
    """
    comments = comments_by_segment(project)
    for article in articles:
        for sourced in sourced_segments(project, article, comments, choice):
            yield entry_of(article, sourced, _source_lines(project, sourced.segment))
            for other in sourced.added:
                yield entry_of(article, Sourced(other, sourced.comments), ())


def entry_of(article: Article, sourced: Sourced, lines: Sequence[int]) -> PoEntry:
    """Return a segment as a message.

    Args:
        article: The article that it is of.
        sourced: The segment with what goes with it.
        lines: 1-based lines of the source file on which its units begin.
    """
    segment = sourced.segment
    sourced = replace(sourced, comments=[one for one in sourced.comments if one.segment_id == segment.id])
    source, target = message_text(segment.source), message_text(segment.target)
    done = segment.status.is_done and not segment.needs_work
    flags = ["fuzzy"] if target.strip() and not done else []
    if "%" in source:
        flags.append("no-c-format")
    return PoEntry(
        msgid=source,
        msgstr=target if target.strip() else "",
        msgctxt=f"doc:{article.slug}|seg:{segment.key}",
        comments=tuple(_comments(sourced)),
        extracted=tuple(_notes(sourced)),
        references=tuple(reference(article.source_path or article.slug, line) for line in lines),
        flags=tuple(flags),
    )


def _comments(sourced: Sourced) -> Iterator[str]:
    """Yield the comments of people, each line with the name of who wrote it."""
    for comment in sourced.comments:
        for line in comment.text.splitlines():
            if line.strip():
                yield one_line(f"{comment.author}: {line}")


def _notes(sourced: Sourced) -> Iterator[str]:
    """Yield what a translator should know of a segment. It is data for programs too, so never translated."""
    segment = sourced.segment
    yield f"kind: {segment.kind.value}"
    crossed = ", crossed" if segment.crossed else ""
    yield f"align: {segment.bead.replace('-', ':')}, confidence {segment.confidence:.2f}{crossed}"
    if segment.target and segment.is_untouched and segment.status is Status.MACHINE:
        yield "mt"
    if segment.needs_work:
        yield "needs work"


def _source_lines(project: Project, segment: Segment) -> tuple[int, ...]:
    """Return the lines of the source file on which the units of a segment begin."""
    if segment.bead.startswith("1-"):
        return (segment.source_line,)
    return tuple(dict.fromkeys(unit.line for unit in project.segments.units(segment.id, "source")))
