"""Parting: a unit that one side lacks is not taken for half of its neighbour's translation."""

import pytest

from transreview.alignment import align
from transreview.alignment.parting import parted
from transreview.model.bead import Bead
from transreview.model.unit import Unit


class Likelihoods:
    """Answers as a crossing does: every pair is as likely, a join by so much likelier than pair and gap."""

    def __init__(self, odds):
        self.odds = odds

    def log_likelihood(self, units):
        joined = units.rows + units.columns > 2
        return self.odds[units.top] - 3.0 if joined else -0.5 * (units.left - units.top)

    def log_likelihood_apart(self, units):
        return -3.0 if units.rows or units.columns else 0.0


def join(i, *, confidence=0.95, **how):
    return Bead((i,), (i, i + 1), confidence=confidence, **how)


def pairs(count):
    return [Bead((i,), (i,), confidence=0.99) for i in range(1, count)]


def test_a_join_little_likelier_than_a_pair_beside_a_gap_is_that_pair():
    kept, lone = parted([join(0)], Likelihoods({0: 1.0}))
    assert (kept.source, kept.target) == ((0,), (0,))
    assert (lone.source, lone.target) == ((), (1,))


@pytest.mark.parametrize(
    "bead",
    [
        Bead((0,), (0,), confidence=0.2),
        Bead((0,), (), confidence=0.2),
        Bead((0, 1), (0, 1), confidence=0.2),
        join(0, fixed=True),
        join(0, crossed=True),
    ],
)
def test_what_is_no_join_or_is_somebodys_own_stays(bead):
    assert parted([bead], Likelihoods({0: 0.0})) == [bead]


def test_a_join_beyond_doubt_stays():
    assert parted([join(0)], Likelihoods({0: 9.0})) == [join(0)]


def test_in_a_text_that_joins_often_a_doubtful_join_is_believed_too():
    sure = [join(i) for i in range(0, 20, 2)]
    odds = dict.fromkeys(range(0, 20, 2), 12.0) | {40: 2.5}
    assert parted([*sure, join(40)], Likelihoods(odds))[-1] == join(40)
    assert len(parted([*pairs(30), join(40)], Likelihoods({40: 2.5}))) == 31


def units(*texts):
    return [Unit(text, paragraph=number) for number, text in enumerate(texts)]


def test_a_line_that_one_side_lacks_is_not_joined_to_its_like():
    source = units(
        "流程图 [文档](https://e.example/flow) - [试用](https://e.example/edit)",
        "饼图 [文档](https://e.example/pie) - [试用](https://e.example/edit)",
        "用户旅程图 [文档](https://e.example/journey) - [试用](https://e.example/edit)",
    )
    target = units(
        "Flowchart [docs](https://e.example/flow) - [try](https://e.example/edit)",
        "Pie chart [docs](https://e.example/pie) - [try](https://e.example/edit)",
        "Bar chart [docs](https://e.example/bar) - [try](https://e.example/edit)",
        "User journey [docs](https://e.example/journey) - [try](https://e.example/edit)",
    )
    beads = {(bead.source, bead.target) for bead in align(source, target, "zh", "en")}
    assert {((0,), (0,)), ((1,), (1,)), ((2,), (3,)), ((), (2,))} == beads
