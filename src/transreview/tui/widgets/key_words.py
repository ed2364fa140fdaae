"""The last lines of a dialog: keys with what they do, broken between them and never within one."""

from __future__ import annotations

from rich.text import Text
from textual.widget import Widget

from transreview.tui.escape import visible
from transreview.tui.widths import cells
from transreview.tui.wrap import wrap

BETWEEN = " · "
"""What stands between a key with its words and the next one."""


class KeyWords(Widget):
    """Keys with their words, separated by `BETWEEN`; its id is `keys`.

    Args:
        text: The keys; line feeds begin a new line.
    """

    DEFAULT_CSS = "KeyWords { width: 1fr; height: auto; color: $text-muted; }"

    def __init__(self, text: str) -> None:
        super().__init__(id="keys")
        self._text = text

    def say(self, words: str) -> None:
        """Say something above the keys; it is seen in a low terminal too."""
        self.set_class(bool(words), "-said")
        self._said = words
        self.refresh(layout=True)

    _said = ""

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return the lines that the keys need."""
        return len(self._lines(width))

    def render(self) -> Text:
        """Return the lines."""
        return Text("\n".join(self._lines(self.content_size.width)), no_wrap=True)

    def _lines(self, width: int) -> list[str]:
        said = [visible(self._said)] if self._said else []
        return [line for part in (*said, *self._text.split("\n")) for line in broken(part, width)]


def broken(text: str, width: int) -> list[str]:
    """Return the lines of keys for a width: a key stays with its words where they fit on one line."""
    *items, last = text.split(BETWEEN)
    lines: list[str] = []
    line = ""
    for item in (*(f"{item}{BETWEEN.rstrip()}" for item in items), last):
        joined = f"{line} {item}" if line else item
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        # Only what is wider than a line is broken within, Han and all.
        *whole, line = [item[start:end] for start, end in wrap(item, max(width, 1))]
        lines += whole
    return [*lines, line]
