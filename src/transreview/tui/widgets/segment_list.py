"""The list of segments, source beside target: only what is on the screen is read and laid out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from transreview.tui.action import Place
from transreview.tui.geometry import Place as LinePlace
from transreview.tui.geometry import RowGeometry
from transreview.tui.keys import key_of, perform
from transreview.tui.row import Row
from transreview.tui.widgets.editor_messages import UnknownKey
from transreview.tui.widgets.line_widget import LineWidget
from transreview.tui.widgets.row_layout import Columns, RowLines

KEPT_LAYOUTS = 512
"""Rows whose lines are kept: some ten screens."""

GUESS = 4
"""Lines a row is taken to have until it is seen or estimated."""


class SegmentList(LineWidget, can_focus=True):
    """A list of rows of different height that costs the same for ten rows and for a million.

    Args:
        row: Gives what is shown of a row by its number in the list.
        name: The widget's id.
    """

    DEFAULT_CSS = """
    SegmentList { height: 1fr; }
    """

    @dataclass
    class Moved(Message):
        """Another row became the current one."""

        index: int

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters (a key held down)."""
            return isinstance(message, SegmentList.Moved)

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        row: int

    def __init__(self, row: Callable[[int], Row], *, name: str | None = None) -> None:
        super().__init__(id=name)
        self._row = row
        self._geometry = RowGeometry(0, GUESS, self._measure)
        self._layouts: OrderedDict[int, RowLines] = OrderedDict()
        self._top: LinePlace = (0, 0)
        self._placed_for = Size(0, 0)
        self._visible: list[LinePlace] = []
        self._columns = Columns.of(80, 3)
        self._ruled = True
        self._digits = 3
        self._share = 0.45
        self.current = 0

    def __bool__(self) -> bool:
        """Be true without rows too: Textual hands keys to `focused or screen`."""
        return True

    def __len__(self) -> int:
        return len(self._geometry)

    # --- what it shows -------------------------------------------------------------------------

    def show(
        self, count: int, current: int = 0, *, digits: int = 3, ruled: bool = True, share: float = 0.45
    ) -> None:
        """Show other rows.

        Args:
            count: How many there are.
            current: The row to stand on.
            digits: Digits that the numbers may have.
            ruled: Whether a rule divides the rows.
            share: What part of the width the source gets.
        """
        self._digits, self._ruled, self._share = digits, ruled, share
        self._geometry = RowGeometry(count, GUESS, self._measure)
        self.current = max(0, min(current, count - 1))
        self._top = (self.current, 0)
        self._lay_out_again()
        self._reveal()

    def estimate(self, heights: Iterable[int]) -> None:
        """Take better guesses of the heights of all rows; what is on the screen stays where it is."""
        self._geometry.guess(heights)
        self._place()

    @property
    def ruled(self) -> bool:
        """Whether a rule divides the rows."""
        return self._ruled

    def columns(self) -> Columns:
        """Return how the width is divided at present."""
        return self._columns

    def update_rows(self, rows: Iterable[int] | None = None) -> None:
        """Lay some rows out again, or all, because what they show has changed."""
        if rows is None:
            self._lay_out_again()
        else:
            for row in rows:
                self._layouts.pop(row, None)
                self._geometry.forget(row)
        self._place()
        self.refresh()

    def mark_again(self, is_concerned: Callable[[int], bool]) -> None:
        """Lay out again what is kept of some rows: other signs and marks, which change no height.

        Args:
            is_concerned: Says of a row whether it shows something else now; asked of the rows that are kept.
        """
        concerned = [row for row in self._layouts if is_concerned(row)]
        for row in concerned:
            del self._layouts[row]
        seen = self.visible_rows()
        self._refresh_rows(*(row for row in concerned if row in seen))

    def visible_rows(self) -> range:
        """Return the rows that are on the screen, at least in part."""
        return range(self._visible[0][0], self._visible[-1][0] + 1) if self._visible else range(0)

    # --- moving --------------------------------------------------------------------------------

    def move_to(self, row: int) -> None:
        """Make a row the current one and bring it on the screen."""
        row = max(0, min(row, len(self) - 1))
        before, self.current = self.current, row
        if before != row:
            for changed in (before, row):
                self._layouts.pop(changed, None)
            self._refresh_rows(before, row)
            self.screen.post_message(self.Moved(row))  # straight: what holds the list has no use for it
        self._reveal()

    def step(self, direction: int) -> None:
        """Go a row down (1) or up (-1); a row longer than the screen is first read to its end."""
        if not len(self):
            return
        height = self.lines_shown
        first, last = self._extent(self.current)
        if first < 0 and direction < 0:
            self._scroll_to_place(self._geometry.before(self._top, min(height - 1, -first)))
        elif last > height and direction > 0:
            self._scroll_to_place(self._geometry.after(self._top, min(height - 1, last - height)))
        else:
            self.move_to(self.current + direction)

    def page(self, direction: int) -> None:
        """Go a screen down (1) or up (-1)."""
        if not len(self):
            return
        step = max(self.lines_shown - 1, 1)
        move = self._geometry.after if direction > 0 else self._geometry.before
        before = self._top
        self._scroll_to_place(move(before, step))
        if self._top == before:
            self.move_to(len(self) - 1 if direction > 0 else 0)
            return
        whole = [row for row, line in self._visible if line == 0]
        row = whole[0] if whole else self._visible[0][0]
        if direction < 0 or self._extent(row)[1] <= self.lines_shown:
            self._make_current(row)
        else:
            self._make_current(self._visible[0][0])

    def _make_current(self, row: int) -> None:
        """Make a row current without scrolling."""
        before, self.current = self.current, row
        if before != row:
            self._layouts.pop(before, None)
            self._layouts.pop(row, None)
            self.refresh()
            self.screen.post_message(self.Moved(row))

    # --- events --------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Lay everything out for the new width; the current row stays on the screen."""
        if self._placed_for != self.size:
            self._placed_for = self.size
            self._lay_out_again()
            self._place()
            self._reveal()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; in a new size before it was told of it, too: the first picture is whole."""
        self.on_resize()
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Look the styles up again after a change of theme."""
        super().notify_style_update()
        self._layouts.clear()

    def scroll_lines(self, lines: int) -> None:
        """Scroll without leaving the current row."""
        if len(self):
            move = self._geometry.after if lines > 0 else self._geometry.before
            self._scroll_to_place(move(self._top, abs(lines)))

    def scroll_extent(self) -> tuple[int, int]:
        """Return the number of lines above the first one shown, and of all; most of them are guessed."""
        return (self._geometry.line(self._top) if len(self) else 0), self._geometry.heights.total

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked; what that means is the screen's to know."""
        if 0 <= event.y < len(self._visible):
            self.post_message(self.Clicked(self._visible[event.y][0]))

    async def _on_key(self, event: events.Key) -> None:
        if await perform(self, Place.LIST, event):
            return
        if event.is_printable:
            self.post_message(UnknownKey(key_of(event)))
        await super()._on_key(event)

    # --- painting ------------------------------------------------------------------------------

    def line_at(self, y: int) -> Strip | None:
        """Return one line of the screen."""
        if y >= len(self._visible):
            return None
        row, line = self._visible[y]
        strips = self._strips(row)
        if line >= len(strips):  # the row changed and was not placed again yet
            return None
        return strips[line].apply_style(self.row_styles.current_line) if row == self.current else strips[line]

    def _strips(self, row: int) -> RowLines:
        strips = self._layouts.get(row)
        if strips is None:
            strips = RowLines(
                self._row(row), self._columns, self.row_styles, current=row == self.current, ruled=self._ruled
            )
            self._layouts[row] = strips
            if len(self._layouts) > KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        return strips

    def _measure(self, row: int) -> int:
        return len(self._strips(row))

    # --- where things stand --------------------------------------------------------------------

    def _extent(self, row: int) -> tuple[int, int]:
        """Return where a row begins and ends, in lines from the top of the screen, its rule left out."""
        first = self._geometry.line((row, 0)) - self._geometry.line(self._top)
        return first, first + self._geometry.height(row) - self._ruled

    def _reveal(self) -> None:
        """Scroll as little as needed to show the current row, or its beginning if it is too long."""
        if not len(self):
            self._place()
            return
        height = self.lines_shown
        size = self._geometry.height(self.current) - self._ruled
        if self.current <= self._top[0] or size >= height:
            self._scroll_to_place((self.current, 0))
        elif self._extent(self.current)[1] > height:
            self._scroll_to_place(self._geometry.before((self.current, size - 1), height - 1))
        else:
            self._place()

    def _scroll_to_place(self, place: LinePlace) -> None:
        self._top = place
        self._place()

    def _place(self) -> None:
        """Find out what is visible."""
        before = self._visible
        self._top = self._geometry.filled(self._top, self.lines_shown)
        self._visible = self._geometry.lines(self._top, self.lines_shown)
        if before != self._visible:
            self.refresh()

    def _refresh_rows(self, *rows: int) -> None:
        """Paint the visible lines of some rows again, and nothing else."""
        for row in rows:
            lines = [y for y, (shown, _line) in enumerate(self._visible) if shown == row]
            if lines:
                self.refresh(Region(0, lines[0], self.size.width, len(lines)))

    def _lay_out_again(self) -> None:
        self._columns = Columns.of(self.text_width, self._digits, self._share)
        self._layouts.clear()
        self._geometry.forget()
