"""Calibration: length and punctuation of a pair of languages, from its own aligned text.

What is shipped was measured on news. A law, a novel or another pair has lengths and habits of its own;
a few hundred sentences tell them, and how sure that is.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.weights import Weights
from transreview.languages import Language, language

# A pair of texts shorter than this says more of rounding than of the languages.
_LEAST_LENGTH = 4
# Sure enough: half the width of the 95 % interval of the ratio, as a share of it.
_SURE = 0.02
_FEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What aligned text says of a pair of languages.

    Attributes:
        source: Tag of the source language.
        target: Tag of the target language.
        pairs: Number of aligned pairs of texts that it was measured on.
        ratio: Characters of target, a run of blanks counted once, per character of source (median).
        low: Lower end of the 95 % interval of the ratio.
        high: Its upper end.
        spread: Standard deviation of the log ratio of long texts.
        spread_short: Added variance times length.
        marks: For each punctuation mark, how often it stands in the source and how often, of those
            times, in the target as well.
    """

    source: str
    target: str
    pairs: int
    ratio: float
    low: float
    high: float
    spread: float
    spread_short: float
    marks: dict[str, tuple[int, int]]

    @property
    def is_sure(self) -> bool:
        """Whether the ratio is known to two per cent."""
        return self.pairs >= _FEWEST and (self.high - self.low) / 2 <= _SURE * self.ratio

    @property
    def pairs_wanted(self) -> int:
        """How many more pairs would make it sure, as far as can be told."""
        half = (self.high - self.low) / 2
        enough = math.ceil(self.pairs * (half / (_SURE * self.ratio)) ** 2)
        return max(enough, _FEWEST) - self.pairs if not self.is_sure else 0

    @property
    def kept_marks(self) -> float:
        """Share of the source's punctuation marks that stand in the target too."""
        seen = sum(count for count, _kept in self.marks.values())
        return sum(kept for _count, kept in self.marks.values()) / seen if seen else 0.0

    def reversed(self) -> Calibration:
        """Return the same for the opposite direction; the marks are counted from the source's side."""
        return replace(
            self,
            source=self.target,
            target=self.source,
            ratio=1 / self.ratio,
            low=1 / self.high,
            high=1 / self.low,
        )

    def applied(self, weights: Weights) -> Weights:
        """Return weights with this pair's spread and punctuation.

        The share of marks that are kept is drawn towards the fitted one by as much as 100 marks weigh.
        """
        length = replace(weights.length, sigma=self.spread, sigma_short=self.spread_short)
        mark = weights.channels["mark"]
        seen = sum(count for count, _kept in self.marks.values())
        lost = (1 - self.kept_marks) * seen
        miss = min(max((lost + 100 * mark.miss) / (seen + 100), 0.02), 0.9)
        channels = {**weights.channels, "mark": replace(mark, miss=miss)}
        return replace(weights, length=length, channels=channels)

    def to_json(self) -> str:
        """Return it as one JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Calibration:
        """Return what `to_json` wrote.

        Raises:
            ValueError: The text is not of this form.
        """
        data = json.loads(text)
        try:
            marks = {str(mark): (int(seen), int(kept)) for mark, (seen, kept) in data["marks"].items()}
            figures = {name: float(data[name]) for name in ("ratio", "low", "high", "spread", "spread_short")}
            if not all(math.isfinite(value) and value > 0 for value in figures.values()):
                raise ValueError("a figure is not positive")
            return cls(
                source=str(data["source"]),
                target=str(data["target"]),
                pairs=int(data["pairs"]),
                marks=marks,
                **figures,
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a calibration: {error}") from error


def calibrate(pairs: Sequence[tuple[str, str]], source: str, target: str) -> Calibration | None:
    """Measure length and punctuation on texts that translate each other.

    The median of the log ratios is their centre, so that one pair in five may be wrong; its interval is
    that of the order statistics (binomial), which assumes nothing of their distribution.

    Args:
        pairs: Source text and target text.
        source: Tag of the source language.
        target: Tag of the target language.

    Returns:
        The figures; None where fewer than two pairs are long enough to say anything.
    """
    measured = sorted(
        (math.log(b / a), math.sqrt(a * b))
        for a, b in ((_length(s), _length(t)) for s, t in pairs)
        if min(a, b) >= _LEAST_LENGTH
    )
    if len(measured) < 2:
        return None
    logs = [ratio for ratio, _size in measured]
    centre, (low, high) = _median(logs), _interval(logs)
    spread, short = _spread(measured, centre)
    return Calibration(
        source=source,
        target=target,
        pairs=len(logs),
        ratio=math.exp(centre),
        low=math.exp(low),
        high=math.exp(high),
        spread=spread,
        spread_short=short,
        marks=_marks(pairs, language(source), language(target)),
    )


def _length(text: str) -> int:
    return len(" ".join(text.split()))


def _median(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _interval(ordered: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of the median: the values half a standard normal interval from the middle."""
    reach = 0.98 * math.sqrt(len(ordered))
    last = len(ordered) - 1
    return (
        ordered[max(math.floor(len(ordered) / 2 - reach), 0)],
        ordered[min(math.ceil(len(ordered) / 2 + reach), last)],
    )


def _spread(measured: Sequence[tuple[float, float]], centre: float) -> tuple[float, float]:
    """Return the spread of long texts, and what short ones have more of, from robust halves.

    Variance is taken as a + b / length: the median absolute deviation of the longer and of the shorter
    half gives two equations.
    """
    by_size = sorted(measured, key=lambda m: m[1])
    half = len(by_size) // 2
    variances, inverse = [], []
    for part in (by_size[:half], by_size[half:]):
        deviation = _median(sorted(abs(ratio - centre) for ratio, _size in part))
        variances.append((1.4826 * deviation) ** 2)
        inverse.append(sum(1 / size for _ratio, size in part) / len(part))
    slope = (variances[0] - variances[1]) / (inverse[0] - inverse[1]) if inverse[0] > inverse[1] else 0.0
    slope = min(max(slope, 0.05), 5.0)
    return math.sqrt(max(variances[1] - slope * inverse[1], 0.05**2)), slope


def _marks(
    pairs: Sequence[tuple[str, str]], of_source: Language, of_target: Language
) -> dict[str, tuple[int, int]]:
    counts: dict[str, list[int]] = {}
    for source, target in pairs:
        other = mark_tokens(target, of_target)
        for mark in mark_tokens(source, of_source):
            count = counts.setdefault(mark, [0, 0])
            count[0] += 1
            count[1] += mark in other
    return {mark: (count[0], count[1]) for mark, count in sorted(counts.items())}
