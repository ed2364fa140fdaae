"""A line to write in."""

from __future__ import annotations

from textual.strip import Strip
from textual.widgets import Input


class LineInput(Input):
    """A line whose cursor does not blink, and at whose cursor the terminal's stands.

    Input methods open their window at the terminal's cursor; a blinking one is redrawn twice a
    second, which a slow line need not carry.
    """

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - as Textual has it
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(value, placeholder, name=name, id=id, select_on_focus=select_on_focus, compact=True)
        self.cursor_blink = False

    def render_line(self, y: int) -> Strip:
        """Draw the line, and put the terminal's cursor where the next character goes."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_line(y)
