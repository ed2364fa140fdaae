"""Rows of comments and annotations as the model's records."""

from __future__ import annotations

from transreview.model.annotation import Annotation, Comment
from transreview.model.finding import Side
from transreview.project.decoding import known, moment
from transreview.project.store import Row

COMMENT = "SELECT id, segment_id, author, at, text, answers, resolved_by, resolved_at FROM comment"
ANNOTATION = (
    'SELECT id, segment_id, annotator, at, side, start, "end", type, severity, note, text_hash,'
    " system, origin FROM annotation"
)

_SIDE = {side.value: side for side in Side}


def comment(row: Row) -> Comment:
    """Return a comment from a row of `COMMENT`."""
    id_, segment_id, author, at, text, answers, resolved_by, resolved_at = row
    return Comment(
        id=id_,
        segment_id=segment_id,
        author=author,
        at=moment(at),
        text=text,
        answers=answers,
        resolved_by=resolved_by,
        resolved_at=moment(resolved_at) if resolved_at else None,
    )


def annotation(row: Row) -> Annotation:
    """Return an annotation from a row of `ANNOTATION`."""
    id_, segment_id, annotator, at, side, start, end, type_, severity, note, text_hash, system, origin = row
    return Annotation(
        id=id_,
        segment_id=segment_id,
        annotator=annotator,
        at=moment(at),
        side=known(_SIDE, side),
        start=start,
        end=end,
        type=type_,
        severity=severity,
        note=note,
        text_hash=text_hash,
        system=system,
        origin=origin,
    )
