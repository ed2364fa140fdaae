"""The sum over a few nodes is that of the lattice of arrays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.alignment.band import whole
from transreview.alignment.lattice import NEVER, Gaps, Lattice, forward
from transreview.alignment.moves import MOVES
from transreview.alignment.small_lattice import log_total

SIZES = st.integers(1, 7)
SCORES = st.one_of(st.just(NEVER), st.floats(-80, 12, width=32))
PRIORS = st.floats(-12, 0)


@given(SIZES, SIZES, st.builds(Gaps, PRIORS, PRIORS, PRIORS, PRIORS), st.data())
def test_nodes_and_arrays_give_one_sum(rows: int, columns: int, gaps: Gaps, data: st.DataObject) -> None:
    drawn = data.draw(
        st.lists(SCORES, min_size=len(MOVES) * rows * columns, max_size=len(MOVES) * rows * columns)
    )
    table = np.array(drawn, np.float32).reshape(rows, len(MOVES), columns)
    scores = np.full((len(MOVES), rows + 1, columns + 3), NEVER, np.float32)
    scores[:, :-1, 1:-2] = table.transpose(1, 0, 2)
    for number, (m, n) in enumerate(MOVES):  # what leaves the table counts nowhere
        scores[number, max(rows - m + 1, 0) :] = NEVER
        scores[number, :, max(columns - n + 1, 0) + 1 :] = NEVER
    flat = scores.reshape(len(MOVES), -1)
    lattice = Lattice(band=whole(rows, columns), scores=flat, gaps=gaps, rows=rows, columns=columns)
    expected = float(forward(lattice).any.row(rows)[-1])
    assert log_total(table.tolist(), gaps, rows, columns) == pytest.approx(expected, abs=1e-9)


def test_one_pair_or_none() -> None:
    scores = [[[-1.0]] + [[NEVER]] * (len(MOVES) - 1)]
    paired_or_apart = np.logaddexp(-1.0, -2.0 - 3.0)
    assert log_total(scores, Gaps(-2.0, -0.5, -3.0, -0.5), 1, 1) == pytest.approx(paired_or_apart)
