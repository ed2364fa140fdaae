"""The order of risk: what it ranks first, what it learns, and that it never looks ahead."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from transreview.scoring.risk.model import LEARN_FROM, Estimate, Reviewed, _strictness, estimate
from transreview.scoring.risk.order import curve, found_within, order, read_and_learn, reasons
from transreview.scoring.risk.signals import SIGNALS, RiskText, signals

WORDS = [
    "we",
    "know",
    "that",
    "light",
    "came",
    "from",
    "stars",
    "far",
    "away",
    "and",
    "most",
    "of",
    "them",
    "are",
    "very",
    "old",
    "now",
]


def text(number: int, *, engine: str = "", words: int = 12, target: str | None = None, **fields) -> RiskText:
    rng = random.Random(number)
    made = " ".join(rng.choice(WORDS) for _ in range(words))
    return RiskText(
        source="光来自很远的恒星" * (words // 6),
        target=made if target is None else target,
        article=f"a{number // 60}",
        place=number,
        engine=engine,
        target_language="en",
        **fields,
    )


def ranked(texts: list[RiskText]) -> list[int]:
    return order(texts, estimate(texts, signals(texts)).expected)


def test_the_curve_has_twenty_steps_from_nothing_to_all():
    steps = curve([1.0] * 40, [1.0] * 40, range(40))
    assert [round(read, 2) for read, _found in steps] == [round(0.05 * n, 2) for n in range(21)]
    assert steps[0] == (0.0, 0.0)
    assert steps[-1] == (1.0, 1.0)


def test_a_reviewer_is_as_strict_as_what_he_marks_beside_ten_segments_of_the_average():
    """Worked by hand: the mean is 2; (9 + 10·2) / ((3 + 10)·2) and (1 + 10·2) / ((2 + 10)·2)."""
    factors = _strictness(np.array([3.0, 3, 3, 1, 0]), ["a", "a", "a", "b", "b"])
    assert factors == pytest.approx([29 / 26] * 3 + [21 / 24] * 2)


def test_a_segment_with_errors_found_by_checks_comes_before_its_like():
    texts = [text(n) for n in range(20)]
    texts[7] = text(7, findings=10.0)
    assert ranked(texts)[0] == 7


def test_a_translation_that_lacks_the_words_of_its_source_moves_up():
    texts = [text(n, coverage=0.9) for n in range(20)]
    before = ranked(texts).index(3)
    texts[3] = text(3, coverage=0.0)
    assert ranked(texts).index(3) < before


def test_of_several_engines_the_one_that_says_something_else_comes_first():
    same = "most of what we know about the universe comes from light"
    texts = [text(1, engine=name, target=same) for name in "abc"]
    texts.append(text(1, engine="d", target="yesterday the committee adopted another budget for roads"))
    assert ranked(texts)[0] == 3


def test_one_engine_alone_has_nothing_to_disagree_with():
    table = signals([text(n) for n in range(5)])
    assert set(table[:, SIGNALS.index("disagreement")]) == {0.5}


def test_identical_texts_keep_the_order_of_the_article():
    texts = [text(0, target="the same") for _ in range(6)]
    assert ranked(texts) == list(range(6))


@pytest.fixture(scope="module")
def reviewed_project():
    """Two engines, of which one is much worse than its text shows."""
    texts = [text(n, engine=engine) for n in range(240) for engine in ("good", "bad")]
    rng = random.Random(2)
    penalties = [5.0 * (rng.random() < (0.6 if t.engine == "bad" else 0.05)) for t in texts]
    return texts, penalties


def test_below_two_hundred_reviewed_segments_nothing_is_learnt(reviewed_project):
    texts, penalties = reviewed_project
    few = [Reviewed(i, penalties[i]) for i in range(LEARN_FROM - 1)]
    assert not estimate(texts, signals(texts), few).learnt
    many = [Reviewed(i, penalties[i]) for i in range(LEARN_FROM)]
    assert estimate(texts, signals(texts), many).learnt


def test_what_was_changed_of_an_engine_moves_the_rest_of_it_up(reviewed_project):
    texts, penalties = reviewed_project
    estimated = estimate(texts, signals(texts), [Reviewed(i, penalties[i]) for i in range(LEARN_FROM)])
    rest = range(LEARN_FROM, len(texts))
    bad = np.mean([estimated.expected[i] for i in rest if texts[i].engine == "bad"])
    good = np.mean([estimated.expected[i] for i in rest if texts[i].engine == "good"])
    assert bad > 2 * good


def test_a_strict_reviewer_does_not_make_findings_weigh_more():
    """One marks three times as much, and happens to read what has findings: that is the reader, not the text."""
    rng = random.Random(3)
    texts = [text(n, findings=5.0 * (n % 2)) for n in range(400)]
    penalties = [(3.0 if n % 2 else 1.0) * (rng.random() < 0.5) for n in range(400)]
    by_two = [Reviewed(n, penalties[n], "strict" if n % 2 else "mild") for n in range(400)]
    by_one = [Reviewed(n, penalties[n], "same") for n in range(400)]
    table = signals(texts)
    column = SIGNALS.index("findings")
    weight = [np.ptp(estimate(texts, table, given).parts[:, column]) for given in (by_two, by_one)]
    assert weight[0] < weight[1] / 2


def test_penalties_that_follow_nothing_cannot_be_ordered(reviewed_project):
    """An order that looked at penalties of unread segments would find more than chance here."""
    texts, _penalties = reviewed_project
    table = signals(texts)
    shares = []
    for number in range(8):
        rng = random.Random(number)
        noise = [5.0 * (rng.random() < 0.3) for _ in texts]
        read_first = read_and_learn(texts, noise, [""] * len(texts), table=table, share=0.5)
        shares.append(sum(noise[i] for i in read_first) / sum(noise))
    assert np.mean(shares) == pytest.approx(0.5, abs=0.05)


def test_reading_stops_at_the_share_and_reads_nothing_twice(reviewed_project):
    texts, penalties = reviewed_project
    known = list(range(100))
    read_first = read_and_learn(texts, penalties, [""] * len(texts), known=known)
    assert len(read_first) == len(set(read_first))
    assert not set(read_first) & set(known)
    rest = sum(len(t.target) for i, t in enumerate(texts) if i not in set(known))
    assert sum(len(texts[i].target) for i in read_first) <= 0.2 * rest


def test_found_within_counts_whole_segments_only():
    assert found_within([10, 10, 80], [1, 3, 6], [1, 0, 2]) == pytest.approx(0.4)
    assert found_within([10, 10, 80], [0, 3, 6], [0, 1, 2]) == pytest.approx(1 / 3)


def test_found_within_says_nothing_of_too_little():
    assert found_within([30, 70], [1, 1], [0, 1]) is None  # no whole text stands in a fifth


def test_the_curve_goes_from_nothing_to_all_and_never_falls():
    points = curve([10, 10, 80], [1, 3, 6], [1, 0, 2], points=10)
    assert points[0] == (0.0, 0.0)
    assert points[-1] == (1.0, 1.0)
    assert points[2] == (0.2, 0.4)
    assert all(a[1] <= b[1] for a, b in pairwise(points))


def test_reasons_are_at_most_three_the_strongest_first_and_length_is_none():
    texts = [text(n, coverage=0.9) for n in range(20)]
    texts[3] = text(3, coverage=0.0, findings=10.0, confidence=0.2, words=40)
    table = signals(texts)
    said = reasons(3, estimate(texts, table), lambda name, _factor: name, SIGNALS)
    assert len(said) == 3
    assert "length" not in said
    assert {"findings", "coverage"} <= set(said)


def test_no_text_gives_no_order():
    assert signals([]).shape == (0, len(SIGNALS))


def test_the_order_is_of_penalty_for_each_character_and_an_empty_text_counts_as_one():
    texts = [text(0, target="x" * 10), text(1, target="x" * 2), text(2, target=""), text(3, target="x" * 4)]
    assert order(texts, np.array([10.0, 4.0, 1.5, 4.0])) == [1, 2, 0, 3]


def test_found_within_takes_a_text_that_just_fits():
    assert found_within([20, 80], [1, 3], [0, 1]) == 0.25
    assert found_within([20, 80], [0, 0], [0, 1]) is None  # nothing is wrong
    assert found_within([20, 80], [0, 4], [0, 1]) == 0.0


def test_reasons_that_hardly_weigh_are_none():
    """A part of 0.02 moves the expectation by two per cent: nothing to tell a reader."""
    estimated = Estimate(np.ones(1), np.array([[0.02, 0.021, -1.0, 3.0]]), {}, learnt=False)
    said = reasons(0, estimated, lambda name, factor: f"{name}{factor:d}", ["a", "b", "c", "length"])
    assert said == ["b0"]


def test_a_factor_is_a_reason_by_its_logarithm_and_the_strongest_come_first():
    estimated = Estimate(np.ones(1), np.array([[0.5]]), {"engine": np.array([2.0]), "article": np.array([0.5])},
                         learnt=True)  # fmt: skip
    assert reasons(0, estimated, lambda name, factor: f"{name}{factor:d}", ["a"]) == ["engine1", "a0"]
    assert reasons(0, estimated, lambda name, _factor: name, ["a"], limit=1) == ["engine"]


def test_a_signal_that_is_level_moves_nothing():
    texts = [text(0, target="the same") for _ in range(4)]
    assert estimate(texts, signals(texts)).expected.tolist() == [1.0] * 4


def test_reviews_that_found_nothing_at_all_teach_nothing(reviewed_project):
    texts, _penalties = reviewed_project
    clean = [Reviewed(i, 0.0) for i in range(LEARN_FROM)]
    assert not estimate(texts, signals(texts), clean).learnt


def test_expectations_stay_within_e_to_the_sixth_whatever_a_table_says():
    table = np.zeros((100, len(SIGNALS)))
    table[0] = 1e9
    expected = estimate([text(0) for _ in range(100)], table).expected
    assert expected.max() == pytest.approx(np.exp(6))


def test_passages_are_twelve_segments_of_one_article_and_engine():
    """Errors in places 0 to 11 raise the rest of that passage, and less what stands behind it."""
    texts = [text(n, target="the same words") for n in range(600)]
    texts = [replace(one, article="a", place=n) for n, one in enumerate(texts)]
    seen = [n for n in range(600) if n % 2 == 0]
    reviewed = [Reviewed(n, 5.0 if n < 12 else 0.1) for n in seen]
    factor = estimate(texts, signals(texts), reviewed).factors["passage"]
    assert len(set(factor[:12])) == 1
    assert factor[11] > 2 * factor[12]


def test_all_is_read_where_there_is_time_for_all():
    texts = [text(n) for n in range(30)]
    read_first = read_and_learn(texts, [0.0] * 30, [""] * 30, share=1.0)
    assert sorted(read_first) == list(range(30))


def test_an_order_made_anew_while_reading_learns_of_what_was_just_read():
    """Nothing tells the two engines apart but what reading shows: then the bad one is read before the rest."""
    texts = [text(n, engine=engine, target="x" * 20) for n in range(400) for engine in ("good", "bad")]
    penalties = [5.0 if one.engine == "bad" else 0.0 for one in texts]
    read_first = read_and_learn(texts, penalties, [""] * len(texts), share=0.8)
    late = [texts[i].engine for i in read_first[LEARN_FROM + 20 : LEARN_FROM + 120]]
    assert late.count("bad") > 95
