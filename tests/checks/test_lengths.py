"""How long a translation usually is: worked by hand, and fitted to a team's own segments."""

from __future__ import annotations

import math

import pytest

from transreview.checks.lengths import LengthBands, LengthFit

PRIOR = LengthBands(2.0, 0.3, 0.5)


def test_a_translation_of_the_usual_length_deviates_by_nothing():
    assert PRIOR.deviation(10, 20) == 0
    assert PRIOR.deviation(10, 40) == -PRIOR.deviation(10, 10) > 0


def test_the_band_is_wider_for_short_texts_and_counts_the_shorter_side():
    assert PRIOR.deviation(100, 400) == pytest.approx(math.log(2) / math.sqrt(0.3**2 + 0.5**2 / 100))
    assert PRIOR.deviation(1, 4) == pytest.approx(math.log(2) / math.sqrt(0.3**2 + 0.5**2))
    shrinking = LengthBands(0.5, 0.3, 0.5)
    assert shrinking.deviation(100, 100) == pytest.approx(math.log(2) / math.sqrt(0.3**2 + 0.5**2 / 50))


def fit(count: int, ratio: int = 3, **how: bool) -> LengthFit:
    made = LengthFit()
    for key in range(count):
        made.put(key, "源" * 6, "ა" * 6 * ratio, **({"confirmed": True} | how))
    return made


def test_two_hundred_confirmed_segments_make_bands_of_the_team_s_own():
    assert fit(199).bands(PRIOR) is PRIOR
    made = fit(200).bands(PRIOR)
    assert made.own
    assert made.ratio == pytest.approx(3, rel=0.026)
    assert (made.spread, made.unrest) == (0.05, 0.5)


def test_only_confirmed_texts_of_six_characters_and_more_count():
    assert fit(300, confirmed=False).bands(PRIOR) is PRIOR
    made = fit(199)
    made.put(1000, "源" * 5, "ა" * 20, confirmed=True)
    made.put(1001, "源" * 6, "  ", confirmed=True)
    assert made.bands(PRIOR) is PRIOR
    made.put(1002, "源" * 6, "ა" * 18, confirmed=True)
    assert made.bands(PRIOR).own


def test_a_segment_that_is_put_again_counts_once_and_one_that_is_gone_not_at_all():
    made = fit(200)
    made.put(0, "源" * 6, "ა" * 18, confirmed=False)
    assert made.bands(PRIOR) is PRIOR
    made.put(0, "源" * 6, "ა" * 18, confirmed=True)
    made.put(0, "源" * 6, "ა" * 12, confirmed=True)
    assert made.bands(PRIOR).own
    made.keep(range(200))
    assert made.bands(PRIOR).own
    made.keep(range(1, 200))
    assert made.bands(PRIOR) is PRIOR


def test_two_thirds_of_the_segments_lie_within_one_spread():
    """Lengths spread evenly from e^0 to e^1: 34 per cent on either side of the middle, rounded to a twentieth."""
    made = LengthFit()
    for key in range(1000):
        made.put(key, "x" * 1000, "y" * round(1000 * math.exp(key / 1000)), confirmed=True)
    bands = made.bands(PRIOR)
    assert bands.ratio == pytest.approx(math.exp(0.5))
    assert bands.spread == pytest.approx(0.35)
