"""Long texts: the band follows the answer, is widened where it is left, and gives what the whole table gives."""

from __future__ import annotations

import random

import numpy as np
import pytest

from transreview.alignment import align, band, search
from transreview.model.bead import Bead
from transreview.model.unit import Unit


def units(side: list[str]) -> list[Unit]:
    return [Unit(text, paragraph=place) for place, text in enumerate(side)]


def sides(count: int, *, numbers: bool, lost: range = range(0)) -> tuple[list[str], list[str]]:
    """Return a text and its translation of invented words; some units lost, the lengths alike.

    Args:
        count: Units.
        numbers: Whether units hold numbers to hold on to.
        lost: Units that the translation lacks in one block.
    """
    draw = random.Random(count)
    source: list[str] = []
    target: list[str] = []
    for place in range(count):
        size = max(3, int(draw.lognormvariate(3.5, 0.6)))
        number = f" {draw.randrange(1000, 9999)}" if numbers and draw.random() < 0.3 else ""
        chance = draw.random()
        if chance > 0.02:
            source.append("a" * size + number)
        if not 0.02 < chance < 0.04 and place not in lost:
            target.append("b" * max(1, int(size * draw.lognormvariate(0, 0.1))) + number)
    return source, target


def aligned(source: list[str], target: list[str]) -> list[Bead]:
    return align(units(source), units(target), "xx", "yy")


@pytest.mark.parametrize(
    ("numbers", "lost"),
    [(True, range(0)), (True, range(200, 330)), (False, range(0)), (False, range(300, 340))],
)
def test_the_band_gives_what_the_whole_table_gives(
    monkeypatch: pytest.MonkeyPatch, numbers: bool, lost: range
) -> None:
    source, target = sides(600, numbers=numbers, lost=lost)
    assert (len(source) + 1) * (len(target) + 1) > search.WHOLE
    narrow = aligned(source, target)
    monkeypatch.setattr(search, "WHOLE", 10**9)
    whole = aligned(source, target)
    assert {(b.source, b.target) for b in narrow} == {(b.source, b.target) for b in whole}


def straight(rows: int, columns: int) -> band.Course:
    """Return the course of a text in which nothing is missing."""
    line = np.linspace(0, columns, rows + 1)
    return band.Course(line, line.copy())


@pytest.mark.parametrize("edge", ["low", "high"])
def test_a_band_that_is_too_narrow_is_noticed_and_widened(monkeypatch: pytest.MonkeyPatch, edge: str) -> None:
    """The path leaves it on the one edge where the translation lacks a part, on the other where it has more."""
    source, target = sides(600, numbers=False, lost=range(300, 340))
    if edge == "high":
        source, target = target, source
    wide = aligned(source, target)
    looked: list[int] = []
    corridor = band.corridor

    def watched(*arguments: object) -> band.Band:
        made = corridor(*arguments)  # type: ignore[arg-type]
        looked.append(made.size)
        return made

    monkeypatch.setattr(search, "corridor", watched)
    monkeypatch.setattr(search, "_WIDTH", 1)
    monkeypatch.setattr(
        search, "between_anchors", lambda rows, columns, _anchors, slack: straight(rows, columns)
    )
    assert {(b.source, b.target) for b in aligned(source, target)} == {(b.source, b.target) for b in wide}
    assert len(looked) > 1


def test_memory_grows_with_the_length_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    corridor = band.corridor
    for count in (1000, 2000):
        looked: list[int] = []
        monkeypatch.setattr(
            search, "corridor", lambda *a, looked=looked: looked.append(corridor(*a).size) or corridor(*a)
        )
        aligned(*sides(count, numbers=True))
        sizes.append(max(looked))
    assert sizes[1] < 3 * sizes[0]


def test_a_course_along_a_path_holds_its_nodes() -> None:
    nodes = np.array([(0, 0), (1, 1), (1, 2), (1, 9), (4, 10), (5, 11)])
    course = band.along_path(6, 12, nodes)
    made = band.corridor(12, course, np.full(7, 1))
    assert all(made.low[row] <= column < made.high[row] for row, column in [*nodes.tolist(), (6, 12)])
