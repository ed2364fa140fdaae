"""Sufficient statistics kept by content: an edited segment is counted anew, all others are looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from transreview.scoring.metrics import statistics

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric


class Keeper(Protocol):
    """Keeps computed results by what they were computed from; it may forget any of them."""

    def get_many(self, kind: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the results that are there, by key."""

    def put_many(self, kind: str, results: Mapping[str, bytes]) -> None:
        """Keep results by key."""


def kept_statistics(
    keeper: Keeper,
    metric: Metric,
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    progress: Callable[[int], None] | None = None,
) -> NDArray[np.float64]:
    """Return what `statistics` returns, computing only the segments that the keeper does not have.

    Args:
        keeper: The cache of a project.
        metric: A metric of `build_metric`.
        hypotheses: One text a segment.
        references: One list a reference translation, each as long as `hypotheses`.
        progress: Called with the number of segments computed so far.
    """
    import numpy as np

    if any(len(reference) != len(hypotheses) for reference in references) or not hypotheses:
        return statistics(metric, hypotheses, references, progress)
    kind = _kind(metric, len(references))
    keys = [_key(texts) for texts in zip(hypotheses, *references, strict=True)]
    known = keeper.get_many(kind, list(dict.fromkeys(keys)))
    missing = [index for index, key in enumerate(keys) if key not in known]
    if missing:
        rows = statistics(
            metric,
            [hypotheses[index] for index in missing],
            [[reference[index] for index in missing] for reference in references],
            progress,
        )
        fresh = {keys[index]: row.tobytes() for index, row in zip(missing, rows, strict=True)}
        keeper.put_many(kind, fresh)
        known = known | fresh
    return np.array([np.frombuffer(known[key], dtype=np.float64) for key in keys])


def _kind(metric: Any, references: int) -> str:  # noqa: ANN401 - sacrebleu sets the attribute only later
    metric.num_refs = references
    return f"statistics:{metric.get_signature()}"


def _key(texts: Sequence[str]) -> str:
    content = "\x1f".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=12).hexdigest()
