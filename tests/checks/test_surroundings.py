"""A quotation that is open at the end of a segment is open in the next one, on each side for itself."""

from __future__ import annotations

import pytest

from transreview.checks.segment_text import SegmentText
from transreview.checks.surroundings import Surroundings

OPENS = {"source": ("他说：“你好。", "მან თქვა."), "target": ("他说。", "მან თქვა: „გამარჯობა.")}
CLOSES = {"source": ("走吧。”", "წავედით."), "target": ("走吧。", "წავედით“.")}
PLAIN = SegmentText("很好。", "კარგია.")


def texts(side):
    return {1: SegmentText(*OPENS[side]), 2: PLAIN, 3: SegmentText(*CLOSES[side]), 4: PLAIN}


def open_in(around: Surroundings, known) -> dict[int, tuple[int, int]]:
    seen = {key: around.around(key, text) for key, text in known.items()}
    return {key: (one.source_open, one.target_open) for key, one in seen.items()}


def places(known) -> dict[int, int]:
    return {key: place for place, key in enumerate(known)}


@pytest.mark.parametrize("side", ["source", "target"])
def test_it_is_open_from_the_next_segment_to_the_one_that_closes_it(side) -> None:
    around, known = Surroundings(), texts(side)
    assert around.arrange([*known], known, places(known)) >= {2, 3}
    found = open_in(around, known)
    own = {key: pair[side == "target"] for key, pair in found.items()}
    assert all(pair[side != "target"] == 0 for pair in found.values()), "the other side has none"
    assert own[2] == own[3] != 0
    assert own[1] == own[4] == 0


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_changed_text_and_a_segment_that_goes_close_it(side) -> None:
    around, known = Surroundings(), texts(side)
    around.arrange([*known], known, places(known))
    known[1] = PLAIN
    assert 2 in around.update({1: PLAIN}, [*known], places(known))
    assert open_in(around, known)[2] == (0, 0)
    assert around.update({2: PLAIN}, [*known], places(known)) == set(), "nothing of it has changed"

    around, known = Surroundings(), texts(side)
    around.arrange([*known], known, places(known))
    del known[1]
    around.forget(1)
    assert 2 in around.arrange([*known], {}, places(known))
    assert open_in(around, known)[2] == (0, 0)
