"""Facing gaps: one unit of each side left out at the same place between pairs is a pair, with little confidence."""

import pytest

from transreview.alignment.facing import doubted_beside_gaps, joined_facing
from transreview.model.bead import Bead


def pair(i, j):
    return Bead((i,), (j,), confidence=0.95)


SOURCE, TARGET = Bead((1,), (), confidence=0.8), Bead((), (1,), confidence=0.7)


@pytest.mark.parametrize("gaps", [(SOURCE, TARGET), (TARGET, SOURCE)])
def test_two_gaps_that_face_each_other_between_pairs_are_one_pair_worth_a_look(gaps):
    first, joined, last = joined_facing([pair(0, 0), *gaps, pair(2, 2)])
    assert (first, last) == (pair(0, 0), pair(2, 2))
    assert (joined.source, joined.target) == ((1,), (1,))
    assert joined.confidence < 0.5


def test_the_ends_of_a_text_bound_as_pairs_do():
    assert joined_facing([SOURCE, TARGET]) == [Bead((1,), (1,), confidence=0.3)]


@pytest.mark.parametrize(
    "beads",
    [
        [pair(0, 0), SOURCE, pair(2, 1)],
        [pair(0, 0), SOURCE, Bead((2,), ()), TARGET, pair(3, 2)],  # two against one: a section is missing
        [pair(0, 0), Bead((1, 2), ()), TARGET, pair(3, 2)],
        [pair(0, 0), SOURCE, Bead((), (1,), fixed=True), pair(2, 2)],  # somebody has made it so
        [pair(0, 0), SOURCE, TARGET, Bead((), (2,)), pair(2, 3)],
    ],
)
def test_other_gaps_stay_gaps(beads):
    assert joined_facing(beads) == beads


def test_a_pair_beside_a_gap_is_never_as_sure_as_one_among_pairs():
    sure = [Bead((n,), (n + (n > 1),), confidence=1.0) for n in range(4)]
    beads = [*sure[:2], Bead((), (2,), confidence=1.0), *sure[2:]]
    assert [bead.confidence < 1 for bead in doubted_beside_gaps(beads)] == [False, True, False, True, False]


def test_what_somebody_has_made_or_is_doubtful_stays_as_it_is_beside_a_gap():
    beads = [Bead((0,), (0,), confidence=1.0, fixed=True), Bead((1,), ()), Bead((2,), (1,), confidence=0.5)]
    assert doubted_beside_gaps(beads) == beads
