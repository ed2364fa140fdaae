"""MQM data in and out of a project: errors marked elsewhere come in, those marked here go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext
from transreview.model.annotation import ESA_SCORE, Annotation
from transreview.model.finding import Side
from transreview.model.rating import Rating
from transreview.model.segment import Segment
from transreview.scoring.mqm import unknown_categories

if TYPE_CHECKING:
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import.

    Attributes:
        annotations: Errors kept.
        clean: Rows that say there is no error.
        known: Errors that the project had already.
    """

    annotations: int
    clean: int
    known: int


def refuse_unknown_categories(ratings: Sequence[Rating]) -> None:
    """Make sure that every category is one of Google's typology or of MQM-Core.

    Raises:
        InputError: One is not; the message names all of them with their number.
    """
    unknown = unknown_categories(ratings)
    if unknown:
        listed = ", ".join(f"{name} ({count})" for name, count in unknown.items())
        raise InputError(
            _("unknown categories: {listed}").format(listed=listed),
            remedy=_("Correct them, or take them as they are with --any-category"),
        )


def take_ratings(project: Project, ratings: Sequence[Rating]) -> Taken:
    """Keep the errors of MQM data on the project's segments, all as one change.

    A row finds its segment by document and number ("mirror-industry", "0004+0005"), or, where these are
    not ours, by its texts.

    Raises:
        InputError: A row fits no segment, or its text is not the segment's; nothing is kept then.
    """
    find = _Finder(project)
    there = {_same(a) for a in project.annotations.all()}
    marks, clean = [], 0
    for rating in ratings:
        if not rating.is_error:
            clean += 1
            continue
        marks.append(_annotation(rating, find.segment(rating)))
    fresh = [mark for mark in marks if _same(mark) not in there]
    if fresh:
        summary = ngettext("{n} marked error taken in", "{n} marked errors taken in", len(fresh))
        project.annotations.add_many(fresh, summary.format(n=len(fresh)))
    return Taken(len(fresh), clean, len(marks) - len(fresh))


def give_esa_score(project: Project, segment_id: int, score: float) -> Annotation:
    """Keep a person's ESA score of a segment.

    Args:
        project: An open project.
        segment_id: The segment.
        score: 0 (no meaning preserved) to 100 (perfect).

    Raises:
        UsageError: Not from 0 to 100.
    """
    if not 0 <= score <= 100:
        raise UsageError(_("{score:g} is not from 0 to 100").format(score=score))
    return project.annotations.add(
        segment_id, Side.TARGET, 0, 0, type=ESA_SCORE, severity="neutral", note=f"{score:g}"
    )


class _Finder:
    """Finds the segment that a row of MQM data is about."""

    def __init__(self, project: Project) -> None:
        slugs = {article.id: article.slug for article in project.articles.all()}
        self._by_key: dict[tuple[str, str], Segment] = {}
        self._by_text: dict[tuple[str, str], Segment] = {}
        for segment in project.segments.all():
            self._by_key[slugs[segment.article_id], segment.key] = segment
            self._by_text.setdefault((segment.source, segment.target), segment)

    def segment(self, rating: Rating) -> Segment:
        """Return the segment of a row, whose text is the row's."""
        found = self._by_key.get((rating.document, rating.document_segment)) or self._by_text.get(
            (rating.source, rating.target)
        )
        place = f"{rating.document}/{rating.document_segment or rating.segment}"
        if found is None:
            raise InputError(
                _("no segment for {place}").format(place=place),
                remedy=_("Name the article in doc and the segment's key in doc_id, or give the same texts"),
            )
        text, ours = (
            (rating.target, found.target) if rating.side is Side.TARGET else (rating.source, found.source)
        )
        if _flat(text) != _flat(ours):
            raise InputError(
                _("{place}: the text that was rated is not the text of the project").format(place=place),
                remedy=_("Take ratings in before the text is edited, or undo the edit first"),
            )
        return found


def _annotation(rating: Rating, segment: Segment) -> Annotation:
    return Annotation(
        id=0,
        segment_id=segment.id,
        annotator=rating.rater,
        at=datetime.now(UTC),
        side=rating.side,
        start=rating.start,
        end=rating.end,
        type=rating.category,
        severity=rating.severity.lower(),
        note=rating.comment,
    )


def _same(annotation: Annotation) -> tuple[object, ...]:
    a = annotation
    return a.segment_id, a.annotator, a.side, a.start, a.end, a.type, a.severity


def _flat(text: str) -> str:
    """Return the text as a cell has it: one character of blank for each tab or line break."""
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
