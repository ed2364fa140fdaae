"""The way over English is what multiplying the two tables word by word gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.pairs.lexicon import Bridge, Lexicon

LEFT, MIDDLE, RIGHT = ("a", "b", "c"), ("p", "q", "r", "s"), ("x", "y")
# Words between are numbered otherwise in the second table, which also lacks one and has one more.
OTHER_MIDDLE = ("s", "p", "t", "q")
shares = st.sampled_from([0.0, 0.0, 0.1, 0.5, 0.9])


def table(rows: tuple[str, ...], columns: tuple[str, ...], values: list[float]) -> tuple[Lexicon, np.ndarray]:
    """Return a lexicon whose backward probabilities are half the forward ones, and the forward matrix."""
    matrix = np.array(values).reshape(len(rows), len(columns))
    entries = np.argwhere(matrix > 0)
    forward = matrix[matrix > 0]
    lexicon = Lexicon(
        left={word: n for n, word in enumerate(rows)},
        right={word: n for n, word in enumerate(columns)},
        starts=np.searchsorted(entries[:, 0], np.arange(len(rows) + 1)).astype(np.int32),
        others=entries[:, 1].astype(np.int32),
        forward=forward,
        backward=forward / 2,
    )
    return lexicon, matrix


@given(st.lists(shares, min_size=12, max_size=12), st.lists(shares, min_size=8, max_size=8))
def test_probabilities_over_english_are_sums_of_products(first: list[float], second: list[float]) -> None:
    there, onward = table(LEFT, MIDDLE, first)
    further, last = table(OTHER_MIDDLE, RIGHT, second)
    over = [OTHER_MIDDLE.index(word) if word in OTHER_MIDDLE else None for word in MIDDLE]
    through = np.array([last[place] if place is not None else [0.0, 0.0] for place in over])
    wanted = np.minimum(onward @ through, 1.0)
    words = np.arange(3, dtype=np.int32), np.arange(2, dtype=np.int32)
    pairs, forward, backward = Bridge(there, further).among(*words)
    found = {(int(a), int(b)): f for (a, b), f in zip(pairs, forward, strict=True)}
    for a in range(3):
        for b in range(2):
            if wanted[a, b] >= 0.03:
                assert found[a, b] == pytest.approx(wanted[a, b])
            else:
                assert (a, b) not in found
    assert np.all(backward <= forward)


@given(st.lists(shares, min_size=12, max_size=12))
def test_only_the_words_asked_for_are_answered(first: list[float]) -> None:
    there, _matrix = table(LEFT, MIDDLE, first)
    further, _last = table(OTHER_MIDDLE, RIGHT, [0.9] * 8)
    bridge = Bridge(there, further)
    everything = np.arange(3, dtype=np.int32), np.arange(2, dtype=np.int32)
    part = np.array([1], np.int32), np.array([1], np.int32)
    pairs, forward, _backward = bridge.among(*everything)
    mine, own, _back = bridge.among(*part)
    wanted = [f for (a, b), f in zip(pairs.tolist(), forward.tolist(), strict=True) if (a, b) == (1, 1)]
    assert mine.tolist() == [[0, 0]] * len(wanted)
    assert own.tolist() == pytest.approx(wanted)
