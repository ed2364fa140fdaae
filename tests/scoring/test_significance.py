"""Paired tests give sacrebleu's p-values, corrected for their number."""

from __future__ import annotations

import pytest
from sacrebleu.metrics import CHRF
from sacrebleu.significance import PairedTest

from tests.scoring.test_metrics import GEORGIAN, corpus
from transreview.scoring.metrics import build_metric, statistics
from transreview.scoring.significance import approximate_randomisation, compare, holm, paired_bootstrap


@pytest.fixture(scope="module")
def systems():
    references, first = corpus(GEORGIAN, 80)
    second = [text.rsplit(" ", 1)[0] if i % 3 == 0 else text for i, text in enumerate(first)]
    return references, first, second


@pytest.mark.parametrize("test", ["bs", "ar"])
def test_p_values_equal_sacrebleus(systems, test):
    references, first, second = systems
    public = PairedTest(
        [("first", first), ("second", second)],
        {"chrf": CHRF(word_order=2, references=[references])},
        None,
        test_type=test,
        n_samples=300,
    )
    expected = public()[1]["chrF2++"][1]
    metric = build_metric("chrf", "ka")
    rows = [statistics(metric, texts, [references]) for texts in (first, second)]
    if test == "bs":
        p, mean, width = paired_bootstrap(metric, rows[0], rows[1], 300)
        assert (mean, width) == pytest.approx((expected.mean, expected.ci))
    else:
        p = approximate_randomisation(metric, rows[0], rows[1], 300)
    assert p == expected.p_value


def test_a_system_against_itself_shows_no_difference(systems):
    references, first, _second = systems
    rows = statistics(build_metric("chrf", "ka"), first, [references])
    (comparison,) = compare({"chrf": {"a": rows, "b": rows}}, "ka", baseline="a", samples=100, trials=100)
    assert comparison.verdict == "no difference"
    assert comparison.p_bootstrap == comparison.p_randomisation == comparison.p_corrected == 1.0


def test_a_clearly_worse_system_is_called_worse_over_articles(systems):
    references, first, _second = systems
    worse = [text[: len(text) // 2] for text in first]
    metric = build_metric("chrf", "ka")
    rows = {"a": statistics(metric, first, [references]), "b": statistics(metric, worse, [references])}
    articles = [i // 8 for i in range(len(first))]
    (comparison,) = compare({"chrf": rows}, "ka", baseline="a", articles=articles, samples=200, trials=200)
    assert (comparison.resampled, comparison.verdict) == ("articles", "worse")


@pytest.mark.parametrize(
    ("raw", "corrected"),
    [
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5], [0.5]),
        ([0.9, 0.8], [1.0, 1.0]),
        ([], []),
    ],
)
def test_holm_correction(raw, corrected):
    """Worked by hand: sorted p times what is left, never falling, never above 1."""
    assert holm(raw) == pytest.approx(corrected)
