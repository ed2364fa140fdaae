"""The glossary screen: its layout, and who is told what happens on it."""

from __future__ import annotations

from collections.abc import Callable
from inspect import iscoroutine
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Key, Resize
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from transreview.errors import TransreviewError
from transreview.project.project import Project
from transreview.tui.glossary.concept_list import ConceptList
from transreview.tui.glossary.controllers import GlossaryControllers
from transreview.tui.glossary.messages import GlossaryChanged
from transreview.tui.glossary.occurrence_list import OccurrenceList
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView
from transreview.tui.keymaps import Keymap
from transreview.tui.sheltered import Sheltered
from transreview.tui.type_ahead import start
from transreview.workflow.terms.glossary_session import GlossarySession
from transreview.workflow.terms.search import TermSearch

CARD_DELAY = 0.06
"""Seconds without a move after which card and occurrences follow."""

PAINT_SECONDS = 0.15
"""Seconds that the first picture has before counting takes its share of the processor."""


class GlossaryScreen(Sheltered[int | None]):
    """The concepts of a project's glossaries, with everything that can be done to them.

    The screen holds a view and controllers, and only hands on to them what happens; it answers with
    a segment to go to.

    Args:
        project: The open project.
        session: Its glossaries, open for editing.
        keymap: The keys in force.
        concept_id: The concept to begin with.
    """

    DEFAULT_CSS = """
    GlossaryScreen { layout: vertical; background: $background; }
    GlossaryScreen #title { background: $panel; }
    GlossaryScreen #query { border: none; height: 1; padding: 0 1; background: $surface; }
    GlossaryScreen #query:focus { background: $panel; }
    GlossaryScreen #middle { height: 1fr; layout: horizontal; }
    GlossaryScreen #about { width: 46%; border-left: solid $panel; }
    GlossaryScreen #concept { height: 3fr; }
    GlossaryScreen #places { height: 2fr; }
    GlossaryScreen Hints { background: $panel; color: $text-muted; }
    GlossaryScreen StatusLine.-error { color: $text-error; text-style: bold; }
    GlossaryScreen StatusLine.-warning { color: $text-warning; text-style: bold; }
    GlossaryScreen StatusLine.-done { color: $text-success; }
    GlossaryScreen.-narrow #middle { layout: vertical; }
    GlossaryScreen.-narrow #about { width: 100%; height: 11; border-left: none; }
    GlossaryScreen.-narrow #places { display: none; height: 1fr; }
    GlossaryScreen.-narrow #about.-places #places { display: block; }
    GlossaryScreen.-narrow #about.-places #concept { display: none; }
    GlossaryScreen.-low #about { height: 4; }
    GlossaryScreen.-low #about:focus-within { height: 6; }
    GlossaryScreen.-tiny #about { height: 1; }
    GlossaryScreen.-tiny #about:focus-within { height: 3; }
    GlossaryScreen.-tiny #title, GlossaryScreen.-tiny Hints { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (7, "-low"), (14, "-high")]  # noqa: RUF012 - the same
    AUTO_FOCUS = "ConceptList"

    def __init__(
        self, project: Project, session: GlossarySession, keymap: Keymap, *, concept_id: str = ""
    ) -> None:
        super().__init__()
        articles = {article.id: article for article in project.articles.all()}
        search = TermSearch(session.glossary)
        self.state = GlossaryState(
            project=project, session=session, keymap=keymap, search=search, articles=articles
        )
        self.view = GlossaryView(self, self.state)
        self.controllers = GlossaryControllers(self.state, self.view)
        self._first = concept_id
        self._card_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out title, search line, list, card, occurrences, state line and hints."""
        view = self.view
        yield view.title
        yield view.query
        with Horizontal(id="middle"):
            yield view.concepts
            with Vertical(id="about"):
                yield view.card
                yield view.places
        yield view.status
        yield view.hints

    def on_mount(self) -> None:
        """Show the concepts, and find out in the background what the project does with them."""
        control = self.controllers
        self.view.show_concepts(self._first)
        self.set_timer(PAINT_SECONDS, control.counting.start)
        self.set_interval(control.files_watch.seconds, control.files_watch.look)
        self.call_after_refresh(self.view.show_hints)

    # --- actions -------------------------------------------------------------------------------

    def action_method(self, action: str) -> Callable[..., Any] | None:
        """Return what an action of the table does on this screen, or None."""
        return self.controllers.method(action)

    def act(self, action: str, digit: str = "") -> None:
        """Do an action of the table; none here takes a number.

        Args:
            action: Its id.
            digit: The number pressed, for numbered ones.
        """
        method = self.action_method(action)
        if method is not None and not digit:
            answer = method()
            if iscoroutine(answer):
                start(self, answer)

    # --- what happens --------------------------------------------------------------------------

    @on(GlossaryChanged)
    def glossary_changed(self) -> None:
        """Count and check anew."""
        self.controllers.counting.start()

    @on(ConceptList.Moved)
    def moved(self) -> None:
        """Bring card and occurrences up when the keys rest."""
        if self._card_timer:
            self._card_timer.stop()
        self._card_timer = self.set_timer(CARD_DELAY, self.view.show_concept)

    @on(ConceptList.Opened)
    def concept_clicked(self) -> None:
        """Edit a concept that was clicked twice."""
        self.act("concept_edit")

    @on(OccurrenceList.Chosen)
    def place_clicked(self) -> None:
        """Go to a segment that was clicked twice."""
        self.controllers.concepts.go_to_place()

    @on(Input.Changed, "#query")
    def searched(self) -> None:
        """List what fits as it is typed."""
        self.view.show_concepts()

    @on(Input.Submitted, "#query")
    def search_ended(self, event: Input.Submitted) -> None:
        """Go to the list with what was found."""
        event.stop()
        self.controllers.navigation.back()

    def on_key(self, event: Key) -> None:
        """Let the keys of the list that type nothing work in the search line."""
        if not isinstance(self.focused, Input):
            return
        navigation = self.controllers.navigation
        moves = {"escape": navigation.back, "down": navigation.next, "up": navigation.previous}
        if event.key in moves:
            moves[event.key]()
            event.stop()

    @on(DescendantFocus)
    def focus_moved(self) -> None:
        """Show the keys of where the keyboard is."""
        self.view.show_hints()

    def on_resize(self, _event: Resize) -> None:
        """Show the card anew in its new width."""
        self.call_after_refresh(self.view.show_concept)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that counting or checking failed; everything else goes on."""
        counting = self.controllers.counting
        if event.state is WorkerState.ERROR and event.worker.group in counting.GROUPS:
            counting.failed(event.worker.error)

    def tell_trouble(self, error: TransreviewError) -> None:
        """Say what went wrong and what to do about it."""
        self.view.show_error(error)
