"""A widget that draws its own lines and scrolls them itself.

Textual's ScrollView lays the whole screen out anew whenever the size of its content changes, and
here that is at nearly every key: heights become known while scrolling, and the panes follow the
current segment. Drawing the scroll bar ourselves makes a key cost half.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from rich.segment import Segment as Run
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from transreview.tui.widgets.row_layout import RowStyles

WHEEL_LINES = 3


class LineWidget(Widget):
    """Draws lines, and a scroll bar in its last column when they do not all fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(RowStyles.COMPONENTS)

    _row_styles: RowStyles | None = None

    @property
    def row_styles(self) -> RowStyles:
        """The styles of marks and signs under the present theme."""
        if self._row_styles is None:
            self._row_styles = RowStyles(partial(self.get_component_rich_style, partial=True))
        return self._row_styles

    def notify_style_update(self) -> None:
        """Look the styles up again after a change of theme."""
        super().notify_style_update()
        self._row_styles = None

    @property
    def text_width(self) -> int:
        """Cells for text: all but the column of the scroll bar."""
        return max(self.content_size.width - 1, 2)

    @property
    def lines_shown(self) -> int:
        """Lines that fit."""
        return max(self.content_size.height, 1)

    def line_at(self, y: int) -> Strip | None:  # noqa: ARG002 - for those that have lines
        """Return what stands in a line of the screen, or None below the last."""
        return None

    def scroll_extent(self) -> tuple[int, int]:
        """Return the number of lines above the first one shown, and of all."""
        return 0, 0

    def scroll_lines(self, lines: int) -> None:
        """Scroll down by some lines, or up by a negative number."""

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen with its cell of the scroll bar."""
        strip = self.line_at(y)
        base = self.rich_style
        if strip is None:
            strip = Strip.blank(self.text_width, base)
        bar = Strip([self._bar(y)], 1)
        return Strip.join(
            [strip.adjust_cell_length(self.text_width).apply_style(base), bar.apply_style(base)]
        )

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(-WHEEL_LINES)

    def _bar(self, y: int) -> Run:
        """Return a cell of the scroll bar: the thumb is solid, so it can be seen without colour."""
        first, total = self.scroll_extent()
        height = self.lines_shown
        if total <= height:
            return Run(" ")
        size = max(height * height // total, 1)
        start = min(first * (height - size) // max(total - height, 1), height - size)
        return Run("█" if start <= y < start + size else "│", self.row_styles.rule)


class ScrolledLines(LineWidget):
    """A line widget whose lines are all made beforehand."""

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(id=name)
        self.first = 0

    def line_count(self) -> int:
        """Return the number of lines."""
        return 0

    def scroll_extent(self) -> tuple[int, int]:
        """Return the number of lines above the first one shown, and of all."""
        return self.first, self.line_count()

    def scroll_to_line(self, line: int) -> None:
        """Make a line the first one shown, as far as the last page allows."""
        line = max(0, min(line, self.line_count() - self.lines_shown))
        if line != self.first:
            self.first = line
            self.refresh()

    def scroll_lines(self, lines: int) -> None:
        """Scroll down by some lines, or up by a negative number."""
        self.scroll_to_line(self.first + lines)

    def reveal_lines(self, first: int, last: int) -> None:
        """Scroll as little as needed to show some lines."""
        if first < self.first:
            self.scroll_to_line(first)
        elif last >= self.first + self.lines_shown:
            self.scroll_to_line(last - self.lines_shown + 1)
