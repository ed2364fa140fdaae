"""A widget that draws its own lines and scrolls them itself.

Textual's ScrollView lays the whole screen out anew whenever the size of its content changes, and
here that is at nearly every key: heights become known while scrolling, and the panes follow the
current segment. Drawing the scroll bar ourselves makes a key cost half.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment as Run
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from transreview.tui.widgets.row_layout import RowStyles

WHEEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Paint:
    """What is the same for all lines that are painted together.

    Attributes:
        base: Style of the widget.
        width: Cells for text.
        thumb: First line of the scroll bar's thumb and one past its last; (0, 0) without a bar.
        bar: The scroll bar's cell in its thumb, beside it, and where there is no bar.
    """

    base: Style
    width: int
    thumb: tuple[int, int]
    bar: tuple[Strip, Strip, Strip]

    def cell(self, y: int) -> Strip:
        """Return the scroll bar's cell in a line."""
        start, end = self.thumb
        return self.bar[(0 if start <= y < end else 1) if end else 2]


class LineWidget(Widget):
    """Draws lines, and a scroll bar in its last column when they do not all fit."""

    _row_styles: RowStyles | None = None
    _base: Style | None = None
    _bar: tuple[Strip, Strip, Strip] | None = None
    _paint: Paint | None = None

    @property
    def row_styles(self) -> RowStyles:
        """The styles of marks and signs under the present theme."""
        if self._row_styles is None:
            self._row_styles = RowStyles(self.app.theme_variables)
        return self._row_styles

    def notify_style_update(self) -> None:
        """Look the styles up again after a change of theme."""
        super().notify_style_update()
        self._row_styles = self._base = self._bar = None

    @property
    def base_style(self) -> Style:
        """The style of the widget: Textual would put it together anew for each painting."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return some lines of the screen; what is the same for all of them is looked up once."""
        self._paint = self._painting()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen with its cell of the scroll bar."""
        paint = self._paint or self._painting()
        strip = self.line_at(y)
        if strip is None:
            strip = Strip.blank(paint.width)
        # A strip remembers what a style made of it; while a list scrolls, all its lines are asked for.
        styled = strip.apply_style(paint.base).adjust_cell_length(paint.width, paint.base)
        return Strip.join([styled, paint.cell(y)])

    def _painting(self) -> Paint:
        base = self.base_style
        if self._bar is None:
            rule = base + self.row_styles.rule
            self._bar = Strip([Run("█", rule)], 1), Strip([Run("│", rule)], 1), Strip([Run(" ", base)], 1)
        return Paint(base, self.text_width, self._thumb(), self._bar)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(-WHEEL_LINES)

    def _thumb(self) -> tuple[int, int]:
        """Return the first line of the scroll bar's thumb and one past its last; (0, 0) without a bar.

        The thumb is solid and the rest a thin line, so it can be seen without colour.
        """
        first, total = self.scroll_extent()
        height = self.lines_shown
        if total <= height:
            return 0, 0
        size = max(height * height // total, 1)
        start = min(first * (height - size) // max(total - height, 1), height - size)
        return start, start + size


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
            self.scroll_to_line(min(first, last - self.lines_shown + 1))  # of more than fit, the beginning
