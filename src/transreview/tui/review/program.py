"""The program itself: help, palette, quitting."""

from __future__ import annotations

from transreview.errors import TransreviewError
from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench

FRAME = 6
"""Columns that the frame around a text to read takes."""


class Program:
    """The actions on the program."""

    def __init__(self, bench: Workbench, position: Position) -> None:
        self._bench = bench
        self._view = bench.view
        self._position = position

    async def help(self) -> None:
        """Show every action with its keys."""
        from transreview.tui.dialogs.reading import Reading
        from transreview.tui.key_list import help_text

        await self._view.ask(Reading(_("Keys and signs"), help_text(self._bench.state.keymap)))

    async def colours(self) -> None:
        """Choose the colours of the screen; they are remembered for every project."""
        from transreview.tui.dialogs.choice import Choice
        from transreview.tui.taste import choose_theme
        from transreview.tui.theme import theme_words

        app, words = self._view.screen.app, theme_words()
        options = [(str(number), word) for number, word in enumerate(words.values(), 1)]
        chosen = str(list(words).index(app.theme) + 1) if app.theme in words else ""
        answer = await self._view.ask(Choice(_("Colours of the screen"), options, chosen=chosen))
        if not answer:
            return
        app.theme = list(words)[int(answer) - 1]
        try:
            choose_theme(app.theme)
        except TransreviewError as error:
            self._view.show_error(error)

    async def statistics(self) -> None:
        """Show what is done and what is left, and how long it may take."""
        import asyncio

        from transreview.tui.dialogs.reading import Reading
        from transreview.tui.statistics import statistics

        state, columns = self._bench.state, self._view.screen.app.size.width - FRAME
        text = await asyncio.to_thread(statistics, state.project, state.article, columns)
        await self._view.ask(Reading(_("Statistics"), text))

    def suspend(self) -> None:
        """Give the terminal back to the shell; what stands in the editor is kept first."""
        self._bench.keep_draft()
        app = self._view.screen.app
        if app.can_be_suspended:  # type: ignore[attr-defined]
            app.action_suspend_process()
        else:
            self._view.say(_("Here is no shell to go back to."))

    def palette(self) -> None:
        """Open the command palette."""
        self._view.screen.app.action_command_palette()

    def quit(self) -> None:
        """Close the program; what stands in the editor is kept as a draft."""
        self.put_away()
        self._view.screen.app.exit()

    def put_away(self) -> None:
        """Keep what stands in the editor as a draft, and the place for the next time."""
        self._bench.keep_draft()
        self._position.remember()
