"""Choosing which concepts of a glossary are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus
from transreview.tui.dialogs.dialog import Dialog
from transreview.tui.escape import visible_line
from transreview.tui.widgets.check_list import CheckList, Tick
from transreview.words import called

if TYPE_CHECKING:
    from transreview.tui.glossary.concept_list import Known

_STATUSES = {"p": ConceptStatus.PROPOSED, "a": ConceptStatus.APPROVED, "d": ConceptStatus.DEPRECATED}
_SUBJECT = "="


@dataclass(frozen=True, slots=True)
class ConceptFilter:
    """Which concepts are shown: of one of the statuses, of one of the subjects, under every condition.

    Attributes:
        statuses: Statuses; empty for all.
        subjects: Subjects; empty for all.
        conditions: Letters of conditions (`condition_words`).
    """

    statuses: frozenset[ConceptStatus] = frozenset()
    subjects: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.statuses or self.subjects or self.conditions)

    @property
    def asks_for_more(self) -> bool:
        """Whether it depends on what is found out in the background."""
        return bool(self.conditions)

    def takes(self, concept: Concept, known: Known) -> bool:
        """Return whether a concept is shown."""
        if self.statuses and concept.status not in self.statuses:
            return False
        if self.subjects and concept.subject not in self.subjects:
            return False
        meets = {
            "x": known.worst is not None,
            "w": known.wrong,
            "u": known.used == 0,
            "s": bool(known.used),
        }
        return all(meets[letter] for letter in self.conditions)

    @property
    def words(self) -> str:
        """The filter in words."""
        parts = [called(status.value) for status in ConceptStatus if status in self.statuses]
        parts += sorted(subject or _("(no subject)") for subject in self.subjects)
        parts += [words for letter, words in condition_words().items() if letter in self.conditions]
        return ", ".join(parts)


def condition_words() -> dict[str, str]:
    """Return letter → words of every condition that is no status and no subject."""
    return {
        "x": _("with faults in the glossary"),
        "w": _("forbidden terms of it stand in translations"),
        "s": _("used in the project"),
        "u": _("not used in the project"),
    }


class ConceptFilterDialog(Dialog[ConceptFilter]):
    """Asks for a filter: letters or Space tick, Enter applies.

    Args:
        current: The filter in force.
        subjects: Every subject of the glossary.
    """

    DEFAULT_CSS = "ConceptFilterDialog CheckList { max-height: 18; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "apply", show=False)]

    def __init__(self, current: ConceptFilter, subjects: Sequence[str]) -> None:
        super().__init__(_("Show only concepts"), _("A letter or Space ticks · Enter applies · Esc gives up"))
        self._current = current
        self._subjects = subjects

    def body(self) -> list[Widget]:
        """Return the statuses, conditions and subjects as one list."""
        words = {letter: called(status.value) for letter, status in _STATUSES.items()} | condition_words()
        entries = [
            Tick(letter, Text.assemble((letter, "bold underline"), "  ", text), letter)
            for letter, text in words.items()
        ]
        entries += [
            Tick(_SUBJECT + subject, Text(_("subject: ") + (visible_line(subject) or _("(none)"))))
            for subject in self._subjects
        ]
        ticked = {letter for letter, status in _STATUSES.items() if status in self._current.statuses}
        ticked |= self._current.conditions | {_SUBJECT + subject for subject in self._current.subjects}
        return [CheckList(entries, sorted(ticked))]

    def action_apply(self) -> None:
        """Answer with what is ticked."""
        ticked = set(self.query_one(CheckList).ticked)
        self.dismiss(
            ConceptFilter(
                frozenset(_STATUSES[letter] for letter in ticked & set(_STATUSES)),
                frozenset(one.removeprefix(_SUBJECT) for one in ticked if one.startswith(_SUBJECT)),
                frozenset(ticked & set(condition_words())),
            )
        )
