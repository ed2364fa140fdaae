"""Presence: how many tokens of each unit have a counterpart anywhere on the other side.

A bead is judged by what its units share, against what any two units of the document would. That says
nothing of a section which the other side does not have: its words, numbers and addresses are met nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from transreview.alignment.channels import Channel
from transreview.alignment.tokens import Floats, Ints, TokenTable
from transreview.alignment.weights import ChannelWeights

# Where the other side has so many units, being met is worth half.
_USUAL = 1000.0
# Tokens of one unit are not independent: many of them say no more than a few.
_BOUNDS = (-4.0, 1.5)


@dataclass(frozen=True, slots=True)
class Counts:
    """The tokens of one channel on one side, by unit: those met on the other side, and those that are not."""

    channel: str
    seen: Floats
    unseen: Floats


@dataclass(frozen=True, slots=True)
class Presence:
    """What both sides hold that the other has somewhere, or nowhere.

    Attributes:
        left: A record a channel.
        right: The same of the right side.
        sizes: How many units both sides have.
    """

    left: tuple[Counts, ...]
    right: tuple[Counts, ...]
    sizes: tuple[int, int]

    @classmethod
    def of(cls, channels: Sequence[Channel]) -> Presence:
        """Count the tokens of the channels that tell."""
        return cls(
            tuple(_counted(c.name, c.left, c.pairs[:, 0], c.right.size) for c in channels if c.tells[0]),
            tuple(_counted(c.name, c.right, c.pairs[:, 1], c.left.size) for c in channels if c.tells[1]),
            (channels[0].left.size, channels[0].right.size),
        )

    def weighed(self, weights: Mapping[str, ChannelWeights]) -> tuple[Floats, Floats]:
        """Return for each left and each right unit what its tokens say for its having a counterpart."""
        return _sum(self.left, weights, self.sizes[0]), _sum(self.right, weights, self.sizes[1])


def _counted(name: str, table: TokenTable, explained: Ints, others: int) -> Counts:
    known = np.zeros(table.types, bool)
    known[explained] = True
    seen = known[table.type]
    # Beside many units being met says little, being met nowhere as much as ever.
    share = _USUAL / (_USUAL + others)
    met, unmet = (
        np.bincount(table.unit, weights=weights, minlength=table.size).astype(np.float64)
        for weights in (seen * share, (~seen).astype(np.float64))
    )
    return Counts(name, met, unmet)


def _sum(counts: Sequence[Counts], weights: Mapping[str, ChannelWeights], size: int) -> Floats:
    parts = [
        count.seen * weights[count.channel].seen + count.unseen * weights[count.channel].unseen
        for count in counts
    ]
    total: Floats = np.sum(parts, axis=0) if parts else np.zeros(size)
    kept: Floats = np.clip(total, *_BOUNDS)
    return kept
