"""All faults of grammar of a Georgian text: only the rules are asked that some word of it may matter to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from transreview.languages.georgian.grammar.agreement import (
    disagreements,
    is_ergative_noun,
    is_plain_demonstrative,
    may_disagree,
    plain_demonstratives,
)
from transreview.languages.georgian.grammar.calques import calques, has_letters_of_a_calque
from transreview.languages.georgian.grammar.coordination import is_in_s, joins, plain_before_and
from transreview.languages.georgian.grammar.counting import counted_plurals, is_plural, may_count
from transreview.languages.georgian.grammar.postpositions import (
    detached,
    glued,
    hyphenated,
    is_glued,
    loose_endings,
    stands_apart,
)
from transreview.languages.georgian.grammar.spelling import is_misspelt, misspelt
from transreview.languages.georgian.grammar.subjects import (
    ergatives_with_present,
    is_ergative,
    is_pronoun,
    is_verb_of_a_person,
    nominative_objects,
    nominative_subjects,
    wants_dative,
    wants_ergative,
    wants_nominative,
    wrong_persons,
)
from transreview.languages.georgian.grammar.words import Word, words_of
from transreview.languages.georgian.words import WordMarks
from transreview.languages.grammar_fault import Fault, FaultKind

__all__ = ["Fault", "FaultKind", "faults"]

# A rule, and what some word of a text must be, each of these, for the rule to find anything in it. A rule
# without such words is asked of every text.
_Rule = tuple[Callable[[Sequence[Word]], Iterator[Fault]], tuple[Callable[[str], bool], ...]]
_RULES: tuple[_Rule, ...] = (
    (disagreements, (may_disagree,)),
    (plain_demonstratives, (is_plain_demonstrative, is_ergative_noun)),
    (counted_plurals, (is_plural, may_count)),
    (detached, (stands_apart,)),
    (glued, (is_glued,)),
    (plain_before_and, (joins, is_in_s)),
    (nominative_subjects, (wants_ergative,)),
    (nominative_objects, (wants_dative,)),
    (ergatives_with_present, (wants_nominative, is_ergative)),
    (wrong_persons, (is_pronoun, is_verb_of_a_person)),
    (misspelt, (is_misspelt,)),
)

_QUESTIONS = [question for _find, questions in _RULES for question in questions]
_MARKS = WordMarks([*_QUESTIONS, has_letters_of_a_calque])
_CALQUE = 1 << len(_QUESTIONS)
_NEEDED = [
    (sum(1 << _QUESTIONS.index(question) for question in questions), find) for find, questions in _RULES
]


_MARKED = re.compile("[ა-ჰ]+_[ა-ჰ]+")


def faults(text: str) -> list[Fault]:
    """Return the faults of grammar of a text, in order.

    Args:
        text: One segment in Mkhedruli.
    """
    if "_" in text:  # the mark of a key inside a word of a catalog: დასაწ_ყისი
        text = _MARKED.sub(lambda match: " " * len(match[0]), text)
    marks = _MARKS.of(text)
    rules = [find for needed, find in _NEEDED if marks & needed == needed]
    if len(rules) == 1 and rules[0] is plain_before_and and "ს და " not in text:
        rules = []  # half of all texts have an "and" and a word in -ს, few side by side
    words = words_of(text) if rules else []
    found = [fault for find in rules for fault in find(words) if not _behind_a_hyphen(fault, text)]
    found.extend(loose_endings(text))
    if "-" in text:
        found.extend(hyphenated(text))
    if marks & _CALQUE:
        found.extend(calques(text))
    return sorted(found)


def _behind_a_hyphen(fault: Fault, text: str) -> bool:
    """Whether a demonstrative is the ending of a name in other letters: NASA-ის."""
    return fault.kind is FaultKind.DEMONSTRATIVE and text[fault.start - 1 : fault.start] == "-"
