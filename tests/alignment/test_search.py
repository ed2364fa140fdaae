"""A long stretch is searched in a band that widens where paths leave it: the answer is that of the whole table."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tests.varied import SENTENCES
from transreview.alignment import align, search
from transreview.model.unit import Unit


def _sides(seed: int) -> tuple[list[Unit], list[Unit]]:
    """Return two sides of which one lacks a run of the other's sentences, so that the diagonal is no guide."""
    chance = random.Random(seed)
    texts = []
    for code in ("en", "de"):
        listed = [f"{SENTENCES[code][number % 10]} {number}" for number in range(40)]
        texts.append(listed)
    side = seed % 2
    begin, length = chance.randrange(20), chance.choice((3, 9, 15))
    del texts[side][begin : begin + length]
    return tuple([Unit(text, paragraph=at) for at, text in enumerate(listed)] for listed in texts)  # type: ignore[return-value]


@pytest.mark.parametrize("seed", range(8))
def test_in_a_band_the_answer_is_that_of_the_whole_table(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = _sides(seed)
    whole = [(bead.source, bead.target) for bead in align(source, target, "en", "de")]
    bands: list[int] = []
    leaks = search._leaks
    monkeypatch.setattr(search, "WHOLE", 0)
    monkeypatch.setattr(search, "_WIDTH", 2)

    def watched(*given: object) -> object:
        found = leaks(*given)  # type: ignore[arg-type]
        bands.append(len(found))
        return found

    monkeypatch.setattr(search, "_leaks", watched)
    assert [(bead.source, bead.target) for bead in align(source, target, "en", "de")] == whole
    assert bands[-1] == 0


@pytest.mark.parametrize(
    ("leaks", "wider"),
    [
        ([], [2] * 40),
        ([20], [2] * 12 + [4] * 17 + [2] * 11),  # eight rows to each side, as wide as they become, twice
        ([0], [4] * 9 + [2] * 31),
        ([39], [2] * 31 + [4] * 9),
        (list(range(30)), [4] * 40),  # of many rows, all are widened
    ],
)
def test_rows_around_a_leak_are_twice_as_wide(leaks: list[int], wider: list[int]) -> None:
    assert search._widened(np.full(40, 2), np.array(leaks, int)).tolist() == wider
