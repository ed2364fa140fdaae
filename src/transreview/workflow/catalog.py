"""A project as the messages of a gettext catalog: one message a segment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from transreview import __version__
from transreview.errors import UsageError
from transreview.formats.po import CatalogHeader, message_text, one_line, reference
from transreview.formats.po_entry import PoEntry
from transreview.i18n import _
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.journal import Action
from transreview.model.segment import Segment, Status
from transreview.project.project import Project

_EDITS = {
    Action.EDIT, Action.STATUS, Action.FLAG, Action.MERGE, Action.SPLIT, Action.SHIFT, Action.REPLACE,
    Action.UNDO, Action.REDO,
}  # fmt: skip


def catalog_header(project: Project, articles: Sequence[Article]) -> CatalogHeader:
    """Return what the header of a catalog of these articles says.

    Its times are those of the project's data, so that the same project gives the same file, byte
    for byte; SOURCE_DATE_EPOCH has the last word where it is set.
    """
    first = articles[0]
    target = language(first.target_language)
    journal = project.journal(None)
    fixed = _source_date()
    imports = [entry.at for entry in journal if entry.action is Action.IMPORT]
    last = next((entry for entry in journal if entry.action in _EDITS), None)
    created = fixed or (max(imports) if imports else datetime.fromtimestamp(0, UTC))
    return CatalogHeader(
        project=first.title if len(articles) == 1 else project.path.stem,
        created=created,
        revised=fixed or (last.at if last else created),
        translator=last.user if last else "",
        source_language=first.source_language,
        target_language=first.target_language,
        nplurals=target.nplurals,
        plural=target.plural,
        generator=f"transreview {__version__}",
        extra={"X-Transreview-Revision": str(journal[0].id if journal else 0)},
    )


def catalog_entries(project: Project, articles: Sequence[Article]) -> Iterator[PoEntry]:
    """Yield the messages of some articles in reading order.

    Text that the translation added has no source to be a message of: it stands as a note at the
    message before it, or at the first one.
    """
    notes: dict[int, list[str]] = {}
    for comment in project.comments():
        for line in comment.text.splitlines():
            if line.strip():
                notes.setdefault(comment.segment_id, []).append(one_line(f"{comment.author}: {line}"))
    for article in articles:
        yield from _article_entries(project, article, notes)


def _article_entries(project: Project, article: Article, notes: dict[int, list[str]]) -> Iterator[PoEntry]:
    waiting: PoEntry | None = None
    added: list[str] = []  # what stands before the first message
    for segment in project.each_segment(article.id):
        comments = tuple(notes.get(segment.id, ()))
        if not message_text(segment.source).strip():
            added.append(_("added in the translation: {text}").format(text=one_line(segment.target)))
            added += comments
            if waiting is not None:
                waiting.extracted += tuple(added)
                added.clear()
            continue
        if waiting is not None:
            yield waiting
        waiting = entry_of(article, segment, _source_lines(project, segment), comments)
        waiting.extracted += tuple(added)
        added.clear()
    if waiting is not None:
        yield waiting
    elif added:
        raise UsageError(
            _("{article} has no source text, so there is nothing to put into a catalog").format(
                article=article.slug
            ),
            remedy=_("Export it as .md or .txt."),
        )


def entry_of(article: Article, segment: Segment, lines: Sequence[int], comments: tuple[str, ...]) -> PoEntry:
    """Return a segment as a message.

    Args:
        article: The article that it is of.
        segment: The segment; it has a source.
        lines: 1-based lines of the source file on which its units begin.
        comments: Translators' comments on it, one line each.
    """
    source, target = message_text(segment.source), message_text(segment.target)
    done = segment.status.is_done and not segment.needs_work
    flags = ["fuzzy"] if target and not done else []
    if "%" in source:
        flags.append("no-c-format")
    return PoEntry(
        msgid=source,
        msgstr=target if target.strip() else "",
        msgctxt=f"doc:{article.slug}|seg:{segment.key}",
        comments=comments,
        extracted=tuple(_notes(segment)),
        references=tuple(reference(article.source_path or article.slug, line) for line in lines),
        flags=tuple(flags),
    )


def _notes(segment: Segment) -> Iterator[str]:
    """Yield what a translator should know of a segment. It is data for programs too, so never translated."""
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
    return tuple(dict.fromkeys(unit.line for unit in project.segment_units(segment.id, "source")))


def _source_date() -> datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names, as reproducible builds agree on it."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            _("SOURCE_DATE_EPOCH is no number of seconds: {value}").format(value=value),
            remedy=_("Unset it, or give it seconds since 1970."),
        ) from error
