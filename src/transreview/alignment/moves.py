"""Moves: the shapes of bead that the search knows."""

from __future__ import annotations

Move = tuple[int, int]

# (left units, right units) of a bead with text on both sides. Beads with text on one side only (1-0,
# 0-1) are runs of their own in the lattice, because losses come in blocks. The large ones are rare, but
# a page whose paragraphs were joined or torn needs them.
MOVES: tuple[Move, ...] = (
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 3),
    (3, 2),
    (1, 4),
    (4, 1),
)

LARGEST = max(max(move) for move in MOVES)


def name(move: Move) -> str:
    """Return the field's name of a shape ("1-2")."""
    return f"{move[0]}-{move[1]}"
