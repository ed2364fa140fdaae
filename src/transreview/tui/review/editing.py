"""Editing one segment: opening, saving, drafts, and what to do when somebody else was faster."""

from __future__ import annotations

from textual import on, work
from textual.widgets import TextArea

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.segment import Segment
from transreview.project.failures import StaleRevisionError
from transreview.tui.dialogs.choice import Choice
from transreview.tui.dialogs.conflict import KEEP_MINE, TAKE_THEIRS, Conflict
from transreview.tui.external_editor import ExternalEditorError, edit_externally
from transreview.tui.presenting import finding_marks, term_marks
from transreview.tui.review.base import ReviewBase

DRAFT_SECONDS = 2.0


class Editing(ReviewBase):
    """The actions that open, fill and leave the editor."""

    kept_draft = ""

    # --- opening -------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Open the editor on the current segment."""
        segment = self.current
        if segment and self.may_write():
            self.open_editor(segment)

    def open_editor(self, segment: Segment) -> None:
        """Open the editor on a segment, with the draft of it if one was left behind."""
        draft = self.session.project.draft(segment.id)
        text = segment.target
        if draft and draft.text != segment.target:
            text = draft.text
            when = f"{draft.at.astimezone():%Y-%m-%d %H:%M}"
            if draft.revision == segment.revision:
                self.warn(_("Your unsaved text of {time} is back; Alt+Q drops it.").format(time=when))
            else:
                self.warn(
                    _(
                        "Your unsaved text of {time} is back; others changed it since. Alt+Q drops yours."
                    ).format(time=when)
                )
        self.kept_draft = text
        self.desk.open(segment, text)
        self.call_after_refresh(self.rows.move_to, self.rows.current)
        self.look_into_editor()
        self.show_hints()

    @on(TextArea.Changed, "#editor")
    def look_into_editor(self) -> None:
        """Mark terms and findings in what stands in the editor, and show them in the panes."""
        segment = self.desk.segment
        if segment is None:
            return
        text = self.desk.editor.content
        terms = self.insight.terms(segment, text)
        findings = self.insight.findings(segment, text)
        self.desk.mark(
            [*term_marks(terms, Side.SOURCE), *finding_marks(findings, Side.SOURCE)],
            [*term_marks(terms, Side.TARGET), *finding_marks(findings, Side.TARGET)],
        )
        self.panes.show_terms(terms)
        self.panes.show_findings(findings, (segment.source, text))

    @on(TextArea.SelectionChanged, "#editor")
    def follow_cursor(self) -> None:
        """Scroll the source along with the cursor."""
        if self.desk.is_open:
            self.desk.follow()

    # --- saving --------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save what stands in the editor; when it cannot be saved it stays there, and the screen says why.

        Returns:
            Whether the text is on disk.
        """
        segment = self.desk.segment
        if segment is None:
            return True
        text = self.desk.editor.content
        project = self.session.project
        try:
            if text.strip() == segment.target:
                if self.kept_draft != segment.target or project.draft(segment.id):
                    project.drop_draft(segment.id)
                return True
            saved = project.edit(segment.id, text, revision=segment.revision)
        except StaleRevisionError as error:
            self.settle_conflict(error, text)
            return False
        except TransreviewError as error:
            self.tell(error)
            return False
        self.desk.segment = saved
        self.kept_draft = saved.target
        self.took_over(segment, saved)
        if segment.status.is_done:
            self.done(_("Saved. It was {status} and is edited now.").format(status=_(segment.status.value)))
        else:
            self.done(_("Saved."))
        return True

    def close_editor(self) -> None:
        """Go back to the list."""
        self.desk.close()
        self.rows.focus()
        self.call_after_refresh(self.rows.move_to, self.rows.current)
        self.show_hints()
        self.show_panes()

    def action_leave(self) -> None:
        """Save the text and go back to the list."""
        if self.save():
            self.close_editor()

    def action_save_text(self) -> None:
        """Save the text and go on editing."""
        segment = self.desk.segment
        if self.save() and self.desk.segment is segment:
            self.say(_("Nothing was changed."))

    @work
    async def action_cancel(self) -> None:
        """Drop the changes after asking, and go back to the list."""
        segment = self.desk.segment
        if segment is None:
            return
        if self.desk.editor.content.strip() != segment.target:
            answer = await self.app.push_screen_wait(
                Choice(
                    _("Drop your changes to this segment?"),
                    (("n", _("No, go on editing")), ("y", _("Yes, drop them"))),
                )
            )
            if answer != "y":
                return
        try:
            self.session.project.drop_draft(segment.id)
        except TransreviewError as error:
            self.tell(error)
        self.close_editor()
        self.say(_("Nothing was changed."))

    @work
    async def settle_conflict(self, error: StaleRevisionError, mine: str) -> None:
        """Show both texts and ask which shall stand; mine stays in the editor until that is settled."""
        if error.segment is None:
            self.tell(error)
            return
        at = f"{error.at.astimezone():%Y-%m-%d %H:%M}" if error.at else "?"
        theirs = error.segment
        answer = await self.app.push_screen_wait(Conflict(error.user, at, theirs.target, mine))
        before = self.desk.segment or theirs
        if answer == KEEP_MINE:
            self.desk.segment = theirs
            if self.save():
                self.close_editor()
        elif answer == TAKE_THEIRS:
            try:
                self.session.project.drop_draft(theirs.id)
            except TransreviewError as failure:
                self.tell(failure)
            self.took_over(before, theirs)
            self.close_editor()
            self.done(_("Their text stands; yours was dropped."))
        else:
            self.warn(_("Not saved yet: theirs and yours differ. Esc asks again."))

    # --- drafts --------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Keep what stands in the editor, in case the program or the machine stops."""
        segment = self.desk.segment
        if segment is None or self.session.project.read_only:
            return
        text = self.desk.editor.content
        if text == self.kept_draft:
            return
        try:
            self.session.project.save_draft(segment.id, text, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self.kept_draft = text

    # --- whole texts ---------------------------------------------------------------------------

    def action_restore_machine(self) -> None:
        """Put the machine translation in place of the text."""
        segment = self.desk.segment or self.current
        if segment is None or not self.may_write():
            return
        if self.desk.is_open:
            self.desk.editor.put(segment.machine)
            self.say(_("The machine translation is in the editor; Ctrl+Z brings your text back."))
            return
        try:
            after = self.session.project.restore(segment.id, revision=segment.revision)
        except TransreviewError as error:
            self.tell(error)
            return
        self.took_over(segment, after)
        self.done(_("The machine translation is back; U undoes."))

    def action_copy_source(self) -> None:
        """Put the source in place of the text."""
        if not self.desk.is_open:
            self.action_edit()
        if self.desk.segment:
            self.desk.editor.put(self.desk.segment.source)
            self.say(_("The source is in the editor; Ctrl+Z brings your text back."))

    def action_external_editor(self) -> None:
        """Edit the text in the program named by VISUAL or EDITOR."""
        if self.desk.segment is None:
            self.action_edit()
        if self.desk.segment is None:
            return
        try:
            self.desk.editor.put(edit_externally(self.app, self.desk.editor.content))
        except ExternalEditorError as error:
            self.tell(error)
            return
        self.say(_("Back from the editor; Esc saves."))
