"""MQM data in and out of a project: rows that raters made elsewhere come in, and go out as they came."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.model.annotation import ESA_SCORE, NO_ERROR, Annotation
from transreview.model.finding import Side
from transreview.model.rating import Rating, Span
from transreview.scoring.mqm import unknown_categories
from transreview.workflow.quality.rated_segments import Place, RatedSegments

if TYPE_CHECKING:
    from transreview.project import Project


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import.

    Attributes:
        annotations: Errors kept.
        clean: Rows kept that say there is no error.
        known: Rows that the project had already.
        unknown_systems: Systems that none of the project's engines is called; empty where it names none.
    """

    annotations: int
    clean: int
    known: int
    unknown_systems: tuple[str, ...] = ()


def refuse_unknown_categories(ratings: Sequence[Rating], path: Path | None = None) -> None:
    """Make sure that every category is one that is known here.

    Args:
        ratings: The rows of a file.
        path: The file, for the message.

    Raises:
        InputError: One is not; the message names all of them with their number.
    """
    unknown = unknown_categories(ratings)
    if unknown:
        listed = ", ".join(f"{name} ({count})" for name, count in unknown.items())
        raise InputError(
            _("unknown categories: {listed}").format(listed=listed),
            path=path,
            remedy=_(
                "Map them in transreview.toml, [mqm.categories], or take them as they are with --any-category"
            ),
        )


def take_ratings(project: Project, ratings: Sequence[Rating], path: Path | None = None) -> Taken:
    """Keep the rows of MQM data on the project's segments, all as one change.

    A row finds its segment by document and number ("mirror-industry", "0004+0005" or 4), or, where these
    are not ours, by its texts; its system is the engine whose translation its text is.

    Args:
        project: An open project.
        ratings: The rows.
        path: Their file, for messages.

    Raises:
        InputError: A row fits no segment, or its text is none of the segment's; nothing is kept then.
    """
    segments = RatedSegments(project)
    there = Counter(_same(a) for a in project.annotations.all())
    marks: list[Annotation] = []
    texts: list[str | None] = []
    known = 0
    for rating in ratings:
        place = segments.place(rating, path)
        mark = _annotation(rating, place)
        # A public file may hold the same row twice, and both count: only what the project had is known.
        if there[_same(mark)]:
            there[_same(mark)] -= 1
            known += 1
            continue
        marks.append(mark)
        texts.append(place.source if mark.side is Side.SOURCE else place.translation)
    errors = sum(mark.is_error for mark in marks)
    if marks:
        project.annotations.add_many(marks, translations=texts)
    engines = segments.engines
    unknown = dict.fromkeys(rating.system for rating in ratings if engines and rating.system not in engines)
    return Taken(errors, len(marks) - errors, known, tuple(unknown))


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


def _annotation(rating: Rating, place: Place) -> Annotation:
    return Annotation(
        id=0,
        segment_id=place.segment.id,
        annotator=rating.rater,
        at=datetime.now(UTC),
        side=rating.side,
        start=rating.start,
        end=rating.end,
        type=rating.category if rating.is_error else NO_ERROR,
        severity=rating.severity.lower(),
        note=rating.comment,
        system=place.engine,
        origin=_origin(rating),
    )


def _origin(rating: Rating) -> str:
    """Return what a row says that an annotation has no place for."""
    row: dict[str, Any] = {
        "system": rating.system,
        "doc": rating.document,
        "doc_id": rating.document_segment,
        "seg_id": rating.segment,
        "category": rating.category,
        "source": rating.source,
        "target": rating.target,
        "marks": [[mark.side.value, mark.start, mark.end, mark.closed] for mark in rating.marks],
    }
    return json.dumps(row, ensure_ascii=False)


def original(annotation: Annotation) -> Rating | None:
    """Return the row that brought an annotation in, None for one that was made here."""
    if not annotation.origin:
        return None
    row: Mapping[str, Any] = json.loads(annotation.origin)
    return Rating(
        system=row["system"],
        document=row["doc"],
        segment=row["seg_id"],
        rater=annotation.annotator,
        source=row["source"],
        target=row["target"],
        category=row["category"],
        severity="No-error" if annotation.type == NO_ERROR else annotation.severity.capitalize(),
        side=annotation.side,
        start=annotation.start,
        end=annotation.end,
        comment=annotation.note,
        document_segment=row["doc_id"],
        marks=tuple(Span(Side(side), start, end, closed) for side, start, end, closed in row["marks"]),
    )


def _same(annotation: Annotation) -> tuple[object, ...]:
    a = annotation
    row = original(annotation)
    place = (row.system, row.document, row.segment, row.marks) if row else ()
    return a.segment_id, a.annotator, a.side, a.start, a.end, a.type, a.severity, a.note, a.system, place
