"""Limits are named alike everywhere; a limit that makes no sense is refused before anything is computed."""

from __future__ import annotations

import math

import pytest

from transreview.errors import UsageError
from transreview.workflow.quality.thresholds import Figures, Limits, failures, judge


@pytest.mark.parametrize(
    ("minima", "maxima", "message"),
    [
        (["ter=20"], [], "less of it is better.*Write --max ter=20"),
        ([], ["chrf=20"], "more of it is better.*Write --min chrf=20"),
        ([], ["confirmed=20"], "Write --min confirmed=20"),
        ([], ["error=-1"], "“-1” is no limit"),
        ([], ["error=nan"], "“nan” is no limit"),
        (["chrf=inf"], [], "“inf” is no limit"),
        (["chrf=fifty"], [], "“fifty” is no limit"),
        (["chrf"], [], "--min chrf is not NAME=NUMBER"),
        (["chrf=101"], [], "the scale ends at 100"),
        (["confirmed=150"], [], "the scale ends at 100"),
        (["chfr=50"], [], "no “chfr” to compare.*chrf, bleu, confirmed, approved"),
        ([], ["fatal=0"], "no “fatal”"),
    ],
)
def test_limits_that_make_no_sense_are_refused(minima, maxima, message):
    with pytest.raises(UsageError) as caught:
        Limits.parse(minima, maxima)
    import re

    assert re.search(message, str(caught.value), re.DOTALL)


@pytest.mark.parametrize("option", ["hter", "npt", "new"])
@pytest.mark.parametrize("value", [-1, math.nan, math.inf])
def test_numbers_of_options_are_checked_too(option, value):
    with pytest.raises(UsageError, match="is no limit"):
        Limits.parse([], [], **{option: value})


def test_scores_have_no_findings_to_limit():
    with pytest.raises(UsageError, match="no “error”"):
        Limits.parse([], ["error=0"], findings=False)


def test_each_direction_decides_its_own_way():
    limits = Limits.parse(["chrf=55", "confirmed=90%"], ["ter=60"])
    good = judge(Figures(values={"chrf": 55.0, "ter": 60.0, "confirmed": 90.0}), limits)
    bad = judge(Figures(values={"chrf": 54.9, "ter": 60.1, "confirmed": 89.9}), limits)
    assert all(row["passed"] for row in good)
    assert not any(row["passed"] for row in bad)


def test_worse_findings_count_for_milder_limits():
    (row,) = judge(
        Figures(values={}, findings={"info": 9, "warning": 3, "error": 1, "critical": 1}),
        Limits.parse([], ["error=1"]),
    )
    assert (row["value"], row["passed"]) == (2, False)


def test_no_data_fails_and_says_so():
    rows = judge(Figures(values={}), Limits.parse(["chrf=1"], [], hter=0.5, npt=20, new=0))
    assert [row["passed"] for row in rows] == [False] * 4
    assert failures(rows)[1] == "HTER: no data, limit ≤ 0.5"


def test_a_failure_shows_the_digits_that_decide():
    rows = judge(Figures(values={"chrf": 54.996}), Limits.parse(["chrf=55"], []))
    assert failures(rows) == ["chrf is 54.996, limit ≥ 55"]
