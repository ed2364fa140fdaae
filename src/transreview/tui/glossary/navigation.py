"""Going from concept to concept, into the panes and back."""

from __future__ import annotations

from transreview.tui.glossary.occurrence_list import OccurrenceList
from transreview.tui.glossary.view import GlossaryView
from transreview.tui.widgets.entry_pane import EntryPane


class ConceptNavigation:
    """Moves the keyboard and the current concept."""

    def __init__(self, view: GlossaryView) -> None:
        self._view = view
        self._concepts = view.concepts

    def next(self) -> None:
        """Go to the next concept."""
        self._concepts.step(1)

    def previous(self) -> None:
        """Go to the concept before."""
        self._concepts.step(-1)

    def page_down(self) -> None:
        """Go down by a screen."""
        self._concepts.step(self._concepts.lines_shown)

    def page_up(self) -> None:
        """Go up by a screen."""
        self._concepts.step(-self._concepts.lines_shown)

    def first(self) -> None:
        """Go to the first concept shown."""
        self._concepts.step(-len(self._concepts.concepts))

    def last(self) -> None:
        """Go to the last concept shown."""
        self._concepts.step(len(self._concepts.concepts))

    def card(self) -> None:
        """Go to what is known of the concept."""
        self._view.show_concept()
        self._view.card.focus()

    def places(self) -> None:
        """Go to the segments that have the concept."""
        self._view.show_concept()
        self._view.places.focus()

    def line_down(self) -> None:
        """Go down in a pane."""
        self._walk(1)

    def line_up(self) -> None:
        """Go up in a pane."""
        self._walk(-1)

    def _walk(self, direction: int) -> None:
        pane = self._view.focused
        if isinstance(pane, EntryPane | OccurrenceList):
            pane.walk(direction)

    def next_pane(self) -> None:
        """Go to the other pane, then to the list."""
        if self._view.focused is self._view.places:
            self.card()
        else:
            self.back()

    def back(self) -> None:
        """Leave a pane or the search line for the list."""
        self._concepts.focus()
