"""The current segment at work: opening it, saving it, taking over what a change made of it.

What several controllers need of one another stands here, below all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.segment import Lock, Segment, Status
from transreview.project.address import is_server
from transreview.project.failures import StaleRevisionError
from transreview.tui import log
from transreview.tui.latest_work import LatestWork
from transreview.tui.review.losses import loss
from transreview.tui.review.messages import ChecksUnfinished, SegmentsChanged
from transreview.tui.review.state import ReviewState
from transreview.tui.review.timing import Timing
from transreview.tui.review.view import ReviewView
from transreview.tui.type_ahead import nothing_opens


class Workbench:
    """Opens, saves and shows the current segment.

    Args:
        state: What is shared.
        view: What is shown.
        timing: The clock that runs while an editor is open.
    """

    def __init__(self, state: ReviewState, view: ReviewView, timing: Timing) -> None:
        self.state = state
        self.view = view
        self._timing = timing
        self._is_far = is_server(state.project.path)
        self._drafts = LatestWork(lambda error: view.call(log.note_error, "a draft could not be kept", error))
        self._kept_draft = ""
        self._opened = ""  # the text of the segment when its editor was opened

    @property
    def segment(self) -> Segment | None:
        """The segment in the editor, or else the current one; None where there is none."""
        return self.view.desk.segment or self.view.current

    def ready(self) -> Segment | None:
        """Return the current segment with everything saved, or None when it cannot be changed."""
        if self.view.current is None or not self.view.may_write() or not self.save():
            return None
        return self.segment

    # --- the editor ----------------------------------------------------------------------------

    def open_editor(self, segment: Segment | None) -> None:
        """Open the editor on a segment, with the draft of it if one was left behind."""
        if segment is None:
            return
        try:
            self._open_editor(segment)
        finally:
            if not self.view.desk.is_open:
                nothing_opens(self.view.screen.app)

    def _open_editor(self, segment: Segment) -> None:
        if not self.view.may_write():
            return
        if segment.lock is not Lock.NONE:
            words = _("Segment {key} is locked; {unlock} opens it.")
            self.view.warn(words.format(key=segment.key, unlock=self.view.key("lock")))
            return
        self.view.let_go_of_message()
        self._drafts.close()
        draft = self.state.project.drafts.get(segment.id)
        text = segment.target
        if draft and draft.text != segment.target:
            text = draft.text
            when = f"{draft.at.astimezone():%Y-%m-%d %H:%M}"
            if draft.revision == segment.revision:
                self.view.warn(_("Your unsaved text of {time} is back; Alt+Q drops it.").format(time=when))
            else:
                self.view.warn(
                    _(
                        "Your unsaved text of {time} is back; others changed it since. Alt+Q drops yours."
                    ).format(time=when)
                )
        self._kept_draft, self._opened = text, segment.target
        self._timing.stop()
        self.view.screen.add_class("-editing")
        self.view.desk.open(segment, text)
        self._timing.start(segment)
        self.show_finding()
        self.keep_row_visible()
        self.view.show_editor_marks()
        self.view.show_hints()

    def show_finding(self) -> None:
        """Put the cursor of the editor at the worst finding, when the segment was gone to for that."""
        segment, sought, desk = self.view.desk.segment, self.state.sought, self.view.desk
        if segment is None or sought is None or sought.id != segment.id:
            return
        found = self.state.insight.findings(segment, desk.editor.content)
        place = next((one.start for one in found if one.side is Side.TARGET and one.end > one.start), None)
        if place is not None:
            desk.editor.go_to(place)

    def close_editor(self) -> None:
        """Go back to the list."""
        self._timing.stop()
        self.view.screen.remove_class("-editing")
        self.view.desk.close()
        self.view.rows.focus()
        self.keep_row_visible()
        self.view.show_hints()
        self.view.show_panes()

    def put_away(self) -> bool:
        """Save and close the editor if it is open; return whether nothing stands unsaved in it."""
        if not self.save():
            return False
        if self.view.desk.is_open:
            self.close_editor()
        return True

    def keep_row_visible(self) -> None:
        """Scroll to the current row once the screen has its new shares."""
        rows = self.view.rows
        self.view.screen.call_after_refresh(lambda: rows.move_to(rows.current))

    # --- saving --------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what stands in the editor; when it cannot be saved it stays there, and the screen says why.

        Returns:
            Whether the text is on disk.
        """
        desk, project = self.view.desk, self.state.project
        segment = desk.segment
        if segment is None:
            return True
        self._drafts.close()  # a draft must not come behind the text that it is of
        text = desk.editor.content
        try:
            if text.strip() == segment.target:
                if self._kept_draft != segment.target or project.drafts.get(segment.id):
                    project.drafts.drop(segment.id)
                return True
            saved = project.segments.edit(segment.id, text, revision=segment.revision)
        except StaleRevisionError as error:
            if error.segment is None or error.segment.target != text.strip():
                self.view.run(self._settle_conflict(error, text))
                return False
            saved = error.segment  # by a save whose answer was lost, or by somebody who wrote the same
        except TransreviewError as error:
            self.view.show_error(error)
            return False
        desk.segment = saved
        self._kept_draft = saved.target
        self.show_saved(segment, saved)
        lost = self.lost()
        if lost:
            self.view.warn(_("{what} It is saved as edited; U brings the text back.").format(what=lost))
        elif segment.status.is_done:
            approved = segment.status is Status.APPROVED
            self.view.done(
                _("Saved. It was approved and is edited now.")
                if approved
                else _("Saved. It was confirmed and is edited now.")
            )
        else:
            self.view.done(_("Saved."))
        return True

    @property
    def holds_unsaved(self) -> bool:
        """Whether the editor is open and says something else than what is stored."""
        segment = self.view.desk.segment
        return segment is not None and self.view.desk.editor.content.strip() != segment.target

    def lost(self) -> str:
        """Return in one sentence what the current segment has lost while its editor was open, or ""."""
        segment = self.segment
        if segment is None:
            return ""
        if self.view.desk.is_open:
            return loss(self._opened, self.view.desk.editor.content)
        return "" if segment.target.strip() else loss("", "")

    async def _settle_conflict(self, error: StaleRevisionError, mine: str) -> None:
        """Show both texts and ask which shall stand; mine stays in the editor until that is settled."""
        from transreview.tui.dialogs.conflict import KEEP_MINE, TAKE_THEIRS, Conflict

        view, theirs = self.view, error.segment
        if theirs is None:
            view.show_error(error)
            return
        at = f"{error.at.astimezone():%Y-%m-%d %H:%M}" if error.at else "?"
        answer = await view.ask(Conflict(error.user, at, theirs.target, mine), unexpected=True)
        before = view.desk.segment or theirs
        if answer == KEEP_MINE:
            view.desk.segment = theirs
            if self.save():
                self.close_editor()
        elif answer == TAKE_THEIRS:
            self.drop_draft(theirs.id)
            self.show_saved(before, theirs)
            self.close_editor()
            view.done(_("Their text stands; yours was dropped."))
        else:
            view.warn(_("Not saved yet: theirs and yours differ. Esc asks again."))

    # --- drafts --------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Keep what stands in the editor, in case the program or the machine stops."""
        self._drafts.close()
        segment = self._drafted()
        if segment is not None:
            self._keep(segment, self.view.desk.editor.content, self.view.show_error)

    def keep_draft_beside(self) -> None:
        """Keep it while somebody goes on typing: what is sent to a server takes its time."""
        if not self._is_far:
            self.keep_draft()
            return
        segment = self._drafted()
        if segment is not None and self._drafts.is_idle:
            text = self.view.desk.editor.content
            tell = partial(self.view.call, self.view.show_error)
            self._drafts.ask(lambda: self._keep(segment, text, tell))

    def _drafted(self) -> Segment | None:
        """Return the segment in the editor, None where nothing has been typed that is not kept."""
        segment = self.view.desk.segment
        if segment is None or self.state.project.read_only:
            return None
        return None if self.view.desk.editor.content == self._kept_draft else segment

    def _keep(self, segment: Segment, text: str, tell: Callable[[TransreviewError], None]) -> None:
        try:
            self.state.project.drafts.save(segment.id, text, revision=segment.revision)
        except TransreviewError as error:
            tell(error)
            return
        self._kept_draft = text

    def drop_draft(self, segment_id: int) -> None:
        """Forget a draft; a failure is said, and nothing depends on it."""
        self._drafts.close()
        try:
            self.state.project.drafts.drop(segment_id)
        except TransreviewError as error:
            self.view.show_error(error)

    # --- taking over ---------------------------------------------------------------------------

    def accept(self, before: Segment, after: Segment) -> None:
        """Show a segment after a change of the project, in the editor as well."""
        if self.view.desk.is_open:
            self.view.desk.segment = after
        self.show_saved(before, after)

    def show_saved(self, before: Segment, after: Segment) -> None:
        """Show a segment as the project returned it after a change."""
        state = self.state
        state.session.replace(after)
        if state.counts:
            state.counts[before.status] -= 1
            state.counts[after.status] += 1
            state.flags += after.needs_work - before.needs_work
        self.follow_findings()
        index = state.session.index_of(after.id)
        if index is not None:
            self.view.rows.update_rows([index])
        self.view.show_place()

    def follow_findings(self) -> None:
        """Show what a change has done to the findings, its own and those of other segments."""
        self.view.show_findings(self.state.insight.refresh())
        if self.state.checked and not self.state.insight.is_complete:
            self.view.screen.post_message(ChecksUnfinished())

    def reread(self, *, go_to: int | None = None) -> None:
        """Read segments again after a change of several, or of the order.

        Args:
            go_to: The segment to stand on.
        """
        state, view = self.state, self.view
        here, before = view.current, state.session.shown
        state.session.reload()
        if go_to is None:
            go_to = here.id if here else 0
        index = state.session.nearest(go_to)
        reordered = before != state.session.shown
        if reordered:
            view.show_list(index)
        else:
            view.rows.update_rows()
            view.rows.move_to(index)
        self.follow_findings()
        view.screen.post_message(SegmentsChanged(reordered))
        view.show_place()
