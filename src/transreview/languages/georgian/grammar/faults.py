"""All faults of grammar of a Georgian text, in one pass over its words."""

from __future__ import annotations

from transreview.languages.georgian.grammar.agreement import disagreements, plain_demonstratives
from transreview.languages.georgian.grammar.calques import calques
from transreview.languages.georgian.grammar.coordination import plain_before_and
from transreview.languages.georgian.grammar.counting import counted_plurals
from transreview.languages.georgian.grammar.postpositions import detached, glued, loose_endings
from transreview.languages.georgian.grammar.spelling import misspelt
from transreview.languages.georgian.grammar.subjects import (
    ergatives_with_present,
    nominative_objects,
    nominative_subjects,
    wrong_persons,
)
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.grammar_fault import Fault, FaultKind

__all__ = ["Fault", "FaultKind", "faults"]

_BY_WORDS = (
    disagreements,
    counted_plurals,
    detached,
    glued,
    plain_before_and,
    nominative_subjects,
    nominative_objects,
    ergatives_with_present,
    wrong_persons,
    misspelt,
)


def faults(text: str) -> list[Fault]:
    """Return the faults of grammar of a text, in order.

    Args:
        text: One segment in Mkhedruli.
    """
    words = words_of(text)
    found = [fault for kind in _BY_WORDS for fault in kind(words)]
    # Behind a hyphen ის is the ending of a name in other letters: NASA-ის.
    found.extend(fault for fault in plain_demonstratives(words) if text[fault.start - 1 : fault.start] != "-")
    found.extend(loose_endings(text))
    found.extend(calques(text))
    return sorted(found)
