"""Asking for a line of text."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input

from transreview.i18n import _
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.widgets.line_input import LONGEST, LineInput
from transreview.tui.widgets.paragraph import Paragraph


class Prompt(Dialog[str]):
    """Asks for a line of text.

    Args:
        title: What is asked.
        text: What stands in the line at first.
        note: A line of explanation above it.
        longest: Characters that the answer may have.
    """

    def __init__(self, title: str, *, text: str = "", note: str = "", longest: int = LONGEST) -> None:
        super().__init__(title, _("Enter accepts · Esc gives up"))
        self._text = text
        self._note = note
        self._longest = longest

    def body(self) -> list[Widget]:
        """Return the note and the line."""
        note = [Paragraph(self._note)] if self._note else []
        return [*note, LineInput(self._text, select_on_focus=True, longest=self._longest)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(self.query_one(LineInput).content)
