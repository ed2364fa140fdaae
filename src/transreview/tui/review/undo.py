"""Taking changes back, and repeating them."""

from __future__ import annotations

from typing import Protocol

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.journal import JournalEntry
from transreview.project.failures import OtherWindowError
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench
from transreview.workflow.journal_sentences import sentence


class Step(Protocol):
    """Undo or redo."""

    def __call__(self, *, of_other_windows: bool = False) -> JournalEntry | None:
        """Do it."""


class Undo:
    """The actions on the journal."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    async def undo(self) -> None:
        """Take back this person's last change; ask before one that was made in another window."""
        done, entry = await self._step(self._state.project.journal.undo, _("Yes, undo it"))
        if not done:
            return
        if entry is None:
            self._view.say(_("There is nothing to undo."))
            return
        self._show(entry)
        words = _("Undid: {change}. {key} repeats it.")
        self._view.done(words.format(change=sentence(entry), key=self._view.key("redo")))

    async def redo(self) -> None:
        """Repeat what this person undid last; ask before what was undone in another window."""
        done, entry = await self._step(self._state.project.journal.redo, _("Yes, repeat it"))
        if not done:
            return
        if entry is None:
            self._view.say(_("There is nothing to redo."))
            return
        self._show(entry)
        self._view.done(_("Repeated: {change}.").format(change=sentence(entry)))

    async def _step(self, step: Step, yes: str) -> tuple[bool, JournalEntry | None]:
        """Do a step, with a question where another window of this person has made the change.

        Args:
            step: What is to be done.
            yes: The answer that allows it.

        Returns:
            Whether anything was tried to the end, and the new entry.
        """
        from transreview.tui.dialogs.choice import Choice

        if not self._view.may_write():
            return False, None
        try:
            return True, step()
        except OtherWindowError as error:
            other = error
        except TransreviewError as error:
            self._view.show_error(error)
            return False, None
        question = Choice(
            _("That was done in another window of yours"),
            (("n", _("No, leave it")), ("y", yes)),
            text=self._told(other.entry),
        )
        if await self._view.ask(question, unexpected=True) != "y":
            self._view.say(_("Nothing was changed."))
            return False, None
        try:
            return True, step(of_other_windows=True)
        except TransreviewError as error:
            self._view.show_error(error)
            return False, None

    def _told(self, entry: JournalEntry) -> str:
        """Return what another window did, when, and where it is."""
        window = self._state.project.sessions.get(entry.session)
        return _("{time}, in {place}: {change}").format(
            time=f"{entry.at.astimezone():%H:%M:%S}",
            place=window.place if window else "?",
            change=sentence(entry),
        )

    def _show(self, entry: JournalEntry) -> None:
        """Show what a change touched, and go there, in another article if need be."""
        project, session = self._state.project, self._state.session
        touched = set(entry.segment_ids)
        there = next((one for one in project.segments.ids() if one in touched), None)
        if there is not None and there not in set(project.segments.ids(session.article.id)):
            self._position.open_article(project.segments.get(there).article_id)
        self._bench.reread(go_to=there)
        if there is not None and session.is_filtered and session.index_of(there) is None:
            self._position.show_all()
            self._bench.reread(go_to=there)
