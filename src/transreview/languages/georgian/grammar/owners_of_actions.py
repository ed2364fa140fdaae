"""Owners that stand in the nominative before an action or a property in another case than it.

ტურიზმი განვითარებამ ადგილები შექმნა, რეფორმა აუცილებლობაზე ისაუბრა, მანქანა დამონტაჟებას კვირა დასჭირდა. An
action or a property is somebody's or something's, and the verb has no room for what stands before it.
`lost_genitives` looks at two nouns in the nominative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, listed
from transreview.languages.georgian.grammar.surplus import KINDS, SAYS_WHAT, is_surely_a_noun
from transreview.languages.georgian.grammar.verbs import is_copula, names_people, people
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.word_roles import ERGATIVE, PLAIN_NOUN, ROLES, Verb
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# What is done or what something is like, in the ergative, the dative or with a postposition.
_OWNED = lazy_pattern("(?P<noun>[ა-ჰ]{3,}(?:ებ|ობ|ვ|ცი|რდ))ა(?P<case>მ|ს|ზე|ში|სთან)")

# The same as the owner of the next noun: დანადგარი მუშაობის პრინციპი.
_OWNED_BY_ANOTHER = lazy_pattern("(?P<noun>[ა-ჰ]{3,}(?:ებ|ობ|ვ|ცი|რდ))ის")


def owners_of_actions(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the nominative that belongs to the action behind it, where the verb has no room for it."""
    form = verb.form
    if form is None or not verb.nouns or is_copula(form) or clause[verb.place].text in SAYS_WHAT:
        return
    if form.subject == "Nom" or (form.subject == "Erg" and not verb.roles & ERGATIVE):
        return
    for at in range(len(clause) - 1):
        noun, action = clause[at], clause[at + 1]
        if noun.gap != " " or at + 1 == verb.place or not ROLES[noun.text] & PLAIN_NOUN:
            continue
        owned = _OWNED.fullmatch(action.text) or _OWNED_BY_ANOTHER.fullmatch(action.text)
        if owned is None or not is_form(f"{owned['noun']}ა") or not _may_own(clause, at):
            continue
        if _is_surplus(clause, at, verb.place, form):
            right = f"{noun.text[:-1]}ის" if noun.text.endswith("ები") else decline(noun.text, "Gen")
            yield Fault(noun.start, noun.end, FaultKind.CASE, right)


def _may_own(clause: Sequence[Word], at: int) -> bool:
    """Whether a noun is a thing or a body that is said of no other noun, nor joined to one."""
    noun = clause[at].text
    if noun in KINDS or noun in people() or names_people(noun) or noun.startswith("სა"):
        return False
    return is_surely_a_noun(noun) and not (at and clause[at - 1].text in ("და", "ან", "თუ", "როგორც"))


def _is_surplus(clause: Sequence[Word], at: int, place: int, form: VerbForm) -> bool:
    """Whether the verb of a clause has all its nouns without the one at a place."""
    others = [other for other in range(len(clause)) if other not in (at, place)]
    if any(clause[other].text in listed("subject") for other in others):
        return False
    cases = [case_of(clause[other].text) for other in others]
    plain = [
        clause[other].text
        for other, case in zip(others, cases, strict=True)
        if case == "Nom" and is_noun(clause[other].text)
    ]
    things = [noun for noun in plain if noun not in KINDS and noun not in DURATIONS]
    if form.subject == "Erg":
        if "Erg" not in cases or form.guessed:
            return False
        return bool(things) if form.object == "Nom" else form.object == "none"
    if form.subject == "Dat":
        return clause[at + 1].text.endswith("ს") and bool(plain) and form.object == "Nom"
    return False
