"""The words of a lexicon with what they are found beside, read without numpy and without its probabilities.

Checks ask for a few words a text. Of the file (`lexicon.py` tells what it holds) only the lists of words are
cut up; a word is looked up by its first two characters when some text first has them.
"""

from __future__ import annotations

import ast
import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from zipfile import ZipFile

DATA = Path(__file__).parent / "data"


def lexicon_path(left: str, right: str) -> Path:
    """Return the file that holds the lexicon of two languages in this order, whether there is one or not.

    Args:
        left: Bare language code.
        right: Bare language code.
    """
    return DATA / f"lexicon.{left}-{right}.npz"


class _Starts:
    """Where the associations of each left word begin, found when a word is asked for: few are.

    Args:
        steps: 1 for each association that is the first one of the next word, else 0.
    """

    def __init__(self, steps: bytes) -> None:
        self._steps = steps
        # How many words begin up to the end of each block of steps.
        self._begun = list(
            accumulate(steps.count(1, start, start + _BLOCK) for start in range(0, len(steps), _BLOCK))
        )

    def between(self, number: int) -> tuple[int, int]:
        """Return the first association of a left word, and one past its last."""
        first = self._begin(number) if number else 0
        last = self._steps.find(1, first + 1)
        return first, last if last >= 0 else len(self._steps)

    def _begin(self, number: int) -> int:
        block = bisect_left(self._begun, number)
        place = block * _BLOCK - 1
        for _word in range(number - (self._begun[block - 1] if block else 0)):
            place = self._steps.find(1, place + 1)
        return place


_BLOCK = 64


class Associations:
    """The words of the left language of a lexicon and their counterparts in the right one.

    Args:
        left: Words of the left language, ascending.
        right: Words of the right language.
        starts: Where the associations of each left word begin.
        others: Number of the right word of each association, by left word.
    """

    def __init__(self, left: list[str], right: list[str], starts: _Starts, others: array[int]) -> None:
        self._left = left
        self._right = right
        self._starts = starts
        self._others = others
        self.beginning_with = lru_cache(maxsize=20_000)(self._beginning_with)
        self.counterparts = lru_cache(maxsize=20_000)(self._counterparts)

    def _beginning_with(self, two: str) -> tuple[list[int], frozenset[str]]:
        """Return the lengths of the words that begin with two characters, falling, and the words."""
        # Beyond every word of the two characters: no character is above the last one.
        first, last = bisect_left(self._left, two), bisect_left(self._left, two + chr(sys.maxunicode))
        found = self._left[first:last]
        return sorted(set(map(len, found)), reverse=True), frozenset(found)

    def _counterparts(self, word: str) -> frozenset[str]:
        """Return the right words that stand in translations of a left one that the lexicon has."""
        first, last = self._starts.between(bisect_left(self._left, word))
        return frozenset(self._right[other] for other in self._others[first:last])


@cache
def load_associations(left: str, right: str) -> Associations | None:
    """Return the associations of two languages, or None where there is no lexicon with that side first.

    Args:
        left: Bare language code.
        right: Bare language code.
    """
    path = lexicon_path(left, right)
    if not path.exists():
        return None
    with ZipFile(path) as file:
        words, others_words = (
            _bytes(file, name)[0].decode("utf-8").split("\n") for name in ("left", "right")
        )
        steps, width = _bytes(file, "left_steps")
        others = array("I")
        data, size = _bytes(file, "right_words")
    assert others.itemsize == size, "numbers of four bytes"
    others.frombytes(data)
    if sys.byteorder != "little":
        others.byteswap()
    # A step is 1 where the next word begins; the first word has none before it.
    return Associations(words, others_words, _Starts(steps[::width]), others)


def _bytes(file: ZipFile, name: str) -> tuple[bytes, int]:
    """Return the numbers of an array of a NumPy archive as they stand in it, and the bytes of each."""
    data = file.read(f"{name}.npy")
    size = int.from_bytes(data[8:10], "little")
    assert data[:7] == b"\x93NUMPY\x01", "the first version of the format"
    described = ast.literal_eval(data[10 : 10 + size].decode("latin-1"))["descr"]
    return data[10 + size :], int(described[2:])
