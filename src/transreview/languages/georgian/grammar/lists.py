"""Members of a list in other cases than the members beside them: საფრანგეთს, გერმანიამ და იტალიას."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import is_modifier, is_noun, listed
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import is_word
from transreview.languages.grammar_fault import Fault, FaultKind

# Endings of which the members of a list take the same one, the longest first.
_POSTS = ("ისთვის", "ისგან", "ისკენ", "იდან", "თან", "ამდე", "ში", "ზე")


def unlike_members(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the member before და that stands in another case than the one before it and the one behind."""
    for index in range(2, len(words) - 1):
        if words[index].text != "და" or words[index - 2].gap != ", " or not text_between(words, index - 1):
            continue
        first, middle, last = words[index - 2], words[index - 1], _behind(words, index)
        case, other = _case(first.text), _case(middle.text)
        if not text_between(words, index) or not case or not other or _case(last.text) != case:
            continue
        if case == other:
            yield from _other_postposition(first, middle, last)
        elif other in (NOMINATIVE, ERGATIVE, DATIVE, GENITIVE) and _is_plain_member(middle.text):
            right = _in_case(middle.text, other, case)
            yield Fault(middle.start, middle.end, FaultKind.CASE, right, sure=other == ERGATIVE)


MEASURED = frozenset("კილოგრამი გრამი ლიტრი ცალი წყვილი ბოთლი ყუთი კომპლექტი ეგზემპლარი კილო".split())  # noqa: SIM905


def unlike_measures(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield what is measured in a dative behind its measure in the nominative: ხუთი კილოგრამი შაქარს."""
    for index in range(1, len(words) - 1):
        measure, noun = words[index], words[index + 1]
        if measure.text not in MEASURED or not text_between(words, index):
            continue
        before = words[index - 1].text
        counted = before[0].isdigit() or read_numeral(before) is not None
        if counted and noun.text.endswith("ს") and noun_case(noun.text) == DATIVE:
            yield Fault(noun.start, noun.end, FaultKind.CASE, sure=False)


def _case(word: str) -> str:
    """Return the case of a noun; of a name that no dictionary has a dative is known by its last letter."""
    if case := noun_case(word):
        return case
    if not word.endswith("ს") or len(word) <= _SHORTEST or verb_form(word) is not None:
        return ""
    return GENITIVE if word.endswith("ის") else DATIVE


_SHORTEST = 3


def _behind(words: Sequence[Word], joint: int) -> Word:
    """Return the noun behind და, adjectives of its own passed over."""
    at = joint + 1
    while (
        at + 1 < len(words) and at < joint + _FEW and is_modifier(words[at].text) and text_between(words, at)
    ):
        at += 1
    return words[at]


_FEW = 3


def _is_plain_member(word: str) -> bool:
    return verb_form(word) is None and is_noun(word) and not word.startswith(tuple(listed("time")))


def _other_postposition(first: Word, middle: Word, last: Word) -> Iterator[Fault]:
    """Yield the place that stands with another postposition than the places beside it: ში, ზე და ში."""
    ending, other = _ending(first.text), _ending(middle.text)
    if not ending or not other or ending == other or _ending(last.text) != ending:
        return
    if not all(is_word(member.text) for member in (first, middle, last)):
        right = middle.text[: -len(other)] + ending
        yield Fault(middle.start, middle.end, FaultKind.CASE, right, sure=False)


def _ending(word: str) -> str:
    return next((one for one in _POSTS if word.endswith(one)), "")


def _in_case(word: str, other: str, case: str) -> str:
    """Return a noun in another case, where its own form tells its nominative."""
    plain = ""
    if other == NOMINATIVE:
        plain = word
    elif other == ERGATIVE:
        plain = f"{word[:-2]}ი" if word.endswith("მა") else word[:-1]
    return decline(plain, case) if plain and not plain.endswith("ები") else ""
