"""What all dialogs have in common: a box in the middle, Escape gives up."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box with a title, a body and a line of keys; Escape answers None.

    Args:
        title: What it asks.
        keys: The keys it understands, for its last line.
    """

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 50%; }
    Dialog > #box {
        width: 76; max-width: 96%; height: auto; max-height: 92%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Dialog #keys { color: $text-muted; height: auto; margin-top: 1; }
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
            yield Static(self._keys, id="keys", markup=False)
        box.border_title = self._box_title.replace("[", "\\[")

    def body(self) -> list[Widget]:
        """Return what stands between title and keys; nothing unless a dialog says otherwise."""
        return []

    def action_give_up(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
