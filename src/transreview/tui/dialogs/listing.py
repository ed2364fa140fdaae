"""A list of things to go through: changes, comments, dismissed findings, bookmarks, places found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key

from transreview.i18n import _
from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.layouts import latin
from transreview.tui.widgets.entry_pane import Entry, EntryPane
from transreview.tui.widgets.key_words import KeyWords

Chosen = tuple[str, int]
"""The key of what shall be done ("enter" or a letter), and the place of the entry it is for."""


class Listing(FittedDialog[Chosen | None]):
    """Shows entries; answers with what shall be done to which.

    Args:
        title: What they are.
        entries: What is shown.
        commands: Letter → what it does to an entry, for the last line.
        enter: What Enter does.
        at: The entry that is selected at first.
    """

    DEFAULT_CSS = """
    Listing > #box {
        width: 98%; max-width: 130; height: 90%; padding: 0 1;
    }
    Listing.-low > #box { height: 100%; }
    Listing EntryPane { height: 1fr; border-top: none; padding: 0; }
    Listing EntryPane:focus { border-top: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "give_up", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("down,j", "walk(1)", show=False, priority=True),
        Binding("up,k", "walk(-1)", show=False, priority=True),
        Binding("pagedown,space", "walk(10)", show=False, priority=True),
        Binding("pageup", "walk(-10)", show=False, priority=True),
        Binding("home,g", "walk(-100000)", show=False, priority=True),
        Binding("end,G", "walk(100000)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        *,
        commands: Mapping[str, str] | None = None,
        enter: str = "",
        empty: str = "",
        at: int = 0,
    ) -> None:
        super().__init__()
        self._box_title = title
        self._entries = tuple(entries)
        self._commands = dict(commands or {})
        self._enter = enter or _("goes there")
        self._empty = empty or _("nothing")
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        offered = {"Enter": self._enter, **self._commands} if self._entries else {}
        words = [f"{letter} {what}" for letter, what in offered.items()]
        with Vertical(id="box") as box:
            yield EntryPane("", self._empty, name="entries")
            yield KeyWords(" · ".join([*words, _("Esc closes")]))
        box.border_title = f"{self._box_title} ({len(self._entries)})".replace("[", "\\[")

    def on_mount(self) -> None:
        """Show the entries."""
        self._list.show(self._entries)
        self._list.focus()
        self.call_after_refresh(self._list.walk, self._at)

    @property
    def _list(self) -> EntryPane:
        return self.query_one(EntryPane)

    def on_key(self, event: Key) -> None:
        """Answer with a letter."""
        letter = latin(event.character or "")
        if letter in self._commands and self._entries:
            event.stop()
            self.dismiss((letter, self._list.selected))

    def on_entry_pane_chosen(self) -> None:
        """Answer with what was clicked twice."""
        self.action_take()

    def action_take(self) -> None:
        """Answer with the entry that is selected."""
        self.dismiss(("enter", self._list.selected) if self._entries else None)

    def action_walk(self, step: int) -> None:
        """Go down or up."""
        self._list.walk(step)

    def action_give_up(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
