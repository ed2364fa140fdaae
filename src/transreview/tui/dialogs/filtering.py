"""Choosing which segments are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from transreview.i18n import _
from transreview.model.segment import Status
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.row import status_words
from transreview.tui.widgets.check_list import CheckList, Tick


@dataclass(frozen=True, slots=True)
class Filter:
    """Which segments are shown: those that fit one of the statuses and every other condition.

    Attributes:
        statuses: Statuses; empty for all.
        conditions: Letters of the other conditions (`CONDITIONS`).
        text: Text that source or translation must hold; empty for any.
    """

    statuses: frozenset[Status] = frozenset()
    conditions: frozenset[str] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.statuses or self.conditions or self.text)

    @property
    def words(self) -> str:
        """The filter in words."""
        conditions = conditions_in_words()
        parts = [status_words()[status] for status in Status if status in self.statuses]
        parts += [conditions[letter] for letter in conditions if letter in self.conditions]
        if self.text:
            parts.append(f"“{self.text}”")
        return ", ".join(parts)


_STATUS_LETTERS = {"m": Status.MACHINE, "e": Status.EDITED, "c": Status.CONFIRMED, "a": Status.APPROVED}


def conditions_in_words() -> dict[str, str]:
    """Return letter → words of every condition that is no status."""
    return {
        "u": _("unfinished"),
        "w": _("needs work"),
        "f": _("with warnings or errors"),
        "r": _("with errors"),
        "t": _("untouched"),
        "d": _("differs from the machine translation"),
        "n": _("with comments"),
        "l": _("alignment below 80 % sure"),
    }


class FilterDialog(Dialog[Filter]):
    """Asks for a filter: Space ticks, letters tick, Enter applies.

    Args:
        current: The filter in force.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "apply", show=False)]

    def __init__(self, current: Filter) -> None:
        super().__init__(
            _("Show only"), _("A letter or Space ticks · Tab goes to the text · Enter applies · Esc gives up")
        )
        self._current = current

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
            Static(_("and with this text:"), markup=False),
            Input(self._current.text, compact=True),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take Enter from a line after all that was typed into it."""
        event.stop()
        self.action_apply()

    def action_apply(self) -> None:
        """Answer with what is ticked."""
        ticked: set[str] = set(self.query_one(CheckList).ticked)
        self.dismiss(
            Filter(
                frozenset(_STATUS_LETTERS[letter] for letter in ticked & set(_STATUS_LETTERS)),
                frozenset(ticked - set(_STATUS_LETTERS)),
                self.query_one(Input).value,
            )
        )
