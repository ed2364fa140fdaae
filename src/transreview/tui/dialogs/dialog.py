"""What all dialogs have in common: a box in the middle, Escape gives up."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList

from transreview.tui.dialogs.fitting import FittedDialog
from transreview.tui.widgets.check_list import CheckList
from transreview.tui.widgets.key_words import KeyWords

Answer = TypeVar("Answer")

LEAST_LINES = 3
"""Lines that a list or a long text keeps in a low terminal."""


class Dialog(FittedDialog[Answer | None], Generic[Answer]):
    """A box with a title, a body and a line of keys; Escape answers None.

    Where the body is higher than the terminal, texts of the class `-gives-way` become lower, then lists;
    what is left over scrolls, so that whatever has the keyboard is seen.

    Args:
        title: What it asks.
        keys: The keys it understands, for its last line.
    """

    DEFAULT_CSS = """
    Dialog > #box {
        width: 76; max-width: 96%; height: auto; max-height: 92%; padding: 0 1;
        overflow-y: auto; scrollbar-size-vertical: 1;
    }
    Dialog #keys { margin-top: 1; }
    Dialog Input { border: none; background: $panel; height: 1; padding: 0 1; margin: 0; }
    Dialog OptionList { border: none; background: $surface; max-height: 16; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._box_title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with Vertical(id="box") as box:
            yield from self.body()
            yield KeyWords(self._keys)
        box.border_title = self._box_title.replace("[", "\\[")

    def body(self) -> list[Widget]:
        """Return what stands between title and keys; nothing unless a dialog says otherwise."""
        return []

    def on_resize(self) -> None:
        """Let the body have the height it wants; once that is known, make it fit."""
        for widget in self._yielding():
            widget.styles.max_height = None
        self.call_after_refresh(self._fit)

    def _yielding(self) -> list[Widget]:
        """Return what can do with fewer lines, in the order in which it gives way."""
        return [*self.query(".-gives-way"), *self.query(OptionList), *self.query(CheckList)]

    def _fit(self) -> None:
        box = self.query_one("#box")
        excess = box.virtual_size.height - box.scrollable_content_region.height
        for widget in self._yielding():
            lines = widget.size.height
            if excess > 0 and lines > LEAST_LINES:
                widget.styles.max_height = max(LEAST_LINES, lines - excess)
                excess -= lines - LEAST_LINES
        for options in self.query(OptionList):
            self.call_after_refresh(options.scroll_to_highlight)
        self.call_after_refresh(self.show_focused)

    def action_give_up(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
