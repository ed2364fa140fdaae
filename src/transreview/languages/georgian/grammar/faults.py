"""All faults of grammar of a Georgian text: only the rules are asked that some words of it may matter to.

What a word may matter to is found once for each word (`WordMarks`). Most rules look at two neighbours, so
that a rule is asked only where a word that may be the first of them stands before one that may be the second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import islice, repeat
from operator import and_, or_
from typing import NamedTuple

from transreview.languages.georgian.grammar.acting_persons import (
    for_me_and_another,
    is_of_first_or_second,
    persons_of_another,
)
from transreview.languages.georgian.grammar.agreement import (
    asks_for_a_case,
    disagreements,
    is_demonstrative_before,
    is_ergative_modifier,
    is_nominative_adjective,
    is_oblique_demonstrative,
    is_plain_demonstrative,
    may_follow_bare,
    may_follow_ergative,
    may_follow_oblique_demonstrative,
    oblique_demonstratives,
    plain_demonstratives,
)
from transreview.languages.georgian.grammar.calques import calques, has_letters_of_a_calque
from transreview.languages.georgian.grammar.clause_faults import clause_faults, may_be_verb
from transreview.languages.georgian.grammar.clauses import clauses_of
from transreview.languages.georgian.grammar.coordination import (
    is_in_s,
    is_owner_before_and,
    joins,
    lone_owners,
    plain_before_and,
)
from transreview.languages.georgian.grammar.copulas import (
    copulas_of_another,
    is_copula,
    is_predicate,
    is_subject_pronoun,
)
from transreview.languages.georgian.grammar.counting import counted_plurals, is_plural, may_count, modifies
from transreview.languages.georgian.grammar.dative_subjects import (
    dative_subjects,
    is_dative_agent,
    takes_no_dative,
)
from transreview.languages.georgian.grammar.full_agreement import (
    adjectives_of_many,
    cases_of_their_own,
    is_adjective_of_many,
    is_in_a_case_of_its_own,
    is_noun_of_many,
    may_follow_a_case,
)
from transreview.languages.georgian.grammar.government import asks_for_an_ending, ill_governed
from transreview.languages.georgian.grammar.joined import ill_joined, is_ill_joined
from transreview.languages.georgian.grammar.joined_clauses import numbers_across, parts_of_clause
from transreview.languages.georgian.grammar.main_clauses import main_clauses
from transreview.languages.georgian.grammar.modifiers import (
    has_a_case,
    is_modifier_of_another,
    modifiers_of_another_case,
)
from transreview.languages.georgian.grammar.modifying import (
    is_bare_modifier,
    is_modifier_in_ma,
    is_plain_modifier,
)
from transreview.languages.georgian.grammar.own_objects import own_objects
from transreview.languages.georgian.grammar.persons import is_pronoun, is_verb_of_a_person, wrong_persons
from transreview.languages.georgian.grammar.phrases import (
    may_disagree_with_bare,
    may_disagree_with_ma,
    may_disagree_with_plain,
    phrase_faults,
)
from transreview.languages.georgian.grammar.postposition_cases import (
    datives_before_genitive,
    may_be_in_another_case,
    may_have_other_cases,
    other_cases_before,
    wants_another_case,
    wants_genitive,
)
from transreview.languages.georgian.grammar.postpositions import (
    detached,
    glued,
    has_loose_endings,
    hyphenated,
    is_glued,
    is_hyphenated,
    loose_endings,
    may_be_detached,
    stands_apart,
)
from transreview.languages.georgian.grammar.pronoun_clauses import may_go_with_a_pronoun, pronoun_faults
from transreview.languages.georgian.grammar.relatives import is_relative, relatives_of_another_number
from transreview.languages.georgian.grammar.spelling import is_misspelt, misspelt
from transreview.languages.georgian.grammar.subjects import (
    ergatives_with_present,
    is_ergative,
    may_be_before_its_verb,
    may_be_before_present,
    may_have_ergatives_with_present,
    may_have_nominative_subjects,
    nominative_objects,
    nominative_subjects,
    wants_dative,
    wants_ergative,
    wants_nominative,
)
from transreview.languages.georgian.grammar.words import (
    Word,
    is_bare_adjective,
    words_of,
)
from transreview.languages.georgian.words import WordMarks, words_in
from transreview.languages.grammar_fault import Fault, FaultKind

__all__ = ["Fault", "FaultKind", "faults"]


def is_dative_form(word: str) -> bool:
    """Whether a word may be a dative that has another form for the genitive, as its ending tells."""
    return word.endswith("ს") and not word.endswith(("ის", "ოს", "უს"))


_Question = Callable[[str], bool]


class _Words(list[Word]):
    """The words of a text, which are cut into clauses once for all rules that ask for them."""

    @cached_property
    def clauses(self) -> list[Sequence[Word]]:
        """Return the clauses."""
        return list(clauses_of(self))

    @cached_property
    def parts(self) -> list[list[Sequence[Word]]]:
        """Return the clauses that და joins within each."""
        return list(map(parts_of_clause, self.clauses))


_Find = Callable[[_Words], Iterator[Fault]]


class _Rule(NamedTuple):
    """A rule, and without which words of a text it finds nothing in it.

    Attributes:
        find: The rule.
        words: Each of these is true of some word.
        side_by_side: Of each of these some two neighbours are such a pair: there is one of its alternatives.
        confirmed: Whether it may find something in these words, whatever stands between them.
    """

    find: _Find
    words: tuple[_Question, ...] = ()
    side_by_side: tuple[tuple[tuple[_Question, _Question], ...], ...] = ()
    confirmed: Callable[[Sequence[str]], bool] = bool


def _of_persons(words: _Words) -> Iterator[Fault]:
    """Yield the verbs of the first and second person that do not go with who acts, and their objects."""
    for parts in words.parts:
        yield from persons_of_another(parts[0])
        for clause in parts:
            yield from own_objects(clause)


def _of_clauses(words: _Words) -> Iterator[Fault]:
    """Yield what does not go with the verb of its clause."""
    for parts in words.parts:
        for clause in parts:
            yield from clause_faults(clause)
        yield from numbers_across(parts)
        yield from pronoun_faults(parts[0])
        yield from for_me_and_another(parts[0])
    for clause in main_clauses(words.clauses, may_be_verb):
        yield from clause_faults(clause)


_RULES = (
    _Rule(
        disagreements,
        side_by_side=(
            (
                (is_nominative_adjective, asks_for_a_case),
                (is_ergative_modifier, may_follow_ergative),
                (is_bare_adjective, may_follow_bare),
            ),
        ),
    ),
    _Rule(
        phrase_faults,
        side_by_side=(
            (
                (is_plain_modifier, may_disagree_with_plain),
                (is_bare_modifier, may_disagree_with_bare),
                (is_modifier_in_ma, may_disagree_with_ma),
            ),
        ),
    ),
    _Rule(plain_demonstratives, side_by_side=(((is_plain_demonstrative, is_demonstrative_before),),)),
    _Rule(
        oblique_demonstratives,
        side_by_side=(((is_oblique_demonstrative, may_follow_oblique_demonstrative),),),
    ),
    _Rule(modifiers_of_another_case, side_by_side=(((is_modifier_of_another, has_a_case),),)),
    _Rule(adjectives_of_many, side_by_side=(((is_adjective_of_many, is_noun_of_many),),)),
    _Rule(cases_of_their_own, side_by_side=(((is_in_a_case_of_its_own, may_follow_a_case),),)),
    _Rule(counted_plurals, (is_plural,), (((may_count, is_plural), (may_count, modifies)),)),
    _Rule(detached, (stands_apart,), confirmed=may_be_detached),
    _Rule(datives_before_genitive, side_by_side=(((is_dative_form, wants_genitive),),)),
    _Rule(
        other_cases_before,
        side_by_side=(((may_be_in_another_case, wants_another_case),),),
        confirmed=may_have_other_cases,
    ),
    _Rule(glued, (is_glued,)),
    _Rule(lone_owners, side_by_side=(((is_owner_before_and, joins),),)),
    _Rule(plain_before_and, side_by_side=(((is_in_s, joins),), ((joins, is_in_s),))),
    _Rule(
        nominative_subjects,
        side_by_side=(((may_be_before_its_verb, wants_ergative),),),
        confirmed=may_have_nominative_subjects,
    ),
    _Rule(nominative_objects, (wants_dative,)),
    _Rule(
        ergatives_with_present,
        (is_ergative,),
        side_by_side=(((may_be_before_present, wants_nominative),),),
        confirmed=may_have_ergatives_with_present,
    ),
    _Rule(wrong_persons, side_by_side=(((is_pronoun, is_verb_of_a_person),),)),
    _Rule(dative_subjects, (is_dative_agent, takes_no_dative)),
    _Rule(_of_persons, (is_of_first_or_second,)),
    _Rule(_of_clauses, (may_go_with_a_pronoun,)),
    _Rule(ill_governed, (asks_for_an_ending,)),
    _Rule(relatives_of_another_number, (is_relative,)),
    _Rule(copulas_of_another, (is_copula,), (((is_subject_pronoun, is_predicate),),)),
    _Rule(ill_joined, (is_ill_joined,)),
    _Rule(misspelt, (is_misspelt,)),
)

# What is quickly told of every word; what else follows a word is asked only where a first one stands before.
_QUICK = frozenset(
    (
        is_plural,
        is_in_s,
        joins,
        wants_another_case,
        wants_ergative,
        wants_nominative,
        is_verb_of_a_person,
    )
)
_PAIRS = [pair for rule in _RULES for group in rule.side_by_side for pair in group]
_SINGLE = [*(question for rule in _RULES for question in rule.words), has_letters_of_a_calque, is_hyphenated]
# The first of a pair has the pair's own bit in the marks of a word, the second in those of the next.
_MARKS = WordMarks([*(first for first, _second in _PAIRS), *_SINGLE])
_SECONDS = [second for _first, second in _PAIRS]
_NEXT_QUICK = WordMarks([second if second in _QUICK else None for second in _SECONDS])
_SLOW = sum(1 << place for place, second in enumerate(_SECONDS) if second not in _QUICK)
_CALQUE, _HYPHEN = (1 << len(_PAIRS) + _SINGLE.index(one) for one in (has_letters_of_a_calque, is_hyphenated))


def _bit(one: _Question | tuple[_Question, _Question]) -> int:
    return 1 << (_PAIRS.index(one) if isinstance(one, tuple) else len(_PAIRS) + _SINGLE.index(one))


class _Asked(NamedTuple):
    """A rule with the bits that must all be there, and those of which one of each group must."""

    rule: _Rule
    words: int
    groups: Sequence[int]


_ASKED = [
    _Asked(rule, sum(map(_bit, rule.words)), [sum(map(_bit, group)) for group in rule.side_by_side])
    for rule in _RULES
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


_MARKED = re.compile("[ა-ჰ]+_[ა-ჰ]+")
_SENTENCE_ENDS = re.compile(r"(?<=[ა-ჰ]{2}[.!?])(?= [ა-ჰ])")
_SENTENCES_KEPT = 1 << 13


def faults(text: str) -> list[Fault]:
    """Return the faults of grammar of a text, in order.

    Args:
        text: One segment in Mkhedruli.
    """
    if "_" in text:  # the mark of a key inside a word of a catalog: დასაწ_ყისი
        text = _MARKED.sub(lambda match: " " * len(match[0]), text)
    found: list[Fault] = []
    start = 0
    for part in _SENTENCE_ENDS.split(text):
        found += [fault.moved(start) for fault in _faults_of_sentence(part)]
        start += len(part)
    return found


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
        words = _Words(words_of(text))
        found = [fault for find in rules for fault in find(words) if not _behind_a_hyphen(fault, text)]
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
