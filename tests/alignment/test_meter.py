"""How much of an alignment is done is told: from little to all, never back, and the answer is the same."""

from __future__ import annotations

import random

import pytest

from transreview.alignment import align
from transreview.alignment.meter import Meter
from transreview.model.bead import Bead
from transreview.model.unit import Unit


def test_a_part_of_the_work_is_a_part_of_the_whole() -> None:
    told: list[float] = []
    Meter(told.append)(0.25)
    Meter(told.append).part(0.5, 1.0)(0.5)
    Meter(told.append).part(0.5, 1.0).part(0.0, 0.5)(1.0)
    assert told == [0.25, 0.75, 0.75]
    Meter().part(0.5, 1.0)(1.0)
    assert len(told) == 3


def _sides(count: int) -> list[list[Unit]]:
    draw = random.Random(3)
    numbers = [draw.randrange(10_000) for _n in range(count)]
    return [
        [Unit(words.format(n=n), paragraph=place) for place, n in enumerate(numbers)]
        for words in ("会议有{n}人参加。", "შეხვედრას {n} ადამიანი დაესწრო.")
    ]


@pytest.mark.parametrize("count", [1, 60, 700])
@pytest.mark.parametrize("fixed", [(), (Bead((0,), (0,)),)])
def test_the_share_that_is_done_grows_to_the_whole(count: int, fixed: tuple[Bead, ...]) -> None:
    source, target = _sides(count)
    told: list[float] = []
    beads = align(source, target, "zh", "ka", fixed=fixed, progress=told.append)
    assert told == sorted(told)
    assert told[0] < 0.2
    assert told[-1] <= 1.0
    if count > 1 or not fixed:
        assert told[-1] == pytest.approx(1.0)
        assert len(told) > 10
    assert beads == align(source, target, "zh", "ka", fixed=fixed)
    mirrored: list[float] = []
    align(target, source, "ka", "zh", progress=mirrored.append)
    assert mirrored == sorted(mirrored)
