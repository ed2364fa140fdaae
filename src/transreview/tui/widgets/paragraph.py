"""A text in as many lines as it takes, broken as Chinese and Georgian want it."""

from __future__ import annotations

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from transreview.tui.escape import visible
from transreview.tui.wrap import wrap


class Paragraph(Widget):
    """Shows a text; no line begins with a mark that closes something.

    Args:
        text: What to show; it may come from a file.
    """

    DEFAULT_CSS = "Paragraph { height: auto; width: 1fr; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = visible(text)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's
        """Return all the width that there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of its lines."""
        return len(wrap(self._text, width))

    def render(self) -> Text:
        """Return its lines."""
        spans = wrap(self._text, self.content_size.width or len(self._text))
        return Text("\n".join(self._text[start:end] for start, end in spans), no_wrap=True)
