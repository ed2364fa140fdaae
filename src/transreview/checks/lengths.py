"""How long a translation usually is, as a band that narrows with the length of the source."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Container
from dataclasses import dataclass

from transreview.languages.language import Language
from transreview.languages.pairs import LanguagePair

_FEWEST_TO_FIT = 200
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class LengthBands:
    """The usual length of a translation.

    The logarithm of target length over source length is taken as normal, with a spread that is
    wider for short texts: spread² + unrest² / length of the shorter side.

    Attributes:
        ratio: Characters of target per character of source, in the middle.
        spread: Spread of the logarithm for long texts.
        unrest: What short texts add to it.
        own: Whether it was fitted to the user's own segments.
    """

    ratio: float
    spread: float
    unrest: float
    own: bool = False

    def deviation(self, source: int, target: int) -> float:
        """Return how many spreads a translation is too long (positive) or too short (negative).

        Args:
            source: Characters of the source, above 0.
            target: Characters of the translation, above 0.
        """
        shorter = source * min(1.0, self.ratio)
        spread = math.sqrt(self.spread**2 + self.unrest**2 / shorter)
        return math.log(target / (self.ratio * source)) / spread


def bands_for(source: Language, target: Language, pair: LanguagePair) -> LengthBands:  # noqa: ARG001
    """Return the shipped bands of a pair."""
    return LengthBands(pair.length_ratio, pair.log_spread, 0.5)


# Bands fitted to a user's segments are rounded to these steps, of the ratio's logarithm and of the
# spread: one more confirmed segment hardly ever means that all others have to be checked again.
_STEP = 0.05
_NARROWEST = 0.05
# Of a normal distribution so much lies within one spread of the middle, on either side.
_WITHIN_SPREAD = 0.3413


class LengthFit:
    """The lengths of a user's own confirmed segments, from which bands are fitted."""

    def __init__(self) -> None:
        self._logs: list[float] = []
        self._of: dict[int, float] = {}

    def put(self, key: int, source: str, target: str, *, confirmed: bool) -> None:
        """Take a segment as it stands now; only what a person vouched for counts."""
        old = self._of.pop(key, None)
        if old is not None:
            del self._logs[bisect_left(self._logs, old)]
        if confirmed and len(source) >= _SHORTEST and target.strip():
            self._of[key] = math.log(len(target) / len(source))
            insort(self._logs, self._of[key])

    def keep(self, keys: Container[int]) -> None:
        """Leave out the segments that are gone."""
        for key in [key for key in self._of if key not in keys]:
            self.put(key, "", "", confirmed=False)

    def bands(self, prior: LengthBands) -> LengthBands:
        """Return bands of the segments' middle and spread, or `prior` where there are too few of them."""
        count = len(self._logs)
        if count < _FEWEST_TO_FIT:
            return prior
        middle = self._logs[count // 2]
        low = self._logs[round(count * (0.5 - _WITHIN_SPREAD))]
        high = self._logs[min(count - 1, round(count * (0.5 + _WITHIN_SPREAD)))]
        spread = max(_NARROWEST, _STEP * round((high - low) / 2 / _STEP))
        return LengthBands(math.exp(_STEP * round(middle / _STEP)), spread, prior.unrest, own=True)
