"""The controllers of the glossary screen, put together; none knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transreview.tui.actions import ACTIONS
from transreview.tui.glossary.concepts import Concepts
from transreview.tui.glossary.counting import ConceptCounting
from transreview.tui.glossary.files_watch import FilesWatch
from transreview.tui.glossary.filter import ConceptFilterControl
from transreview.tui.glossary.navigation import ConceptNavigation
from transreview.tui.glossary.program import GlossaryProgram
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView


class GlossaryControllers:
    """A controller for each group of actions, by the names that the table of actions uses.

    Args:
        state: What they share.
        view: What they show it in.
    """

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self.navigation = ConceptNavigation(view)
        self.filter = ConceptFilterControl(state, view)
        self.concepts = Concepts(state, view)
        self.counting = ConceptCounting(state, view)
        self.files_watch = FilesWatch(state, view)
        self.program = GlossaryProgram(state, view)

    def method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does, or None when it belongs to the review alone."""
        controller, _dot, name = ACTIONS[action].glossary_method.partition(".")
        if not name:
            return None
        found: Callable[..., Any] | None = getattr(getattr(self, controller, None), name, None)
        return found
