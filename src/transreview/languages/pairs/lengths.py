"""How long a translation is, for pairs with aligned text and for all others."""

from __future__ import annotations

import math
from dataclasses import dataclass

from transreview.languages.language import Language


@dataclass(frozen=True, slots=True)
class LengthModel:
    """Ratio and spread of lengths in characters; see `LanguagePair` for the fields."""

    ratio: float
    variance: float
    log_spread: float
    fitted: bool

    def reversed(self) -> LengthModel:
        """Return the model of the opposite direction."""
        return LengthModel(1 / self.ratio, self.variance / self.ratio**3, self.log_spread, self.fitted)


# Fitted on sentences of professionally translated news (NTREX-128, development documents, some 250
# sentences a pair, 850 for zh-ka): total characters of target over total characters of source.
FITTED: dict[tuple[str, str], tuple[float, float, float]] = {
    ("zh", "ka"): (3.15, 26.4, 0.25),
    ("en", "ka"): (1.09, 2.6, 0.15),
    ("ru", "ka"): (0.99, 3.7, 0.18),
    ("de", "ka"): (0.93, 3.0, 0.16),
    ("zh", "en"): (3.01, 22.8, 0.22),
}

# Squared English characters of noise that either side adds per English character, from the same
# data: two alphabets give about 2.9 together, Chinese with an alphabet about 7.6.
_NOISE_ALPHABET, _NOISE_DENSE = 1.45, 6.2
_SPREAD_ALPHABET, _SPREAD_DENSE = 0.12, 0.20


def length_model(source: Language, target: Language) -> LengthModel:
    """Return how the length of a translation follows from that of its source.

    Args:
        source: Language translated from.
        target: Language translated into.

    Returns:
        The fitted model of the pair or of its opposite direction, else an estimate from how many
        characters either language needs for the same English text.
    """
    if found := FITTED.get((source.code, target.code)):
        return LengthModel(*found, fitted=True)
    if found := FITTED.get((target.code, source.code)):
        return LengthModel(*found, fitted=True).reversed()
    own, other = _per_english(source), _per_english(target)
    noise = _noise(source, _NOISE_ALPHABET, _NOISE_DENSE) + _noise(target, _NOISE_ALPHABET, _NOISE_DENSE)
    spread = math.hypot(
        _noise(source, _SPREAD_ALPHABET, _SPREAD_DENSE), _noise(target, _SPREAD_ALPHABET, _SPREAD_DENSE)
    )
    return LengthModel(other / own, noise * other**2 / own, spread, fitted=False)


def _per_english(language: Language) -> float:
    if language.expansion is not None:
        return language.expansion
    return 0.45 if language.dense else 1.1


def _noise(language: Language, alphabet: float, dense: float) -> float:
    return dense if language.dense else alphabet
