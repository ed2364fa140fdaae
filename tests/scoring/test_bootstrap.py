"""What is drawn, how often, and from how many units on; the figures are sacrebleu's and the papers'."""

from __future__ import annotations

import numpy as np
import pytest

from tests.scoring.test_metrics import GEORGIAN, corpus
from transreview.errors import UsageError
from transreview.scoring import bootstrap, significance
from transreview.scoring.bootstrap import confidence, draws, interval, resampled_values, seed, sum_by_article
from transreview.scoring.corpus_score import corpus_score
from transreview.scoring.metrics import build_metric, higher_is_better, statistics
from transreview.scoring.significance import (
    LEVEL,
    _judge,
    approximate_randomisation,
    compare,
    paired_bootstrap,
)
from transreview.scoring.significance import Comparison as Compared


def test_samples_and_trials_are_as_many_as_sacrebleu_takes():
    assert (bootstrap.SAMPLES, bootstrap.TRIALS) == (1000, 10_000)


def test_the_seed_is_sacrebleus_or_the_variables(monkeypatch):
    monkeypatch.delenv("SACREBLEU_SEED", raising=False)
    assert seed() == 12345
    monkeypatch.setenv("SACREBLEU_SEED", "7")
    assert seed() == 7


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", "٣"])
def test_a_seed_that_is_no_whole_number_is_refused(monkeypatch, value):
    monkeypatch.setenv("SACREBLEU_SEED", value)
    with pytest.raises(UsageError, match="not a whole number"):
        seed()


def test_the_rows_of_an_article_are_summed_wherever_they_stand():
    rows = np.array([[1.0, 10], [2, 20], [4, 40], [8, 80]])
    assert sum_by_article(rows, [7, 3, 7, 3]).tolist() == [[10, 100], [5, 50]]


@pytest.mark.parametrize("at_once", [1, 7, 12, 1_000])
def test_draws_are_the_same_however_many_are_made_at_once(monkeypatch, at_once):
    expected = np.random.default_rng(seed()).choice(4, size=(9, 4), replace=True)
    monkeypatch.setattr(bootstrap, "_DRAWN_AT_ONCE", at_once)
    assert np.array(list(draws(4, 9))).tolist() == expected.tolist()


def test_the_interval_leaves_out_one_in_forty_at_either_end():
    assert interval(np.arange(80.0)) == (39.5, (77 - 2) / 2)
    assert interval(np.arange(39.0)) == (19, 19)


@pytest.fixture(scope="module")
def rows():
    references, hypotheses = corpus(GEORGIAN, 40)
    return statistics(build_metric("chrf", "ka"), hypotheses, [references])


def test_with_ten_articles_they_are_drawn_with_nine_segments_are(rows):
    ten, nine = [i % 10 for i in range(40)], [i % 9 for i in range(40)]
    assert corpus_score("chrf", "ka", rows, articles=ten, samples=20).resampled == "articles"
    assert corpus_score("chrf", "ka", rows, articles=nine, samples=20).resampled == "segments"
    for articles, kind in ((ten, "articles"), (nine, "segments")):
        compared = compare(
            {"chrf": {"a": rows, "b": rows[::-1]}},
            "ka",
            baseline="a",
            articles=articles,
            samples=10,
            trials=10,
        )
        assert [one.resampled for one in compared] == [kind]


def test_articles_are_drawn_in_double_precision_and_segments_as_sacrebleu_does(rows):
    metric, articles = build_metric("chrf", "ka"), [i % 10 for i in range(40)]
    assert len(resampled_values(metric, rows, articles, 15)) == 15
    assert confidence(metric, rows, articles, 15) != confidence(metric, rows, (), 15)
    one_each = list(range(40))
    by_article = resampled_values(metric, rows, one_each, 15)
    assert by_article == pytest.approx(resampled_values(metric, rows, (), 15), abs=1e-3)


def test_the_interval_is_of_what_it_says_was_drawn(rows):
    metric = build_metric("chrf", "ka")
    for count, drawn in ((10, [i % 10 for i in range(40)]), (9, ())):
        score = corpus_score("chrf", "ka", rows, articles=[i % count for i in range(40)], samples=15)
        assert (score.mean, score.interval) == confidence(metric, rows, drawn, 15)


def test_paired_segments_are_summed_in_single_precision_unless_asked(rows):
    """Sacrebleu keeps its statistics in single precision, where 2**24 + 1 is 2**24."""
    metric = build_metric("chrf", "ka")
    large = rows + 2.0**24
    single = paired_bootstrap(metric, large, large, 5)
    assert single == paired_bootstrap(metric, large, large, 5, exact=False)
    assert single[1] != paired_bootstrap(metric, large, large, 5, exact=True)[1]


def test_one_sample_makes_no_interval_two_do(rows):
    assert corpus_score("chrf", "ka", rows, samples=1).interval is None
    assert corpus_score("chrf", "ka", rows, samples=1).resampled == ""
    assert corpus_score("chrf", "ka", rows, samples=2).interval is not None


def test_a_corpus_without_segments_has_no_interval():
    empty = statistics(build_metric("chrf", "ka"), [], [[]])
    assert empty.shape[0] == 0


def test_the_lower_ter_is_the_better_one():
    assert [higher_is_better(name) for name in ("chrf", "bleu:tokenize=intl", "ter")] == [True, True, False]


def compared(metric: str, value: float, p_bootstrap: float, p_randomisation: float) -> Compared:
    return Compared(
        system="b",
        metric=metric,
        value=value,
        baseline=50.0,
        mean=value,
        interval=1.0,
        p_bootstrap=p_bootstrap,
        p_randomisation=p_randomisation,
        p_corrected=1.0,
        resampled="segments",
        verdict="",
    )


@pytest.mark.parametrize(
    ("metric", "value", "p_bootstrap", "p_randomisation", "verdict"),
    [
        ("chrf", 51, 0.01, 0.01, "better"),
        ("chrf", 49, 0.01, 0.01, "worse"),
        ("ter", 51, 0.01, 0.01, "worse"),
        ("ter", 49, 0.01, 0.01, "better"),
        ("chrf", 51, 0.01, LEVEL, "no difference"),
        ("chrf", 51, LEVEL, 0.01, "no difference"),
        ("chrf", 50, 0.01, 0.01, "no difference"),
    ],
)
def test_a_verdict_needs_both_tests_and_a_difference(metric, value, p_bootstrap, p_randomisation, verdict):
    assert [one.verdict for one in _judge([compared(metric, value, p_bootstrap, p_randomisation)])] == [
        verdict
    ]


def test_what_is_compared_with_itself_is_left_out_and_the_order_stays(rows):
    systems = {"c": rows, "a": rows, "b": rows}
    found = compare({"chrf": systems}, "ka", baseline="a", samples=5, trials=5)
    assert [one.system for one in found] == ["c", "b"]


@pytest.mark.parametrize("at_once", [1, 40, 280, 400])
def test_trials_are_as_many_as_asked_and_the_same_however_many_are_made_at_once(rows, monkeypatch, at_once):
    """p is a number of trials and one, over all trials and one: the denominator tells how many there were."""
    metric = build_metric("chrf", "ka")
    worse = rows.copy()
    worse[::3] = rows[::-1][::3]
    expected = approximate_randomisation(metric, rows, worse, 10)
    monkeypatch.setattr(significance, "_SWAPPED_AT_ONCE", at_once)
    found = approximate_randomisation(metric, rows, worse, 10)
    assert 0 < found <= 1
    assert round(found * 11) == pytest.approx(found * 11)
    if at_once >= 400:
        assert found == expected
