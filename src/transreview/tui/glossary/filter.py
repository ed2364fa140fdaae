"""Which concepts are listed: what is searched for, and the filter."""

from __future__ import annotations

from textual.widgets import Input

from transreview.i18n import _
from transreview.tui.dialogs.concept_filter import ConceptFilter, ConceptFilterDialog
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView
from transreview.tui.widgets.lines import MessageKind


class ConceptFilterControl:
    """Narrows the list and widens it again."""

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self._state = state
        self._view = view

    def search(self) -> None:
        """Put the keyboard into the search line."""
        self._view.query.focus()

    async def ask(self) -> None:
        """Ask for a filter and apply it."""
        subjects = sorted({concept.subject for concept in self._state.glossary.concepts})
        answer = await self._view.ask(ConceptFilterDialog(self._state.filter, subjects))
        if answer is not None:
            self._apply(answer)

    def _apply(self, wanted: ConceptFilter) -> None:
        view, self._state.filter = self._view, wanted
        view.show_concepts(view.current_id)
        if not view.concepts.concepts:
            view.say(_("No concept fits; Esc shows all."), MessageKind.WARNING)
        elif wanted:
            view.say(_("Shown: {filter}. Esc shows all.").format(filter=wanted.words))

    def show_all(self) -> None:
        """End search and filter; with neither, go back to the review."""
        view, state = self._view, self._state
        if not view.query.value and not state.filter:
            view.screen.dismiss(None)
            return
        current, state.filter = view.current_id, ConceptFilter()
        with view.query.prevent(Input.Changed):
            view.query.value = ""
        view.show_concepts(current)
        view.say(_("All concepts are shown."))
