"""Choosing which segments are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static

from transreview.i18n import _
from transreview.model.segment import Status
from transreview.project.segment_filter import SegmentFilter, conditions_in_words
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.escape import visible_line
from transreview.tui.row import status_words
from transreview.tui.widgets.check_list import CheckList, Tick
from transreview.tui.widgets.line_input import LineInput

_STATUS_LETTERS = {"m": Status.MACHINE, "e": Status.EDITED, "c": Status.CONFIRMED, "a": Status.APPROVED}

MOST_SAVED = 9
"""Saved filters that are offered by a digit; all of them have a list of their own."""


class FilterDialog(Dialog[SegmentFilter]):
    """Asks for a filter: Space ticks, letters tick, Enter applies.

    Args:
        current: The filter in force.
        saved: Filters that have a name; a digit applies one of the first nine.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "apply", show=False)]

    def __init__(self, current: SegmentFilter, saved: Mapping[str, SegmentFilter] | None = None) -> None:
        super().__init__(
            _("Show only"), _("A letter ticks · Tab goes to the text · Enter applies · Esc gives up")
        )
        self._current = current
        self._saved = list((saved or {}).items())[:MOST_SAVED]

    def body(self) -> list[Widget]:
        """Return the list of conditions and the line for a text."""
        words = {letter: status_words()[status] for letter, status in _STATUS_LETTERS.items()}
        ticked = {letter for letter, status in _STATUS_LETTERS.items() if status in self._current.statuses}
        ticked |= self._current.conditions
        entries = [
            Tick(letter, Text.assemble((letter, "bold underline"), "  ", text), letter)
            for letter, text in {**words, **conditions_in_words()}.items()
        ]
        return [
            CheckList(entries, sorted(ticked)),
            *self._offered(),
            Static(
                _("with this text, by:NAME since:2d check:num term:WORD sure:<80 long:>200"), markup=False
            ),
            LineInput(self._current.text),
        ]

    def _offered(self) -> list[Widget]:
        """Return the line of saved filters, if there are any."""
        if not self._saved:
            return []
        names = " · ".join(
            f"{number} {visible_line(name)}" for number, (name, _f) in enumerate(self._saved, 1)
        )
        line = Static(_("saved: {filters}").format(filters=names), markup=False)
        line.styles.height = 1  # more than fits must not push the keys out of a terminal of 24 lines
        return [line]

    def on_key(self, event: Key) -> None:
        """Apply a saved filter by its number, where no text is written."""
        number = event.character or ""
        if number in "123456789"[: len(self._saved)] and number and not self.query_one(Input).has_focus:
            event.stop()
            self.dismiss(self._saved[int(number) - 1][1])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take Enter from a line after all that was typed into it."""
        event.stop()
        self.action_apply()

    def action_apply(self) -> None:
        """Answer with what is ticked."""
        ticked: set[str] = set(self.query_one(CheckList).ticked)
        self.dismiss(
            SegmentFilter(
                frozenset(_STATUS_LETTERS[letter] for letter in ticked & set(_STATUS_LETTERS)),
                frozenset(ticked - set(_STATUS_LETTERS)),
                self.query_one(LineInput).content,
            )
        )
