"""From a form to its readings, for terms of one word or many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from transreview.languages.georgian.declension.agreement import agreeing_cases, fits
from transreview.languages.georgian.declension.cells import Reading
from transreview.languages.georgian.declension.foreign import read_apart, read_foreign
from transreview.languages.georgian.declension.letters import CLOSING_QUOTES, OPENING_QUOTES, fold
from transreview.languages.georgian.declension.phrase import FIXED, WORD, Phrase, Role, phrase_of
from transreview.languages.georgian.declension.stems import stems_of
from transreview.languages.georgian.declension.word import read_word
from transreview.lazy_patterns import lazy_pattern

# What stands between a head and an ending of its own: „კლასტერი“-ს, NATO-ს, and 5Gს without a hyphen.
_TAIL = lazy_pattern(rf"[{re.escape(CLOSING_QUOTES)}%+#]*-?")
_DISAGREEMENT = 0.3  # a modifier in a case its head is not in: an error, but still the term


def analyse(form: str, term: str, hints: Iterable[str] = ()) -> list[Reading]:
    """Return the readings of a form as a form of a term, best first; nothing if it is none.

    Args:
        form: What stands in the text: one word or the words of the phrase, quotes included.
        term: Citation form.
        hints: Hints of the entry.
    """
    fixed = tuple(hints)
    text = fold(form).strip(" \n\t" + OPENING_QUOTES)
    if any(hint in FIXED for hint in fixed):
        return [Reading("Nom")] if " ".join(text.split()) == " ".join(fold(term).split()) else []
    phrase = phrase_of(term, fixed)
    spans = [match.span() for match in WORD.finditer(text)]
    words = [text[a:b] for a, b in spans]
    count = len(phrase.words)
    if not words or len(words) not in (count, count + 1):
        return []
    ending = ""
    if len(words) == count + 1:
        if phrase.head != count - 1 or not _TAIL.fullmatch(text[spans[-2][1] : spans[-1][0]]):
            return []
        ending = words.pop()
    return read_phrase(phrase, words, ending)


def read_phrase(phrase: Phrase, words: Sequence[str], ending: str = "") -> list[Reading]:
    """Return the readings of the words of a text as forms of a phrase, best first.

    Args:
        phrase: The term.
        words: As many folded words as the term has.
        ending: An ending that stands apart after a hyphen, or empty.
    """
    readings = read_head(phrase, words[phrase.head], ending)
    for index, word in enumerate(words):
        if not readings or index == phrase.head:
            continue
        readings = _with_modifier(phrase, index, word, readings)
    return readings


def read_head(phrase: Phrase, word: str, ending: str = "") -> list[Reading]:
    """Return the readings of the head alone."""
    if phrase.foreign is not None:
        return list(read_foreign(ending)) if word.casefold() == phrase.words[phrase.head].casefold() else []
    assert phrase.stems is not None
    if not ending:
        return read_word(phrase.stems, word, modified=len(phrase.words) > 1)
    # „კლასტერი“-ს: the citation form stands in quotes, the ending outside.
    cited = word == phrase.words[phrase.head]
    return list(read_apart(phrase.stems.stem_class, ending)) if cited else []


def _with_modifier(phrase: Phrase, index: int, word: str, readings: list[Reading]) -> list[Reading]:
    """Keep, or rank first, the readings that a modifier's form agrees with."""
    role, expected = phrase.roles[index], phrase.words[index]
    if role is Role.WITHIN and word == expected:
        return readings
    if role is Role.STAYS:
        return readings if word.casefold() == expected.casefold() or word == expected + "ა" else []
    if role is Role.JOINED:
        joined = {reading.case for reading in read_word(stems_of(expected), word)}
        return _agreeing(readings, tuple(joined)) if joined else []
    cases = agreeing_cases(expected, word)
    return [] if cases is None else _agreeing(readings, cases)


def _agreeing(readings: list[Reading], cases: tuple[str, ...]) -> list[Reading]:
    good = [reading for reading in readings if fits(reading, cases)]
    if good:
        return good
    return [reading._replace(confidence=reading.confidence * _DISAGREEMENT) for reading in readings]
