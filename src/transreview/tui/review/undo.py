"""Taking changes back, and repeating them."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.journal import JournalEntry
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench
from transreview.workflow.journal_sentences import sentence


class Undo:
    """The actions on the journal."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._state = bench.state
        self._view = bench.view
        self._position = position

    def undo(self) -> None:
        """Take back the last change of the project."""
        if not self._view.may_write():
            return
        try:
            entry = self._state.project.journal.undo()
        except TransreviewError as error:
            self._view.show_error(error)
            return
        if entry is None:
            self._view.say(_("There is nothing to undo."))
            return
        self._show(entry)
        self._view.done(_("Undid: {change}. Ctrl+Y repeats it.").format(change=sentence(entry)))

    def redo(self) -> None:
        """Repeat what was undone."""
        if not self._view.may_write():
            return
        try:
            entry = self._state.project.journal.redo()
        except TransreviewError as error:
            self._view.show_error(error)
            return
        if entry is None:
            self._view.say(_("There is nothing to redo."))
            return
        self._show(entry)
        self._view.done(_("Repeated: {change}.").format(change=sentence(entry)))

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
