"""Corpus metrics through sacrebleu: the settings per language, statistics in chunks, scores with signatures.

A score is computed from a matrix of sufficient statistics, one row a segment. Rows are extracted in
chunks because sacrebleu's single call keeps the n-gram counters of every reference in memory (6.9 GB
for 100,000 segments); the sum of the rows gives the public function's score to the last digit. Both
`_extract_corpus_statistics` and `_compute_score_from_stats` are private, so sacrebleu is pinned and the
tests compare with its public functions and its command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from transreview.errors import InputError, UsageError
from transreview.i18n import _
from transreview.languages import language as language_of
from transreview.scoring.metric_settings import base_name, metric_choice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric

METRICS = ("chrf", "bleu", "ter")
_MOST_CELLS = 30_000_000  # of TER's table: half a gigabyte
_SHOWN = 40
CHUNK = 1000  # segments whose n-gram counters are in memory at once


def higher_is_better(name: str) -> bool:
    """Whether a higher value of a metric is the better one."""
    return base_name(name) != "ter"


def build_metric(name: str, language: str, *, sentence: bool = False) -> Metric:
    """Return sacrebleu's metric with the settings that are right for a target language, or were chosen.

    Args:
        name: "chrf", "bleu" or "ter", with settings where some were chosen ("bleu:tokenize=intl").
        language: BCP 47 tag of the target.
        sentence: Build it for scores of single segments (effective n-gram order in BLEU).

    Raises:
        UsageError: There is no such metric, or what a setting needs is not installed.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    # Languages written without spaces: words are no unit there, so chrF has no word n-grams, BLEU
    # counts characters (Chinese: sacrebleu's own tokenizer) and TER splits characters.
    tokenizer = language_of(language).tokenizer
    choice = metric_choice(name)
    if choice.name == "chrf":
        return CHRF(**{"word_order": 0 if tokenizer else 2, **choice.settings})
    if choice.name == "ter":
        unspaced = bool(tokenizer)
        return TER(**{"normalized": unspaced, "asian_support": unspaced, **choice.settings})
    usual = {"tokenize": tokenizer or "13a", "effective_order": sentence, "force": True}
    try:
        return BLEU(**{**usual, **choice.settings})
    except (ImportError, RuntimeError) as error:
        wanted = str(choice.settings.get("tokenize", tokenizer))
        raise UsageError(
            _("the tokenizer {name} is not installed").format(name=wanted),
            remedy=_('Install it: pip install "sacrebleu[{extra}]"').format(extra=wanted[:2]),
        ) from error


def flatten(text: str) -> str:
    """Return a segment on one line, as metrics and line files have it."""
    return " ".join(text.split("\n")) if "\n" in text else text


def statistics(
    metric: Metric,
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    progress: Callable[[int], None] | None = None,
) -> NDArray[np.float64]:
    """Return the sufficient statistics of every segment.

    Args:
        metric: A metric of `build_metric`.
        hypotheses: One text a segment.
        references: One list a reference translation, each as long as `hypotheses`.
        progress: Called with the number of segments done so far.

    Returns:
        Matrix of shape (segments, statistics of the metric).

    Raises:
        UsageError: The lists differ in length.
    """
    import numpy as np

    for reference in references:
        if len(reference) != len(hypotheses):
            raise UsageError(
                _("hypotheses: {hypotheses}, but references: {references}").format(
                    hypotheses=len(hypotheses), references=len(reference)
                ),
                remedy=_("Both need one line for each segment, in the same order"),
            )
    chunks = []
    for start in range(0, len(hypotheses), CHUNK):
        stop = start + CHUNK
        chunks.append(
            _extracted(
                metric,
                [flatten(text) for text in hypotheses[start:stop]],
                [[flatten(text) for text in reference[start:stop]] for reference in references],
            )
        )
        if progress is not None:
            progress(min(stop, len(hypotheses)))
    return np.concatenate(chunks) if chunks else np.zeros((0, 1))


def _extracted(
    metric: Metric, hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> NDArray[np.float64]:
    import numpy as np
    from sacrebleu.metrics.chrf import CHRF

    from transreview.scoring.ngram_statistics import chrf_statistics

    if isinstance(metric, CHRF) and references:
        return chrf_statistics(metric, hypotheses, references)
    _require_room(metric, hypotheses, references)
    rows = metric._extract_corpus_statistics(hypotheses, references)  # noqa: SLF001 - see the module's docstring
    return np.array(rows, dtype=np.float64)


def _require_room(metric: Metric, hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> None:
    """Raise before sacrebleu asks for a table of all words of a text by all words of another."""
    from sacrebleu.metrics.ter import TER

    if not isinstance(metric, TER):
        return
    for texts in zip(hypotheses, *references, strict=True):
        # No text has more words than characters; the words are counted only where that may be too many.
        if len(texts[0]) * max(map(len, texts[1:]), default=0) <= _MOST_CELLS:
            continue
        words = [len(metric._preprocess_segment(text).split()) for text in texts]  # noqa: SLF001 - see above
        if words[0] * max(words[1:]) > _MOST_CELLS:
            raise InputError(
                _("a text is too long for TER, whose memory grows with its square: “{text}…”").format(
                    text=texts[0][:_SHOWN]
                ),
                remedy=_("Divide it, or score without TER (--metric chrf)"),
            )


def value_of(metric: Metric, summed: NDArray[Any]) -> float:
    """Return the score that summed statistics make.

    Single-precision sums are handed over as they are: sacrebleu computes its samples in single precision.
    """
    single = summed.dtype.itemsize == 4
    return float(metric._compute_score_from_stats(summed if single else summed.tolist()).score)  # type: ignore[arg-type]  # noqa: SLF001


def segment_values(metric: Metric, rows: NDArray[Any]) -> list[float]:
    """Return the score of each segment on its own."""
    return [value_of(metric, row) for row in rows]
