"""Places on the screen agree with a plain list of all lines, whatever was guessed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.tui.geometry import RowGeometry

HEIGHTS = st.lists(st.integers(1, 7), min_size=1, max_size=20)


@settings(max_examples=150)
@given(HEIGHTS, st.integers(1, 4), st.integers(0, 140), st.integers(0, 30))
def test_it_agrees_with_a_plain_list_of_lines(heights, guess, at, count):
    plain = [(row, line) for row, height in enumerate(heights) for line in range(height)]
    at %= len(plain)
    geometry = RowGeometry(len(heights), guess, heights.__getitem__)
    assert geometry.lines(plain[at], count) == plain[at : at + count]
    assert geometry.before(plain[at], count) == plain[max(at - count, 0)]
    assert geometry.after(plain[at], count) == plain[min(at + count, len(plain) - 1)]
    filled = geometry.filled(plain[at], count)
    assert filled == plain[max(0, min(at, len(plain) - count))]


@settings(max_examples=100)
@given(HEIGHTS, st.integers(1, 4), st.integers(0, 19))
def test_measuring_rows_above_does_not_change_the_place(heights, guess, row):
    row %= len(heights)
    geometry = RowGeometry(len(heights), guess, heights.__getitem__)
    seen = geometry.lines((row, 0), 5)
    for above in range(row):
        geometry.height(above)
    assert geometry.lines((row, 0), 5) == seen
    assert geometry.line((row, 0)) == sum(heights[:row])


def test_better_guesses_keep_what_was_measured():
    geometry = RowGeometry(3, 2, [5, 6, 7].__getitem__)
    geometry.height(1)
    geometry.guess([1, 1, 1])
    assert [geometry.heights[row] for row in range(3)] == [1, 6, 1]
    geometry.forget(1)
    assert geometry.height(1) == 6


def test_an_empty_list_has_a_place():
    geometry = RowGeometry(0, 2, lambda row: 1)
    assert geometry.at(3) == (0, 0)
    assert geometry.filled((0, 0), 5) == (0, 0)
    assert geometry.lines((0, 0), 5) == []
