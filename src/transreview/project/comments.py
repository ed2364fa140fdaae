"""Comments: what people say of segments."""

from __future__ import annotations

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.annotation import Comment
from transreview.model.journal import Action
from transreview.project import rows
from transreview.project.changes import changing
from transreview.project.decoding import moment
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

    def add(self, segment_id: int, text: str) -> Comment:
        """Add a comment to a segment.

        Raises:
            UsageError: The comment is empty, or there is no such segment.
        """
        text = kept(text)
        if not text:
            raise UsageError(_("the comment is empty"), remedy=_("Write something, or leave it"))
        with changing(self._store, Action.COMMENT) as change:
            key = required(change, segment_id)["key"]
            values = {"segment_id": segment_id, "author": self._store.user, "at": change.at, "text": text}
            comment_id = change.insert("comment", values)
            change.summary = _("comment on {key}").format(key=key)
        return Comment(
            id=comment_id, segment_id=segment_id, author=self._store.user, at=moment(change.at), text=text
        )

    def all(self, segment_id: int | None = None) -> list[Comment]:
        """Return the comments on a segment, or all, oldest first."""
        if segment_id is None:
            return [rows.comment(row) for row in self._store.all(f"{rows.COMMENT} ORDER BY id")]
        found = self._store.all(f"{rows.COMMENT} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [rows.comment(row) for row in found]

    def delete(self, comment_id: int) -> None:
        """Remove a comment; the journal keeps it, and undo brings it back."""
        with changing(self._store, Action.COMMENT) as change:
            row = change.row("comment", comment_id)
            if row is not None:
                change.delete("comment", comment_id)
            change.summary = _("comment removed")
