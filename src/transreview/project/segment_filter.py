"""Which segments are shown: what a filter asks for, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.i18n import _
from transreview.model.segment import Status
from transreview.words import called

UNSURE = 0.8
"""Confidence of the alignment below which a segment is worth a look."""


@dataclass(frozen=True, slots=True)
class SegmentFilter:
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
        parts = [called(status.value) for status in Status if status in self.statuses]
        parts += [conditions[letter] for letter in conditions if letter in self.conditions]
        if self.text:
            parts.append(f"“{self.text}”")
        return ", ".join(parts)


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
        "o": _("with open comments"),
        "b": _("bookmarked"),
        "k": _("locked"),
    }
