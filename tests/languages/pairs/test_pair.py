"""What is known of two languages together."""

from __future__ import annotations

import itertools

import pytest

from transreview.languages import known_languages, language, pair


def test_georgian_is_about_three_times_as_long_as_chinese():
    found = pair("zh", "ka")
    assert found.fitted
    assert found.length_ratio == pytest.approx(3.15, abs=0.1)


def test_opposite_direction_has_the_inverse_ratio_and_the_same_spread():
    one, other = pair("zh", "ka"), pair("ka", "zh")
    assert one.length_ratio * other.length_ratio == pytest.approx(1)
    assert one.log_spread == other.log_spread
    # The same misfit in characters of the other side.
    assert other.length_variance == pytest.approx(one.length_variance / one.length_ratio**3)


def test_variants_and_regions_share_their_language_s_figures():
    assert pair("zh-TW", "ka").length_ratio == pair("zh", "ka_GE").length_ratio


def test_any_two_languages_have_a_plausible_estimate():
    for source, target in itertools.product(known_languages(), repeat=2):
        found = pair(source, target)
        assert 0.2 < found.length_ratio < 5
        assert found.length_variance > 0
        assert 0 < found.log_spread < 0.5


def test_estimate_agrees_with_what_was_fitted():
    """The table of lengths against English says of fitted pairs what fitting said, within a tenth."""
    for source, target in [("en", "ka"), ("ru", "ka"), ("de", "ka"), ("zh", "en"), ("zh", "ka")]:
        estimate = language(target).expansion / language(source).expansion
        assert pair(source, target).length_ratio == pytest.approx(estimate, rel=0.1)


def test_marks_of_chinese_in_georgian():
    marks = pair("zh", "ka").marks
    assert marks["。"][0] == "."
    assert marks["，"][0] == "、".replace("、", ",")
    assert marks["“"][0] == "„"
    assert marks["”"][0] == "“"
    assert marks["《"][0] == "„"


def test_marks_of_other_pairs():
    assert pair("ka", "zh").marks["."][0] == "。"
    assert pair("ka", "zh").marks["„"][0] == "“"
    assert pair("en", "el").marks["?"][0] == ";"
    assert pair("el", "en").marks[";"][0] == "?"
    assert pair("en", "hy").marks["."][0] == "։"
