"""Asking what to look for, and how."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from transreview.i18n import _
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.widgets.check_list import CheckList, Tick
from transreview.tui.widgets.line_input import LineInput
from transreview.workflow.search.query import Query


class SearchDialog(Dialog[Query]):
    """Asks for a text and for the ways to look for it; Enter looks.

    Args:
        text: What stands in the line at first.
        last: The query before, whose ways are kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "apply", show=False)]

    def __init__(self, text: str, last: Query | None) -> None:
        super().__init__(
            _("Search in source and translation"),
            _("Enter looks in the whole project · Tab, then letters choose how · Esc gives up"),
        )
        self._text = text
        self._last = last or Query(text="")

    def body(self) -> list[Widget]:
        """Return the line and the ways."""
        ways = {
            "f": (_("any form of the words (Georgian cases)"), self._last.any_form),
            "w": (_("whole words only"), self._last.whole_word),
            "c": (_("capital and small letters differ"), self._last.case),
            "r": (_("a regular expression"), self._last.regex),
        }
        entries = [
            Tick(letter, Text.assemble((letter, "bold underline"), "  ", words), letter)
            for letter, (words, _on) in ways.items()
        ]
        ticked = [letter for letter, (_words, on) in ways.items() if on]
        return [LineInput(self._text, select_on_focus=True), Static(""), CheckList(entries, ticked)]

    def on_mount(self) -> None:
        """Write in the line at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take Enter from the line after all that was typed into it."""
        event.stop()
        self.action_apply()

    def action_apply(self) -> None:
        """Answer with what to look for."""
        text = self.query_one(LineInput).content
        ways: set[str] = set(self.query_one(CheckList).ticked)
        self.dismiss(
            Query(
                text=text, any_form="f" in ways, whole_word="w" in ways, case="c" in ways, regex="r" in ways
            )
            if text
            else None
        )
