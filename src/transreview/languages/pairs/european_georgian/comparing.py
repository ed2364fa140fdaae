"""The words of a European language compared with a Georgian translation, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from transreview.languages.georgian.words import words_in
from transreview.languages.pairs.chinese_georgian.meaning.contrasts import Contrasts, turned
from transreview.languages.pairs.chinese_georgian.meaning.direction import AMOUNT, CHANGE, DENIED
from transreview.languages.pairs.chinese_georgian.meaning.negation import SURE_DENIAL, denies
from transreview.languages.pairs.chinese_georgian.meaning.tenses import (
    first_word,
    may_be_past,
    may_be_to_come,
    was,
    will_be,
)
from transreview.languages.pairs.chinese_georgian.meaning.time import GEORGIAN_AHEAD, GEORGIAN_BACK
from transreview.languages.pairs.divergence import Divergence, DivergenceKind


class Signs(NamedTuple):
    """What a source language says things with.

    Attributes:
        denial: Denials of a verb or a noun.
        affirming: Words with such a sign that deny nothing; taken out first.
        any_denial: Whatever may stand behind a Georgian denial.
        spared: Denials with the Georgian words that may stand for them without one.
        ahead: Tomorrow, next year.
        back: Yesterday, last year.
        future: Verbs of what will be.
        past: Verbs of what was, or whatever leaves the time open.
        rise: Rise, and fall.
        fall: Of the same table.
        more: More than, and less than.
        less: Of the same table.
        contrasts: Returns the sets of words that exclude each other.
        is_word: Whether a span of a source in small letters is one of these words, in a form of its own.
    """

    denial: re.Pattern[str]
    affirming: re.Pattern[str]
    any_denial: re.Pattern[str]
    spared: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    ahead: re.Pattern[str]
    back: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    contrasts: Callable[[], Contrasts]
    is_word: Callable[[str, int, int], bool]


# In a longer text another word may speak of another thing.
_LONGEST, _PLAIN = 160, 90


def words(*alternatives: str) -> re.Pattern[str]:
    """Return what finds whole words and phrases, in capitals too."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


def begins_word(text: str, start: int) -> bool:
    """Whether a word begins at a place, and no later part of one with a hyphen."""
    return not (start and (text[start - 1].isalnum() or text[start - 1] == "-"))


def compared(signs: Signs, source: str, target: str) -> Iterator[Divergence]:
    """Yield where a translation says something else than its source, as far as the words of a language tell.

    Args:
        signs: The language's words.
        source: Text of one segment.
        target: Its Georgian translation.
    """
    if len(source) > _LONGEST:
        return
    yield from _denials(signs, source, target)
    yield from _times(signs, source, target)
    yield from _directions(signs, source, target)
    if len(source) <= _PLAIN:
        yield from turned(signs.contrasts(), source.lower(), target, is_word=signs.is_word)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _denials(signs: Signs, source: str, target: str) -> Iterator[Divergence]:
    plain = signs.affirming.sub(_blank, source)
    denial = signs.denial.search(plain)
    if denial is not None:
        spared = any(said.search(plain) and written.search(target) for said, written in signs.spared)
        if not spared and not denies(target):
            yield Divergence(DivergenceKind.NEGATION_LOST, denial.span())
        return
    added = SURE_DENIAL.search(target)
    if added is not None and len(source) <= _PLAIN and not signs.any_denial.search(source):
        yield Divergence(DivergenceKind.NEGATION_ADDED, (0, 0), added.span())


def _times(signs: Signs, source: str, target: str) -> Iterator[Divergence]:
    ahead, back = signs.ahead.search(source), signs.back.search(source)
    if (ahead is None) != (back is None):
        said = ahead or back
        assert said is not None
        ours, wrong = (GEORGIAN_AHEAD, GEORGIAN_BACK) if ahead else (GEORGIAN_BACK, GEORGIAN_AHEAD)
        found = wrong.search(target)
        if found is not None and not ours.search(target):
            yield Divergence(DivergenceKind.TIME, said.span(), found.span(), sure=len(source) <= _PLAIN)
            return
    if len(source) > _PLAIN:
        return
    future, past = signs.future.search(source), signs.past.search(source)
    words = words_in(target)
    if future is not None and past is None and back is None and not any(map(may_be_to_come, words)):
        yield from _tense(future, target, was)
    elif past and back and not future and not ahead and not any(map(may_be_past, words)):
        yield from _tense(back, target, will_be)


def _tense(said: re.Match[str], target: str, question: Callable[[str], bool]) -> Iterator[Divergence]:
    found = first_word(target, question)
    if found is not None:
        yield Divergence(DivergenceKind.TIME, said.span(), found.span())


def _directions(signs: Signs, source: str, target: str) -> Iterator[Divergence]:
    if len(source) > _PLAIN or DENIED.search(target) or signs.denial.search(source):
        return
    for up, down, (_up, _down, georgian_up, georgian_down) in (
        (signs.rise, signs.fall, CHANGE),
        (signs.more, signs.less, AMOUNT),
    ):
        rising, falling = up.search(source), down.search(source)
        if (rising is None) == (falling is None):
            continue
        said = rising or falling
        assert said is not None
        ups, downs = georgian_up.search(target), georgian_down.search(target)
        if (ups is None) != (downs is None) and (rising is not None) != (ups is not None):
            found = ups or downs
            assert found is not None
            yield Divergence(DivergenceKind.DIRECTION, said.span(), found.span())
