"""The desk: the source and the editor of the current segment, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual.containers import Horizontal

from transreview.i18n import _
from transreview.model.segment import Segment
from transreview.tui.wrap import count_lines

if TYPE_CHECKING:
    from transreview.tui.marks import Mark
    from transreview.tui.widgets.editor import TargetEditor
    from transreview.tui.widgets.marked_text import MarkedText

STACKED_UNDER = 56
"""Columns under which the source stands above the editor."""

STACKED_UNDER_LINES = 10
"""Lines under which the editor has the screen for itself."""


class Desk(Horizontal):
    """Source and editor of one segment; hidden until a segment is opened.

    Attributes:
        segment: The segment that is open.
        share: What part of the width the source gets.
    """

    DEFAULT_CSS = """
    Desk { height: auto; display: none; border-top: heavy $primary; }
    Desk.-open { display: block; }
    Desk.-stacked { layout: vertical; }
    Desk.-stacked #source { width: 100%; }
    Desk.-stacked #editor { border-left: none; }
    Desk #source { width: 1fr; padding: 0 1; }
    Desk #editor {
        width: 1fr; border: none; border-left: solid $primary; padding: 0 0 0 1; scrollbar-size-vertical: 1;
    }
    """

    segment: Segment | None = None
    share = 0.5
    _fitted = 0

    @property
    def editor(self) -> TargetEditor:
        """The editor; it is made when it is first asked for, which the first picture does not."""
        return self._texts[1]

    @property
    def source(self) -> MarkedText:
        """The source beside the editor."""
        return self._texts[0]

    @cached_property
    def _texts(self) -> tuple[MarkedText, TargetEditor]:
        from transreview.tui.widgets.editor import TargetEditor
        from transreview.tui.widgets.marked_text import MarkedText

        source, editor = MarkedText(name="source"), TargetEditor(name="editor")
        self.mount(source, editor)  # not in a container: that would take them in only when it is composed
        return source, editor

    @property
    def is_open(self) -> bool:
        """Whether a segment is being edited."""
        return self.segment is not None

    def open(self, segment: Segment, text: str) -> None:
        """Open a segment.

        Args:
            segment: The segment.
            text: What the editor begins with: its text, or a draft of it.
        """
        self.segment = segment
        self.add_class("-open")
        self.border_title = _("Segment {number}").format(number=segment.position + 1)
        self.source.show(segment.source)
        self.editor.load(text)
        self.fit()
        self.editor.focus()

    def mark(self, source: Sequence[Mark], target: Sequence[Mark]) -> None:
        """Mark stretches of both texts."""
        self.source.mark(source)
        self.editor.mark(target)

    def close(self) -> None:
        """Close the editor without saving."""
        self.segment = None
        self.remove_class("-open")

    def fit(self) -> None:
        """Give the desk the lines its texts need, but leave the list at least a third."""
        # The desk itself has no width before it is shown; what it stands on has the same.
        height, width = self.screen.size.height, max(self._width(), 10)
        stacked = width < STACKED_UNDER or height < STACKED_UNDER_LINES
        self.set_class(stacked, "-stacked")
        self._fitted = width
        if stacked:
            self._stack(height, width)
            return
        source = self.source
        left = int(width * self.share)
        source.styles.width, source.styles.height = left, "1fr"
        needed = max(
            source.needed_lines(max(left - 3, 2), height),
            count_lines(self.editor.text, max(width - left - 5, 2), height),
            3,
        )
        self.styles.height = min(needed + 2, max(height * 3 // 5, 6))

    def _stack(self, height: int, width: int) -> None:
        """Put the source above the editor: side by side there would be a word a line."""
        source = self.source
        most = max(height * 3 // 4, 4)
        above = max(min(source.needed_lines(max(width - 3, 2), height), most // 2 - 1), 1)
        below = max(count_lines(self.editor.text, max(width - 4, 2), height) + 1, 2)
        source.styles.width, source.styles.height = "100%", above
        self.styles.height = min(above + below + 1, most)

    def on_resize(self) -> None:
        """Break the texts anew when the terminal gets wider or narrower."""
        if self.is_open and self._width() != self._fitted:
            self.fit()

    def _width(self) -> int:
        return self.screen.query_one("#work").size.width

    def follow(self) -> None:
        """Scroll the source along with the cursor of the editor."""
        self.source.show_share(self.editor.share)
