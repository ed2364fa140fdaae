"""A pane beside the text: a short numbered list of terms, findings, comments or changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment as Run
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from transreview.tui.action import Place
from transreview.tui.escape import visible
from transreview.tui.keys import perform
from transreview.tui.marks import Mark, runs
from transreview.tui.widgets.line_widget import ScrolledLines
from transreview.tui.widgets.row_layout import RowStyles, mark_style
from transreview.tui.wrap import wrap

HANGING = 2
"""Cells by which the rest of a broken line stands further in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a pane.

    Attributes:
        text: What is shown; its line feeds are kept.
        marks: What is marked in it.
        value: What it stands for.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    value: object = None


class EntryPane(ScrolledLines, can_focus=True):
    """A list of entries that can be walked through and chosen from.

    Args:
        title: Its heading.
        empty: What is shown when there is nothing.
        numbered: Whether the entries have numbers to choose them by.
        commands: Whether the keys of panes work in it; in a dialog the dialog's own do.
        name: The widget's id.
    """

    DEFAULT_CSS = """
    EntryPane {
        height: 1fr;
        border-top: solid $panel; border-title-color: $text-muted; padding: 0 0 0 1;
    }
    EntryPane:focus { border-top: heavy $primary; border-title-color: $text; border-title-style: bold; }
    """

    @dataclass
    class Chosen(Message):
        """An entry was chosen by Enter."""

        pane: EntryPane
        value: object

    def __init__(
        self,
        title: str,
        empty: str,
        *,
        numbered: bool = False,
        commands: bool = True,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.border_title = title
        self._title = title
        self._empty = empty
        self._numbered = numbered
        self._commands = commands
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[tuple[int, Strip]] = []
        self.selected = 0

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        entries = tuple(entries)
        if entries == self._entries and self._lines:
            return
        self._entries = entries
        if self.has_focus:  # whoever settles one comment after the other stays where they are
            self.selected = max(0, min(self.selected, len(entries) - 1))
        else:
            self.selected = self.first = 0
        # Without a heading of its own the dialog around it has one.
        title = f"{self._title} ({len(entries)})" if entries and self._title else self._title
        if title != self.border_title:
            self.border_title = title
        self._lay_out()

    def say_when_empty(self, words: str) -> None:
        """Say something else when there is nothing."""
        if words != self._empty:
            self._empty = words
            self._lay_out()

    def __bool__(self) -> bool:
        """Be true without entries too: Textual hands keys to `focused or screen`."""
        return True

    def __len__(self) -> int:
        return len(self._entries)

    def value(self, index: int | None = None) -> object:
        """Return what an entry stands for, by default the selected one, or None."""
        index = self.selected if index is None else index
        return self._entries[index].value if 0 <= index < len(self._entries) else None

    def values(self) -> list[object]:
        """Return what all entries stand for."""
        return [entry.value for entry in self._entries]

    def first_value(self, kind: type) -> object:
        """Return the first value of a kind that an entry stands for, or None."""
        return next((entry.value for entry in self._entries if isinstance(entry.value, kind)), None)

    def walk(self, direction: int) -> None:
        """Select the next entry (1) or the one before (-1); with one entry, scroll."""
        if len(self._entries) > 1:
            self.selected = max(0, min(self.selected + direction, len(self._entries) - 1))
            first = next((y for y, (at, _strip) in enumerate(self._lines) if at == self.selected), 0)
            last = max((y for y, (at, _strip) in enumerate(self._lines) if at == self.selected), default=0)
            self.reveal_lines(first, last)
        else:
            self.scroll_lines(direction)
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def on_focus(self) -> None:
        """Show which entry is selected."""
        self.refresh()

    def on_blur(self) -> None:
        """Show no selection."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked; a second click chooses it."""
        y = event.y - self.gutter.top + self.first
        if 0 <= y < len(self._lines):
            at = self._lines[y][0]
            if at == self.selected and event.chain > 1:
                self.post_message(self.Chosen(self, self.value()))
            self.selected = max(at, 0)
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        if not (self._commands and await perform(self, Place.PANE, event)):
            await super()._on_key(event)

    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def line_at(self, y: int) -> Strip | None:
        """Return one line of the pane."""
        line = y + self.first
        if line >= len(self._lines):
            return None
        at, strip = self._lines[line]
        if self.has_focus and at == self.selected:
            return strip.adjust_cell_length(self.text_width).apply_style(Style(reverse=True))
        return strip

    def _lay_out(self) -> None:
        styles = self.row_styles
        lines: list[tuple[int, Strip]] = []
        for at, entry in enumerate(self._entries):
            number = (f"{at + 1} " if at < 9 else "  ") if self._numbered else ""
            text = visible(entry.text)
            for head, start, end in _broken(text, self.text_width - len(number), len(number)):
                shown = [Run(number or head, styles.number)] if not start else [Run(head)]
                shown += _runs(text, start, end, entry.marks, styles)
                lines.append((at, Strip(shown)))
        self._lines = lines or [(-1, Strip([Run(self._empty, styles.number)]))]
        self.refresh()


def _broken(text: str, width: int, margin: int) -> Iterator[tuple[str, int, int]]:
    """Yield the lines of an entry: blanks before it, first character and one past the last.

    What does not fit on a line goes on below it, two cells further in.
    """
    start = 0
    for paragraph in text.split("\n"):
        lead = len(paragraph) - len(paragraph.lstrip(" "))
        begin = start + lead
        for number, (first, last) in enumerate(wrap(paragraph[lead:], max(width - lead - HANGING, 4))):
            indent = margin + lead + (HANGING if number else 0)
            yield " " * indent, begin + first, begin + last
        start += len(paragraph) + 1


def _runs(text: str, start: int, end: int, marks: tuple[Mark, ...], styles: RowStyles) -> list[Run]:
    return [Run(piece, mark_style(kinds, styles)) for piece, kinds in runs(text, start, end, marks)]
