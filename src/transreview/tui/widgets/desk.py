"""The desk: the source and the editor of the current segment, side by side."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from transreview.i18n import _
from transreview.model.segment import Segment
from transreview.tui.marks import Mark
from transreview.tui.widgets.editor import TargetEditor
from transreview.tui.widgets.marked_text import MarkedText


class Desk(Vertical):
    """Source and editor of one segment; hidden until a segment is opened."""

    DEFAULT_CSS = """
    Desk { height: auto; display: none; border-top: heavy $primary; }
    Desk.-open { display: block; }
    Desk > #texts { height: 1fr; }
    Desk #source { width: 1fr; padding: 0 1; }
    Desk #editor { width: 1fr; border: none; border-left: solid $primary; padding: 0 0 0 1; }
    """

    segment: Segment | None = None

    def compose(self) -> ComposeResult:
        """Lay source and editor out side by side."""
        with Horizontal(id="texts"):
            yield MarkedText(name="source")
            yield TargetEditor(name="editor")

    @property
    def editor(self) -> TargetEditor:
        """The editor."""
        return self.query_one(TargetEditor)

    @property
    def is_open(self) -> bool:
        """Whether a segment is being edited."""
        return self.segment is not None

    def open(self, segment: Segment, text: str, marks: tuple[Mark, ...]) -> None:
        """Open a segment.

        Args:
            segment: The segment.
            text: What the editor begins with: its text, or a draft of it.
            marks: Marks into the source.
        """
        self.segment = segment
        self.add_class("-open")
        self.border_title = _("Segment {number}").format(number=segment.position + 1)
        self.query_one(MarkedText).show(segment.source, marks)
        self.editor.load(text)
        self.fit()
        self.editor.focus()

    def close(self) -> None:
        """Close the editor without saving."""
        self.segment = None
        self.remove_class("-open")

    def fit(self) -> None:
        """Give the desk the lines its texts need, but leave the list at least a third."""
        height, width = self.screen.size.height, max(self.size.width or self.screen.size.width, 20)
        source = self.query_one(MarkedText)
        column = width // 2 - 4
        needed = max(source.needed_lines(column), self.editor.document.get_size(4).width // column + 1, 3)
        self.styles.height = min(needed + 3, max(height * 3 // 5, 6))

    def follow(self) -> None:
        """Scroll the source along with the cursor of the editor."""
        self.query_one(MarkedText).show_share(self.editor.share)
