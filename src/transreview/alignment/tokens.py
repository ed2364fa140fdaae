"""Tokens: what the units of one side hold, as arrays of small numbers."""

from __future__ import annotations

from dataclasses import dataclass

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
        types: Number of distinct tokens.
        unit: Unit of each occurrence, ascending.
        type: Type of each occurrence.
    """

    size: int
    types: int
    unit: Ints
    type: Ints

    def frequencies(self) -> Floats:
        """Return in how many units each type stands."""
        return np.bincount(self.type, minlength=self.types).astype(np.float64)


@dataclass(slots=True, kw_only=True)
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
