"""Editing segments: text, status and flag, one at a time or many as one change."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Segment, Status
from transreview.project.base import ProjectBase
from transreview.project.changes import Change, Values, changing
from transreview.project.decoding import moment
from transreview.project.failures import StaleRevisionError
from transreview.project.order import no_such_segment
from transreview.project.texts import kept


class Editing(ProjectBase):
    """The part of a project that changes segments one by one."""

    def edit(self, segment_id: int, text: str, *, revision: int) -> Segment:
        """Set the target text; when it returns, the edit is on disk.

        A confirmed or approved segment drops to edited, as the segment returned says. The text of
        the machine typed again counts as edited too: somebody has looked at it (`restore` goes back
        to machine). A text equal to the present one changes nothing and leaves no journal entry.

        Args:
            segment_id: The segment.
            text: Its new text; blanks around it are dropped.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            SaveError: It could not be stored; the caller still holds the text.
        """
        text = kept(text)
        with changing(self._store, Action.EDIT) as change:
            row = self._current(change, segment_id, revision)
            self._set_text(change, row, text)
            self._drop_draft(change, segment_id)
            change.summary = _("edit of {key}").format(key=row["key"])
        return self.segment(segment_id)

    def restore(self, segment_id: int, *, revision: int) -> Segment:
        """Set the target back to the machine translation and the status back to machine.

        Args:
            segment_id: The segment.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.EDIT) as change:
            row = self._current(change, segment_id, revision)
            change.update("segment", segment_id, target=row["machine"], status=Status.MACHINE.value)
            self._drop_draft(change, segment_id)
            change.summary = _("machine translation of {key} restored").format(key=row["key"])
        return self.segment(segment_id)

    def set_status(self, segment_id: int, status: Status, *, revision: int) -> Segment:
        """Set how far a segment has come.

        Args:
            segment_id: The segment.
            status: The new status; machine only where the text is the machine's.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            UsageError: Machine was asked for an edited text.
        """
        self.set_status_many([(segment_id, revision)], status)
        return self.segment(segment_id)

    def set_status_many(self, segments: Sequence[tuple[int, int]], status: Status) -> JournalEntry | None:
        """Set the status of several segments, undone as one.

        Args:
            segments: (segment id, revision as the caller has seen it).
            status: The new status; machine only where the text is the machine's.

        Returns:
            The journal entry, or None when all of them had that status.

        Raises:
            StaleRevisionError: Somebody changed one of them; none was changed.
            UsageError: Machine was asked for an edited text.
        """
        with changing(self._store, Action.STATUS) as change:
            keys = []
            for segment_id, revision in segments:
                row = self._current(change, segment_id, revision)
                if status is Status.MACHINE and not row["untouched"]:
                    raise UsageError(
                        _("the text of {key} is not the machine's any more").format(key=row["key"]),
                        remedy=_("Restore the machine translation instead"),
                    )
                change.update("segment", segment_id, status=status.value)
                keys.append(row["key"])
            change.summary = _("{key} {status}").format(key=_some(keys), status=_(status.value))
        return change.entry

    def set_needs_work(self, segment_id: int, flag: bool, *, revision: int) -> Segment:
        """Set or clear the flag that asks somebody to look again.

        Args:
            segment_id: The segment.
            flag: Whether it needs work.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.FLAG) as change:
            row = self._current(change, segment_id, revision)
            change.update("segment", segment_id, needs_work=int(flag))
            words = _("{key} marked as needing work") if flag else _("mark taken off {key}")
            change.summary = words.format(key=row["key"])
        return self.segment(segment_id)

    def set_fixed(self, segment_id: int, flag: bool, *, revision: int) -> Segment:
        """Vouch for the alignment of a segment, so that realigning leaves it alone, or take that back.

        Args:
            segment_id: The segment.
            flag: Whether its alignment is right.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.FLAG) as change:
            row = self._current(change, segment_id, revision)
            change.update("segment", segment_id, fixed=int(flag))
            words = _("alignment of {key} vouched for") if flag else _("alignment of {key} left open")
            change.summary = words.format(key=row["key"])
        return self.segment(segment_id)

    def replace_many(self, changes: Sequence[tuple[int, str, int]], summary: str) -> JournalEntry | None:
        """Edit several segments, undone as one.

        Args:
            changes: (segment id, new text, revision as the caller has seen it).
            summary: The change in a few words, for the journal and for undo.

        Returns:
            The journal entry, or None when every text was as it is.

        Raises:
            StaleRevisionError: Somebody changed one of them; none was changed.
            SaveError: It could not be stored.
        """
        with changing(self._store, Action.REPLACE) as change:
            for segment_id, text, revision in changes:
                row = self._current(change, segment_id, revision)
                self._set_text(change, row, kept(text))
            count = len(change.segment_ids)
            change.summary = summary or ngettext(
                "{n} segment replaced", "{n} segments replaced", count
            ).format(n=count)
        return change.entry

    def _current(self, change: Change, segment_id: int, revision: int | None) -> Values:
        """Return the row of a segment if nobody has changed it since the caller read it."""
        row = change.row("segment", segment_id)
        if row is None and not self._ever_was(segment_id):
            raise no_such_segment(self._store, segment_id)
        if row is not None and revision in {None, row["revision"]}:
            return row
        raise self._stale(segment_id, row)

    def _ever_was(self, segment_id: int) -> bool:
        last = self._store.value("SELECT seq FROM sqlite_sequence WHERE name = 'segment'")
        return 0 < segment_id <= (last or 0)

    def _stale(self, segment_id: int, row: Values | None) -> StaleRevisionError:
        """Say who changed or removed a segment, and when."""
        last = self._store.one(
            "SELECT user, at FROM change JOIN journal ON journal.id = change.entry"
            " WHERE tbl = 'segment' AND row = ? ORDER BY change.id DESC LIMIT 1",
            (segment_id,),
        )
        user, when = last or (_("somebody"), self._store.moment())
        at = moment(when)
        local = at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        if row is None:
            message = _("segment {number} was removed by {user} at {time}; nothing was changed")
        else:
            message = _("segment {key} was changed by {user} at {time}; your change was not made")
        return StaleRevisionError(
            message.format(key=row["key"] if row else "", number=segment_id, user=user, time=local),
            segment=self.segment(segment_id) if row else None,
            user=user,
            at=at,
            path=self._store.path,
            remedy=_("Read the segment again, and decide between the two texts"),
        )

    @staticmethod
    def _set_text(change: Change, row: Values, text: str) -> None:
        if text != row["target"]:
            change.update("segment", row["id"], target=text, status=Status.EDITED.value)

    @staticmethod
    def _drop_draft(change: Change, segment_id: int) -> None:
        """A saved text makes the draft of it pointless; both go in one transaction."""
        change.connection.execute(
            "DELETE FROM draft WHERE segment_id = ? AND user = ?", (segment_id, change.store.user)
        )


def _some(keys: Sequence[str]) -> str:
    """Name a few segments, and how many more there are."""
    if len(keys) <= 3:
        return ", ".join(keys)
    return _("{first} and {n} more").format(first=keys[0], n=len(keys) - 1)
