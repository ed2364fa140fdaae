"""The program itself: help, palette, quitting."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.review.position import Position
from transreview.tui.review.workbench import Workbench


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
