"""The review screen: its layout, and who is told what happens on it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from inspect import iscoroutine
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.worker import Worker, WorkerState

from transreview.errors import TransreviewError
from transreview.i18n import _, ngettext
from transreview.project.address import is_server
from transreview.project.segment_filter import SegmentFilter
from transreview.tui import log
from transreview.tui.keymaps import Keymap, show_key
from transreview.tui.pending_keys import PendingKeys
from transreview.tui.review.controllers import Controllers
from transreview.tui.review.messages import (
    ActionWanted,
    ArticleOpened,
    ChecksUnfinished,
    FileGone,
    GlossaryTouched,
    SegmentsChanged,
)
from transreview.tui.review.state import ReviewState
from transreview.tui.review.view import ReviewView
from transreview.tui.session import Session
from transreview.tui.sheltered import Sheltered
from transreview.tui.type_ahead import start
from transreview.tui.widgets.editor_messages import CaretMoved, NothingSelected, Removed, UnknownKey, Written
from transreview.tui.widgets.segment_list import SegmentList

if TYPE_CHECKING:
    from transreview.tui.widgets.entry_pane import EntryPane

PANE_DELAY = 0.06
"""Seconds after a move until the lines follow, and without a move until the panes do."""

CLOSE = 0.01
"""Seconds that are not worth another wait."""

BACKGROUND_DELAY = 0.02
"""Seconds after the first picture in which the terminal gets it; then the work in the background begins."""

SWITCH_SECONDS = 0.001
"""How soon the screen gets the interpreter back from work beside it; a key needs it several times."""

OFTEN = {
    "page_down", "page_up", "next_open", "previous_open", "next_finding", "previous_finding", "next_comment",
    "next_doubtful", "next_match", "previous_match", "next_risk", "next_article", "previous_article", "undo",
    "redo",
}  # fmt: skip
"""Actions that a count repeats, beside going up and down by a number of segments."""

MOST_OFTEN = 100

DRAFT_SECONDS = 2.0

READ_SECONDS = 2.0
"""How long a message stands at least while somebody writes on."""


class ReviewScreen(Sheltered[None]):
    """Source and translation side by side, with everything that is known of the current segment.

    The screen holds a view and controllers, and only hands on to them what happens; the table of
    actions names the controller and its method for each action.

    Args:
        session: The article under review.
        keymap: The keys in force.
        first_segment: Id of the segment to begin with.
    """

    DEFAULT_CSS = """
    ReviewScreen { layout: vertical; background: $background; }
    ReviewScreen #middle { height: 1fr; layout: horizontal; }
    ReviewScreen #work { width: 1fr; height: 1fr; }
    ReviewScreen Header { background: $panel; }
    ReviewScreen Hints { background: $panel; color: $text-muted; }
    ReviewScreen StatusLine.-error { color: $text-error; text-style: bold; }
    ReviewScreen StatusLine.-warning { color: $text-warning; text-style: bold; }
    ReviewScreen StatusLine.-done { color: $text-success; }
    ReviewScreen Panes { width: 34; border-left: solid $panel; }
    ReviewScreen Panes.-hidden { display: none; }
    ReviewScreen.-very-wide Panes { width: 48; }
    ReviewScreen.-editing.-cramped SegmentList, ReviewScreen.-editing.-tiny SegmentList { display: none; }
    ReviewScreen.-editing.-cramped Desk, ReviewScreen.-editing.-tiny Desk { height: 1fr !important; }
    ReviewScreen.-tiny Header, ReviewScreen.-tiny Hints { display: none; }
    ReviewScreen.-tiny Desk #source { display: none; }
    ReviewScreen.-narrow #middle { layout: vertical; }
    ReviewScreen.-narrow Panes { display: none; width: 100%; height: 9; border-left: none; }
    ReviewScreen.-narrow Panes.-open { display: block; }
    ReviewScreen.-narrow Panes > EntryPane { display: none; }
    ReviewScreen.-narrow Panes > EntryPane.-active { display: block; height: 1fr; max-height: 100%; }
    """
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared without ClassVar by Textual
        (0, "-narrow"),
        (90, "-wide"),
        (140, "-very-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - declared without ClassVar by Textual
        (0, "-tiny"),
        (7, "-cramped"),
        (10, "-roomy"),
    ]
    AUTO_FOCUS = "SegmentList"

    def __init__(self, session: Session, keymap: Keymap, *, first_segment: int | None = None) -> None:
        super().__init__()
        self._take_size()
        self.state = ReviewState(session=session, keymap=keymap)
        self.view = ReviewView(self, self.state)
        self.controllers = Controllers(self.state, self.view)
        self._first_segment = first_segment
        self.pending = PendingKeys(keymap)
        self._moved_at = 0.0
        self.is_following = False

    def _take_size(self) -> None:
        """Have the classes of the terminal's size from the start: the first picture is laid out once."""
        size = self.app.size
        for breakpoints, length in (
            (self.HORIZONTAL_BREAKPOINTS, size.width),
            (self.VERTICAL_BREAKPOINTS, size.height),
        ):
            self.add_class(next(name for least, name in reversed(breakpoints or []) if length >= least))

    def compose(self) -> ComposeResult:
        """Lay out header, list, desk, panes, state line and hints."""
        view = self.view
        yield view.header
        with Horizontal(id="middle"):
            with Vertical(id="work"):
                yield view.rows
                yield view.desk
            yield view.panes
        yield view.status
        yield view.hints

    def on_mount(self) -> None:
        """Show the article and start what goes on in the background."""
        first = self._first_segment
        self.view.show_list(self.state.session.nearest(first) if first else 0)
        self.view.show_line()
        self.view.show_hints()
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Take keys, now that the first picture is painted."""
        self.app.type_ahead.release()  # type: ignore[attr-defined]
        self.set_timer(BACKGROUND_DELAY, self.begin_background)

    def begin_background(self) -> None:
        """Start what goes on in the background, and fill the panes."""
        gc.freeze()  # what is there now stays: collections need not look at it
        gc.enable()
        sys.setswitchinterval(SWITCH_SECONDS)
        self.view.show_panes()
        self.article_opened()
        self.controllers.merge_conflicts.tell()
        control = self.controllers
        control.glossary_watch.begin()
        self.set_interval(DRAFT_SECONDS, control.bench.keep_draft_beside)
        self.set_interval(control.project_watch.seconds, control.project_watch.look_for_others)
        self.set_interval(control.project_watch.seconds, control.project_watch.look_for_file)
        if is_server(self.state.project.path):
            self.set_interval(control.presence.seconds, control.presence.look)
        self.set_interval(control.glossary_watch.seconds, control.glossary_watch.follow)
        self.set_interval(control.memory.seconds, control.memory.record)

    # --- actions -------------------------------------------------------------------------------

    def action_method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does on this screen, or None."""
        return self.controllers.method(action)

    def act(self, action: str, digit: str = "") -> None:
        """Do an action of the table; one that asks a person goes on beside the screen.

        Args:
            action: Its id.
            digit: The number pressed, for numbered ones.
        """
        method = self.action_method(action)
        log.note("action", action=action, digit=digit)
        if method is not None:
            answer = method(int(digit)) if digit else method()
            if iscoroutine(answer):
                start(self, answer)

    def act_often(self, action: str, count: int) -> None:
        """Do an action as often as a count in front of its key says, where that makes sense; else once.

        Args:
            action: Its id.
            count: The count.
        """
        navigation = self.controllers.navigation
        if action in {"first", "last"}:
            navigation.go_to_row(count)
        elif action in {"next", "previous"}:
            navigation.go_by(count if action == "next" else -count)
        elif action in OFTEN:
            start(self, self._repeated(action, min(count, MOST_OFTEN)))
        else:
            self.act(action)

    async def _repeated(self, action: str, count: int) -> None:
        method = self.action_method(action)
        for _time in range(count if method is not None else 0):
            answer = method()  # type: ignore[misc]
            if iscoroutine(answer):
                await answer

    def show_pending(self) -> None:
        """Show the keys that wait for the next one, as vi does."""
        self.view.say(f"{self.pending.typed}…")

    def apply_filter(self, wanted: SegmentFilter) -> None:
        """Show only the segments that a saved filter lets through."""
        start(self, self.controllers.filter.apply(wanted))

    # --- what happens --------------------------------------------------------------------------

    @on(ArticleOpened)
    def article_opened(self) -> None:
        """Count, measure and check the article, and say what is to be said of it."""
        control = self.controllers
        control.counting.count()
        control.counting.measure()
        control.checks.start()
        control.project_watch.begin()
        control.memory.look_up()

    @on(SegmentsChanged)
    def segments_changed(self, event: SegmentsChanged) -> None:
        """Count again, and measure again what stands in another order."""
        self.controllers.counting.count()
        if event.reordered:
            self.controllers.counting.measure()

    @on(ChecksUnfinished)
    def checks_unfinished(self) -> None:
        """Check what is left."""
        self.controllers.checks.resume()

    @on(ActionWanted)
    def action_wanted(self, event: ActionWanted) -> None:
        """Do an action that was asked for by name."""
        self.act(event.action)

    @on(FileGone)
    def file_gone(self) -> None:
        """Offer to save the work beside the project."""
        start(self, self.controllers.project_watch.offer_copy())

    @on(GlossaryTouched)
    def glossary_touched(self) -> None:
        """Follow the glossary at once."""
        self.controllers.glossary_watch.follow()

    @on(SegmentList.Moved)
    def moved(self) -> None:
        """Bring header and state line up in a moment, and the panes when the keys rest.

        Where the keys rest at once, all of it is painted together: a painting of its own for the two lines
        would cost as much as that of the list.
        """
        if self.view.said_at != self.view.rows.current:
            self.view.said_at = None  # a message is about the row it was said on, also for who comes back
        self._moved_at = monotonic()
        if not self.is_following:
            self.is_following = True
            self.set_timer(PANE_DELAY, self._follow)

    def _follow(self) -> None:
        """Show where the keys have gone to, and more of it once they rest."""
        self.view.show_line()
        left = self._moved_at + PANE_DELAY - monotonic()
        if left > CLOSE:
            self.set_timer(left, self._follow)
            return
        self.is_following = False
        self.view.show_panes()
        self.controllers.memory.look_up()

    @on(SegmentList.Clicked)
    def clicked(self, event: SegmentList.Clicked) -> None:
        """Go to a clicked row; the current one opens."""
        if event.row == self.view.rows.current and not self.view.desk.is_open:
            self.controllers.editing.edit()
        else:
            self.controllers.navigation.clicked(event.row)

    def on_entry_pane_chosen(self, event: EntryPane.Chosen) -> None:
        """Do what a clicked line of a pane offers."""
        self.controllers.quick_fixes.use(event.value, event.pane.selected + 1)

    @on(Written)
    def text_changed(self) -> None:
        """Check what stands in the editor, and count the time."""
        self.view.let_go_of_message(READ_SECONDS)
        self.view.show_editor_marks()
        self.controllers.timing.tick()

    @on(CaretMoved)
    def cursor_moved(self) -> None:
        """Scroll the source along with the cursor, and count the time."""
        if self.view.desk.is_open:
            self.view.desk.follow()
            self.view.follow_caret()
        self.controllers.timing.tick()

    @on(Removed)
    def text_removed(self, event: Removed) -> None:
        """Say how much one key took away."""
        words = ngettext(
            "{n} character is deleted; Ctrl+Z brings it back.",
            "{n} characters are deleted; Ctrl+Z brings them back.",
            event.count,
        )
        self.view.warn(words.format(n=event.count))

    @on(NothingSelected)
    def nothing_selected(self) -> None:
        """Say why nothing was cut."""
        self.view.say(_("Nothing is selected: Ctrl+X cuts what is selected (Shift+arrows)."))

    @on(UnknownKey)
    def unknown_key(self, event: UnknownKey) -> None:
        """Say that a key does nothing."""
        if self.view.desk.is_open:
            self.view.say(_("{key} does nothing in the editor.").format(key=show_key(event.key)))
        else:
            words = _("{key} does nothing in the list; {help} shows the keys.")
            self.view.say(words.format(key=show_key(event.key), help=self.view.key("help")))

    @on(DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of where the keyboard is now."""
        self.view.show_hints()

    def on_resize(self, _event: Resize) -> None:
        """Fit the desk to the new size, which the list above it has only when it was laid out."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.view.desk.is_open:
            self.view.desk.fit()
            self.controllers.bench.keep_row_visible()
        self.view.show_place()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what failed beside the screen; everything else goes on."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        if isinstance(error, TransreviewError):
            self.tell_trouble(error)
        elif event.worker.group == self.controllers.checks.GROUP:
            self.controllers.checks.failed(error)

    def tell_trouble(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        self.view.show_error(error)

    def put_away(self) -> None:
        """Keep what stands in the editor as a draft, and the place for the next time."""
        self.view.looks.close()
        self.controllers.program.put_away()
        self.controllers.memory.close()
        self.controllers.presence.close()
        self.controllers.project_watch.close()
        self.controllers.glossary_watch.close()
