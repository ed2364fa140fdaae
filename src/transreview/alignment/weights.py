"""Weights: every number that the search was fitted with, in one place.

`scripts/fit_alignment.py` writes `data/weights.json` from aligned text; nothing else holds a weight.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWeights:
    """How one kind of token speaks for or against a bead.

    Attributes:
        weight: Exponent of its likelihood ratio; below 1 because tokens are not independent.
        miss: Probability that a token has no counterpart although its unit has a translation.
        floor: Least probability of a counterpart by chance, whatever the document says.
        seen: Log likelihood ratio of a translated unit to one without counterpart, for a token whose
            counterpart stands anywhere on the other side.
        unseen: The same for a token whose counterpart stands nowhere.
    """

    weight: float
    miss: float
    floor: float
    seen: float = 0.0
    unseen: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthWeights:
    """How the lengths of two sides may differ.

    Attributes:
        weight: Exponent of the length's likelihood ratio.
        sigma: Standard deviation of the log ratio for long units.
        sigma_short: Added variance times length: short units vary more.
        tails: Degrees of freedom of Student's t; small is tolerant of outliers.
        smoothing: Characters added to each length before its logarithm.
    """

    weight: float
    sigma: float
    sigma_short: float
    tails: float
    smoothing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All weights of one fit.

    Attributes:
        moves: Log prior of each shape of bead, by name ("1-2").
        gaps: Log prior of opening and of prolonging a run of units without counterpart.
        length: The length model.
        channels: One entry a kind of token.
        decoding: What a bead is worth when the answer is chosen from the posteriors.
        copied: What a bead of several units loses that holds a unit copied whole.
        seam: What it loses for each list item, heading or cell in it that follows another one.
    """

    moves: dict[str, float]
    gaps: dict[str, float]
    length: LengthWeights
    channels: dict[str, ChannelWeights]
    decoding: dict[str, float] = field(default_factory=dict)
    copied: float = 0.0
    seam: float = 0.0


def parse_weights(text: str) -> Weights:
    """Return the weights that a JSON text of `dump_weights` holds."""
    raw = json.loads(text)
    return Weights(
        moves=raw["moves"],
        gaps=raw["gaps"],
        length=LengthWeights(**raw["length"]),
        channels={name: ChannelWeights(**values) for name, values in raw["channels"].items()},
        decoding=raw["decoding"],
        copied=raw["copied"],
        seam=raw["seam"],
    )


@cache
def load_weights() -> Weights:
    """Return the weights that are shipped."""
    return parse_weights((DATA / "weights.json").read_text(encoding="utf-8"))
