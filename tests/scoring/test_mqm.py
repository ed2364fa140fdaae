"""MQM weights as published; every row counts, and an unrated segment is not a perfect one."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.errors import UsageError
from transreview.formats.mqm_tsv import parse_ratings
from transreview.scoring.mqm import (
    Weights,
    edited_weights,
    penalty,
    segment_scores,
    system_scores,
    unknown_categories,
)
from transreview.scoring.mqm_categories import CATEGORIES, is_known, mapped

HEADER = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"


def ratings(*rows: str):
    """Build rows from "system seg rater category severity", categories without blanks."""
    lines = [HEADER]
    for row in rows:
        system, segment, rater, category, severity = row.split()
        lines.append(f"{system}\td\t1\t{segment}\t{rater}\t源\ttext\t{category}\t{severity}")
    return list(parse_ratings(lines))


@pytest.mark.parametrize(
    ("category", "severity", "score"),
    [
        ("Accuracy/Mistranslation", "Major", -5),
        ("Style/Awkward", "Minor", -1),
        ("Fluency/Punctuation", "Minor", -0.1),
        ("Fluency/Punctuation", "Major", -5),
        ("Non-translation!", "Major", -25),
        ("Non-translation", "Major", -25),
        ("Accuracy/Addition", "Neutral", 0),
        ("Accuracy/Addition", "Critical", -25),
        ("No-error", "No-error", 0),
    ],
)
def test_published_weights(category, severity, score):
    assert segment_scores(ratings(f"A 1 r1 {category} {severity}")) == {("A", "1"): score}


def test_rows_of_a_rater_are_summed_and_raters_averaged():
    rows = ratings("A 1 r1 Accuracy/Omission Major", "A 1 r1 Style/Awkward Minor", "A 1 r2 No-error No-error")
    assert segment_scores(rows) == {("A", "1"): -3}


def test_repeated_rows_and_source_errors_count():
    rows = ratings("A 1 r1 Source-error Major", "A 1 r1 Style/Awkward Minor", "A 1 r1 Style/Awkward Minor")
    assert segment_scores(rows) == {("A", "1"): -7}


def test_unrated_segments_are_absent_and_do_not_raise_the_mean():
    rows = ratings("A 1 r1 Accuracy/Omission Major", "B 1 r1 No-error No-error", "B 2 r1 Style/Awkward Minor")
    assert system_scores(segment_scores(rows)) == {"B": -0.5, "A": -5}


def test_weights_can_be_edited():
    rows = ratings("A 1 r1 Accuracy/Omission Major")
    own = Weights(
        severities={"Major": 10, "Minor": 1, "Critical": 50, "Neutral": 0, "No-error": 0}, special=()
    )
    assert segment_scores(rows, own) == {("A", "1"): -10}


def test_unknown_categories_are_named_with_their_number():
    rows = ratings("A 1 r1 Accuracy/Omission Major", "A 1 r1 Mood/Bad Minor", "A 2 r1 Mood/Bad Minor")
    assert unknown_categories(rows) == {"Mood/Bad": 2}


def test_penalty_is_normalised_to_a_thousand_words_and_judged():
    rows = ratings("A 1 r1 Accuracy/Omission Major", "A 2 r1 Style/Awkward Minor")
    figures = penalty(rows, 600, threshold=20)
    assert figures.per_thousand == pytest.approx(10)
    assert figures.quality == pytest.approx(99)
    assert figures.calibrated == pytest.approx(95)
    assert figures.passed
    assert not figures.indicative
    assert figures.errors == {("Accuracy/Omission", "Major"): 1, ("Style/Awkward", "Minor"): 1}


def test_penalty_exactly_at_the_threshold_has_the_passing_quality():
    figures = penalty(ratings("A 1 r1 Accuracy/Omission Major"), 250, threshold=20, passing=90)
    assert (figures.passed, figures.calibrated, figures.indicative) == (True, pytest.approx(90), True)


def test_penalty_over_the_threshold_fails():
    assert penalty(ratings("A 1 r1 Accuracy/Omission Major"), 249, threshold=20).passed is False


def test_no_text_is_an_error_not_a_zero():
    with pytest.raises(UsageError, match="no words"):
        penalty([], 0)


@pytest.mark.parametrize(
    ("pairs", "category", "severity", "score"),
    [
        (["major=10"], "Accuracy/Omission", "Major", -10),
        (["major=10"], "Style/Awkward", "Minor", -1),
        (["Fluency/Punctuation:minor=0.5"], "Fluency/Punctuation", "Minor", -0.5),
        (["Non-translation=50,minor=2"], "Non-translation!", "Major", -50),
        (["Non-translation=50,minor=2"], "Style/Awkward", "Minor", -2),
    ],
)
def test_weights_are_edited_in_words(pairs, category, severity, score):
    rows = ratings(f"A 1 r1 {category} {severity}")
    assert segment_scores(rows, edited_weights(pairs)) == {("A", "1"): score}


@pytest.mark.parametrize("pair", ["major", "major=many", "major=-1", "Style:huge=3", "=3"])
def test_what_is_no_weight_is_refused(pair):
    with pytest.raises(UsageError, match="is no weight"):
        edited_weights([pair])


@pytest.mark.parametrize(
    "category",
    [
        "Terminology/Inconsistent use of terminology",  # Google, TED talks
        "Accuracy/Creative Reinterpretation",  # Google, 2022 and later
        "Style/Bad sentence structure",
        "Locale conventions/Number format",  # MQM-Core 2.0
        "linguistic-conventions/punctuation",
        "Design and markup/Truncation/text expansion",
        "Non-translation!",
        "",  # ESA
    ],
)
def test_categories_of_the_public_sets_are_known(category):
    assert is_known(category)


@pytest.mark.parametrize("category", ["Mood/Bad", "Accuracy/Bad", "Accurac", "Punctuation"])
def test_other_categories_are_not(category):
    assert not is_known(category)


def test_a_team_maps_its_own_categories():
    rows = ratings("A 1 r1 Sinnfehler Major", "A 1 r1 Style/Awkward Minor")
    assert [r.category for r in mapped(rows, {"sinnfehler": "Accuracy/Mistranslation"})] == [
        "Accuracy/Mistranslation",
        "Style/Awkward",
    ]


@pytest.mark.parametrize(
    "pair", ["mjor=10", "Fluency/Punctation:minor=1", "major=nan", "major=inf", "major=-1"]
)
def test_weights_that_name_nothing_or_are_no_weights_are_refused(pair):
    with pytest.raises(UsageError, match=pair.split("=")[0].split(":")[0]):
        edited_weights([pair])


def test_a_weight_may_name_a_whole_dimension():
    rows = ratings("A 1 r1 Style/Awkward Minor")
    assert segment_scores(rows, edited_weights(["Style:minor=0.5"])) == {("A", "1"): -0.5}


@pytest.mark.parametrize(
    ("unit", "size", "indicative"),
    [("words", 499, True), ("words", 500, False), ("characters", 849, True), ("characters", 850, False)],
)
def test_little_text_is_an_indication_only(unit, size, indicative):
    assert penalty([], size, unit=unit).indicative is indicative


def test_a_text_without_errors_is_of_full_quality_and_has_no_verdict_without_a_threshold():
    figures = penalty(ratings("A 1 r1 No-error No-error"), 100)
    assert (figures.total, figures.quality, figures.calibrated, figures.passed) == (0, 100, None, None)
    assert figures.errors == {}
    assert penalty(ratings("A 1 r1 Style/Awkward Minor"), 1).quality == 0


def test_names_of_published_references_are_one_system():
    rows = ratings("ref 1 r1 Style/Awkward Minor", "ref-A 1 r2 Accuracy/Omission Major")
    assert segment_scores(rows) == {("ref-A", "1"): -3}


def test_systems_stand_best_first_and_equal_ones_by_name():
    scores = {("b", "1"): -1.0, ("c", "1"): -2.0, ("a", "1"): -1.0}
    assert list(system_scores(scores)) == ["a", "b", "c"]


def test_an_own_weight_goes_before_a_published_one_and_neutral_rows_stay_free():
    own = edited_weights(["Fluency:minor=3"])
    rows = ratings(
        "A 1 r1 Fluency/Punctuation Minor", "A 2 r1 Fluency/Grammar Major", "A 3 r1 Fluency Neutral"
    )
    assert segment_scores(rows, own) == {("A", "1"): -3, ("A", "2"): -5, ("A", "3"): 0}


def test_a_weight_of_nothing_is_a_weight():
    assert segment_scores(ratings("A 1 r1 Style/Awkward Major"), edited_weights(["major=0"])) == {
        ("A", "1"): 0
    }


def test_a_name_that_is_half_a_category_is_none():
    with pytest.raises(UsageError, match="no severity and no category"):
        edited_weights(["Fluenc=1"])


@pytest.mark.parametrize("spelling", ["locale-conventions/number-format", "Locale convention/Number format"])
def test_a_team_may_spell_its_own_category_as_it_likes(spelling):
    rows = ratings("A 1 r1 Locale_Conventions/number_format Major")
    assert [r.category for r in mapped(rows, {spelling: "Other"})] == ["Other"]


def test_the_docs_list_every_category_as_the_message_says():
    page = (Path(__file__).parents[2] / "docs" / "qa-leads.md").read_text(encoding="utf-8")
    for dimension, categories in CATEGORIES.items():
        if categories:
            assert f"| {dimension} | {', '.join(categories)} |" in page
    assert f"Alone: {', '.join(name for name, of_it in CATEGORIES.items() if not of_it)}." in page
