"""A text to read: the help screen, and anything longer than a message."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from transreview.i18n import _
from transreview.tui.dialogs.fitting import FittedDialog


class Reading(FittedDialog[None]):
    """A scrollable text that any of the usual keys closes.

    Args:
        title: Its heading.
        text: The text.
    """

    DEFAULT_CSS = """
    Reading > #box {
        width: 96; max-width: 98%; height: auto; max-height: 96%;
        padding: 0 1;
    }
    Reading VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f1,question_mark,enter", "close", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "scroll(15)", show=False),
    ]

    def __init__(self, title: str, text: Text) -> None:
        super().__init__()
        self._box_title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        with Vertical(id="box") as box, VerticalScroll():
            yield Static(self._text)
        box.border_title = self._box_title
        box.border_subtitle = _("↑ ↓ PgUp PgDn scroll · Esc closes")

    def on_mount(self) -> None:
        """Let the arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
