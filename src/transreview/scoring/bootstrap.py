"""Bootstrap and randomisation over sufficient statistics.

Over segments the draws, the precision (float32) and the interval are sacrebleu's own, so that the
figures equal `sacrebleu --confidence` and `--paired-bs`; but a sample is summed before the next is
drawn, where sacrebleu holds all of them in memory. Over articles the rows of an article are summed first.

Sources: Koehn (2004), Statistical significance tests for machine translation evaluation; Riezler and
Maxwell (2005), On some pitfalls in automatic evaluation and significance testing for MT.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.scoring.metrics import value_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric

MIN_ARTICLES = 10  # below, a bootstrap over articles says little
MIN_SEGMENTS = 100  # below, an interval is printed with a warning
SAMPLES = 1000
TRIALS = 10_000
_DRAWN_AT_ONCE = 2_000_000  # indexes; bounds the memory of the draws


def seed() -> int:
    """Return the seed of all resampling: sacrebleu's SACREBLEU_SEED, or 12345.

    Raises:
        UsageError: The variable is no whole number.
    """
    value = os.environ.get("SACREBLEU_SEED", "12345")
    if not value.isascii() or not value.isdigit():
        raise UsageError(
            _("SACREBLEU_SEED is “{value}”, not a whole number").format(value=value),
            remedy=_("Unset it or give a number: results must be repeatable"),
        )
    return int(value)


def sum_by_article(rows: NDArray[Any], articles: Sequence[int]) -> NDArray[Any]:
    """Return one row of summed statistics for each article, in ascending order of the article."""
    import numpy as np

    labels, index = np.unique(np.asarray(articles), return_inverse=True)
    sums = np.zeros((len(labels), rows.shape[1]))
    np.add.at(sums, index, rows)
    return sums


def draws(size: int, samples: int) -> Iterator[NDArray[np.int64]]:
    """Yield `samples` index vectors with replacement, the ones sacrebleu draws with this seed."""
    import numpy as np

    rng = np.random.default_rng(seed())
    step = max(1, _DRAWN_AT_ONCE // max(1, size))
    done = 0
    while done < samples:
        count = min(step, samples - done)
        yield from rng.choice(size, size=(count, size), replace=True)
        done += count


def resampled_values(
    metric: Metric, rows: NDArray[Any], articles: Sequence[int], samples: int
) -> NDArray[np.float64]:
    """Return the scores of the bootstrap samples of segments, or of articles where these are given."""
    import numpy as np

    units = sum_by_article(rows, articles) if len(articles) else rows.astype(np.float32)
    return np.array([value_of(metric, units[index].sum(0)) for index in draws(len(units), samples)])


def confidence(
    metric: Metric, rows: NDArray[Any], articles: Sequence[int], samples: int = SAMPLES
) -> tuple[float, float]:
    """Return mean and half-width of the 95 % interval of a score.

    Args:
        metric: The metric the rows were made with.
        rows: Statistics, one row a segment.
        articles: The article of each row, or empty to draw segments.
        samples: Bootstrap samples.
    """
    import numpy as np

    return interval(np.asarray(resampled_values(metric, rows, articles, samples)))


def interval(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return mean and half-width of the central 95 % of values, as sacrebleu takes it."""
    import numpy as np

    ordered = np.sort(values)
    tail = len(ordered) // 40
    low, high = ordered[tail], ordered[len(ordered) - tail - 1]
    return float(ordered.mean()), float(0.5 * (high - low))
