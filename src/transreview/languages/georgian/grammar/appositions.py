"""Names beside a title in another case: ექსპერტმა ლი ხუა აღნიშნა, რომ; მინისტრი ლი ხუამ განაცხადა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, listed
from transreview.languages.georgian.grammar.subjects import SAYS, ergative
from transreview.languages.georgian.grammar.verbs import people, verb_form
from transreview.languages.georgian.grammar.words import Word, text_between
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


def has_titles(words: Sequence[str]) -> bool:
    """Whether some word says who somebody is."""
    return not (people().isdisjoint(words) and _TITLES_TOO.isdisjoint(words))


def names_in_another_case(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the name or the title before "said that" where the other one stands in the ergative."""
    for index in range(len(words) - 2):
        if not is_title(words[index].text):
            continue
        last = _last_name(words, index)
        if last == index or not _is_said_of_it(words, last + 1):
            continue
        title, name = words[index], words[last]
        in_ergative = title.text.endswith(("მა", "მ"))
        if in_ergative and not name.text.endswith(("მა", "მ")):
            yield Fault(name.start, name.end, FaultKind.SUBJECT, decline(name.text, "Erg"), sure=False)
        elif not in_ergative and name.text.endswith(("მა", "მ")):
            yield Fault(title.start, title.end, FaultKind.AGREEMENT, ergative(title.text), sure=False)


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


def _is_said_of_it(words: Sequence[Word], verb: int) -> bool:
    if not text_between(words, verb - 1) or not is_said(words[verb].text):
        return False
    return verb + 1 < len(words) and words[verb].gap.startswith(",") and words[verb + 1].text == "რომ"
