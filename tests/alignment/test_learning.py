"""What the user's own text teaches: confirmed segments, and measured lengths and punctuation."""

from __future__ import annotations

import math

import pytest

from transreview.alignment import align
from transreview.alignment.calibration import Calibration, calibrate
from transreview.alignment.signals.learned import associations
from transreview.alignment.weights import load_weights
from transreview.model.unit import Unit

CONFIRMED = [
    ("眼镜店开业了。", "ოპტიკის მაღაზია გაიხსნა."),
    ("眼镜店在北京。", "ოპტიკის მაღაზია პეკინშია."),
    ("验光员来了。", "ოპტომეტრისტი მოვიდა."),
    ("验光员在工作。", "ოპტომეტრისტი მუშაობს."),
    ("今天天气很好。", "დღეს კარგი ამინდია."),
    ("他喜欢读书。", "მას კითხვა უყვარს."),
    ("她去了学校。", "ის სკოლაში წავიდა."),
]


def test_words_that_keep_company_are_learned() -> None:
    learned = associations(CONFIRMED, "zh", "ka")
    assert ("验光", "ოპტომე") in learned
    assert ("眼镜", "მაღაზ") in learned
    assert ("验光", "მაღაზი") not in learned


def test_one_meeting_teaches_nothing() -> None:
    assert associations([("验光员来了。", "ოპტომეტრისტი მოვიდა.")], "zh", "ka") == {}


def test_confirmed_segments_make_the_aligner_surer() -> None:
    source = [
        Unit(text, paragraph=i) for i, text in enumerate(["验光员很忙。", "眼镜店关门了。", "我们明天见。"])
    ]
    target = [
        Unit(text, paragraph=i)
        for i, text in enumerate(
            ["ოპტომეტრისტი დაკავებულია.", "ოპტიკის მაღაზია დაიხურა.", "ხვალ შევხვდებით."]
        )
    ]
    plain = align(source, target, "zh", "ka")
    taught = align(source, target, "zh", "ka", extra_pairs=CONFIRMED)
    assert [bead.type for bead in taught] == ["1-1"] * 3
    assert sum(bead.confidence for bead in taught) > sum(bead.confidence for bead in plain)


def test_the_measured_ratio_lies_within_its_interval_and_narrows_with_more_text() -> None:
    def measured(count: int) -> Calibration:
        pairs = [
            ("会" * (10 + k % 40), "ა" * round((10 + k % 40) * (3 + math.sin(k) / 2))) for k in range(count)
        ]
        found = calibrate(pairs, "zh", "ka")
        assert found is not None
        return found

    few, many = measured(40), measured(4_000)
    for found in (few, many):
        assert found.low <= found.ratio <= found.high
        assert found.ratio == pytest.approx(3.0, abs=0.2)
    assert many.high - many.low < few.high - few.low
    assert many.is_sure
    assert few.pairs_wanted > 0


def test_a_calibration_survives_being_written() -> None:
    found = calibrate(CONFIRMED, "zh", "ka")
    assert found is not None
    assert Calibration.from_json(found.to_json()) == found
    assert found.reversed().reversed().ratio == pytest.approx(found.ratio)
    with pytest.raises(ValueError, match="not a calibration"):
        Calibration.from_json('{"marks": {}}')


def test_marks_that_are_seldom_kept_count_less() -> None:
    kept = calibrate([("会会会会？", "აააააა?")] * 300, "zh", "ka")
    lost = calibrate([("会会会会？", "აააააა.")] * 300, "zh", "ka")
    assert kept is not None
    assert lost is not None
    weights = load_weights()
    assert kept.applied(weights).channels["mark"].miss < lost.applied(weights).channels["mark"].miss


def test_two_texts_are_the_least_that_can_be_measured() -> None:
    assert calibrate([("会会会会", "აააააააა")], "zh", "ka") is None


@pytest.mark.parametrize(
    ("left", "right", "together", "strength"),
    [
        (2, 2, 2, 1 / 2),
        (3, 3, 3, 2 / 3),
        (6, 6, 6, 5 / 6),
        (4, 4, 2, 1 / 4),  # half of what one meeting less than all would be: just enough
        (4, 5, 2, None),
        (6, 6, 3, 1 / 3),
        (6, 6, 2, None),
        (1, 1, 1, None),
        (6, 2, 2, 1 / 12**0.5),
        (7, 7, 7, None),  # in more than three tenths of the texts: such a word goes with everything
        (7, 2, 2, None),
    ],
)
def test_words_are_as_strong_as_they_keep_to_one_another(left, right, together, strength) -> None:
    sides = ([0] * 20, [0] * 20)
    for at in range(20):
        sides[0][at] = at < left
        sides[1][at] = left - together <= at < left - together + right
    pairs = [
        ("kalo" if one else f"x{chr(97 + at)}ab", "ლუტა" if other else f"წ{chr(0x10D0 + at)}ბა")
        for at, (one, other) in enumerate(zip(*sides, strict=True))
    ]
    wanted = {} if strength is None else {("kalo", "ლუტა"): pytest.approx(strength)}
    found = associations(pairs, "xx", "xy")
    assert {pair: value for pair, value in found.items() if pair == ("kalo", "ლუტა")} == wanted
