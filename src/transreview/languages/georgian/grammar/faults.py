"""All faults of grammar of a Georgian text: only the rules are asked that some words of it may matter to.

What a word may matter to is found once for each word (`WordMarks`). Most rules look at two neighbours, so
that a rule is asked only where a word that may be the first of them stands before one that may be the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import islice, repeat
from operator import and_, or_
from typing import NamedTuple

from transreview.languages.georgian.grammar.calques import calques, has_letters_of_a_calque
from transreview.languages.georgian.grammar.names import is_of_a_name
from transreview.languages.georgian.grammar.postpositions import (
    has_loose_endings,
    hyphenated,
    is_hyphenated,
    loose_endings,
)
from transreview.languages.georgian.grammar.rules import QUICK, RULES, ClauseWords, Question, Rule
from transreview.languages.georgian.grammar.words import words_of
from transreview.languages.georgian.words import WordMarks, words_in
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

__all__ = ["Fault", "FaultKind", "faults"]

_PAIRS = [pair for rule in RULES for group in rule.side_by_side for pair in group]
_SINGLE = [*(question for rule in RULES for question in rule.words), has_letters_of_a_calque, is_hyphenated]
# The first of a pair has the pair's own bit in the marks of a word, the second in those of the next.
_MARKS = WordMarks([*(first for first, _second in _PAIRS), *_SINGLE])
_SECONDS = [second for _first, second in _PAIRS]
_NEXT_QUICK = WordMarks([second if second in QUICK else None for second in _SECONDS])
_SLOW = sum(1 << place for place, second in enumerate(_SECONDS) if second not in QUICK)
_CALQUE, _HYPHEN = (1 << len(_PAIRS) + _SINGLE.index(one) for one in (has_letters_of_a_calque, is_hyphenated))


def _bit(one: Question | tuple[Question, Question]) -> int:
    return 1 << (_PAIRS.index(one) if isinstance(one, tuple) else len(_PAIRS) + _SINGLE.index(one))


class _Asked(NamedTuple):
    """A rule with the bits that must all be there, and those of which one of each group must."""

    rule: Rule
    words: int
    groups: Sequence[int]


_ASKED = [
    _Asked(rule, sum(map(_bit, rule.words)), [sum(map(_bit, group)) for group in rule.side_by_side])
    for rule in RULES
]
_OF_WORDS = reduce(or_, (asked.words for asked in _ASKED if not asked.groups))


class _ByWords(dict[int, tuple[_Asked, ...]]):
    """The rules that need no neighbours, by the bits of a text's words that matter to them."""

    def __missing__(self, words: int) -> tuple[_Asked, ...]:
        self[words] = tuple(
            asked for asked in _ASKED if not asked.groups and words & asked.words == asked.words
        )
        return self[words]


class _ByPairs(dict[int, tuple[_Asked, ...]]):
    """The rules that need neighbours, by the pairs that a text has."""

    def __missing__(self, pairs: int) -> tuple[_Asked, ...]:
        self[pairs] = tuple(
            asked for asked in _ASKED if asked.groups and all(pairs & group for group in asked.groups)
        )
        return self[pairs]


_BY_WORDS, _BY_PAIRS = _ByWords(), _ByPairs()


class _After(dict[int, WordMarks]):
    """The marks of words behind one that may be the first of these pairs: nothing else is asked of them."""

    def __missing__(self, firsts: int) -> WordMarks:
        self[firsts] = WordMarks(
            [second if firsts >> place & 1 else None for place, second in enumerate(_SECONDS)]
        )
        return self[firsts]


_AFTER = _After()


_MARKED = lazy_pattern("[ა-ჰ]+_[ა-ჰ]+")
# The mark first: a search goes from one to the next.
_SENTENCE_ENDS = lazy_pattern(r"[.!?](?<=[ა-ჰ]{2}.)(?= [ა-ჰ])")
_SENTENCES_KEPT = 1 << 13


def faults(text: str) -> list[Fault]:
    """Return the faults of grammar of a text, in order.

    Args:
        text: One segment in Mkhedruli.
    """
    if _SOFT_HYPHEN in text:
        return _in_place(text, faults(text.replace(_SOFT_HYPHEN, "")))
    if "_" in text:  # the mark of a key inside a word of a catalog: დასაწ_ყისი
        text = _MARKED.sub(lambda match: " " * len(match[0]), text)
    found: list[Fault] = []
    start = 0
    for end in (*(match.end() for match in _SENTENCE_ENDS.finditer(text)), len(text)):
        found += [fault.moved(start) for fault in _faults_of_sentence(text[start:end])]
        start = end
    return found


_SOFT_HYPHEN = "\u00ad"


def _in_place(text: str, found: Sequence[Fault]) -> list[Fault]:
    """Return what was found in a text without its soft hyphens, at its places in the text with them."""
    places = [place for place, letter in enumerate(text) if letter != _SOFT_HYPHEN]
    return [
        fault._replace(start=places[fault.start], end=places[fault.end - 1] + 1)
        for fault in found
        if fault.end > fault.start
    ]


# No fault needs two sentences, and sentences come again: in the versions of a paragraph that is being edited,
# in catalogs and in memories.
@lru_cache(maxsize=_SENTENCES_KEPT)
def _faults_of_sentence(text: str) -> tuple[Fault, ...]:
    written = words_in(text)
    each = list(map(_MARKS.__getitem__, written))
    marks = reduce(or_, each, 0)
    found: list[Fault] = []
    asked = [*_BY_WORDS[marks & _OF_WORDS], *_BY_PAIRS[_pairs(written, each, marks)]]
    rules = [one.rule.find for one in asked if marks & one.words == one.words and one.rule.confirmed(written)]
    if rules:
        words = ClauseWords(words_of(text))
        found = [fault for find in rules for fault in find(words) if not _behind_a_hyphen(fault, text)]
        found = [fault for fault in found if not is_of_a_name(words, fault)]
    if has_loose_endings(text):
        found.extend(loose_endings(text))
    if marks & _HYPHEN:
        found.extend(hyphenated(text))
    if marks & _CALQUE:
        found.extend(calques(text))
    return tuple(_each_once(sorted(found)))


def _pairs(words: Sequence[str], each: Sequence[int], marks: int) -> int:
    """Return the pairs of which a first word stands before a second one, by the marks of each word."""
    pairs = reduce(or_, map(and_, each, map(_NEXT_QUICK.__getitem__, islice(words, 1, None))), 0)
    if marks & _SLOW:
        for firsts, following in zip(map(and_, each, repeat(_SLOW)), islice(words, 1, None), strict=False):
            if firsts:
                pairs |= _AFTER[firsts][following]
    return pairs


def _each_once(found: list[Fault]) -> list[Fault]:
    """Return the faults, of several rules on one place the first that is sure, else the first."""
    kept: list[Fault] = []
    for one in found:
        if not kept or kept[-1][:2] != one[:2]:
            kept.append(one)
        elif one.sure and not kept[-1].sure:
            kept[-1] = one
    return kept


def _behind_a_hyphen(fault: Fault, text: str) -> bool:
    """Whether a demonstrative is the ending of a name in other letters: NASA-ის."""
    return fault.kind is FaultKind.DEMONSTRATIVE and text[fault.start - 1 : fault.start] == "-"
