"""Cases and numbers in a clause of one verb: an ergative with a present, experts with a verb of one person.

Something is said only of clauses in which every word is understood: one verb of which it is known what it
asks, and nouns, adjectives and adverbs that can be nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clause_numbers import numbers
from transreview.languages.georgian.grammar.clauses import (
    DURATIONS,
    case_of,
    is_modifier,
    is_noun,
    joins_nouns,
    listed,
)
from transreview.languages.georgian.grammar.counted_subjects import counted_subjects
from transreview.languages.georgian.grammar.dative_subjects import takes_no_dative
from transreview.languages.georgian.grammar.dative_verbs import (
    datives_that_must,
    genitive_objects,
    genitives_as_objects,
    two_before_a_dative_verb,
    two_datives,
)
from transreview.languages.georgian.grammar.ergative_adjectives import (
    ergative_adjectives,
    own_of_another,
)
from transreview.languages.georgian.grammar.felt_clauses import (
    datives_that_are_had,
    ergatives_that_feel,
    felt_about,
    nominative,
    nominatives_that_feel,
)
from transreview.languages.georgian.grammar.felt_numbers import numbers_of_feeling
from transreview.languages.georgian.grammar.idioms import (
    plain_objects_of_present_turns,
    plain_objects_of_turns,
    plain_subjects_of_turns,
)
from transreview.languages.georgian.grammar.located import located_in_the_dative
from transreview.languages.georgian.grammar.modifying import is_transparent, modifier
from transreview.languages.georgian.grammar.noun_cases import noun_case
from transreview.languages.georgian.grammar.partners import unequal_partners
from transreview.languages.georgian.grammar.plain_objects import (
    begins,
    is_somebody_and_something,
    may_do,
    two_nominatives,
)
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.receivers import gives, of_giving
from transreview.languages.georgian.grammar.subjects import ergative
from transreview.languages.georgian.grammar.surplus import surplus_nominatives
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import (
    WITH_A_DATIVE,
    bodies,
    is_done_to_things,
    is_must,
    listed_verbs,
    names_people,
    people,
    verb_form,
    verbs_that,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, is_of_a_people, plain_adjective
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_MOST_WORDS = 26
_SHORTEST_VERB = 4


def may_rule_a_clause(word: str) -> bool:
    """Whether of a word, a verb, it is known what it asks of its clause."""
    return verb_form(word) is not None or is_must(word)


class _Known(dict[str, tuple[VerbForm | None, VerbForm | None, str]]):
    """What is known of each word: as a verb within a clause, as its last word, by its case."""

    def __missing__(self, word: str) -> tuple[VerbForm | None, VerbForm | None, str]:
        last = verb_form(word) if word not in listed("staying") else None
        known = (None if last is None or _is_genitive_too(word) else last, last, case_of(word))
        if len(self) < _REMEMBERED:
            self[word] = known
        return known


_KNOWN, _REMEMBERED = _Known(), 100_000


def clause_faults(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns and verbs that do not go together in a clause of one verb."""
    if not 2 <= len(clause) <= _MOST_WORDS:
        return
    if is_must(clause[-1].text):
        yield from datives_that_must(clause)
    verb = only_verb(clause)
    if verb is None:
        return
    place, form = verb
    cases = [_KNOWN[word.text][2] for word in clause]
    for at in range(len(clause) - 1):
        if cases[at] == "Nom" and _belongs_behind(clause[at].text, clause[at + 1].text, cases[at + 1]):
            cases[at] = "-"
    cases[place] = "Verb"
    yield from _of(clause, cases, place, form)


def _belongs_behind(word: str, following: str, case: str) -> bool:
    """Whether a nominative is said of the genitive or noun behind it: მომავალი წლის, მსოფლიო ორგანიზაცია."""
    if word in _OF_WHAT:
        return following.endswith(_BEHIND_OF_WHAT) or (case == "Nom" and word in _BEFORE_NOUNS)
    does = following.endswith(("ის", "ების")) and _WHAT_DOES.fullmatch(word) is not None
    return does and word not in people()


_OF_WHAT = frozenset(("მომავალი", "სახელმწიფო", "მსოფლიო", "სამუშაო", "სამხედრო", "სამიზნე"))
_BEHIND_OF_WHAT = ("ის", "ების", "ში", "ზე", "იდან", "თვის")
_BEFORE_NOUNS = frozenset(("მსოფლიო", "სახელმწიფო", "სამხედრო"))
# What does something, as an adjective: გამწმენდი სისტემის.
_WHAT_DOES = lazy_pattern(f"(?:{'|'.join(PREVERBS)})მ[ა-ჰ]{{2,}}(?:ნდი|ავი|ებელი|ველი|ნელი)")


def may_be_verb(word: Word) -> bool:
    """Whether a word is a verb, or may be one since nothing is known of it."""
    known = _KNOWN[word.text]
    return known[1] is not None or not known[2] or person_of(word.text) is not None


def only_verb(clause: Sequence[Word]) -> tuple[int, VerbForm] | None:
    """Return the place and form of the one verb of a clause in which every word is understood."""
    found: tuple[int, VerbForm] | None = None
    last = len(clause) - 1
    for place, word in enumerate(clause):
        within, at_end, case = _KNOWN[word.text]
        form = at_end if place == last else within
        if form is None and not case:
            form = _of_both_ways(clause) if word.text == "დაიწყო" else None
            if form is None:
                return None
        if form is None or (case == "Nom" and 0 < place < last and _is_of_an_action(clause, place, form)):
            continue
        if found is not None:
            if place == last and case == "Nom" and _is_owned_at_end(clause, place, form):
                continue
            return None
        found = place, form
    return found


def _is_owned_at_end(clause: Sequence[Word], place: int, form: VerbForm) -> bool:
    """Whether an aorist at the end names its action behind an owner: გამოაცხადა სამუშაო ადგილების შექმნა."""
    return form.subject == "Erg" and clause[place - 1].text.endswith("ის")


def _is_of_an_action(clause: Sequence[Word], place: int, form: VerbForm) -> bool:
    """Whether an aorist names its action, with an owner before it and a verb at the end: მიზეზის ახსნა."""
    owned = clause[place - 1].text.endswith("ის") and form.subject == "Erg"
    return owned and _KNOWN[clause[-1].text][1] is not None


def _of_both_ways(clause: Sequence[Word]) -> VerbForm | None:
    """Return what "began" asks where somebody began something; None where something began by itself."""
    nouns = [word.text for word in clause if _KNOWN[word.text][2] == "Nom" and is_noun(word.text)]
    if any(_KNOWN[word.text][2] == "Erg" for word in clause):
        return VerbForm("Erg", plural=False, object="Nom")
    first = nouns[0] if len(nouns) == 2 else ""
    return VerbForm("Erg", plural=False, object="Nom") if first in people() or first in bodies() else None


def _of(clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm) -> Iterator[Fault]:
    verb = clause[place]
    ergatives = [at for at, case in enumerate(cases) if case == "Erg"]
    if form.subject == "Nom" and ergatives:
        if not (verb.text in verbs_that("of_both") or _joins_actors(clause, ergatives[0], place)):
            yield from _ergatives(clause, ergatives, sure=not form.guessed)
        return
    if form.subject == "Nom" and verb.text in WITH_A_DATIVE:
        yield from two_before_a_dative_verb(clause, cases, place)
    if form.subject == "Nom" and (form.object == "Dat" or (not form.object and may_do(verb.text))):
        yield from two_nominatives(clause, cases, place)
        yield from plain_objects_of_present_turns(clause, cases, place)
        yield from genitive_objects(clause, place)
    elif form.subject == "Erg" and not form.guessed:
        yield from _second_ergatives(clause, cases, place)
        yield from counted_subjects(clause, cases, ergatives)
        yield from (
            plain_objects_of_turns(clause, cases) if ergatives else plain_subjects_of_turns(clause, cases)
        )
        yield from genitives_as_objects(clause, cases, place, form)
        if form.object == "Nom" and not ergatives:
            yield from _plain_subjects(clause, cases, place)
            yield from two_datives(clause, cases)
        elif form.object == "none" and not ergatives:
            yield from _plain_subject_alone(clause, cases, place)
        elif gives(verb.text) and _is_one_actor(clause, ergatives):
            yield from of_giving(clause, cases)
        elif (form.bare or takes_no_dative(verb.text)) and _is_one_actor(clause, ergatives):
            yield from _dative_objects(clause, cases)
    elif form.subject == "Dat" and ergatives:
        yield from ergatives_that_feel(clause, ergatives)
        return
    elif form.subject == "Dat":
        yield from datives_that_are_had(clause, cases, place)
        yield from nominatives_that_feel(clause, cases, place, form)
        yield from felt_about(clause, cases, place)
        yield from numbers_of_feeling(clause, cases, place)
    yield from numbers(clause, cases, place, form)
    yield from unequal_partners(clause, cases, place, form)
    yield from surplus_nominatives(clause, cases, place, form)
    yield from located_in_the_dative(clause, cases, place)


def _is_one_actor(clause: Sequence[Word], ergatives: Sequence[int]) -> bool:
    """Whether the ergatives of a clause are one noun, with its adjectives before it."""
    return sum(not plain_adjective(clause[at].text) for at in ergatives) == 1


def _joins_actors(clause: Sequence[Word], first: int, last: int) -> bool:
    """Whether და between two places joins more than adjectives, or genitives: მცირე და საშუალო."""
    joints = (at for at in range(first + 1, last) if clause[at].text == "და")
    return not all(_belongs(clause[at - 1].text) and _belongs(clause[at + 1].text) for at in joints)


def _belongs(word: str) -> bool:
    return is_modifier(word) or word.endswith(("ის", "ისა", "თა"))


def _plain_subjects(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the first of two nominatives before an aorist: ჯგუფი ახალი ქარხანა შეიძინა.

    The second has a word of its own before it, so that the two are no title and name.
    """
    nouns = [at for at, case in enumerate(cases[:place]) if case == "Nom" and is_noun(clause[at].text)]
    nouns = [at for at in nouns if at + 1 not in nouns or modifier(clause[at].text) is None]
    if clause[0].text in listed("joint") or joins_nouns(clause):
        return
    if len(nouns) == 1 and is_done_to_things(clause[place].text) and clause[nouns[0]].text in people():
        noun = clause[nouns[0]]
        if noun.text.endswith("ები") == clause[place].text.endswith("ეს"):
            yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text))
    if len(nouns) != 2:
        return
    first, second = nouns
    between = [word.text for word in clause[first + 1 : second]]
    apart = "Dat" in cases[first + 1 : second] or any(
        is_modifier(word)
        or word in ("ეს", "ის")
        or is_of_a_people(word)
        or read_numeral(word) is not None
        or word.endswith(_LIKE_ADJECTIVES)
        for word in between
    )
    apart = (
        apart
        or is_somebody_and_something(clause[first].text, clause[second].text)
        or (clause[first].text in people() and any(map(modifier, between)))
    )
    if (
        apart
        and all(
            case_of(word.text) == "-" and not is_modifier(word.text) for word in clause[second + 1 : place]
        )
        and all(not is_noun(word.text) or cases[at] in ("-", "Dat") for at, word in enumerate(clause[:first]))
    ):
        noun = clause[first]
        if noun.text.endswith(("ული", "ილი")) and noun_case(clause[first + 1].text):
            return  # დაზარალებული ბავშვებისთვის
        if noun.text.endswith("ები") == clause[place].text.endswith("ეს"):
            yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text))


_LIKE_ADJECTIVES = ("ული", "ური", "იული", "ებული", "იანი")


def _plain_subject_alone(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the one nominative before an aorist without an object in the nominative: გუნდი მიზანს მიაღწია."""
    nouns = [
        at for at, case in enumerate(cases[:place]) if case == "Nom" and clause[at].text not in DURATIONS
    ]
    if len(nouns) == 1 and begins(clause, nouns[0]) and is_noun(clause[nouns[0]].text):
        noun = clause[nouns[0]]
        if noun.text.startswith("სა") and noun.text.endswith("ო") and "Dat" in cases[nouns[0] + 1 :][:1]:
            return  # სახელმწიფო ორგანოებს
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text))


def _second_ergatives(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the second ergative, with a word of its own before it: თავმჯდომარემ ყველა თანამშრომელმა."""
    ergatives = [at for at, case in enumerate(cases) if case == "Erg"]
    nouns = [at for at in ergatives if not own_of_another(clause, at) and clause[at].text != "მან"]
    if nouns and not joins_nouns(clause):
        yield from ergative_adjectives(clause, [at for at in ergatives if at not in nouns])
    if len(nouns) != 2 or joins_nouns(clause):
        return
    first, second = nouns
    if second + 1 == place and _does_it_with_a_thing(clause, cases, first, second):
        yield Fault(clause[second].start, clause[second].end, FaultKind.OBJECT)
    elif second + 1 == place and "Dat" in cases[first:second] and not _has_an_object(clause, cases):
        # Nothing else is what somebody does it to: მეურნეობამ რეგიონს მარცვლეულმა გაუგზავნა.
        noun = clause[second]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, nominative(noun.text))
    elif second - first > 1 and clause[second - 1].text in listed("another"):
        noun = clause[second]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT)


def _has_an_object(clause: Sequence[Word], cases: Sequence[str]) -> bool:
    """Whether a nominative may be what somebody does something to, and stands before no other noun."""
    return any(case == "Nom" and not is_transparent(clause[at].text) for at, case in enumerate(cases))


def _does_it_with_a_thing(clause: Sequence[Word], cases: Sequence[str], first: int, second: int) -> bool:
    """Whether somebody does something, and a thing is in the ergative, too: ექიმმა წერილი ოფისმა მიიტანა."""
    thing = clause[second].text
    acts = thing in people() or thing in bodies() or names_people(thing)
    return clause[first].text in people() and not acts and "Nom" in cases[first:second]


def _dative_objects(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the dative beside an ergative, a verb of no receiver and no nominative: ფასს შეამცირა."""
    datives = [at for at, case in enumerate(cases) if case == "Dat"]
    if "Nom" in cases or len(datives) != 1 or joins_nouns(clause):
        return
    noun = clause[datives[0]]
    after = clause[datives[0] + 1].text if datives[0] + 1 < len(clause) else ""
    owner = noun.text.endswith(("ოს", "უს")) and verb_form(after) is None  # საბაჟოს უფროსმა
    if (
        owner
        or wants_genitive(after)
        or wants_another_case(after)
        or noun.text.startswith(tuple(listed("time")))
        or noun.text[:1].isdigit()
    ):
        return
    if not any(_counts(word) for word in clause[_first_of(clause, datives[0]) : datives[0]]):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT)


def _counts(word: Word) -> bool:
    return word.text[0].isdigit() or read_numeral(word.text) is not None


def _first_of(clause: Sequence[Word], noun: int) -> int:
    """Return the place of the first word that may belong to a noun: an adjective, a numeral, a genitive."""
    first = noun
    while first and _KNOWN[clause[first - 1].text][2] == "-":
        first -= 1
    return first


def _ergatives(clause: Sequence[Word], wrong: Sequence[int], *, sure: bool) -> Iterator[Fault]:
    """Yield the ergatives of a clause whose verb goes with none."""
    for at in wrong:
        word, following = clause[at], clause[at + 1].text if at + 1 < len(clause) else ""
        if wants_genitive(following) or wants_another_case(following):
            continue  # ტაიფუნმა გამო
        if right := plain_adjective(word.text):
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=sure)
        else:
            yield Fault(word.start, word.end, FaultKind.SUBJECT, nominative(word.text), sure=sure)


def _is_genitive_too(word: str) -> bool:
    """Whether a verb is the genitive of an action as well: გახსნის "opens" and "of the opening"."""
    if word.endswith("დის") and word[:-3] in PREVERBS and word in listed_verbs():
        return False  # მიდის
    action = f"{word[:-2]}ა"
    return word.endswith("ის") and len(word) > _SHORTEST_VERB and is_form(action) and is_form(f"{action}ს")
