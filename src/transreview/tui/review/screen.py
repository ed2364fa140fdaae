"""The review screen: its layout, and what it shows of the current segment."""

from __future__ import annotations

import gc

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.timer import Timer

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.unit import Granularity
from transreview.tui.actions import Place
from transreview.tui.insight import NoInsight
from transreview.tui.review.renewing import Renewing
from transreview.tui.widgets.desk import Desk
from transreview.tui.widgets.editor import TargetEditor
from transreview.tui.widgets.entry_pane import EntryPane
from transreview.tui.widgets.lines import Header, Hints, StatusLine
from transreview.tui.widgets.panes import Panes
from transreview.tui.widgets.segment_list import SegmentList

PANE_DELAY = 0.06
"""Seconds without a move after which the panes follow: a key held down costs them nothing."""

POLL_SECONDS = 1.0


class ReviewScreen(Renewing):
    """Source and translation side by side, with everything that is known of the current segment."""

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
    AUTO_FOCUS = "SegmentList"

    _pane_timer: Timer | None = None
    first_segment: int | None = None

    def compose(self) -> ComposeResult:
        """Lay out header, list, desk, panes, state line and hints."""
        yield Header(name="header")
        with Horizontal(id="middle"):
            with Vertical(id="work"):
                yield SegmentList(self.row, name="rows")
                yield Desk()
            yield Panes()
        yield StatusLine(name="status")
        yield Hints(name="hints")

    def on_mount(self) -> None:
        """Show the article and start what goes on in the background."""
        index = self.session.nearest(self.first_segment) if self.first_segment else 0
        self.show_list(index)
        self.show_place()
        self.call_after_refresh(self.begin)
        self.set_interval(2.0, self.keep_draft)
        self.set_interval(POLL_SECONDS, self.look_for_others)

    def begin(self) -> None:
        """Start what goes on in the background, now that the first screen is painted."""
        gc.freeze()  # what is there now stays: collections need not look at it
        gc.enable()
        self.start_background()

    # --- the list ------------------------------------------------------------------------------

    def show_list(self, index: int) -> None:
        """Show the segments of the session anew and stand on one of them."""
        article = self.session.article
        digits = max(len(str(len(self.session.ids))), 3)
        self.desk.share = self.session.source_share
        self.rows.show(
            len(self.session),
            index,
            digits=digits,
            ruled=article.granularity is Granularity.PARAGRAPH,
            share=self.desk.share,
        )
        self.use_lengths()

    def open_article(self, article_id: int) -> None:
        """Open another article of the project."""
        if self.desk.is_open and not self.save():
            return
        if self.desk.is_open:
            self.close_editor()
        self.remember_place()
        self.session.open(self.session.project.article(article_id))
        self.said_at = None
        self.insight, self.worst, self.checked, self.counts = NoInsight(), {}, False, {}
        self.filtered, self.pattern, self._lengths = "", None, None
        place = self.session.project.remembered(f"place.{article_id}")
        self.show_list(self.session.nearest(place) if isinstance(place, int) else 0)
        self.show_place()
        self.start_background()

    def remember_place(self) -> None:
        """Keep where we are, to begin there next time."""
        segment, project = self.current, self.session.project
        if segment is None or project.read_only:
            return
        try:
            project.remember("article", self.session.article.id)
            project.remember(f"place.{self.session.article.id}", segment.id)
        except TransreviewError as error:
            self.tell(error)

    @on(SegmentList.Moved)
    def moved(self) -> None:
        """Bring header and state line up at once, and the panes when the keys rest."""
        self.show_header()
        if self.said_at != self.rows.current:
            self.show_state()
        if self._pane_timer:
            self._pane_timer.stop()
        self._pane_timer = self.set_timer(PANE_DELAY, self.show_panes)

    @on(SegmentList.Clicked)
    def clicked(self, event: SegmentList.Clicked) -> None:
        """Go to a clicked row; the current one opens."""
        if event.row == self.rows.current and not self.desk.is_open:
            self.action_edit()
        else:
            self.go(event.row)

    @on(DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of where the keyboard is now."""
        self.show_hints()

    def on_resize(self, _event: Resize) -> None:
        """Fit the desk to the new size."""
        if self.desk.is_open:
            self.desk.fit()
        self.call_after_refresh(self.show_place)

    # --- what is shown of the current segment --------------------------------------------------

    def show_place(self) -> None:
        """Bring header, state line and panes up to the current segment; a message on it stays."""
        self.show_header()
        if self.said_at != self.rows.current:
            self.show_state()
        self.show_panes()
        self.show_hints()

    def show_state(self) -> None:
        """Show how the current segment stands."""
        self.said_at = None
        segment = self.current
        if segment is None:
            self.say(_("No segment is shown."))
            return
        count = self.worst.get(segment.id, (Severity.INFO, 0))[1]
        self.query_one(StatusLine).show_state(segment, count, filtered=self.filtered)

    def show_panes(self) -> None:
        """Fill the panes for the current segment, if they are to be seen."""
        segment = self.current
        if segment is None:
            return
        if self.desk.is_open:
            self.look_into_editor()
        else:
            self.panes.show_terms(self.insight.terms(segment))
            self.panes.show_findings(self.insight.findings(segment), (segment.source, segment.target))
        self.panes.show_comments(self.session.project.comments(segment.id) if segment.comments else [])
        self.panes.show_history(self.session.project.history(segment.id) if segment.revision else [])

    def show_hints(self) -> None:
        """Show the keys that matter where the keyboard is."""
        focused = self.focused
        place = (
            Place.EDITOR
            if isinstance(focused, TargetEditor)
            else Place.PANE
            if isinstance(focused, EntryPane)
            else Place.LIST
        )
        self.query_one(Hints).show(self.keymap, place)

    # --- the program ---------------------------------------------------------------------------

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Close the program; what stands in the editor is kept as a draft."""
        self.put_away()
        self.app.exit()

    def put_away(self) -> None:
        """Keep what stands in the editor as a draft, and the place for the next time."""
        self.keep_draft()
        self.remember_place()
