"""A list whose entries are ticked: "[x]" and "[ ]", so that it can be read without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.segment import Segment as Run
from rich.style import Style
from rich.text import Text
from textual import events
from textual.strip import Strip

from transreview.tui.keys import key_of
from transreview.tui.layouts import latin
from transreview.tui.widgets.line_widget import ScrolledLines

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Tick(Generic[Value]):
    """An entry that can be ticked.

    Attributes:
        value: What it stands for.
        text: What is shown.
        letter: The letter that ticks it, empty for none.
    """

    value: Value
    text: Text
    letter: str = ""


class CheckList(ScrolledLines, Generic[Value], can_focus=True):
    """Entries to be ticked: Space or a letter ticks, ↑ ↓ j k move.

    Args:
        entries: The entries.
        ticked: Values of those that are ticked at first.
    """

    DEFAULT_CSS = "CheckList { height: auto; }"

    def __init__(self, entries: Sequence[Tick[Value]], ticked: Sequence[Value] = ()) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._ticked = [entry.value in ticked for entry in self._entries]
        self.selected = 0

    @property
    def ticked(self) -> list[Value]:
        """Values of the entries that are ticked, in order."""
        return [entry.value for entry, on in zip(self._entries, self._ticked, strict=True) if on]

    def tick_all(self, on: bool) -> None:
        """Tick all entries, or none."""
        self._ticked = [on] * len(self._entries)
        self.refresh()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return the number of entries."""
        return len(self._entries)

    def line_count(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def line_at(self, y: int) -> Strip | None:
        """Return one entry."""
        at = y + self.first
        if at >= len(self._entries):
            return None
        box = Run("[x] " if self._ticked[at] else "[ ] ", Style(bold=self._ticked[at]))
        text = self._entries[at].text.render(self.app.console, end="")
        strip = Strip([box, *text]).adjust_cell_length(self.text_width)
        return strip.apply_style(Style(reverse=True)) if self.has_focus and at == self.selected else strip

    def on_focus(self) -> None:
        """Show which entry is selected."""
        self.refresh()

    def on_blur(self) -> None:
        """Show no selection."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tick what is clicked."""
        at = event.y - self.gutter.top + self.first
        if 0 <= at < len(self._entries):
            self._select(at)
            self._toggle(at)

    async def _on_key(self, event: events.Key) -> None:
        key = latin(key_of(event))
        letters = [entry.letter for entry in self._entries]
        steps = {
            "down": 1,
            "j": 1,
            "up": -1,
            "k": -1,
            "pagedown": self.lines_shown,
            "pageup": -self.lines_shown,
        }
        if key in letters and key:
            self._toggle(letters.index(key))
        elif key == "space":
            self._toggle(self.selected)
        elif key in steps:
            self._select(self.selected + steps[key])
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    def _select(self, at: int) -> None:
        self.selected = max(0, min(at, len(self._entries) - 1))
        self.reveal_lines(self.selected, self.selected)
        self.refresh()

    def _toggle(self, at: int) -> None:
        self._ticked[at] = not self._ticked[at]
        self.refresh()
