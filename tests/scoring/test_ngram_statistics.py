"""chrF's statistics are sacrebleu's own, number by number, for any text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from transreview.scoring.ngram_statistics import chrf_statistics

TEXT = st.one_of(
    st.text(alphabet="ab .,", max_size=12),
    st.text(alphabet="მზე და,.! ", max_size=40),
    st.text(max_size=40),
)
SEGMENTS = st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6)


def theirs(metric: CHRF, hypotheses, references) -> np.ndarray:
    return np.array(metric._extract_corpus_statistics(hypotheses, references), float)


@settings(max_examples=200, deadline=None)
@given(SEGMENTS, st.sampled_from([0, 1, 2]), st.booleans(), st.booleans())
def test_statistics_are_the_same(segments, words, lowercase, whitespace):
    hypotheses, one, other = (list(texts) for texts in zip(*segments, strict=True))
    for references in ([one], [one, other]):
        ours, peer = (CHRF(word_order=words, lowercase=lowercase, whitespace=whitespace) for _ in range(2))
        assert np.array_equal(
            chrf_statistics(ours, hypotheses, references), theirs(peer, hypotheses, references)
        )


@pytest.mark.parametrize("size", [40_000, 5000])
def test_orders_that_do_not_fit_in_63_bits_are_counted_exactly(size):
    """Six letters of a large alphabet take more bits than a number has."""
    rng = np.random.default_rng(1)
    texts = ["".join(map(chr, rng.integers(0x4E00, 0x4E00 + size, 60))) for _ in range(40)]
    hypotheses = [text[:30] + other[30:] for text, other in zip(texts, texts[1:] + texts[:1], strict=True)]
    # Letters that differ from another only in what a cut number would lose.
    metric = CHRF()
    assert np.array_equal(chrf_statistics(metric, hypotheses, [texts]), theirs(CHRF(), hypotheses, [texts]))


def test_empty_texts_count_nothing():
    assert (
        chrf_statistics(CHRF(word_order=2), ["", "ab"], [["ab", ""]]).tolist()
        == theirs(CHRF(word_order=2), ["", "ab"], [["ab", ""]]).tolist()
    )
