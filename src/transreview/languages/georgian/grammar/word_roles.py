"""What each word may be to a clause, found once for each: a verb, who acts, a noun that needs room.

For rules that look at clauses in which not every word is understood (`far_subjects`, `lost_genitives`,
`relative_roles`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.acting_persons import PERSONS
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun
from transreview.languages.georgian.grammar.relatives import MANY_TOGETHER
from transreview.languages.georgian.grammar.verb_persons import Person, person_of
from transreview.languages.georgian.grammar.verbs import bodies, names_people, people, verb_form
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word

# A verb; a verb or the name of its action (თქვა, ახსნა); a word that may be one, as nothing is known of it.
VERB, PERHAPS_VERB, UNKNOWN = 1, 2, 4
# Who acts or a verb of the first or second person; a noun in the nominative.
ACTS, PLAIN_NOUN = 8, 16
# An ergative; a postposition that is an adverb, or the dative of "time", too.
ERGATIVE, OF_TIME = 32, 64
TIMES = frozenset(("დროს", "შემდეგ"))
# Relative pronouns whose case the verb of their clause asks for, of one and of many.
RELATIVES = {
    "Nom": ("რომელიც", "რომლებიც"),
    "Erg": ("რომელმაც", "რომლებმაც"),
    "Dat": ("რომელსაც", "რომლებსაც"),
}
# Ends of words that are not understood and can be no verbs.
_NO_VERB = ("ში", "ზე", "თვის", "გან", "კენ", "ების", "ური", "ული", "ებმა", "ურ", "ულ", "ად")


class _Roles(dict[str, int]):
    """The roles that each word may have."""

    def __missing__(self, word: str) -> int:
        roles = _roles(word)
        if len(self) < _REMEMBERED:
            self[word] = roles
        return roles


def _roles(word: str) -> int:
    case = case_of(word)
    if person_of(word) is not None:
        return VERB | ACTS
    roles = ACTS if word in PERSONS else 0
    if verb_form(word) is not None:
        roles |= PERHAPS_VERB if case else VERB
    elif not case and "-" not in word and not word.endswith(_NO_VERB):
        roles |= UNKNOWN
    if case == "Erg":
        roles |= ERGATIVE
    elif word in TIMES:
        roles |= OF_TIME
    if case in ("Nom", "Erg") and names_somebody(word):
        roles |= ACTS
    if case == "Nom" and word not in DURATIONS and is_noun(word):
        roles |= PLAIN_NOUN
    return roles


ROLES, _REMEMBERED = _Roles(), 100_000


def names_somebody(noun: str) -> bool:
    """Return whether a nominative or ergative names people, or a body of theirs that is no group of many."""
    if noun in people() or names_people(noun):
        return True
    one = f"{noun[:-2]}ი" if noun.endswith("მა") and noun[-3] not in VOWELS else noun.removesuffix("მ")
    return one in bodies() and one not in MANY_TOGETHER


class Verb(NamedTuple):
    """The one verb of a clause.

    Attributes:
        place: Which of the words it is.
        person: Who acts by it, if it is of the first or second person.
        form: What it asks, if it is of the third.
        roles: The roles of all words of the clause.
        nouns: How many of them are nouns in the nominative.
    """

    place: int
    person: Person | None
    form: VerbForm | None
    roles: int
    nouns: int


def one_verb(clause: Sequence[Word]) -> Verb | None:
    """Return the one verb of a clause; None where there are more, or a word may be one that is not known.

    An aorist may be the name of an action as well, and is a verb where nothing else is one.
    """
    place, last = -1, len(clause) - 1
    found = nouns = 0
    for at, word in enumerate(clause):
        roles = ROLES[word.text]
        found |= roles
        if roles & UNKNOWN:
            return None
        if roles & VERB:
            if place >= 0:
                return None
            place = at
        elif roles & PLAIN_NOUN:
            nouns += 1
    if place < 0:
        if not ROLES[clause[last].text] & PERHAPS_VERB:
            return None
        place = last
    word = clause[place]
    person = person_of(word.text)
    return Verb(place, person, verb_form(word.text) if person is None else None, found, nouns)
