"""The height index agrees with plain sums."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transreview.tui import heights
from transreview.tui.heights import BlockHeights


@settings(max_examples=150)
@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=20),
)
def test_it_agrees_with_plain_sums(rows, changes):
    block, heights.BLOCK = heights.BLOCK, 7
    try:
        index = BlockHeights(rows)
        for row, height in changes:
            if row < len(rows):
                before = sum(rows)
                rows[row] = height
                assert index.set(row, height) == sum(rows) - before
        assert len(index) == len(rows)
        assert index.total == sum(rows)
        tops = [sum(rows[:row]) for row in range(len(rows) + 1)]
        assert [index.top(row) for row in range(len(rows) + 1)] == tops
        lines = [(row, line) for row, height in enumerate(rows) for line in range(height)]
        assert [index.at(line) for line in range(index.total)] == lines
    finally:
        heights.BLOCK = block


def test_no_row_covers_a_line_outside():
    index = BlockHeights.uniform(3, 2)
    with pytest.raises(IndexError):
        index.at(6)
    with pytest.raises(IndexError):
        index.at(-1)
    assert BlockHeights().total == 0


def test_a_row_may_be_longer_than_any_screen_could_show():
    index = BlockHeights([2, 70_000, 3])
    assert index.set(0, 200_000) == 199_998
    assert (index.total, index.top(2), index.at(269_999)) == (270_003, 270_000, (1, 69_999))
