"""Quotation marks: which open, which are a pair, and what is left open for the next segment."""

from __future__ import annotations

import pytest

from transreview.checks.quotation import follow, is_odd, marks, open_after, opens, pairs, turn


@pytest.mark.parametrize(
    ("text", "index", "opening"),
    [
        ("„a", 0, True),
        ("a”", 1, False),
        ('"a', 0, True),
        ('a "b"', 2, True),
        ('a "b"', 4, False),
        ('("b")', 1, True),
        ('("b")', 3, False),
        ('a." b', 2, False),
        ('a" b', 1, False),
        ('a"', 1, False),
        ('" a', 0, False),
        ('a."b', 2, False),
        ('a"b', 1, False),
        ('=" b', 1, False),
        ('="b', 1, True),
        ('=",', 1, False),
        ('—"b', 1, True),
        ("a“b", 1, True),
        ("a“ b", 1, False),
    ],
)
def test_a_mark_opens_by_its_shape_or_by_its_neighbours(text, index, opening):
    assert opens(text, index) is opening


def test_marks_are_taken_in_turn_and_inches_are_none():
    assert not marks("6'2\" tall")
    assert [quote.inner for quote in pairs("„a“ and „b“ and „c")] == ["a", "b"]
    assert [(quote.start, quote.end) for quote in pairs('x "a" y')] == [(2, 4)]
    assert (is_odd("„a"), is_odd("„a“"), is_odd("a")) == (True, False, False)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("nothing", 0, 0),
        ("nothing", 1, 1),
        ("„a“", 0, 0),
        ("„a“", 1, 1),
        ("„a", 0, 1),
        ("a“", 1, 0),
        ("„a", 1, 0),
        ("a”", 0, 0),
        ("„a“ „b", 0, 1),
    ],
)
def test_a_quotation_stays_open_until_it_is_closed(text, before, after):
    assert open_after(text, before) == after


def test_a_quotation_is_followed_over_twelve_segments_and_no_further():
    assert follow({0: 1, 12: 2}) == {0: (0, True), **dict.fromkeys(range(1, 13), (1, False))}
    assert follow({0: 1, 13: 2}) == {}


def test_what_closes_nothing_or_is_opened_again_leaves_nothing_open():
    assert follow({3: 2}) == {}
    assert follow({0: 1, 2: 1, 3: 2}) == {2: (0, True), 3: (1, False)}
    assert follow({0: 1}) == {}
    assert follow({0: 1, 1: 2, 2: 2}) == {0: (0, True), 1: (1, False)}
    assert [turn(text) for text in ("a", "„a", "a”")] == [0, 1, 2]
