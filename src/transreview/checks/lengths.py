"""How long a translation usually is, as a band that narrows with the length of the source."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from transreview.languages.language import Language
from transreview.languages.pairs import LanguagePair

_FEWEST_TO_FIT = 200


@dataclass(frozen=True, slots=True)
class LengthBands:
    """The usual length of a translation.

    The logarithm of target length over source length is taken as normal, with a spread that is
    wider for short texts: spread² + unrest² / length of the shorter side.

    Attributes:
        ratio: Characters of target per character of source, in the middle.
        spread: Spread of the logarithm for long texts.
        unrest: What short texts add to it.
    """

    ratio: float
    spread: float
    unrest: float

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


def fit(texts: Iterable[tuple[str, str]], prior: LengthBands) -> LengthBands:
    """Fit bands to a user's own confirmed segments.

    Args:
        texts: Pairs of source and translation that a person vouched for.
        prior: Bands of the language pair.

    Returns:
        Bands with the median and the median absolute deviation of the segments, or `prior` where
        there are fewer than 200 of them.
    """
    logs = [
        math.log(len(target) / len(source)) for source, target in texts if len(source) >= 6 and target.strip()
    ]
    if len(logs) < _FEWEST_TO_FIT:
        return prior
    middle = statistics.median(logs)
    deviation = 1.4826 * statistics.median(abs(value - middle) for value in logs)
    return LengthBands(math.exp(middle), max(deviation, 0.05), prior.unrest)
