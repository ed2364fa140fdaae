"""What people say of segments: comments, marked errors, and findings they dismissed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.annotation import Annotation, Comment
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.project import rows
from transreview.project.base import ProjectBase
from transreview.project.changes import changing
from transreview.project.decoding import moment
from transreview.project.texts import kept


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that a person has judged to be none.

    Attributes:
        fingerprint: What it was said of (`Finding.fingerprint`): it lapses when the text changes.
        check: Id of the check.
        segment_id: Segment it was dismissed on.
        user: Who dismissed it.
        at: When (UTC).
        reason: Why.
    """

    fingerprint: str
    check: str
    segment_id: int
    user: str
    at: datetime
    reason: str


class Remarks(ProjectBase):
    """The part of a project that keeps what people say of segments."""

    def comment(self, segment_id: int, text: str) -> Comment:
        """Add a comment to a segment.

        Raises:
            UsageError: The comment is empty, or there is no such segment.
        """
        text = kept(text)
        if not text:
            raise UsageError(_("the comment is empty"), remedy=_("Write something, or leave it"))
        segment = self.segment(segment_id)
        with changing(self._store, Action.COMMENT) as change:
            values = {"segment_id": segment_id, "author": self._store.user, "at": change.at, "text": text}
            comment_id = change.insert("comment", values)
            change.summary = _("comment on {key}").format(key=segment.key)
        return Comment(comment_id, segment_id, self._store.user, moment(change.at), text)

    def comments(self, segment_id: int | None = None) -> list[Comment]:
        """Return the comments on a segment, or all, oldest first."""
        if segment_id is None:
            return [rows.comment(row) for row in self._store.all(f"{rows.COMMENT} ORDER BY id")]
        found = self._store.all(f"{rows.COMMENT} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [rows.comment(row) for row in found]

    def delete_comment(self, comment_id: int) -> None:
        """Remove a comment; the journal keeps it, and undo brings it back."""
        with changing(self._store, Action.COMMENT) as change:
            row = change.row("comment", comment_id)
            if row is not None:
                change.delete("comment", comment_id)
            change.summary = _("comment removed")

    def annotate(
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
        segment = self.segment(segment_id)
        text = segment.source if side is Side.SOURCE else segment.target
        _require_span(start, end, text)
        with changing(self._store, Action.ANNOTATE) as change:
            values = {
                "segment_id": segment_id, "annotator": annotator or self._store.user, "at": change.at,
                "side": side.value, "start": start, "end": end, "type": type, "severity": severity,
                "note": kept(note), "text_hash": text_hash(text),
            }  # fmt: skip
            annotation_id = change.insert("annotation", values)
            change.summary = _("{type} marked in {key}").format(type=type, key=segment.key)
        return rows.annotation((annotation_id, *values.values()))

    def annotate_many(self, marks: Sequence[Annotation], summary: str) -> int:
        """Keep errors that were marked elsewhere, all as one change that one undo takes back.

        Args:
            marks: Annotations; their ids and text hashes are given here, a moment is kept.
            summary: The change in a few words.

        Returns:
            Number of annotations kept.

        Raises:
            UsageError: A span is not in its segment's text; nothing is kept then.
        """
        with changing(self._store, Action.ANNOTATE) as change:
            for mark in marks:
                segment = self.segment(mark.segment_id)
                text = segment.source if mark.side is Side.SOURCE else segment.target
                _require_span(mark.start, mark.end, text)
                values = {
                    "segment_id": mark.segment_id, "annotator": mark.annotator, "at": mark.at.isoformat(),
                    "side": mark.side.value, "start": mark.start, "end": mark.end, "type": mark.type,
                    "severity": mark.severity, "note": kept(mark.note), "text_hash": text_hash(text),
                }  # fmt: skip
                change.insert("annotation", values)
            change.summary = summary
        return len(marks)

    def annotations(self, segment_id: int | None = None) -> list[Annotation]:
        """Return the errors marked in a segment, or all, in the order they were marked."""
        if segment_id is None:
            return [rows.annotation(row) for row in self._store.all(f"{rows.ANNOTATION} ORDER BY id")]
        found = self._store.all(f"{rows.ANNOTATION} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [rows.annotation(row) for row in found]

    def delete_annotation(self, annotation_id: int) -> None:
        """Take a mark off; the journal keeps it, and undo brings it back."""
        with changing(self._store, Action.ANNOTATE) as change:
            if change.row("annotation", annotation_id) is not None:
                change.delete("annotation", annotation_id)
            change.summary = _("mark removed")

    def dismiss(self, fingerprint: str, check: str, segment_id: int, reason: str) -> None:
        """Remember that a finding is none, for as long as the texts stay as they are.

        Args:
            fingerprint: `Finding.fingerprint` of it.
            check: Id of the check.
            segment_id: Segment it was found in.
            reason: Why it is none.
        """
        with changing(self._store, Action.DISMISS) as change:
            old = self._store.value("SELECT id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            values = {
                "fingerprint": fingerprint, "check_id": check, "segment_id": segment_id,
                "user": self._store.user, "at": change.at, "reason": kept(reason),
            }  # fmt: skip
            if old is None:
                change.insert("dismissal", values)
            else:
                change.update("dismissal", old, **values)
            change.summary = _("{check} dismissed").format(check=check)

    def reinstate(self, fingerprint: str) -> None:
        """Take a dismissal back: the finding counts again."""
        with changing(self._store, Action.DISMISS) as change:
            old = self._store.value("SELECT id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            if old is not None:
                change.delete("dismissal", old)
            change.summary = _("dismissal taken back")

    def dismissals(self) -> dict[str, Dismissal]:
        """Return all dismissals by fingerprint."""
        query = "SELECT fingerprint, check_id, segment_id, user, at, reason FROM dismissal ORDER BY id"
        return {
            key: Dismissal(key, check, segment_id, user, moment(at), reason)
            for key, check, segment_id, user, at, reason in self._store.all(query)
        }


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
