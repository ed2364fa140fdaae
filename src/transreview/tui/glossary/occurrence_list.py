"""Where a project has a concept: two lines a segment, read when they are to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import lru_cache

from rich.segment import Segment as Run
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from transreview.i18n import _
from transreview.tui.action import Place
from transreview.tui.escape import visible_line
from transreview.tui.keys import perform
from transreview.tui.marks import Mark, MarkKind, runs
from transreview.tui.widgets.line_widget import ScrolledLines
from transreview.tui.widgets.row_layout import mark_style
from transreview.tui.widths import cells, clip

LEAD = 12
"""Characters shown before the term, so that it is seen in a narrow pane."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One occurrence as it is shown.

    Attributes:
        head: Number of the segment, with the article where there are several, and the sign.
        source: Source text.
        target: Translation.
        source_marks: Where the source has the concept.
        target_marks: Where the translation has terms of it.
    """

    head: str
    _: KW_ONLY
    source: str = ""
    target: str = ""
    source_marks: tuple[Mark, ...] = ()
    target_marks: tuple[Mark, ...] = ()


class OccurrenceList(ScrolledLines, can_focus=True):
    """Segments that have a concept; Enter goes to one.

    Args:
        read: Reads one of them by the id of its segment.
        name: The widget's id.
    """

    DEFAULT_CSS = """
    OccurrenceList { border-top: solid $panel; border-title-color: $text-muted; padding: 0 0 0 1; }
    OccurrenceList:focus {
        border-top: heavy $primary; border-title-color: $text; border-title-style: bold;
    }
    """

    @dataclass
    class Chosen(Message):
        """A segment was clicked twice."""

    def __init__(self, read: Callable[[int], Shown], *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._read = read
        self._cached = lru_cache(maxsize=128)(read)
        self._ids: Sequence[int] = ()
        self.selected = 0
        self.empty = ""
        self.border_title = _("Occurrences")

    @property
    def current(self) -> int | None:
        """Id of the selected segment, or None."""
        return self._ids[self.selected] if self.selected < len(self._ids) else None

    def show(self, segment_ids: Sequence[int], empty: str) -> None:
        """Show other segments, or why there are none."""
        # Whoever walks in it stays where they are: the concept is the same, counted further.
        kept = self.current if self.has_focus or len(segment_ids) > len(self._ids) else None
        self._ids, self.empty = segment_ids, empty
        self._cached = lru_cache(maxsize=128)(self._read)
        self.selected = next((at for at, one in enumerate(segment_ids[:500]) if one == kept), 0)
        if kept is None:
            self.first = 0
        count = f" ({len(segment_ids)})" if len(segment_ids) else ""
        title = _("Occurrences") + count
        if title != self.border_title:
            self.border_title = title
        self.refresh()

    def walk(self, direction: int) -> None:
        """Select the next segment (1) or the one before (-1)."""
        self.selected = max(0, min(self.selected + direction, len(self._ids) - 1))
        self.reveal_lines(2 * self.selected, 2 * self.selected + 1)
        self.refresh()

    def on_focus(self) -> None:
        """Show which one is selected."""
        self.refresh()

    def on_blur(self) -> None:
        """Show no selection."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked; a second click goes there."""
        at = (event.y - self.gutter.top + self.first) // 2
        if 0 <= at < len(self._ids):
            if at == self.selected and event.chain > 1:
                self.post_message(self.Chosen())
            self.selected = at
            self.refresh()

    async def _on_key(self, event: events.Key) -> None:
        if not await perform(self, Place.PANE, event):
            await super()._on_key(event)

    def line_count(self) -> int:
        """Return the number of lines, two a segment."""
        return max(2 * len(self._ids), 1)

    def line_at(self, y: int) -> Strip | None:
        """Return one line: the source with its number, or the translation below it."""
        at, second = divmod(y + self.first, 2)
        if not self._ids:
            return Strip([Run(self.empty, self.row_styles.number)]) if y + self.first == 0 else None
        if at >= len(self._ids):
            return None
        shown = self._cached(self._ids[at])
        head = " " * cells(shown.head) if second else shown.head
        text, marks = (shown.target, shown.target_marks) if second else (shown.source, shown.source_marks)
        line = [Run(head, self.row_styles.number), *self._around(text, marks, self.text_width - cells(head))]
        strip = Strip(line).adjust_cell_length(self.text_width)
        return strip.apply_style(Style(reverse=True)) if self.has_focus and at == self.selected else strip

    def _around(self, text: str, marks: Sequence[Mark], room: int) -> list[Run]:
        """Return the stretch of a text around its first mark, on one line."""
        line = visible_line(text)
        first = min((mark.start for mark in marks), default=0)
        start = 0 if cells(line) <= room or first <= LEAD else first - LEAD
        end = start + len(clip(line[start:], max(room - 1, 1)).rstrip("…"))
        pieces = [
            Run(piece, mark_style(kinds, self.row_styles)) for piece, kinds in runs(line, start, end, marks)
        ]
        before, after = ("…" if start else ""), ("…" if end < len(line) else "")
        return [run for run in (Run(before), *pieces, Run(after)) if run.text]


def sign_mark(forbidden: bool) -> MarkKind:
    """Return how a term in a translation is marked."""
    return MarkKind.ERROR if forbidden else MarkKind.TERM
