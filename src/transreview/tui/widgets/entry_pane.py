"""A pane beside the text: a short numbered list of terms, findings, comments or changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.segment import Segment as Run
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from transreview.tui.actions import Place
from transreview.tui.escape import visible
from transreview.tui.keys import perform
from transreview.tui.marks import Mark, runs
from transreview.tui.widgets.row_layout import RowStyles, mark_style
from transreview.tui.wrap import wrap


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


class EntryPane(ScrollView, can_focus=True):
    """A list of entries that can be walked through and chosen from.

    Args:
        title: Its heading.
        empty: What is shown when there is nothing.
        numbered: Whether the entries have numbers to choose them by.
        name: The widget's id.
    """

    DEFAULT_CSS = """
    EntryPane {
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; height: auto;
        border-top: solid $panel; border-title-color: $text-muted; padding: 0 0 0 1;
    }
    EntryPane:focus { border-top: heavy $primary; border-title-color: $text; border-title-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(RowStyles.COMPONENTS)

    @dataclass
    class Chosen(Message):
        """An entry was chosen by Enter."""

        pane: EntryPane
        value: object

    def __init__(self, title: str, empty: str, *, numbered: bool = False, name: str | None = None) -> None:
        super().__init__(id=name)
        self.border_title = title
        self._title = title
        self._empty = empty
        self._numbered = numbered
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[tuple[int, Strip]] = []
        self.selected = 0

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        entries = tuple(entries)
        if entries == self._entries and self._lines:
            return
        self._entries = entries
        self.selected = 0
        self.border_title = f"{self._title} ({len(entries)})" if entries else self._title
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def __len__(self) -> int:
        return len(self._entries)

    def value(self, index: int | None = None) -> object:
        """Return what an entry stands for, by default the selected one, or None."""
        index = self.selected if index is None else index
        return self._entries[index].value if 0 <= index < len(self._entries) else None

    def walk(self, direction: int) -> None:
        """Select the next entry (1) or the one before (-1); with one entry, scroll."""
        if len(self._entries) > 1:
            self.selected = max(0, min(self.selected + direction, len(self._entries) - 1))
            first = next((y for y, (at, _strip) in enumerate(self._lines) if at == self.selected), 0)
            last = max((y for y, (at, _strip) in enumerate(self._lines) if at == self.selected), default=0)
            top, height = self.scroll_offset.y, self.scrollable_content_region.height
            if first < top or last >= top + height:
                self.scroll_to(y=first if first < top else last - height + 1, animate=False, force=True)
        else:
            self.scroll_to(y=self.scroll_offset.y + direction, animate=False, force=True)
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
        y = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= y < len(self._lines):
            at = self._lines[y][0]
            if at == self.selected and event.chain > 1:
                self.post_message(self.Chosen(self, self.value()))
            self.selected = max(at, 0)
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        if not await perform(self, Place.PANE, event):
            await super()._on_key(event)

    def render_line(self, y: int) -> Strip:
        """Return one line of the pane."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        at, strip = self._lines[line]
        if self.has_focus and at == self.selected:
            strip = strip.apply_style(Style(reverse=True))
        return strip.apply_style(self.rich_style)

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width, 4)
        styles = RowStyles(partial(self.get_component_rich_style, partial=True))
        indent = 2 if self._numbered else 0
        lines: list[tuple[int, Strip]] = []
        for at, entry in enumerate(self._entries):
            text = visible(entry.text)
            for first, (start, end) in enumerate(wrap(text, width - indent)):
                head = (f"{at + 1} " if at < 9 and not first else "  ") if self._numbered else ""
                shown = [Run(head, styles.number), *_runs(text, start, end, entry.marks, styles)]
                lines.append((at, Strip(shown).adjust_cell_length(width)))
        if not lines:
            lines = [(-1, Strip([Run(self._empty, styles.number)]).adjust_cell_length(width))]
        self._lines = lines
        self.virtual_size = Size(width, len(lines))
        self.refresh()


def _runs(text: str, start: int, end: int, marks: tuple[Mark, ...], styles: RowStyles) -> list[Run]:
    return [Run(piece, mark_style(kinds, styles)) for piece, kinds in runs(text, start, end, marks)]
