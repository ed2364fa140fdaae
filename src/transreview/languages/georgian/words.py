"""The words of a Georgian text, found once for all that ask for them, and what is known of each word.

Grammar, numbers and meaning ask the same of the same words over and over. A text is cut into words once; a
`WordMarks` keeps for every word met so far which questions it may matter to, so that a text none of whose
words matter is passed over at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from transreview.languages.batches import TEXTS_KEPT
from transreview.lazy_patterns import lazy_pattern

# Digits behind Latin letters are part of a name, and count nothing: MP3, H.264, COVID-19, Windows 11, %1, $2.
WORD = lazy_pattern(r"[ა-ჰ]+(?:-[ა-ჰ]+)*|(?<![A-Za-z\d$%#])(?<![A-Za-z][-. ])\d+(?:[.,]\d+)*")
LONGEST_WORD = 80
"""Letters from which on a run of letters is no word, so that nobody looks for words like it.

Words joined by hyphens may come near it, and a question about a word costs little. `near_words` gives up at
forty letters by itself: it makes every word that is a letter away, and hardly any noun is so long.
"""

_REMEMBERED = 200_000


_CUT = lazy_pattern(f"({WORD.pattern})")


@lru_cache(maxsize=TEXTS_KEPT)
def parts_of(text: str) -> tuple[str, ...]:
    """Return a text cut at its words: what stands before the first, the words and what follows each."""
    return tuple(_CUT.split(text))


@lru_cache(maxsize=TEXTS_KEPT)
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in Mkhedruli (hyphens inside allowed) and its numbers, in order."""
    return parts_of(text)[1::2]


class WordMarks(dict[str, int]):
    """A bit for every question that a word may matter to, worked out when the word is first met.

    Args:
        questions: Each says of a word whether it may matter to it; its bit is its place. None has no bit.
    """

    def __init__(self, questions: Sequence[Callable[[str], bool] | None]) -> None:
        super().__init__()
        bits: dict[Callable[[str], bool], int] = {}
        for place, question in enumerate(questions):
            if question is not None:  # one that stands twice is asked once
                bits[question] = bits.get(question, 0) | 1 << place
        self._questions = [(bit, question) for question, bit in bits.items()]

    def __missing__(self, word: str) -> int:
        marks = 0
        for bit, matters in self._questions if len(word) <= LONGEST_WORD else ():
            if matters(word):
                marks |= bit
        if len(self) < _REMEMBERED:
            self[word] = marks
        return marks

    def of(self, text: str) -> int:
        """Return the bits of all words of a text, or-ed together."""
        marks = 0
        for one in set(map(self.__getitem__, words_in(text))):
            marks |= one
        return marks


class Places(dict[str, bool]):
    """Where words stand of which a question is true, asked once of each word.

    Args:
        question: What is asked.
    """

    def __init__(self, question: Callable[[str], bool]) -> None:
        super().__init__()
        self._question = question

    def __missing__(self, word: str) -> bool:
        answer = self._question(word)
        if len(self) < _REMEMBERED:
            self[word] = answer
        return answer

    def among(self, words: Iterable[str]) -> list[int]:
        """Return the places of the words of which it is true, in order."""
        return [place for place, true in enumerate(map(self.__getitem__, words)) if true]
