"""Each signal of risk is the figure that its name says, worked by hand on texts of a few words."""

from __future__ import annotations

from math import log

import pytest

from transreview.scoring.risk.signals import SIGNALS, RiskText, signals


def column(name: str, *texts: RiskText) -> list[float]:
    return [float(row[SIGNALS.index(name)]) for row in signals(texts)]


def text(target: str, source: str = "源文", place: int = 1, engine: str = "", **fields) -> RiskText:
    return RiskText(
        source=source,
        target=target,
        article="a",
        place=place,
        engine=engine,
        target_language="en",
        **fields,
    )


def test_lengths_are_logarithms_and_an_empty_text_counts_as_one_character():
    texts = text("four", "十个字十个字十个字十"), text("", "", place=2)
    assert column("length", *texts) == pytest.approx([log(4), 0])
    assert column("source length", *texts) == pytest.approx([log(10), 0])


def test_a_proportion_is_measured_from_the_usual_one_of_the_same_engine():
    of_a = [text("x" * (2 * n), "源" * n, place=n, engine="a") for n in (3, 5, 7)]
    of_b = [text("x" * (8 * n), "源" * n, place=n, engine="b") for n in (3, 5, 7)]
    assert column("proportion", *of_a, *of_b) == pytest.approx([0] * 6, abs=1e-9)
    long, short = (
        text("x" * 40, "源" * 10, place=8, engine="a"),
        text("x" * 10, "源" * 10, place=9, engine="a"),
    )
    assert column("proportion", *of_a, long, short)[-2:] == pytest.approx([log(2), log(2)])


def test_texts_that_are_empty_say_nothing_about_the_usual_proportion():
    whole = [text("x" * 6, "源" * 3, place=n) for n in range(3)]
    empty = [text("", "源" * 3, place=n) for n in range(3, 9)]
    assert column("proportion", *whole, *empty)[:3] == pytest.approx([0] * 3, abs=1e-9)


def test_what_checks_found_weighs_by_its_logarithm():
    assert column("findings", text("a"), text("a", findings=5.0)) == pytest.approx([0, log(6)])


def test_without_a_lexicon_coverage_is_neither_good_nor_bad():
    assert column("coverage", text("a"), text("a", coverage=0.25), text("a", coverage=1.0)) == [0.5, 0.75, 0]


def test_doubt_of_the_alignment_is_what_is_missing_to_certainty():
    assert column("alignment", text("a"), text("a", confidence=0.25)) == [0, 0.75]


def test_repetition_is_the_share_of_words_that_had_been_said():
    assert column("repetition", text("go on go on"), text("all of it new"), text("")) == [0.5, 0, 0]


def test_digits_count_in_the_source_only():
    assert column("digits", text("none", "共3家"), text("all 3", "共三家")) == [1, 0]


def test_names_are_capitals_inside_a_sentence_and_dots_between_parts_of_a_name():
    texts = (
        text("Yesterday Rowan met Anna. They talked.", "罗温·阿特金森"),
        text("Yesterday he came. They talked.", "他来了"),
        text("in (Paris)", "他来了"),
    )
    assert column("names", *texts) == pytest.approx([log(4), 0, log(2)])


def test_clauses_are_the_marks_of_the_source_and_blanks_between_its_characters():
    texts = text("a, b, c", "一，二。"), text("a, b", "一 二"), text("a", "a b"), text("a", "一二")
    assert column("clauses", *texts) == pytest.approx([log(3), log(2), 0, 0])


def test_a_word_of_one_source_alone_is_rarer_than_one_of_all():
    """With two sources the scale is log 3: a word of both gives log(3/2), a word of one log 3."""
    both, one = log(3 / 2) / log(3), 1.0
    texts = text("sea sun", place=1), text("sea", place=2), text("", place=2)
    assert column("rare words", *texts) == pytest.approx([(both + one) / 2, both, 1.0])


def test_the_same_word_of_two_engines_for_one_source_is_seen_once():
    texts = text("sea", engine="a"), text("sea", engine="b"), text("sun", place=2, engine="a")
    assert column("rare words", *texts) == pytest.approx([1, 1, 1])


def test_disagreement_is_one_less_the_mean_likeness_with_the_others():
    """ "ab" and "ac" share one of three character groups each, "ab" and "de" share none."""
    two = text("ab", engine="a"), text("ac", engine="b")
    assert column("disagreement", *two) == pytest.approx([2 / 3, 2 / 3])
    assert column("disagreement", two[0], text("de", engine="b")) == pytest.approx([1, 1])
    assert column("disagreement", two[0], text("A b", engine="b")) == pytest.approx([0, 0], abs=1e-12)
    three = *two, text("de", engine="c")
    assert column("disagreement", *three) == pytest.approx([1 - 1 / 6, 1 - 1 / 6, 1])


def test_character_groups_reach_up_to_six():
    """Of seven equal characters each size of group is one kind; a group of seven counts no more."""
    assert column("disagreement", text("abcdefg", engine="a"), text("abcdefx", engine="b")) == pytest.approx(
        [1 - 2 * 21 / 54] * 2
    )


def test_a_dispute_needs_two_others():
    two = text("ab", engine="a"), text("ac", engine="b")
    assert column("dispute", *two) == [0.5, 0.5]
    three = *two, text("de", engine="c")
    assert column("dispute", *three) == pytest.approx([(5 / 6 + 1) / 2, (5 / 6 + 1) / 2, 5 / 6])


def test_own_words_are_what_the_other_engines_do_not_say():
    two = text("we go", engine="a"), text("we stay", engine="b")
    assert column("own words", *two) == [0.5, 0.5]
    assert column("own pairs", *two) == [1, 1]
    three = text("we go", engine="a"), text("we go", engine="b"), text("we stay", engine="c")
    assert column("own words", *three) == [0.25, 0.25, 0.5]
    assert column("own pairs", *three) == [0.5, 0.5, 1]


def test_a_text_without_words_has_no_own_ones():
    texts = text("", engine="a"), text("we go", engine="b")
    assert column("own words", *texts) == [0.5, 1]
    assert column("own pairs", *texts) == [0.5, 1]


def test_translations_of_other_sources_are_not_compared():
    texts = text("ab", place=1, engine="a"), text("de", place=2, engine="b")
    for name in ("disagreement", "dispute", "own words", "own pairs"):
        assert column(name, *texts) == [0.5, 0.5]
