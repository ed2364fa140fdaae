"""Of overlapping matches the longest from the left stands, and concepts may share a place."""

from __future__ import annotations

import pytest

from transreview.model.glossary import Term, TermMatch
from transreview.terminology.overlaps import inside, longest


def match(start: int, end: int, name: str = "c") -> TermMatch:
    return TermMatch(concept_id=name, term=Term("x", "en"), start=start, end=end, confidence=1.0)


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 3), (0, 5)], [(0, 5)]),
        ([(0, 5), (4, 9)], [(0, 5)]),
        ([(0, 5), (5, 9)], [(0, 5), (5, 9)]),
        ([(4, 6), (0, 2), (2, 4)], [(0, 2), (2, 4), (4, 6)]),
        ([(0, 2), (1, 9), (2, 3)], [(0, 2), (2, 3)]),
    ],
)
def test_the_longest_from_the_left_stands(spans, kept):
    assert [(one.start, one.end) for one in longest(match(*span) for span in spans)] == kept


def test_concepts_that_share_a_span_keep_their_matches():
    assert [one.concept_id for one in longest([match(0, 2, "a"), match(0, 2, "b"), match(1, 2, "c")])] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("inner", "outer", "lies"),
    [
        ((0, 2), (0, 3), True),
        ((1, 3), (0, 3), True),
        ((1, 2), (0, 3), True),
        ((0, 3), (0, 3), False),
        ((0, 2), (1, 4), False),
        ((2, 5), (0, 4), False),
        ((5, 6), (0, 3), False),
    ],
)
def test_inside_means_in_a_longer_one(inner, outer, lies):
    assert inside(match(*inner), match(*outer)) is lies
