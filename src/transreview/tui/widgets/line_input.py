"""A line to write in."""

from __future__ import annotations

from textual.events import Paste
from textual.strip import Strip
from textual.widgets import Input

from transreview.i18n import ngettext
from transreview.tui.escape import Veil

LONGEST = 2_000
"""Characters of a line in which something is looked for or named; nobody means more."""


class LineInput(Input):
    """A line whose cursor does not blink, at whose cursor the terminal's stands, and in which nothing hides.

    Input methods open their window at the terminal's cursor; a blinking one is redrawn twice a
    second, which a slow line need not carry.

    Args:
        text: What stands in it at first; nothing, where that is longer than the line takes.
        placeholder: What is shown while it is empty.
        name: Its name among the fields of a form.
        id: Its name on the screen.
        select_on_focus: Whether what is typed takes the place of the text at first.
        longest: Characters that it takes.
    """

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - as Textual has it
        select_on_focus: bool = False,
        longest: int = LONGEST,
    ) -> None:
        self._veil = Veil()
        self._longest = longest
        shown = self._veil.show(text) if len(text) <= longest else ""
        super().__init__(shown, placeholder, name=name, id=id, select_on_focus=select_on_focus, compact=True)
        self.cursor_blink = False

    @property
    def content(self) -> str:
        """The text, hidden characters as they are."""
        return self._veil.take_back(self.value)

    @content.setter
    def content(self, text: str) -> None:
        self.value = self._veil.show(text)

    def one_line(self, text: str) -> str:
        """Return a text that is pasted as one line: the breaks of its lines are blanks."""
        return " ".join(line.strip() for line in text.splitlines() if line.strip())

    def _on_paste(self, event: Paste) -> None:
        """Take all lines of what is pasted, hidden characters made visible; none where they are too long."""
        event.prevent_default()
        event.stop()
        typed = len(event.text) == 1 and event.text.splitlines() == [event.text]  # a blank of its own kind
        text = event.text if typed else self.one_line(event.text)
        if len(text) + len(self.value) > self._longest:
            words = ngettext(
                "Nothing was pasted: the line takes {most:,} character, and this has {n:,}.",
                "Nothing was pasted: the line takes {most:,} characters, and this has {n:,}.",
                self._longest,
            )
            self.app.notify(words.format(most=self._longest, n=len(text)), severity="warning", markup=False)
            return
        self.replace(self._veil.show(text), *self.selection)

    def render_line(self, y: int) -> Strip:
        """Draw the line, and put the terminal's cursor where the next character goes."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_line(y)
