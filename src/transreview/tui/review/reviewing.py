"""Saying how far a segment has come, and taking changes back."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Segment, Status
from transreview.tui.review.moving import Moving, is_open


class Reviewing(Moving):
    """The actions on statuses and on the journal."""

    def action_confirm(self) -> None:
        """Confirm the segment and go to the next unfinished one."""
        before = self.set_status(Status.CONFIRMED)
        if before is None:
            return
        was_open = self.desk.is_open
        flag = before.needs_work
        here = self.rows.current
        nothing = _("Nothing unfinished is left here.")
        if not self.go_to_next(is_open, self.select_open, 1, nothing):
            if was_open:
                self.close_editor()
            self.done(_("Confirmed. Nothing unfinished is left here."))
        elif self.rows.current != here:
            words = _("Confirmed; it is still marked as needing work (f takes the mark off).") if flag else ""
            self.done(words or _("Confirmed {key}.").format(key=before.key))

    def action_approve(self) -> None:
        """Approve the segment and go to the next that is not approved."""
        before = self.set_status(Status.APPROVED)
        if before is None:
            return
        was_open = self.desk.is_open
        if self.go_to_next(lambda s: s.status is not Status.APPROVED, self.select_not_approved, 1, ""):
            self.done(_("Approved {key}.").format(key=before.key))
        else:
            if was_open:
                self.close_editor()
            self.done(_("Approved. Everything here is approved."))

    def action_reopen(self) -> None:
        """Take the confirmation or approval back."""
        segment = self.current
        if segment is None or not segment.status.is_done:
            self.say(_("This segment is not confirmed."))
            return
        status = Status.MACHINE if segment.is_untouched else Status.EDITED
        if self.set_status(status):
            self.done(_("It is {status} again.").format(status=_(status.value)))

    def action_needs_work(self) -> None:
        """Set or remove the flag."""
        segment = self.ready()
        if segment is None:
            return
        flag = not segment.needs_work
        try:
            after = self.session.project.set_needs_work(segment.id, flag, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self.accept(segment, after)
        self.done(_("Marked as needing work.") if flag else _("The mark is off."))

    def set_status(self, status: Status) -> Segment | None:
        """Save what is in the editor and set the status.

        Returns:
            The segment as it was before, or None when nothing was done.
        """
        segment = self.ready()
        if segment is None:
            return None
        try:
            after = self.session.project.set_status(segment.id, status, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return None
        self.accept(segment, after)
        return segment

    def select_not_approved(self) -> set[int]:
        """Return the segments of the article that no reviewer has approved."""
        others = [status for status in Status if status is not Status.APPROVED]
        return set(self.session.project.select(self.session.article.id, statuses=others))

    def ready(self) -> Segment | None:
        """Return the current segment with everything saved, or None when it cannot be changed."""
        if self.current is None or not self.may_write() or not self.save():
            return None
        return self.desk.segment or self.current

    def accept(self, before: Segment, after: Segment) -> None:
        """Show a segment after a change, in the editor as well."""
        if self.desk.is_open:
            self.desk.segment = after
        self.took_over(before, after)

    # --- undo ----------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last change of the project."""
        if not self.may_write():
            return
        try:
            entry = self.session.project.undo()
        except TransreviewError as error:
            self.tell(error)
            return
        if entry is None:
            self.say(_("There is nothing to undo."))
            return
        self.show_change(entry)
        self.done(_("Undid: {change}. Ctrl+Y repeats it.").format(change=entry.summary))

    def action_redo(self) -> None:
        """Repeat what was undone."""
        if not self.may_write():
            return
        try:
            entry = self.session.project.redo()
        except TransreviewError as error:
            self.tell(error)
            return
        if entry is None:
            self.say(_("There is nothing to redo."))
            return
        self.show_change(entry)
        self.done(_("Repeated: {change}.").format(change=entry.summary))

    def show_change(self, entry: JournalEntry) -> None:
        """Show what a change touched, and go there, in another article if need be."""
        if entry.action in {Action.DISMISS, Action.UNDO, Action.REDO}:
            self.insight.forget_findings()
        touched = set(entry.segment_ids)
        there = next((one for one in self.session.project.segment_ids() if one in touched), None)
        if there is not None and there not in set(self.session.project.segment_ids(self.session.article.id)):
            self.open_article(self.session.project.segment(there).article_id)
        self.reread(entry.segment_ids, go_to=there)
        if there is not None and self.session.is_filtered and self.session.index_of(there) is None:
            self.clear_filter()
            self.reread(go_to=there)
