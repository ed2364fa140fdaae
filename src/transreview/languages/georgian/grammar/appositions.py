"""Names beside a title in another case: ექსპერტმა ლი ხუა აღნიშნა, რომ; მინისტრი ლი ხუამ განაცხადა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, listed
from transreview.languages.georgian.grammar.noun_cases import noun_case
from transreview.languages.georgian.grammar.subjects import SAYS, aorists, ergative
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import people, verb_form
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

_MOST_NAMES = 3
# Who is seldom written as a word of somebody's people.
_TITLES_TOO = frozenset(
    f"{stem}{ending}"
    for stem in ("პრეზიდენტ", "პრემიერ", "მინისტრ", "გენერალ", "დოქტორ")
    for ending in ("ი", "მა")
)


def is_title(word: str) -> bool:
    """Whether a word says who somebody is, in the nominative or the ergative, of one: ექსპერტი, ექსპერტმა."""
    return (word in people() or word in _TITLES_TOO) and not word.endswith(("ები", "ებმა"))


is_said = SAYS.__contains__
"""Whether a word says that somebody said something, as it stands before რომ."""


def may_name_who_acts(word: str) -> bool:
    """Whether a word is an aorist that somebody is named before: one of saying, or of doing something."""
    return word in SAYS or word in aorists()


def has_titles(words: Sequence[str]) -> bool:
    """Whether some word says who somebody is."""
    return not (people().isdisjoint(words) and _TITLES_TOO.isdisjoint(words))


def names_in_another_case(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the name or the title before "said that" where the other one stands in the ergative."""
    for index in range(len(words) - 2):
        if not is_title(words[index].text):
            continue
        if index and words[index - 1].gap == ", " and _stands_beside_who_acts(words, index):
            title = words[index]
            yield Fault(title.start, title.end, FaultKind.SUBJECT, ergative(title.text), sure=False)
            continue
        last = _last_name(words, index)
        if words[index].text.endswith("მა") and (name := _name_before_a_thing(words, index)) is not None:
            yield Fault(name.start, name.end, FaultKind.SUBJECT, decline(name.text, "Erg"), sure=False)
            continue
        title, name = words[index], words[last]
        in_ergative = title.text.endswith(("მა", "მ"))
        if last == index:
            continue
        if not _is_said_of_it(words, last + 1) and (in_ergative or not _does_something(words, index, last)):
            continue
        if in_ergative and not name.text.endswith(("მა", "მ")):
            yield Fault(name.start, name.end, FaultKind.SUBJECT, decline(name.text, "Erg"), sure=False)
        elif not in_ergative and name.text.endswith(("მა", "მ")):
            yield Fault(title.start, title.end, FaultKind.SUBJECT, ergative(title.text), sure=False)


def _stands_beside_who_acts(words: Sequence[Word], title: int) -> bool:
    """Whether a title and a name between commas stand in the nominative behind who acts.

    დირექტორმა, პროფესორი ვანი, პრემია მიიღო.
    """
    if words[title].text.endswith("მა") or not is_title(words[title - 1].text):
        return False
    last = title
    while last + 1 < len(words) and last - title < _MOST_NAMES and words[last].gap == " ":
        last += 1
    if not words[title - 1].text.endswith("მა") or words[last].gap != ", " or last == title:
        return False
    return verb_form(words[last].text) is None and not words[last].text.endswith(("მა", "მ", "ს"))


def _last_name(words: Sequence[Word], title: int) -> int:
    """Return the place of the last name behind a title, the title's own where there is none."""
    last = title
    while last + 2 < len(words) and last - title < _MOST_NAMES and text_between(words, last):
        if not _may_be_name(words[last + 1].text):
            break
        last += 1
    return last


def _may_be_name(word: str) -> bool:
    """Whether a word may be a name: no adverb, adjective or verb, nor one in a case of another."""
    if word[0].isdigit() or word in listed("subject") or word in listed("staying") or is_modifier(word):
        return False
    if word.endswith(("ს", "ში", "ზე", "თან", "ით", "დან", "ად", "თვის")) or verb_form(word) is not None:
        return False
    return case_of(word) in ("", "Nom", "Erg") and word not in people()


_LONGEST_NAME, _SHORTEST_KNOWN = 8, 4


def _name_before_a_thing(words: Sequence[Word], title: int) -> Word | None:
    """Return the last name behind a title in the ergative that is none: ინჟინერმა ხე ვეი ლაზერი შეამოწმა.

    They are words that nothing is known of, and a thing in the nominative and its verb follow.
    """
    at = title + 1
    while at < len(words) and text_between(words, at - 1) and _is_unknown_name(words[at].text):
        at += 1
    if at == title + 1 or at - title > _MOST_NAMES + 1:
        return None
    name, things = words[at - 1], 0
    while at < len(words) and text_between(words, at - 1):
        form = verb_form(words[at].text)
        if form is not None:
            return name if form.subject == "Erg" and form.object == "Nom" and things else None
        case = case_of(words[at].text)
        if case not in ("Nom", "-"):
            return None
        things += case == "Nom"
        at += 1
    return None


def _is_unknown_name(word: str) -> bool:
    if len(word) > _LONGEST_NAME or noun_case(word) or word.endswith(("მა", "მ")) or not _may_be_name(word):
        return False
    known = len(word) > _SHORTEST_KNOWN and is_form(word)
    return not known and verb_form(word) is None and person_of(word) is None


def _does_something(words: Sequence[Word], title: int, name: int) -> bool:
    """Whether a title begins a clause, and behind it somebody named does something to a thing.

    Then the title is no object, and belongs to the name.
    """
    begins = not title or words[title - 1].gap != " "
    if not begins or (name == title + 1 and is_form(_without_ending(words[name].text))):
        return False
    things = 0
    for index in range(name + 1, len(words)):
        form = verb_form(words[index].text)
        if form is not None:
            return form.subject == "Erg" and form.object == "Nom" and things > 0
        if not text_between(words, index - 1):
            return False
        things += case_of(words[index].text) == "Nom" and not is_modifier(words[index].text)
    return False


def _without_ending(name: str) -> str:
    return f"{name[:-2]}ი" if name.endswith("მა") else name[:-1]


def _is_said_of_it(words: Sequence[Word], verb: int) -> bool:
    if not text_between(words, verb - 1) or not is_said(words[verb].text):
        return False
    return verb + 1 < len(words) and words[verb].gap.startswith(",") and words[verb + 1].text == "რომ"
