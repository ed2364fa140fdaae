"""The controllers of the review screen, put together; none knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from transreview.tui.actions import ACTIONS
from transreview.tui.review.alignment import Alignment
from transreview.tui.review.bookmarks import Bookmarks
from transreview.tui.review.checks import Checks
from transreview.tui.review.comments import Comments
from transreview.tui.review.counting import Counting
from transreview.tui.review.dismissals import Dismissals
from transreview.tui.review.editing import Editing
from transreview.tui.review.engines import Engines
from transreview.tui.review.filter import FilterControl
from transreview.tui.review.glossary_watch import GlossaryWatch
from transreview.tui.review.history import History
from transreview.tui.review.memory import Memory
from transreview.tui.review.merge_conflicts import MergeConflicts
from transreview.tui.review.navigation import Navigation
from transreview.tui.review.panes import PaneControl
from transreview.tui.review.position import Position
from transreview.tui.review.program import Program
from transreview.tui.review.project_watch import ProjectWatch
from transreview.tui.review.quick_fixes import QuickFixes
from transreview.tui.review.rating import Rating
from transreview.tui.review.reading_order import ReadingOrder
from transreview.tui.review.replace import Replace
from transreview.tui.review.search import Search
from transreview.tui.review.state import ReviewState
from transreview.tui.review.status import StatusControl
from transreview.tui.review.terms import Terms
from transreview.tui.review.timing import Timing
from transreview.tui.review.undo import Undo
from transreview.tui.review.view import ReviewView
from transreview.tui.review.workbench import Workbench


class Controllers:
    """A controller for each group of actions, by the names that the table of actions uses.

    Args:
        state: What they share.
        view: What they show it in.
    """

    def __init__(self, state: ReviewState, view: ReviewView) -> None:
        self.timing = Timing(state, view)
        self.bench = bench = Workbench(state, view, self.timing)
        self.position = position = Position(bench)
        self.navigation = Navigation(bench, position)
        self.editing = Editing(bench)
        self.status = StatusControl(bench, position)
        self.undo = Undo(bench, position)
        self.alignment = Alignment(bench)
        self.panes = PaneControl(bench)
        self.filter = FilterControl(bench, position)
        self.search = Search(bench, position)
        self.replace = Replace(bench)
        self.comments = Comments(bench, position)
        self.history = History(bench, position)
        self.dismissals = Dismissals(bench, position)
        self.bookmarks = Bookmarks(bench, position)
        self.merge_conflicts = MergeConflicts(bench, position)
        self.memory = Memory(bench)
        self.quick_fixes = QuickFixes(
            bench,
            insert_match=self.memory.insert,
            bring_back=self.history.bring_back,
            delete_comment=self.comments.delete,
        )
        self.terms = Terms(bench, position)
        self.rating = Rating(bench, position)
        self.engines = Engines(bench)
        self.reading_order = ReadingOrder(bench, position)
        self.counting = Counting(bench)
        self.checks = Checks(bench)
        self.glossary_watch = GlossaryWatch(bench, check=self.checks.start, renew=self.checks.renew)
        self.project_watch = ProjectWatch(bench)
        self.program = Program(bench, position)

    def method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does, or None when it belongs to another screen."""
        controller, _dot, name = ACTIONS[action].method.partition(".")
        found: Callable[..., Any] | None = (
            getattr(getattr(self, controller, None), name, None) if name else None
        )
        return found
