"""The program around the glossary screen: help, palette, going back, quitting."""

from __future__ import annotations

from transreview.i18n import _
from transreview.tui.glossary.state import GlossaryState
from transreview.tui.glossary.view import GlossaryView


class GlossaryProgram:
    """The actions on the program, as the glossary screen does them."""

    def __init__(self, state: GlossaryState, view: GlossaryView) -> None:
        self._state = state
        self._view = view

    async def help(self) -> None:
        """Show every action of this screen with its keys."""
        from transreview.tui.dialogs.reading import Reading
        from transreview.tui.key_list import glossary_help

        text = glossary_help(self._state.keymap)
        await self._view.ask(Reading(_("Keys and signs of the glossary"), text))

    def close(self) -> None:
        """Go back to the review."""
        self._view.screen.dismiss(None)

    def palette(self) -> None:
        """Open the command palette."""
        self._view.screen.app.action_command_palette()

    async def quit(self) -> None:
        """Close the program."""
        await self._view.screen.app.action_quit()
