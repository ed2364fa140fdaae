"""Comments: what people say of segments."""

from __future__ import annotations

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.annotation import Comment
from transreview.model.journal import Action
from transreview.project import remark_rows
from transreview.project.changes import Change, Values, changing
from transreview.project.revisions import required
from transreview.project.store import Store
from transreview.project.texts import kept


class Comments:
    """Remarks on segments; each is a change of the project.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, segment_id: int, text: str, *, answers: int | None = None, author: str = "") -> Comment:
        """Add a comment to a segment.

        Args:
            segment_id: The segment.
            text: What there is to say.
            answers: The comment on the same segment that it answers.
            author: Whose it is; the user's when empty (a vendor's, where a file brings it).

        Raises:
            UsageError: The comment is empty, or there is no such segment or comment to answer.
        """
        text = kept(text)
        if not text:
            raise UsageError(_("the comment is empty"), remedy=_("Write something, or leave it"))
        with changing(self._store, Action.COMMENT) as change:
            key = required(change, segment_id)["key"]
            if answers is not None and _required(change, answers)["segment_id"] != segment_id:
                raise UsageError(
                    _("that comment is on another segment"), remedy=_("Answer it where it stands")
                )
            values = {
                "segment_id": segment_id, "author": author or self._store.user, "at": change.at, "text": text,
                "answers": answers, "resolved_by": "", "resolved_at": None,
            }  # fmt: skip
            comment_id = change.insert("comment", values)
            change.arguments = {"key": key, "done": "add" if answers is None else "answer"}
        return remark_rows.comment((comment_id, *values.values()))

    def all(self, segment_id: int | None = None) -> list[Comment]:
        """Return the comments on a segment, or all, oldest first."""
        if segment_id is None:
            return [remark_rows.comment(row) for row in self._store.all(f"{remark_rows.COMMENT} ORDER BY id")]
        found = self._store.all(f"{remark_rows.COMMENT} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [remark_rows.comment(row) for row in found]

    def resolve(self, comment_id: int, *, resolved: bool = True) -> None:
        """Settle a comment, or open it again; who settled it and when is kept.

        Args:
            comment_id: The comment.
            resolved: False to open it again.

        Raises:
            UsageError: There is no such comment (any more).
        """
        with changing(self._store, Action.COMMENT) as change:
            row = _required(change, comment_id)
            if bool(row["resolved_at"]) != resolved:
                who, when = (self._store.user, change.at) if resolved else ("", None)
                change.update("comment", comment_id, resolved_by=who, resolved_at=when)
            change.arguments = {
                "key": required(change, row["segment_id"])["key"],
                "done": "resolve" if resolved else "reopen",
            }

    def delete(self, comment_id: int) -> None:
        """Remove a comment; the journal keeps it, undo brings it back, and its answers stay."""
        with changing(self._store, Action.COMMENT) as change:
            row = change.row("comment", comment_id)
            if row is None:
                return
            answers = change.connection.execute("SELECT id FROM comment WHERE answers = ?", (comment_id,))
            for (answer,) in answers.fetchall():
                change.update("comment", answer, answers=row["answers"])
            change.delete("comment", comment_id)
            change.arguments = {"key": required(change, row["segment_id"])["key"], "done": "delete"}


def _required(change: Change, comment_id: int) -> Values:
    row = change.row("comment", comment_id)
    if row is None:
        raise UsageError(
            _("there is no comment {number}").format(number=comment_id),
            path=change.store.path,
            remedy=_("Somebody may have removed it; look at the segment again"),
        )
    return row
