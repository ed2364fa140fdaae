"""Scores of a corpus: a value with its signature and interval, from the statistics of its segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transreview.scoring.bootstrap import MIN_ARTICLES, confidence, seed
from transreview.scoring.metric_settings import base_name
from transreview.scoring.metrics import build_metric, higher_is_better

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricScore:
    """One score with everything needed to repeat it.

    Attributes:
        metric: "chrf", "bleu" or "ter".
        name: sacrebleu's name of it with these settings ("chrF2++").
        value: The score; 0 to 100, TER may be higher.
        signature: sacrebleu's signature.
        segments: Number of segments it was computed over.
        higher_is_better: False for TER.
        mean: Mean of the bootstrap samples, None without bootstrap.
        interval: Half the width of the 95 % confidence interval around `mean`, None without bootstrap.
        resampled: What was drawn by the bootstrap: "articles" or "segments".
    """

    metric: str
    name: str
    value: float
    signature: str
    segments: int
    higher_is_better: bool
    mean: float | None = None
    interval: float | None = None
    resampled: str = ""


def corpus_score(
    name: str,
    language: str,
    rows: NDArray[Any],
    *,
    references: int = 1,
    articles: Sequence[int] = (),
    samples: int = 0,
) -> MetricScore:
    """Return the score of a corpus from its segments' statistics.

    Args:
        name: Metric the rows were made with.
        language: Target language.
        rows: Statistics of `statistics`.
        references: Number of references the rows were made with, for the signature.
        articles: The article of each row; with ten articles or more the bootstrap draws articles,
            because segments of one article are not independent.
        samples: Bootstrap samples; 0 for no confidence interval.
    """
    metric = build_metric(name, language)
    metric.num_refs = references
    result = metric._compute_score_from_stats(rows.sum(axis=0).tolist())  # noqa: SLF001
    mean = interval = None
    resampled = ""
    if samples > 1 and len(rows):
        resampled = "articles" if len(set(articles)) >= MIN_ARTICLES else "segments"
        mean, interval = confidence(metric, rows, articles if resampled == "articles" else (), samples)
        metric.n_bootstrap = samples
        metric.seed = str(seed())
    return MetricScore(
        metric=base_name(name),
        name=result.name,
        value=_without_residue(float(result.score)),
        signature=str(metric.get_signature()),
        segments=len(rows),
        higher_is_better=higher_is_better(name),
        mean=mean,
        interval=interval,
        resampled=resampled,
    )


def _without_residue(value: float) -> float:
    """Return a score without what floating point adds to the 100 of equal texts (100.00000000000004)."""
    return 100.0 if 100.0 < value < 100.0 + 1e-9 else value
