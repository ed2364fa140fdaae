"""Agreement of annotators, against worked examples."""

from __future__ import annotations

import pytest

from transreview.formats.mqm_tsv import parse_ratings
from transreview.scoring.agreement import krippendorff_alpha, span_f1

# Krippendorff (2011), section C: four observers, twelve units, "." for a missing value.
OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
UNITS = [
    {str(who): float(value) for who, value in enumerate(values) if value != "."}
    for values in zip(*(row.split() for row in OBSERVERS), strict=True)
]


@pytest.mark.parametrize(("nominal", "alpha"), [(True, 0.743), (False, 0.849)])
def test_alpha_of_krippendorffs_own_example(nominal, alpha):
    assert krippendorff_alpha(UNITS, nominal=nominal) == pytest.approx(alpha, abs=5e-4)


def test_alpha_is_undefined_without_variation_or_pairs():
    assert krippendorff_alpha([{"a": 1.0, "b": 1.0}]) is None
    assert krippendorff_alpha([{"a": 1.0}, {"b": 2.0}]) is None


def test_full_agreement_is_one():
    assert krippendorff_alpha([{"a": 1.0, "b": 1.0}, {"a": 5.0, "b": 5.0}]) == 1.0


def marked(text: str, severity: str = "Major"):
    header = "system\tseg_id\trater\ttarget\tcategory\tseverity"
    return list(parse_ratings([header, f"A\t1\tr\t{text}\tStyle/Awkward\t{severity}"]))


def test_span_f1_counts_characters():
    assert span_f1(marked("<v>აბგდ</v>ევ"), marked("აბ<v>გდ</v>ევ")) == pytest.approx(2 * 2 / 6)
    assert span_f1(marked("<v>აბ</v>"), marked("<v>აბ</v>")) == 1.0
    assert span_f1(marked("<v>აბ</v>"), marked("<v>აბ</v>", "Minor"), by_severity=True) == 0.0
    assert span_f1(marked("აბ"), marked("აბ")) == 1.0


def test_one_annotator_who_marks_nothing_does_not_agree_with_one_who_does():
    assert span_f1(marked("<v>აბ</v>"), marked("აბ")) == 0.0
    assert span_f1(marked("აბ"), marked("<v>აბ</v>")) == 0.0


def test_two_values_that_differ_agree_less_than_by_chance():
    """Two annotators, two units, each time 1 against 2: the observed disagreement is above the expected."""
    assert krippendorff_alpha([{"a": 1.0, "b": 2.0}, {"a": 2.0, "b": 1.0}]) == pytest.approx(-0.5)


def test_values_that_are_names_differ_wholly_or_not_at_all():
    units = [{"a": "x", "b": "x"}, {"a": "y", "b": "z"}]
    assert krippendorff_alpha(units) == krippendorff_alpha(units, nominal=True) == pytest.approx(0.4)
