"""Annotations: errors of the MQM typology that people marked in segments."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.annotation import Annotation
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.project import remark_rows
from transreview.project.changes import changing
from transreview.project.revisions import required
from transreview.project.store import Store
from transreview.project.texts import kept


class Annotations:
    """Marked errors and scores; each is a change of the project.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(
        self,
        segment_id: int,
        side: Side,
        start: int,
        end: int,
        *,
        type: str,  # noqa: A002 - MQM's own word
        severity: str,
        note: str = "",
        annotator: str = "",
    ) -> Annotation:
        """Mark an error in the source or in the current target of a segment.

        Args:
            segment_id: The segment.
            side: The text that the span points into.
            start: First character.
            end: One past the last character.
            type: MQM type ("accuracy/mistranslation").
            severity: "neutral", "minor", "major" or "critical".
            note: What there is to say of it.
            annotator: Who marked it; the user when empty.

        Raises:
            UsageError: The span is not in the text.
        """
        with changing(self._store, Action.ANNOTATE) as change:
            segment = required(change, segment_id)
            text = segment[side.value]
            _require_span(start, end, text)
            values = {
                "segment_id": segment_id, "annotator": annotator or self._store.user, "at": change.at,
                "side": side.value, "start": start, "end": end, "type": type, "severity": severity,
                "note": kept(note), "text_hash": text_hash(text),
                "system": "", "origin": "",
            }  # fmt: skip
            annotation_id = change.insert("annotation", values)
            change.arguments = {"key": segment["key"], "done": "add", "type": type}
        return remark_rows.annotation((annotation_id, *values.values()))

    def add_many(self, marks: Sequence[Annotation], *, translations: Sequence[str | None] = ()) -> int:
        """Keep errors that were marked elsewhere, all as one change that one undo takes back.

        Args:
            marks: Annotations; their ids and text hashes are given here, a moment is kept.
            translations: For each of them the text that the span points into, None for the segment's own.

        Returns:
            Number of annotations kept.

        Raises:
            UsageError: A span is not in its segment's text; nothing is kept then.
        """
        with changing(self._store, Action.ANNOTATE) as change:
            for index, mark in enumerate(marks):
                text = required(change, mark.segment_id)[mark.side.value]
                rated = translations[index] if translations else None
                if rated is not None:
                    text = rated
                _require_span(mark.start, mark.end, text)
                values = {
                    "segment_id": mark.segment_id, "annotator": mark.annotator, "at": mark.at.isoformat(),
                    "side": mark.side.value, "start": mark.start, "end": mark.end, "type": mark.type,
                    "severity": mark.severity, "note": kept(mark.note), "text_hash": text_hash(text),
                    "system": mark.system, "origin": mark.origin,
                }  # fmt: skip
                change.insert("annotation", values)
            change.arguments = {"done": "import", "count": len(marks)}
        return len(marks)

    def all(self, segment_id: int | None = None) -> list[Annotation]:
        """Return the errors marked in a segment, or all, in the order they were marked."""
        if segment_id is None:
            return [
                remark_rows.annotation(row)
                for row in self._store.all(f"{remark_rows.ANNOTATION} ORDER BY id")
            ]
        found = self._store.all(f"{remark_rows.ANNOTATION} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [remark_rows.annotation(row) for row in found]

    def delete(self, annotation_id: int) -> None:
        """Take a mark off; the journal keeps it, and undo brings it back."""
        with changing(self._store, Action.ANNOTATE) as change:
            if change.row("annotation", annotation_id) is not None:
                change.delete("annotation", annotation_id)
            change.arguments = {"done": "delete"}


def _require_span(start: int, end: int, text: str) -> None:
    if not 0 <= start <= end <= len(text):
        raise UsageError(
            _("characters {start} to {end} are not in a text of {length}").format(
                start=start, end=end, length=len(text)
            ),
            remedy=_("Select the words again"),
        )


def text_hash(text: str) -> str:
    """Return the short hash by which a marked text is known again."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
