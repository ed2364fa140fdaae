"""The application: an open project on the screen."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.events import Event, InputEvent, Paste

from transreview import plugin_problems, remarks
from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.project import Project
from transreview.tui import log
from transreview.tui.action import Place
from transreview.tui.escape import visible_line
from transreview.tui.keymaps import Keymap
from transreview.tui.review.screen import ReviewScreen
from transreview.tui.session import Session
from transreview.tui.steady_columns import steady
from transreview.tui.taste import chosen_theme
from transreview.tui.terminal_keys import teach
from transreview.tui.terminal_size import driver_that_follows
from transreview.tui.terminal_watch import leave_within, watch_terminal
from transreview.tui.theme import DARK, THEME_NAMES, THEMES
from transreview.tui.type_ahead import TypeAhead

_HANGUP = 1
"""The number of SIGHUP, which Windows does not name."""

LAST_SECONDS = 8.0
"""Seconds that the program takes at most to end when its terminal is closed, whatever it waits for."""

LEAVING_SECONDS = 2.0
"""Seconds that leaving may take once everything is put away."""


def _action_provider() -> type[Provider]:
    """Return what the palette offers; its file is read when the palette is first opened."""
    from transreview.tui.palette import ActionProvider

    return ActionProvider


class ReviewApp(App[Path]):
    """Reviews a project; its result is the file in which the work goes on, when that is another one.

    Args:
        project: The open project; who opened it closes it.
        keymap: The keys in force.
        article_id: The article to begin with; the one left last when None.
        segment: 1-based number of the segment to begin with in its article; the one left last when None.
        theme: Colours for this time, a key of `THEME_NAMES`; those that were chosen last when None.

    Raises:
        UsageError: The project has no articles, or not this article or segment.
    """

    TITLE = "transreview"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_action_provider}
    BINDINGS: ClassVar[list[BindingType]] = []
    # The palette's key is the keymap's to give; Textual insists on one of its own.
    COMMAND_PALETTE_BINDING = "f24"

    def __init__(
        self,
        project: Project,
        keymap: Keymap,
        *,
        article_id: int | None = None,
        segment: int | None = None,
        theme: str | None = None,
    ) -> None:
        super().__init__(driver_class=driver_that_follows())
        teach()
        self.type_ahead = TypeAhead(self, super().on_event)
        self.type_ahead.hold()  # until the list is painted and has the keyboard
        for known in THEMES:
            self.register_theme(known)
        self._begin_with(THEME_NAMES[theme] if theme else chosen_theme() or DARK.name)
        self.project = project
        self.keymap = keymap
        self.articles = project.articles.all()
        if not self.articles:
            raise UsageError(
                _("the project has no articles"),
                path=project.path,
                remedy=_("Add one with `transreview add`"),
            )
        self._session = Session(project, project.articles.get(self._article(article_id)))
        self._segment = self._place(segment)

    def _begin_with(self, theme: str) -> None:
        """Take a theme; a dark one as Textual's own is, without looking anything up a second time."""
        known = self.get_theme(theme)
        if known is not None and known.dark:
            self.set_reactive(App.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme

    @property
    def can_be_suspended(self) -> bool:
        """Whether there is a shell that the terminal can be given back to."""
        return hasattr(signal, "SIGTSTP") and self._driver is not None and self._driver.can_suspend

    def watch_app_focus(self, focus: bool) -> None:
        """Give the keyboard to where a screen begins, if it came up while the terminal had no keyboard."""
        if not focus or not self.is_running or self.screen.focused is not None:
            return
        begins = self.AUTO_FOCUS if self.screen.AUTO_FOCUS is None else self.screen.AUTO_FOCUS
        places = self.screen.query(begins) if begins else ()
        first = next((widget for widget in places if widget.focusable), None)
        if first is not None:
            self.screen.set_focus(first)

    async def on_event(self, event: Event) -> None:
        """Hand on keys, pastes and clicks in their turn; everything else at once."""
        if isinstance(event, InputEvent | Paste) and not event.is_forwarded:
            self.type_ahead.take(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> ReviewScreen:
        """Return the review screen: there is no empty one below it."""
        return ReviewScreen(self._session, self.keymap, first_segment=self._segment)

    def on_mount(self) -> None:
        """Keep the work when the terminal goes, and tell what was told before there was a screen."""
        self._heed_signals()
        self._keep_columns()
        self.app_resume_signal.subscribe(self, self._paint_again)
        for told in (plugin_problems, remarks):
            told.listen(self._warn)
        for sentence in (*(one.sentence for one in plugin_problems.problems()), *remarks.told()):
            self._warn(sentence)

    def _keep_columns(self) -> None:
        """Write signs of several characters so that their width in this terminal moves nothing."""
        driver = self._driver
        if driver is not None:
            write = driver.write
            driver.write = lambda data: write(steady(data))  # type: ignore[method-assign]

    def _paint_again(self, _app: App[object]) -> None:
        """Paint everything: the shell that had the terminal left an empty screen."""
        self.refresh(layout=True)

    def _warn(self, sentence: str) -> None:
        """Show a line for a while; it may come from the thread that checks."""
        self.call_later(self.notify, visible_line(sentence), severity="warning", timeout=12, markup=False)

    def _heed_signals(self) -> None:
        """Keep the draft and the place when the terminal window is closed or the program is told to end."""
        loop = asyncio.get_running_loop()
        watch_terminal(lambda: self._terminal_gone(loop))
        for name in ("SIGHUP", "SIGTERM"):
            # Windows has no SIGHUP, and its event loops take no handlers: there the last draft has to do.
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError):
                    loop.add_signal_handler(getattr(signal, name), self._end, getattr(signal, name))

    def _terminal_gone(self, loop: asyncio.AbstractEventLoop) -> None:
        """Leave, told by the thread that watches: the loop may hang in a server that does not answer."""
        leave_within(LAST_SECONDS, 128 + _HANGUP)
        with contextlib.suppress(RuntimeError):  # the loop is closed: it has left already
            loop.call_soon_threadsafe(self._end, _HANGUP)

    def _end(self, signum: int) -> None:
        """Put everything away and leave; a terminal that is gone must not keep the process alive."""
        leave_within(LAST_SECONDS, 128 + signum)
        self._put_away()
        # Textual's writing thread dies with the terminal, and waiting for it on the way out never ends.
        leave_within(LEAVING_SECONDS, 128 + signum)
        self.exit()

    def on_exit_app(self) -> None:
        """Keep what stands in the editor when the browser's page is closed."""
        self._put_away()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of our own that a theme may leave out."""
        return dict(DARK.variables)

    def action_command_palette(self) -> None:
        """Open the palette of actions."""
        from transreview.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_help_quit(self) -> None:
        """Say how to leave to whoever presses Ctrl+C where it copies nothing."""
        words = _("To leave the program press {key}; what was typed is kept.")
        self.notify(words.format(key=self.keymap.shown(Place.EDITOR, "quit")), markup=False)

    async def action_quit(self) -> None:
        """Close the program from wherever the keyboard is; what stands in the editor is kept as a draft."""
        self._put_away()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Log what is about to end the program, then let Textual show it."""
        log.note_error("the screen failed", error)
        super()._handle_exception(error)

    def _put_away(self) -> None:
        """Keep as drafts what stands in open editors."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.put_away()

    def _article(self, article_id: int | None) -> int:
        numbers = [article.id for article in self.articles]
        left = self.project.preferences.get("article")
        if article_id is None:
            return left if left in numbers else numbers[0]
        return article_id

    def _place(self, number: int | None) -> int | None:
        """Return the id of the segment to begin with."""
        count = len(self._session)
        if number is None:
            left = self.project.preferences.get(f"place.{self._session.article.id}")
            return left if isinstance(left, int) else None
        if not 1 <= number <= count:
            raise UsageError(
                _("article {article} has segments 1 to {count}, not {number}").format(
                    article=self._session.article.id, count=count, number=number
                ),
                remedy=_("Choose another with --segment"),
            )
        return self._session.segment(number - 1).id
