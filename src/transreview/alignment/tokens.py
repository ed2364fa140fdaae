"""Tokens: what the units of one side hold, as arrays of small numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Matrix = NDArray[np.float32]


@dataclass(slots=True)
class TokenTable:
    """The tokens of one side, each at most once a unit.

    Attributes:
        size: Number of units.
        types: Number of every distinct token, by channel and spelling.
        unit: Unit of each occurrence, ascending.
        type: Type of each occurrence.
    """

    size: int
    types: dict[tuple[str, str], int] = field(default_factory=dict)
    unit: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    type: Ints = field(default_factory=lambda: np.zeros(0, np.int32))

    @classmethod
    def build(cls, units: Iterable[dict[str, set[str]]], size: int) -> TokenTable:
        """Number the tokens of all units.

        Args:
            units: For each unit its tokens by channel.
            size: Number of units.
        """
        types: dict[tuple[str, str], int] = {}
        unit: list[int] = []
        kind: list[int] = []
        for index, channels in enumerate(units):
            for channel, tokens in channels.items():
                # Sorted, because the order of a set differs from run to run and sums of floats with it.
                for token in sorted(tokens):
                    unit.append(index)
                    kind.append(types.setdefault((channel, token), len(types)))
        return cls(size, types, np.array(unit, np.int32), np.array(kind, np.int32))

    def frequencies(self) -> Floats:
        """Return in how many units each type stands."""
        return np.bincount(self.type, minlength=len(self.types)).astype(np.float64)


@dataclass(slots=True)
class Associations:
    """Which types of the two sides can translate each other, and how likely.

    Attributes:
        left: Type on the left side.
        right: Type on the right side.
        forward: Probability of the right type in a unit that translates a unit with the left one.
        backward: Probability of the left type given the right one.
        channel: Number of the channel in `channels`.
        channels: Names of the channels.
    """

    left: Ints
    right: Ints
    forward: Floats
    backward: Floats
    channel: Ints
    channels: tuple[str, ...]
