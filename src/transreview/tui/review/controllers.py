"""The controllers of the review screen, put together; none knows another.

Each is made, and its file read, when it is first asked: the first picture waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from transreview.tui.actions import ACTIONS
from transreview.tui.review.position import Position
from transreview.tui.review.state import ReviewState
from transreview.tui.review.timing import Timing
from transreview.tui.review.view import ReviewView
from transreview.tui.review.workbench import Workbench

if TYPE_CHECKING:
    from transreview.tui.review.alignment import Alignment
    from transreview.tui.review.bookmarks import Bookmarks
    from transreview.tui.review.checks import Checks
    from transreview.tui.review.comments import Comments
    from transreview.tui.review.counting import Counting
    from transreview.tui.review.dismissals import Dismissals
    from transreview.tui.review.editing import Editing
    from transreview.tui.review.engines import Engines
    from transreview.tui.review.exports import Exports
    from transreview.tui.review.filter import FilterControl
    from transreview.tui.review.glossary_watch import GlossaryWatch
    from transreview.tui.review.history import History
    from transreview.tui.review.memory import Memory
    from transreview.tui.review.merge_conflicts import MergeConflicts
    from transreview.tui.review.navigation import Navigation
    from transreview.tui.review.panes import PaneControl
    from transreview.tui.review.presence import Presence
    from transreview.tui.review.program import Program
    from transreview.tui.review.project_watch import ProjectWatch
    from transreview.tui.review.quick_fixes import QuickFixes
    from transreview.tui.review.rating import Rating
    from transreview.tui.review.reading_order import ReadingOrder
    from transreview.tui.review.replace import Replace
    from transreview.tui.review.search import Search
    from transreview.tui.review.second_opinion import SecondOpinion
    from transreview.tui.review.spelling import SpellingControl
    from transreview.tui.review.status import StatusControl
    from transreview.tui.review.terms import Terms
    from transreview.tui.review.undo import Undo


class Controllers:
    """A controller for each group of actions, by the names that the table of actions uses.

    Args:
        state: What they share.
        view: What they show it in.
    """

    def __init__(self, state: ReviewState, view: ReviewView) -> None:
        self.timing = Timing(state, view)
        self.bench = Workbench(state, view, self.timing)
        self.position = Position(self.bench)

    def method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does, or None when it belongs to another screen."""
        controller, _dot, name = ACTIONS[action].method.partition(".")
        if not name:
            return None
        found: Callable[..., Any] | None = getattr(getattr(self, controller, None), name, None)
        return found

    @cached_property
    def navigation(self) -> Navigation:
        """Going from segment to segment and from article to article."""
        from transreview.tui.review.navigation import Navigation

        return Navigation(self.bench, self.position)

    @cached_property
    def editing(self) -> Editing:
        """Opening, filling and leaving the editor."""
        from transreview.tui.review.editing import Editing

        return Editing(self.bench)

    @cached_property
    def status(self) -> StatusControl:
        """How far a segment has come."""
        from transreview.tui.review.status import StatusControl

        return StatusControl(self.bench, self.position)

    @cached_property
    def undo(self) -> Undo:
        """Taking changes back."""
        from transreview.tui.review.undo import Undo

        return Undo(self.bench, self.position)

    @cached_property
    def alignment(self) -> Alignment:
        """Which paragraphs stand side by side."""
        from transreview.tui.review.alignment import Alignment

        return Alignment(self.bench)

    @cached_property
    def panes(self) -> PaneControl:
        """What is shown beside the text."""
        from transreview.tui.review.panes import PaneControl

        return PaneControl(self.bench)

    @cached_property
    def filter(self) -> FilterControl:
        """Which segments are shown."""
        from transreview.tui.review.filter import FilterControl

        return FilterControl(self.bench, self.position)

    @cached_property
    def search(self) -> Search:
        """Looking for a text."""
        from transreview.tui.review.search import Search

        return Search(self.bench, self.position)

    @cached_property
    def replace(self) -> Replace:
        """Replacing a text in many places."""
        from transreview.tui.review.replace import Replace

        return Replace(self.bench)

    @cached_property
    def comments(self) -> Comments:
        """What people say of segments."""
        from transreview.tui.review.comments import Comments

        return Comments(self.bench, self.position)

    @cached_property
    def exports(self) -> Exports:
        """What was given away."""
        from transreview.tui.review.exports import Exports

        return Exports(self.bench)

    @cached_property
    def history(self) -> History:
        """Earlier states."""
        from transreview.tui.review.history import History

        return History(self.bench, self.position)

    @cached_property
    def dismissals(self) -> Dismissals:
        """Findings that are none."""
        from transreview.tui.review.dismissals import Dismissals

        return Dismissals(self.bench, self.position)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Places to come back to."""
        from transreview.tui.review.bookmarks import Bookmarks

        return Bookmarks(self.bench, self.position)

    @cached_property
    def merge_conflicts(self) -> MergeConflicts:
        """What came back from others and clashes."""
        from transreview.tui.review.merge_conflicts import MergeConflicts

        return MergeConflicts(self.bench, self.position)

    @cached_property
    def second_opinion(self) -> SecondOpinion:
        """What a program or a model suggests."""
        from transreview.tui.review.second_opinion import SecondOpinion

        return SecondOpinion(self.bench)

    @cached_property
    def memory(self) -> Memory:
        """The translation memory."""
        from transreview.tui.review.memory import Memory

        return Memory(self.bench)

    @cached_property
    def quick_fixes(self) -> QuickFixes:
        """What glossary and checks offer."""
        from transreview.tui.review.quick_fixes import QuickFixes

        return QuickFixes(
            self.bench,
            insert_match=self.memory.insert,
            matches_known=self.memory.known,
            bring_back=self.history.bring_back,
            delete_comment=self.comments.delete,
        )

    @cached_property
    def spelling(self) -> SpellingControl:
        """Words that no list knows."""
        from transreview.tui.review.spelling import SpellingControl

        return SpellingControl(self.bench)

    @cached_property
    def terms(self) -> Terms:
        """The glossary."""
        from transreview.tui.review.terms import Terms

        return Terms(self.bench, self.position)

    @cached_property
    def rating(self) -> Rating:
        """Errors and scores."""
        from transreview.tui.review.rating import Rating

        return Rating(self.bench, self.position)

    @cached_property
    def engines(self) -> Engines:
        """Translations of several engines."""
        from transreview.tui.review.engines import Engines

        return Engines(self.bench)

    @cached_property
    def reading_order(self) -> ReadingOrder:
        """The order in which segments are gone through."""
        from transreview.tui.review.reading_order import ReadingOrder

        return ReadingOrder(self.bench, self.position)

    @cached_property
    def counting(self) -> Counting:
        """Counts and lengths, in the background."""
        from transreview.tui.review.counting import Counting

        return Counting(self.bench)

    @cached_property
    def checks(self) -> Checks:
        """The checks, in the background."""
        from transreview.tui.review.checks import Checks

        return Checks(self.bench)

    @cached_property
    def glossary_watch(self) -> GlossaryWatch:
        """Changes of the glossary's files."""
        from transreview.tui.review.glossary_watch import GlossaryWatch

        return GlossaryWatch(self.bench, check=self.checks.start, renew=self.checks.renew)

    @cached_property
    def presence(self) -> Presence:
        """Who else is in the current segment."""
        from transreview.tui.review.presence import Presence

        return Presence(self.bench)

    @cached_property
    def project_watch(self) -> ProjectWatch:
        """What others do to the project."""
        from transreview.tui.review.project_watch import ProjectWatch

        return ProjectWatch(self.bench)

    @cached_property
    def program(self) -> Program:
        """Help, palette, the end."""
        from transreview.tui.review.program import Program

        return Program(self.bench, self.position)
