"""Letters that are taken for one another, vowels that are lost, and "is" said twice (მაღალიაა)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form, is_word
from transreview.languages.grammar_fault import Fault, FaultKind

_CONFUSED: dict[str, list[str]] = {}
for _one, _other in ("ტთ", "კქ", "პფ", "ყხ", "წც", "ჭჩ", "ძზ", "ჟჯ", "გღ"):
    _CONFUSED.setdefault(_one, []).append(_other)
    _CONFUSED.setdefault(_other, []).append(_one)
_SHORTEST = 5
_SHORTEST_LOST = 8
# Letters of which one is often right in names, so that only short words are looked at.
_LONGEST_WITH_G = 7
# Verbs are too many to be all known: of words with their endings nothing is said.
_VERBS = ("ავს", "ებს", "ობს", "ამს", "იან", "ენ", "დება", "ება", "დებოდა", "ბოდა", "ვია", "ეტს", "ნდა")
_FIRST_LOST, _LAST_LOST = 4, 2
_ADJECTIVE_COPULA = re.compile("[ა-ჰ]{3,}(?:ალ|ელ|ულ|ურ|ილ|იან|იდ|დიდ|არ|ებრივ)იაა")


# Words met so far of which nothing is said, so that a text of nothing but such is passed over at once.
_fine: set[str] = set()
_REMEMBERED = 200_000


def misspelt(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield unknown words that one other letter, or one vowel more, makes known ones."""
    if _fine.issuperset([word[0] for word in words]):
        return
    for word in words:
        text = word[0]
        if text in _fine:
            continue
        if len(text) < _SHORTEST or not ("ა" <= text[0] <= "ჰ") or "-" in text:
            if len(_fine) < _REMEMBERED:
                _fine.add(text)
            continue
        if text.endswith("იაა") and _ADJECTIVE_COPULA.fullmatch(text):
            yield Fault(word.start, word.end, FaultKind.DOUBLE_COPULA, text[:-1])
            continue
        right = "" if is_word(text) else mended(text)
        if right:
            yield Fault(word.start, word.end, FaultKind.LETTER, right)
        elif len(_fine) < _REMEMBERED:
            _fine.add(text)


_CASES = re.compile("(?:ების|ებს|ებმა|ებით|ებში|ებზე|ები|თან|ისთვის|ისგან|იდან|იანი|ის|ით|ში|ზე|მა|ად|ი|ს)$")
_PREVERBS = ("მი", "მო", "გა", "და", "შე", "წა", "ჩა", "აღ")
_SHORTEST_STEM, _SHORTEST_NOUN = 4, 6


def _is_long_enough(word: str) -> bool:
    """Whether a word has enough letters of its own not to be like another by chance (კიმთან, ქიმთან)."""
    if len(word) < _SHORTEST_NOUN:
        return word.startswith(_PREVERBS)
    return len(_CASES.sub("", word, count=1)) >= _SHORTEST_STEM


@lru_cache(maxsize=1 << 14)
def mended(word: str) -> str:
    """Return the one known form that a confusable letter or a lost vowel makes of an unknown word.

    Nothing where there is none, or more than one: names are unknown too.
    """
    if word.endswith(_VERBS) or not _is_long_enough(word):
        return ""
    found = {
        f"{word[:place]}{other}{word[place + 1 :]}"
        for place, letter in enumerate(word)
        for other in _CONFUSED.get(letter, ())
        if (len(word) <= _LONGEST_WITH_G or letter not in "გღ")
        and is_form(f"{word[:place]}{other}{word[place + 1 :]}")
    }
    if not found and len(word) >= _SHORTEST_LOST:
        found = {
            f"{word[:place]}{vowel}{word[place:]}"
            for place in range(_FIRST_LOST, len(word) - _LAST_LOST)
            if word[place] not in VOWELS and word[place - 1] not in VOWELS
            for vowel in "აეიოუ"
            if is_form(f"{word[:place]}{vowel}{word[place:]}")
        }
    return found.pop() if len(found) == 1 else ""
