"""The command palette: every action of the table by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from transreview.i18n import _
from transreview.tui.action import Place
from transreview.tui.actions import ACTIONS
from transreview.tui.escape import visible_line
from transreview.tui.keymaps import Keymap
from transreview.tui.saved_filters import saved_filters

MOST_HITS = 20


class Palette(CommandPalette):
    """Textual's palette in the language of the interface, which also fits low terminals."""

    DEFAULT_CSS = """
    Palette.-low > Vertical, Palette.-tiny > Vertical { margin-top: 0; }
    Palette.-low #--input, Palette.-tiny #--input { border: none; }
    Palette.-tiny CommandInput, Palette.-tiny CommandInput:focus { border: none; height: 1; }
    Palette.-tiny #--input Label { margin: 0; }
    Palette.-tiny CommandList { border: none; max-height: 90vh; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (7, "-low"), (14, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self) -> None:
        super().__init__(placeholder=_("Search for an action…"), id="--command-palette")


class ActionProvider(Provider):
    """Offers the actions of the review screen."""

    async def discover(self) -> Hits:
        """Yield every action before anything is typed."""
        for words, run, note in self._commands():
            yield DiscoveryHit(words, run, help=note)

    async def search(self, query: str) -> Hits:
        """Yield the actions whose name or explanation resembles what was typed."""
        matcher = self.matcher(query)
        found = 0
        for words, run, note in self._commands():
            score = max(matcher.match(words), matcher.match(note) / 2)
            if score > 0 and found < MOST_HITS:
                found += 1
                yield Hit(score, matcher.highlight(words), run, text=words, help=note)
        if not found:
            yield Hit(0.01, _("No action has a name like this."), lambda: None)

    def _commands(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        keymap: Keymap = self.app.keymap  # type: ignore[attr-defined]
        screen = self.screen
        for action in ACTIONS.values():
            if action.palette and screen.action_method(action.id) is not None:  # type: ignore[attr-defined]
                keys = keymap.shown(Place.LIST, action.id) or keymap.shown(Place.EDITOR, action.id)
                act = partial(screen.act, action.id)  # type: ignore[attr-defined]
                yield f"{action.words}  {keys}", act, action.help
        apply_filter = getattr(screen, "apply_filter", None)
        if apply_filter is not None:
            for name, wanted in saved_filters().items():
                words = _("Filter “{name}”").format(name=visible_line(name))
                yield words, partial(apply_filter, wanted), visible_line(wanted.words)
