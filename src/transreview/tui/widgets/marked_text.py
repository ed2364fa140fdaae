"""A text with marks that is read, not edited: the source beside the editor, a comment, a text to cut."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment as Run
from rich.style import Style
from textual.strip import Strip

from transreview.tui.escape import visible
from transreview.tui.marks import Mark, runs
from transreview.tui.widgets.line_widget import ScrolledLines
from transreview.tui.widgets.row_layout import mark_style
from transreview.tui.widths import CELLS, cells
from transreview.tui.wrap import Line, count_lines, wrap


class MarkedText(ScrolledLines):
    """A wrapped text with marks, and with a caret where a place is to be chosen.

    Args:
        can_focus: Whether the keyboard can go there.
        name: The widget's id.
    """

    DEFAULT_CSS = """
    MarkedText { height: 1fr; }
    """

    def __init__(self, *, can_focus: bool = False, name: str | None = None) -> None:
        super().__init__(name=name)
        self.can_focus = can_focus
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._lines: list[Line] = [(0, 0)]
        self._broken_for = 0
        self.caret: int | None = None

    def show(self, text: str, marks: tuple[Mark, ...] = ()) -> None:
        """Show a text from a file with marks into it."""
        self._text, self._marks = visible(text), marks
        self._broken_for, self.first = 0, 0
        self.refresh()

    def mark(self, marks: Sequence[Mark]) -> None:
        """Mark other stretches of the text."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.scroll_to_line(self.first)
        self.refresh()

    def needed_lines(self, width: int, most: int) -> int:
        """Return the number of lines the text takes at a width, as far as it matters."""
        return count_lines(self._text, width, most)

    def show_share(self, share: float) -> None:
        """Scroll so that the same share of the text is passed as of another text beside it.

        Args:
            share: 0 at the beginning, 1 at the end.
        """
        self.scroll_to_line(round(share * max(self.line_count() - self.lines_shown, 0)))

    def move_caret(self, to: int) -> None:
        """Set the caret before a character and show the line it stands in."""
        self.caret = max(0, min(to, len(self._text)))
        self._broken_for = 0  # the caret takes a cell
        line = self.caret_line
        self.reveal_lines(line, line)
        self.refresh()

    @property
    def caret_line(self) -> int:
        """The line in which the caret stands."""
        caret = self.caret or 0
        return max((at for at, (start, _end) in enumerate(self._broken) if start <= caret), default=0)

    def caret_in_line(self, line: int) -> int:
        """Return the place in another line that is below or above the caret."""
        lines = self._broken
        line = max(0, min(line, len(lines) - 1))
        start, _end = lines[self.caret_line]
        wanted = cells(self._text[start : self.caret])
        at, end = lines[line]
        used = 0
        while at < end and used < wanted:
            used += CELLS[self._text[at]]
            at += 1
        return at

    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self._broken)

    def line_at(self, y: int) -> Strip | None:
        """Return one line of the text."""
        line = y + self.first
        if line >= len(self._broken):
            return None
        start, end = self._broken[line]
        shown = [
            Run(piece, mark_style(kinds, self.row_styles))
            for piece, kinds in runs(self._text, start, end, self._marks)
        ]
        if self.caret is not None and line == self.caret_line:
            shown = _with_caret(shown, self.caret - start)
        return Strip(shown)

    @property
    def _broken(self) -> list[Line]:
        """The lines for the present width, broken when they are first asked for: no width before counts."""
        if self._broken_for != self.text_width:
            self._broken_for = self.text_width
            self._lines = wrap(self._text, self._broken_for - (self.caret is not None))
        return self._lines


def _with_caret(line: list[Run], at: int) -> list[Run]:
    """Insert a bar before the character number `at` of a line."""
    shown: list[Run] = []
    for run in line:
        if 0 <= at <= len(run.text) and at >= 0:
            shown += [
                Run(run.text[:at], run.style),
                Run("┃", Style(bold=True, reverse=True)),
                Run(run.text[at:], run.style),
            ]
            at = -1
            continue
        shown.append(run)
        at = at - len(run.text) if at >= 0 else at
    return shown if at < 0 else [*shown, Run("┃", Style(bold=True, reverse=True))]
