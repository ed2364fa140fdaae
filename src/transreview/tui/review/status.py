"""Saying how far a segment has come."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Finding, Severity
from transreview.model.segment import Lock, Segment, Status
from transreview.tui.review.position import Position
from transreview.tui.review.unfinished import is_open, open_ids
from transreview.tui.review.workbench import Workbench


class StatusControl:
    """The actions on statuses."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position
        self._warned: tuple[int, str] | None = None

    def confirm(self) -> None:
        """Confirm the segment and go to the next unfinished one."""
        before = self._set(Status.CONFIRMED)
        if before is None:
            return
        error = self._standing_error()
        view, was_open = self._view, self._view.desk.is_open
        here = view.rows.current
        nothing = _("Nothing unfinished is left here.")
        if not self._position.go_to_next(is_open, lambda: open_ids(self._state.session), 1, nothing):
            if was_open:
                self._bench.close_editor()
            view.done(_("Confirmed. Nothing unfinished is left here."))
            self._name_error(before, error)
        elif view.rows.current != here:
            flagged = _("Confirmed; it is still marked as needing work (f takes the mark off).")
            view.done(flagged if before.needs_work else _("Confirmed {key}.").format(key=before.key))
            self._name_error(before, error)

    def approve(self) -> None:
        """Approve the segment and go to the next that is not approved."""
        before = self._set(Status.APPROVED)
        if before is None:
            return
        was_open = self._view.desk.is_open
        if self._position.go_to_next(lambda s: s.status is not Status.APPROVED, self._not_approved, 1, ""):
            self._view.done(_("Approved {key}.").format(key=before.key))
        else:
            if was_open:
                self._bench.close_editor()
            self._view.done(_("Approved. Everything here is approved."))

    def reopen(self) -> None:
        """Take the confirmation or approval back."""
        segment = self._view.current
        if segment is None or not segment.status.is_done:
            self._view.say(_("This segment is not confirmed."))
            return
        status = Status.MACHINE if segment.is_untouched else Status.EDITED
        if self._set(status):
            untouched = status is Status.MACHINE
            self._view.done(_("It is machine translation again.") if untouched else _("It is edited again."))

    def needs_work(self) -> None:
        """Set or remove the flag."""
        segment = self._bench.ready()
        if segment is None:
            return
        flag = not segment.needs_work
        try:
            after = self._state.project.segments.set_needs_work(segment.id, flag, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.accept(segment, after)
        self._view.done(_("Marked as needing work.") if flag else _("The mark is off."))

    def lock(self) -> None:
        """Lock the segment against changes, or open it."""
        segment = self._bench.ready()
        if segment is None:
            return
        locked = segment.lock is Lock.NONE
        try:
            after = self._state.project.segments.set_lock(segment.id, locked, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return
        self._bench.accept(segment, after)
        words = _("Locked: nothing changes it until {key} opens it.") if locked else _("Open again.")
        self._view.done(words.format(key=self._view.key("lock")))

    def _set(self, status: Status) -> Segment | None:
        """Save what is in the editor and set the status.

        Returns:
            The segment as it was before, or None when nothing was done.
        """
        if status.is_done and not self._is_meant():
            return None
        segment = self._bench.ready()
        if segment is None:
            return None
        try:
            after = self._state.project.segments.set_status(segment.id, status, revision=segment.revision)
        except TransreviewError as error:
            self._view.show_error(error)
            return None
        self._bench.accept(segment, after)
        return segment

    def _is_meant(self) -> bool:
        """Return whether a text that has lost much is meant so; the first time it is saved and said."""
        segment, lost, desk = self._bench.segment, self._bench.lost(), self._view.desk
        if segment is None or not lost:
            return True
        asked = segment.id, desk.editor.content if desk.is_open else segment.target
        if self._warned == asked:
            self._warned = None
            return True
        if self._view.may_write() and self._bench.save():
            self._warned = asked
            self._view.warn(_("{what} It is not confirmed yet: the same key again does.").format(what=lost))
        return False

    def _standing_error(self) -> Finding | None:
        """Return the worst finding of the current segment, if it is an error."""
        segment = self._bench.segment
        insight = self._state.insight
        found = insight.findings(segment) if segment and insight.is_at_hand(segment) else ()
        return next((one for one in found if one.severity.rank >= Severity.ERROR.rank), None)

    def _name_error(self, segment: Segment, error: Finding | None) -> None:
        """Say which error stands in a segment that was confirmed with it."""
        if error is not None:
            words = _("Confirmed {key}, but an error stands: {message}")
            self._view.warn(words.format(key=segment.key, message=error.message))

    def _not_approved(self) -> set[int]:
        """Return the segments of the article that no reviewer has approved."""
        others = [status for status in Status if status is not Status.APPROVED]
        return set(self._state.project.segments.select(self._state.article.id, statuses=others))
