"""The lexicon: which words of two languages are found in translations of each other, and how often.

A file holds a table of associations that `scripts/make_lexicon.py` counted in translated catalogs and
word lists; `data/LEXICON.md` names them with their terms. It is read when a pair first needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from transreview.languages.pairs.associations import lexicon_path

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
# Probabilities are kept to this power in a byte each, so that small ones stay apart.
_POWER = 0.35
# The language that most tables have on one side; what is less probable over it both ways is left out.
_HUB, _LEAST_OVER = "en", 0.03


@dataclass(slots=True, kw_only=True)
class Lexicon:
    """Associations of words.

    Attributes:
        left: Number of each word of the left language.
        right: Number of each word of the right language.
        starts: For each left word its first association, and one past the last at the end.
        others: Right word of each association, by left word.
        forward: Probability that the right word is in a translation of a unit with the left one.
        backward: Probability of the left word given the right one.
    """

    left: dict[str, int]
    right: dict[str, int]
    starts: Ints
    others: Ints
    forward: Floats
    backward: Floats

    def reversed(self) -> Lexicon:
        """Return the same associations with the sides exchanged."""
        left = np.repeat(np.arange(len(self.left), dtype=np.int32), np.diff(self.starts))
        order = np.argsort(self.others, kind="stable")
        return Lexicon(
            left=self.right,
            right=self.left,
            starts=np.searchsorted(self.others[order], np.arange(len(self.right) + 1)).astype(np.int32),
            others=left[order],
            forward=self.backward[order],
            backward=self.forward[order],
        )

    def among(self, left: Ints, right: Ints) -> tuple[Ints, Floats, Floats]:
        """Return the associations between some words.

        Args:
            left: Numbers of left words, ascending.
            right: Numbers of right words, ascending.

        Returns:
            Pairs of places in `left` and `right`, forward and backward probabilities.
        """
        counts = self.starts[left + 1] - self.starts[left]
        place = np.repeat(np.arange(len(left), dtype=np.int32), counts)
        first = np.repeat(self.starts[left] - (np.cumsum(counts) - counts), counts)
        entry = np.arange(len(place)) + first
        numbers = np.full(len(self.right), -1, np.int32)
        numbers[right] = np.arange(len(right))
        other = numbers[self.others[entry]]
        there = other >= 0
        entry = entry[there]
        return np.column_stack([place[there], other[there]]), self.forward[entry], self.backward[entry]


class Bridge:
    """Associations of two languages over a third, reckoned for the words that are asked for.

    Args:
        first: From the left language to the third.
        second: From the third language to the right.
    """

    def __init__(self, first: Lexicon, second: Lexicon) -> None:
        self._first, self._second = first, second
        self.left, self.right = first.left, second.right
        # The number that the second lexicon has for each word between, -1 where it has none.
        self._between = np.array([second.left.get(word, -1) for word in first.right], np.int32)

    def among(self, left: Ints, right: Ints) -> tuple[Ints, Floats, Floats]:
        """Return the associations between some words; see `Lexicon.among`."""
        pairs, onward, back = self._first.among(left, np.flatnonzero(self._between >= 0).astype(np.int32))
        numbers = self._between[self._between >= 0]
        middle, place = np.unique(numbers[pairs[:, 1]], return_inverse=True)
        others, further, home = self._second.among(middle.astype(np.int32), right)
        # Every way to a word between goes on by every way from it.
        counts = np.bincount(others[:, 0], minlength=len(middle))
        starts = np.cumsum(counts) - counts
        times = counts[place]
        way = np.repeat(np.arange(len(pairs)), times)
        on = np.arange(int(times.sum())) + np.repeat(starts[place] - (np.cumsum(times) - times), times)
        cells, cell = np.unique(
            pairs[way, 0].astype(np.int64) * max(len(right), 1) + others[on, 1], return_inverse=True
        )
        forward = np.bincount(cell, weights=onward[way] * further[on], minlength=len(cells))
        backward = np.bincount(cell, weights=back[way] * home[on], minlength=len(cells))
        kept = np.flatnonzero(np.maximum(forward, backward) >= _LEAST_OVER)
        found = np.column_stack(np.divmod(cells[kept], max(len(right), 1))).astype(np.int32)
        return found, np.minimum(forward[kept], 1.0), np.minimum(backward[kept], 1.0)


@cache
def load_words(left: str, right: str) -> Lexicon | Bridge | None:
    """Return what is known of the words of two languages, over English where there is no table of their own.

    Args:
        left: Bare language code.
        right: Bare language code.
    """
    if own := load_lexicon(left, right):
        return own
    first, second = load_lexicon(left, _HUB), load_lexicon(_HUB, right)
    return Bridge(first, second) if first and second else None


@cache
def load_lexicon(left: str, right: str) -> Lexicon | None:
    """Return the shipped lexicon of two languages, or None.

    Args:
        left: Bare language code.
        right: Bare language code.
    """
    if left < right:
        mirrored = load_lexicon(right, left)
        return mirrored.reversed() if mirrored else None
    path = lexicon_path(left, right)
    if not path.exists():
        return None
    with np.load(path) as file:
        sides = [file[name].tobytes().decode("utf-8").split("\n") for name in ("left", "right")]
        left_words = np.cumsum(file["left_steps"], dtype=np.int32)
        others = file["right_words"].astype(np.int32)
        probabilities = (np.arange(256) / 255) ** (1 / _POWER)
        forward, backward = (probabilities[file[name]] for name in ("forward", "backward"))
    words = [dict(zip(side, range(len(side)), strict=True)) for side in sides]
    starts = np.searchsorted(left_words, np.arange(len(sides[0]) + 1)).astype(np.int32)
    return Lexicon(
        left=words[0],
        right=words[1],
        starts=starts,
        others=others,
        forward=forward,
        backward=backward,
    )


def pack_lexicon(entries: dict[tuple[str, str], tuple[float, float]]) -> dict[str, np.ndarray]:
    """Return the arrays of a lexicon file.

    Args:
        entries: (left word, right word) → (forward, backward) probability.
    """
    sides = [sorted({key[side] for key in entries}) for side in (0, 1)]
    numbers = [{word: number for number, word in enumerate(side)} for side in sides]
    rows = sorted((numbers[0][a], numbers[1][b], *p) for (a, b), p in entries.items())
    table = np.array(rows, np.float64).reshape(-1, 4)
    quantised = np.clip(np.rint(table[:, 2:] ** _POWER * 255), 0, 255).astype(np.uint8)
    texts = [np.frombuffer("\n".join(side).encode("utf-8"), np.uint8) for side in sides]
    return {
        "left": texts[0],
        "right": texts[1],
        "left_steps": np.diff(table[:, 0], prepend=0).astype(np.uint16),
        "right_words": table[:, 1].astype(np.uint32),
        "forward": quantised[:, 0],
        "backward": quantised[:, 1],
    }
