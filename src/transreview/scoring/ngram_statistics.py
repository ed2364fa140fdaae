"""chrF's statistics by sorting: the counts that sacrebleu gets from one Counter a text and order.

All n-grams of an order, of hypotheses and reference together, become whole numbers (segment, n-gram, side)
that are sorted at once; equal ones then stand side by side. The numbers are exact, no hashes: where an order
would not fit in 63 bits, n-grams are numbered anew by their rank. sacrebleu's own `CHRF` makes the score of
the statistics; tests hold them equal to those it extracts itself, for any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sacrebleu.metrics.chrf import CHRF

_BITS = 63  # a signed 64-bit number without its sign


def chrf_statistics(
    metric: CHRF, hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> NDArray[np.float64]:
    """Return a row of [hypothesis, reference, match] counts of each order for each segment.

    Args:
        metric: sacrebleu's chrF with its settings.
        hypotheses: One text a segment.
        references: One list a reference translation; of several the one with the best F counts, as there.
    """
    given = _prepared(metric, hypotheses)
    rows = [_against(metric, given, _prepared(metric, reference)) for reference in references]
    if len(rows) == 1:
        return rows[0]
    scores = np.array([[metric._compute_f_score(row) for row in one.tolist()] for one in rows])  # noqa: SLF001
    best = scores.argmax(axis=0)  # the first of equals, as sacrebleu takes it
    chosen: NDArray[np.float64] = np.stack(rows)[best, np.arange(len(hypotheses))]
    return chosen


def _prepared(metric: CHRF, texts: Sequence[str]) -> list[str]:
    return [text.lower() for text in texts] if metric.lowercase else list(texts)


def _against(metric: CHRF, hypotheses: Sequence[str], reference: Sequence[str]) -> NDArray[np.float64]:
    size = len(hypotheses)
    texts = [*hypotheses, *reference]
    letters = texts if metric.whitespace else ["".join(text.split()) for text in texts]
    symbols = np.frombuffer("".join(letters).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.array([len(text) for text in letters])
    columns = _counts(_dense(symbols), lengths, size, metric.char_order)
    if metric.word_order:
        numbers: dict[str, int] = {}
        words = [metric._remove_punctuation(text) for text in texts]  # noqa: SLF001 - its own tokenizer
        ids = np.array([numbers.setdefault(word, len(numbers)) for one in words for word in one], np.int64)
        columns += _counts(ids, np.array([len(one) for one in words]), size, metric.word_order)
    return np.column_stack(columns).astype(np.float64)


def _dense(symbols: NDArray[Any]) -> NDArray[np.int64]:
    """Return symbols numbered from 0 in their order."""
    if not len(symbols):
        return np.zeros(0, np.int64)
    there = np.zeros(int(symbols.max()) + 1, bool)
    there[symbols] = True
    numbers: NDArray[np.int64] = np.cumsum(there) - 1
    dense: NDArray[np.int64] = numbers[symbols]
    return dense


def _counts(
    symbols: NDArray[np.int64], lengths: NDArray[np.int64], size: int, highest: int
) -> list[NDArray[np.int64]]:
    """Return three columns for each order: n-grams of hypothesis, of reference, and in common.

    Args:
        symbols: Numbers of the symbols of all hypotheses, then of all references, one behind the other.
        lengths: Number of symbols of each of these texts.
        size: Number of segments.
        highest: Highest order.
    """
    text = np.repeat(np.arange(2 * size), lengths)
    segment, side = text % size if size else text, text // size if size else text
    left = np.repeat(lengths.cumsum(), lengths) - np.arange(len(symbols))  # symbols to the text's end
    symbol_bits = int(symbols.max(initial=0)).bit_length()
    room = _BITS - 1 - max(size - 1, 0).bit_length()
    grams, bits = symbols, symbol_bits
    columns: list[NDArray[np.int64]] = []
    for order in range(1, highest + 1):
        if order > 1:
            if bits + symbol_bits > room:
                grams = np.unique(grams, return_inverse=True)[1].astype(np.int64)
                bits = int(grams.max(initial=0)).bit_length()
            following = symbols[order - 1 :]
            grams = (grams[: len(following)] << symbol_bits) | following
            bits += symbol_bits
        whole = left[: len(grams)] >= order
        keys = (segment[: len(grams)][whole] << bits | grams[whole]) << 1 | side[: len(grams)][whole]
        of_text = np.maximum(lengths - order + 1, 0)
        ours, theirs = of_text[:size], of_text[size:]
        # sacrebleu counts nothing where the reference is too short to have an n-gram of the order.
        columns += [np.where(theirs > 0, ours, 0), theirs, _matches(keys, bits, size)]
    return columns


def _matches(keys: NDArray[np.int64], bits: int, size: int) -> NDArray[np.int64]:
    """Return for each segment how many n-grams both sides have, each as often as the rarer side."""
    if not len(keys):
        return np.zeros(size, np.int64)
    keys = np.sort(keys)
    grams = keys >> 1
    first = np.flatnonzero(np.concatenate([[True], grams[1:] != grams[:-1]]))
    total = np.diff(np.append(first, len(keys)))
    of_reference = np.add.reduceat(keys & 1, first)
    common = np.minimum(of_reference, total - of_reference)
    found = np.bincount(grams[first] >> bits, common, size)
    return found.astype(np.int64)
