"""Is one translation better than another, or is it chance: paired tests on the same segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transreview.scoring.bootstrap import (
    MIN_ARTICLES,
    SAMPLES,
    TRIALS,
    draws,
    interval,
    seed,
    sum_by_article,
)
from transreview.scoring.metrics import build_metric, higher_is_better, value_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric

LEVEL = 0.05  # a difference counts as real below this corrected p
_SWAPPED_AT_ONCE = 20_000_000  # choices; bounds the memory of the trials


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One system against the baseline in one metric.

    Attributes:
        system: Name of the system.
        metric: "chrf", "bleu" or "ter".
        value: Its score.
        baseline: The baseline's score.
        mean: Mean of its bootstrap samples.
        interval: Half-width of its 95 % interval.
        p_bootstrap: p of the paired bootstrap.
        p_randomisation: p of the approximate randomisation test.
        p_corrected: The larger of both after Holm's correction over all comparisons of the run.
        resampled: "articles" or "segments".
        verdict: "better", "worse" or "no difference".
    """

    system: str
    metric: str
    value: float
    baseline: float
    mean: float
    interval: float
    p_bootstrap: float
    p_randomisation: float
    p_corrected: float
    resampled: str
    verdict: str


def compare(
    statistics: Mapping[str, Mapping[str, NDArray[Any]]],
    language: str,
    *,
    baseline: str,
    articles: Sequence[int] = (),
    samples: int = SAMPLES,
    trials: int = TRIALS,
) -> list[Comparison]:
    """Compare systems with a baseline.

    Args:
        statistics: For each metric the rows of each system, by its name; all over the same segments.
        language: Target language.
        baseline: Name of the system the others are compared with.
        articles: The article of each row; ten or more articles are resampled whole.
        samples: Bootstrap samples.
        trials: Trials of approximate randomisation.

    Returns:
        One comparison for each metric and system but the baseline, in their given order.
    """
    grouped = len(set(articles)) >= MIN_ARTICLES
    raw: list[Comparison] = []
    for name, systems in statistics.items():
        metric = build_metric(name, language)
        units = {
            system: sum_by_article(rows, articles) if grouped else rows for system, rows in systems.items()
        }
        for system, rows in units.items():
            if system == baseline:
                continue
            p_bs, mean, width = paired_bootstrap(metric, units[baseline], rows, samples, exact=grouped)
            p_ar = approximate_randomisation(metric, units[baseline], rows, trials)
            raw.append(
                Comparison(
                    system=system,
                    metric=name,
                    value=value_of(metric, rows.sum(axis=0)),
                    baseline=value_of(metric, units[baseline].sum(axis=0)),
                    mean=mean,
                    interval=width,
                    p_bootstrap=p_bs,
                    p_randomisation=p_ar,
                    p_corrected=1.0,
                    resampled="articles" if grouped else "segments",
                    verdict="",
                )
            )
    return _judge(raw)


def paired_bootstrap(
    metric: Metric, baseline: NDArray[Any], system: NDArray[Any], samples: int, *, exact: bool = False
) -> tuple[float, float, float]:
    """Return p, mean and half-width of the system's interval by paired bootstrap (sacrebleu's definition).

    Args:
        metric: The metric the rows were made with.
        baseline: Statistics of the baseline, one row a unit.
        system: Statistics of the system, in the same order.
        samples: Bootstrap samples.
        exact: Keep double precision instead of sacrebleu's single.
    """
    import numpy as np

    kind = np.float64 if exact else np.float32
    base, rows = baseline.astype(kind), system.astype(kind)
    pairs = [
        (value_of(metric, base[index].sum(0)), value_of(metric, rows[index].sum(0)))
        for index in draws(len(rows), samples)
    ]
    values = np.array(pairs)
    difference = abs(value_of(metric, baseline.sum(axis=0)) - value_of(metric, system.sum(axis=0)))
    sampled = np.abs(values[:, 1] - values[:, 0])
    mean, width = interval(values[:, 1])
    return _p_value(sampled - sampled.mean(), difference), mean, width


def approximate_randomisation(
    metric: Metric, baseline: NDArray[Any], system: NDArray[Any], trials: int
) -> float:
    """Return the two-sided p of swapping the two systems' outputs at random, unit by unit."""
    import numpy as np

    rng = np.random.default_rng(seed())
    total = baseline.sum(axis=0) + system.sum(axis=0)
    difference = abs(value_of(metric, baseline.sum(axis=0)) - value_of(metric, system.sum(axis=0)))
    step = max(1, _SWAPPED_AT_ONCE // max(1, len(system)))
    shuffled: list[float] = []
    for start in range(0, trials, step):
        swap = rng.integers(2, size=(min(step, trials - start), len(system)), dtype=bool)
        one = swap @ baseline + ~swap @ system
        shuffled.extend(abs(value_of(metric, first) - value_of(metric, total - first)) for first in one)
    return _p_value(np.array(shuffled), difference)


def holm(p_values: Sequence[float]) -> list[float]:
    """Return p-values corrected for their number by Holm's step-down method (Holm 1979)."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    corrected = [0.0] * len(p_values)
    highest = 0.0
    for rank, index in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[index]))
        corrected[index] = highest
    return corrected


def _p_value(sampled: NDArray[Any], difference: float) -> float:
    # No difference at all is no evidence of one: sacrebleu gives a system against its own copy the least p.
    if not difference:
        return 1.0
    # One is added above and below so that p is never 0 (Riezler and Maxwell 2005).
    return float((int((sampled > difference).sum()) + 1) / (len(sampled) + 1))


def _judge(raw: list[Comparison]) -> list[Comparison]:
    from dataclasses import replace

    corrected = holm([max(c.p_bootstrap, c.p_randomisation) for c in raw])
    judged = []
    for comparison, p in zip(raw, corrected, strict=True):
        gain = comparison.value - comparison.baseline
        if not higher_is_better(comparison.metric):
            gain = -gain
        verdict = "no difference"
        if p < LEVEL and gain > 0:
            verdict = "better"
        elif p < LEVEL and gain < 0:
            verdict = "worse"
        judged.append(replace(comparison, p_corrected=p, verdict=verdict))
    return judged
