"""The rules of Georgian grammar, and without which words of a text each finds nothing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from transreview.languages.georgian.grammar.acting_persons import (
    PERSONS,
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
from transreview.languages.georgian.grammar.appositions import (
    has_titles,
    may_name_who_acts,
    names_in_another_case,
)
from transreview.languages.georgian.grammar.carried import actors_carried, several_act
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
    copulas_far_from_pronoun,
    copulas_of_another,
    copulas_of_one_for_people,
    is_copula,
    is_predicate,
    is_speaker,
    is_subject_pronoun,
)
from transreview.languages.georgian.grammar.counting import counted_plurals, is_plural, may_count, modifies
from transreview.languages.georgian.grammar.dative_subjects import (
    dative_subjects,
    is_dative_agent,
    takes_no_dative,
)
from transreview.languages.georgian.grammar.doubled_copulas import doubled_copulas, ends_in_is, says_is
from transreview.languages.georgian.grammar.far_cases import far_cases
from transreview.languages.georgian.grammar.far_subjects import (
    far_subjects,
    numbers_of_joined,
    persons_of_joined,
)
from transreview.languages.georgian.grammar.feeling_subjects import (
    feeling_subjects,
    is_agent,
    wants_a_dative_subject,
)
from transreview.languages.georgian.grammar.full_agreement import (
    adjectives_of_many,
    cases_of_their_own,
    ill_made_predicates,
    is_adjective_of_many,
    is_in_a_case_of_its_own,
    is_noun_of_many,
    is_predicate_of_many,
    is_said_of_one,
    may_follow_a_case,
    predicates_of_many,
)
from transreview.languages.georgian.grammar.government import asks_for_an_ending, ill_governed
from transreview.languages.georgian.grammar.joined import ill_joined, is_ill_joined
from transreview.languages.georgian.grammar.joined_clauses import numbers_of_relatives, parts_of_clause
from transreview.languages.georgian.grammar.lists import MEASURED, unlike_measures, unlike_members
from transreview.languages.georgian.grammar.lost_genitives import lost_genitives
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
from transreview.languages.georgian.grammar.must import asked_of_you, done_that_must_be, is_done, is_must_word
from transreview.languages.georgian.grammar.own_objects import own_objects
from transreview.languages.georgian.grammar.owners_of_actions import owners_of_actions
from transreview.languages.georgian.grammar.persons import is_pronoun, is_verb_of_a_person, wrong_persons
from transreview.languages.georgian.grammar.phrases import (
    may_disagree_with_bare,
    may_disagree_with_ma,
    may_disagree_with_plain,
    phrase_faults,
)
from transreview.languages.georgian.grammar.postposition_cases import (
    datives_before_genitive,
    is_dative_form,
    may_be_in_another_case,
    may_have_other_cases,
    other_cases_before,
    wants_another_case,
    wants_genitive,
)
from transreview.languages.georgian.grammar.postpositions import (
    detached,
    doubled,
    glued,
    has_a_postposition,
    is_glued,
    may_be_detached,
    stands_apart,
    stands_behind_genitives,
)
from transreview.languages.georgian.grammar.present_subjects import (
    ergatives_with_present,
    may_be_before_present,
    may_have_ergatives_with_present,
    wants_nominative,
)
from transreview.languages.georgian.grammar.pronoun_clauses import may_go_with_a_pronoun, pronoun_faults
from transreview.languages.georgian.grammar.relative_roles import (
    has_a_role,
    relatives_of_another_case,
    relatives_of_me,
)
from transreview.languages.georgian.grammar.relatives import is_relative, relatives_of_another_number
from transreview.languages.georgian.grammar.spelling import is_misspelt, misspelt
from transreview.languages.georgian.grammar.subjects import (
    is_ergative,
    may_be_before_its_verb,
    may_have_nominative_subjects,
    nominative_objects,
    nominative_subjects,
    wants_dative,
    wants_ergative,
)
from transreview.languages.georgian.grammar.surplus import IS_AN_OFFICER, plain_bodies, plain_owners
from transreview.languages.georgian.grammar.titles import plain_titles, titles
from transreview.languages.georgian.grammar.word_roles import ACTS, RELATIVES, one_verb
from transreview.languages.georgian.grammar.words import (
    Word,
    is_bare_adjective,
)
from transreview.languages.grammar_fault import Fault

Question = Callable[[str], bool]


class ClauseWords(list[Word]):
    """The words of a text, which are cut into clauses once for all rules that ask for them."""

    @cached_property
    def clauses(self) -> list[Sequence[Word]]:
        """Return the clauses."""
        return list(clauses_of(self))

    @cached_property
    def parts(self) -> list[list[Sequence[Word]]]:
        """Return the clauses that და joins within each."""
        return list(map(parts_of_clause, self.clauses))


Find = Callable[[ClauseWords], Iterator[Fault]]


class Rule(NamedTuple):
    """A rule, and without which words of a text it finds nothing in it.

    Attributes:
        find: The rule.
        words: Each of these is true of some word.
        side_by_side: Of each of these some two neighbours are such a pair: there is one of its alternatives.
        confirmed: Whether it may find something in these words, whatever stands between them.
    """

    find: Find
    words: tuple[Question, ...] = ()
    side_by_side: tuple[tuple[tuple[Question, Question], ...], ...] = ()
    confirmed: Callable[[Sequence[str]], bool] = bool


def _of_persons(words: ClauseWords) -> Iterator[Fault]:
    """Yield the verbs of the first and second person that do not go with who acts, and their objects."""
    for parts in words.parts:
        yield from persons_of_another(parts[0])
        for clause in parts:
            yield from own_objects(clause)


def _of_far_words(parts: Sequence[Sequence[Word]], words: ClauseWords) -> Iterator[Fault]:
    """Yield what does not go together in clauses of one verb, though not every word is understood."""
    verbs = [one_verb(part) for part in parts]
    first = verbs[0]
    if first is not None:
        if first.roles & ACTS:
            yield from far_subjects(parts[0], first)
        if has_a_role(parts[0][0].text):
            yield from relatives_of_another_case(parts[0], first)
            if first.person is not None and not _may_be_ours(words, parts[0][0]):
                yield from relatives_of_me(parts[0], first)
    for clause, verb in zip(parts, verbs, strict=True):
        if verb is None:
            continue
        yield from far_cases(clause, verb)
        yield from owners_of_actions(clause, verb)
        if verb.nouns > (not has_a_role(clause[0].text)):
            yield from lost_genitives(clause, verb)
    if len(parts) > 1:
        yield from numbers_of_joined(parts, verbs)
        yield from persons_of_joined(parts, verbs)


def _may_be_ours(words: Sequence[Word], relative: Word) -> bool:
    """Whether a relative pronoun is no subject of a present, or "I", "we" or "you" stands before it."""
    before = words[: words.index(relative)]
    return relative.text not in RELATIVES["Nom"] or any(word.text in PERSONS for word in before)


def _may_be_a_verb(word: str) -> bool:
    """Whether a word may be a verb, of whatever person."""
    return may_go_with_a_pronoun(word) or is_of_first_or_second(word)


def _of_clauses(words: ClauseWords) -> Iterator[Fault]:
    """Yield what does not go with the verb of its clause, where a word may be one."""
    texts = [word.text for word in words]
    if not any(map(_may_be_a_verb, texts)):
        return
    nested = list(main_clauses(words.clauses, words.parts, may_be_verb, parts_of_clause))
    for parts in (*words.parts, *nested):
        for clause in parts:
            yield from clause_faults(clause)
        yield from pronoun_faults(parts[0])
        yield from _of_far_words(parts, words)
        yield from for_me_and_another(parts[0])
    if len(words.clauses) > 1:
        yield from numbers_of_relatives(words.clauses)
        yield from asked_of_you(words.clauses)
    if several_act(texts):
        yield from actors_carried(words.parts)
        for parts in nested:
            yield from actors_carried([parts])
    yield from plain_owners(words, texts)
    if not IS_AN_OFFICER.isdisjoint(texts):
        yield from plain_bodies(words)
    if "და" in texts:
        yield from unlike_members(words)
    if not MEASURED.isdisjoint(texts):
        yield from unlike_measures(words)
    if not titles().isdisjoint(texts):
        yield from plain_titles(words)


RULES = (
    Rule(
        disagreements,
        side_by_side=(
            (
                (is_nominative_adjective, asks_for_a_case),
                (is_ergative_modifier, may_follow_ergative),
                (is_bare_adjective, may_follow_bare),
            ),
        ),
    ),
    Rule(
        phrase_faults,
        side_by_side=(
            (
                (is_plain_modifier, may_disagree_with_plain),
                (is_bare_modifier, may_disagree_with_bare),
                (is_modifier_in_ma, may_disagree_with_ma),
            ),
        ),
    ),
    Rule(plain_demonstratives, side_by_side=(((is_plain_demonstrative, is_demonstrative_before),),)),
    Rule(
        oblique_demonstratives,
        side_by_side=(((is_oblique_demonstrative, may_follow_oblique_demonstrative),),),
    ),
    Rule(modifiers_of_another_case, side_by_side=(((is_modifier_of_another, has_a_case),),)),
    Rule(adjectives_of_many, side_by_side=(((is_adjective_of_many, is_noun_of_many),),)),
    Rule(ill_made_predicates, (is_predicate_of_many,)),
    Rule(predicates_of_many, side_by_side=(((is_adjective_of_many, is_said_of_one),),)),
    Rule(cases_of_their_own, side_by_side=(((is_in_a_case_of_its_own, may_follow_a_case),),)),
    Rule(counted_plurals, (is_plural,), (((may_count, is_plural), (may_count, modifies)),)),
    Rule(detached, (stands_apart,), confirmed=may_be_detached),
    Rule(datives_before_genitive, side_by_side=(((is_dative_form, wants_genitive),),)),
    Rule(
        other_cases_before,
        side_by_side=(((may_be_in_another_case, wants_another_case),),),
        confirmed=may_have_other_cases,
    ),
    Rule(glued, (is_glued,)),
    Rule(doubled, side_by_side=(((has_a_postposition, stands_behind_genitives),),)),
    Rule(lone_owners, side_by_side=(((is_owner_before_and, joins),),)),
    Rule(plain_before_and, side_by_side=(((is_in_s, joins),), ((joins, is_in_s),))),
    Rule(
        nominative_subjects,
        side_by_side=(((may_be_before_its_verb, wants_ergative),),),
        confirmed=may_have_nominative_subjects,
    ),
    Rule(nominative_objects, (wants_dative,)),
    Rule(
        ergatives_with_present,
        (is_ergative,),
        side_by_side=(((may_be_before_present, wants_nominative),),),
        confirmed=may_have_ergatives_with_present,
    ),
    Rule(wrong_persons, side_by_side=(((is_pronoun, is_verb_of_a_person),),)),
    Rule(done_that_must_be, side_by_side=(((is_must_word, is_done),),)),
    Rule(dative_subjects, (is_dative_agent, takes_no_dative)),
    Rule(feeling_subjects, side_by_side=(((is_agent, wants_a_dative_subject),),)),
    Rule(_of_persons, (is_of_first_or_second,)),
    Rule(_of_clauses, (_may_be_a_verb,)),
    Rule(ill_governed, (asks_for_an_ending,)),
    Rule(relatives_of_another_number, (is_relative,)),
    Rule(copulas_of_another, (is_copula,), (((is_subject_pronoun, is_predicate),),)),
    Rule(lambda words: copulas_far_from_pronoun(words.clauses), (is_copula, is_speaker)),
    Rule(lambda words: doubled_copulas(words.clauses), (says_is, ends_in_is)),
    Rule(lambda words: copulas_of_one_for_people(words.clauses), (is_copula, is_plural)),
    Rule(ill_joined, (is_ill_joined,)),
    Rule(names_in_another_case, (may_name_who_acts,), confirmed=has_titles),
    Rule(misspelt, (is_misspelt,)),
)

# What is quickly told of every word; what else follows a word is asked only where a first one stands before.
QUICK = frozenset(
    (
        is_plural,
        is_said_of_one,
        is_in_s,
        joins,
        wants_another_case,
        wants_ergative,
        wants_nominative,
        is_verb_of_a_person,
    )
)
