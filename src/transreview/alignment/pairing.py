"""Pairing: which tokens of the two sides can translate each other."""

from __future__ import annotations

import numpy as np

from transreview.alignment.sides import Side
from transreview.alignment.tokens import Associations

# Channels whose tokens are the same on both sides.
_EQUAL = ("number", "latin", "mark", "marker", "kind")


def associate(left: Side, right: Side) -> Associations:
    """Return every pair of types that speaks for a bead.

    Args:
        left: One side.
        right: The other.
    """
    channels = _EQUAL
    rows: list[tuple[int, int, float, float, int]] = []
    for (channel, token), left_type in left.tokens.types.items():
        right_type = right.tokens.types.get((channel, token))
        if right_type is not None:
            rows.append((left_type, right_type, 1.0, 1.0, channels.index(channel)))
    table = np.array(rows, np.float64).reshape(-1, 5)
    return Associations(
        left=table[:, 0].astype(np.int32),
        right=table[:, 1].astype(np.int32),
        forward=table[:, 2],
        backward=table[:, 3],
        channel=table[:, 4].astype(np.int32),
        channels=channels,
    )
