"""What aligned text says of a pair: medians, intervals and shares, worked by hand."""

from __future__ import annotations

import json
import math

import pytest

from transreview.alignment.calibration import Calibration, _interval, _median, _spread, calibrate
from transreview.alignment.weights import load_weights


def calibration(**changed: object) -> Calibration:
    usual = {
        "source": "zh", "target": "ka", "pairs": 100, "ratio": 2.0, "low": 1.97, "high": 2.03, "spread": 0.2,
        "spread_short": 1.0, "marks": {"?": (10, 8), "!": (30, 12)},
    }  # fmt: skip
    return Calibration(**(usual | changed))  # type: ignore[arg-type]


def test_the_ratio_is_the_median_of_pairs_that_are_long_enough():
    pairs = [
        ("a" * 10, "b" * 20),
        ("a" * 10, "b" * 30),
        ("a" * 10, "b" * 90),
        ("aaa", "b" * 40),
        ("a" * 40, "bbb"),
    ]
    measured = calibrate(pairs, "en", "ka")
    assert measured is not None
    assert (measured.pairs, measured.ratio) == (3, pytest.approx(3))
    assert calibrate(pairs[1:2], "en", "ka") is None
    assert calibrate([("aaaa", "bbbb"), ("aaaa", "bbbb")], "en", "ka").ratio == pytest.approx(1)


def test_a_run_of_blanks_is_one_character():
    measured = calibrate([("aa   bb", "cc dd")] * 2, "en", "ka")
    assert measured.ratio == pytest.approx(1)


def test_medians_of_odd_and_even_numbers():
    assert _median([1, 2, 9]) == 2
    assert _median([1, 2, 4, 9]) == 3


def test_the_interval_is_that_of_the_order_statistics():
    """For 100 values half a standard interval is 9.8 places on either side of the fiftieth."""
    assert _interval(list(range(100))) == (40, 60)
    assert _interval([1.0, 2.0]) == (1.0, 2.0)


def test_it_is_sure_from_thirty_pairs_and_two_per_cent_on():
    assert calibration(low=1.961, high=2.039).is_sure
    assert not calibration(low=1.95, high=2.04).is_sure
    assert calibration(pairs=30).is_sure
    assert not calibration(pairs=29).is_sure


def test_pairs_that_are_wanted_grow_with_the_square_of_the_interval():
    assert calibration().pairs_wanted == 0
    assert calibration(pairs=20).pairs_wanted == 10
    assert calibration(pairs=100, low=1.921, high=2.079).pairs_wanted == 291


def test_marks_that_are_kept_are_a_share_of_those_seen():
    assert calibration().kept_marks == 0.5
    assert calibration(marks={}).kept_marks == 0
    counted = calibrate([("who? me! aa", "bb? cccccc"), ("who? xx yy", "dd cc eee ff")], "en", "de")
    assert counted.marks["?"] == (2, 1)
    assert counted.marks["!"] == (1, 0)


def test_the_opposite_direction_turns_ratio_and_interval_round():
    back = calibration().reversed()
    assert (back.source, back.target, back.ratio) == ("ka", "zh", 0.5)
    assert (back.low, back.high) == (1 / 2.03, 1 / 1.97)
    assert back.low < back.ratio < back.high


def test_lost_marks_are_drawn_to_the_fitted_share_as_by_a_hundred_marks():
    weights = load_weights()
    fitted = weights.channels["mark"].miss
    applied = calibration().applied(weights)
    assert applied.channels["mark"].miss == pytest.approx((20 + 100 * fitted) / 140)
    assert (applied.length.sigma, applied.length.sigma_short) == (0.2, 1.0)
    many = calibration(marks={"?": (100_000, 0)}).applied(weights)
    assert many.channels["mark"].miss == 0.9
    none = calibration(marks={"?": (100_000, 100_000)}).applied(weights)
    assert none.channels["mark"].miss == 0.02


def test_it_comes_back_from_json_and_nothing_else_does():
    assert Calibration.from_json(calibration().to_json()) == calibration()
    data = json.loads(calibration().to_json())
    for wrong in ({**data, "ratio": 0}, {**data, "low": -1}, {**data, "spread": math.inf}, {"pairs": 1}, []):
        with pytest.raises(ValueError, match=r"positive|calibration"):
            Calibration.from_json(json.dumps(wrong))


def test_spreads_of_equal_texts_are_the_least_there_is():
    measured = [(0.5, 10.0), (0.5, 20.0), (0.5, 100.0), (0.5, 200.0)]
    assert _spread(measured, 0.5) == (0.05, 0.05)


def test_short_texts_that_vary_more_make_the_slope():
    short = [(-1.0, 10.0), (1.0, 10.0)]
    long = [(-0.1, 1000.0), (0.1, 1000.0)]
    spread, slope = _spread([*short, *long], 0.0)
    first, second = 1.4826**2, (1.4826 * 0.1) ** 2
    assert slope == pytest.approx(min((first - second) / (0.1 - 0.001), 5.0))
    assert spread == pytest.approx(math.sqrt(max(second - slope * 0.001, 0.0025)))
