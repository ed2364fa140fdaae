"""A whole file on one line is no segment that checks can look at: it is said, and costs next to nothing."""

from __future__ import annotations

import time

import pytest

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_document, check_segment
from transreview.checks.features import LONGEST
from transreview.checks.findings import TOO_LONG
from transreview.checks.segment_text import SegmentText

SOURCE = "展会在长沙举行，共有30家企业参加。"
TARGET = "გამოფენა გაიმართა ჩანშაში, მონაწილეობა მიიღო 30 კომპანიამ. "


def test_a_text_of_three_million_characters_gets_one_note() -> None:
    times = 3_000_000 // len(TARGET)
    started = time.process_time()
    (note,) = check_segment(SegmentText(SOURCE * times, TARGET * times), CheckContext("zh", "ka"))
    assert time.process_time() - started < 2
    assert note.check == TOO_LONG
    assert f"{(len(SOURCE) + len(TARGET)) * times:,}" in note.message


def test_a_text_of_the_longest_length_is_checked_at_once() -> None:
    filler = "ა" * (LONGEST - len("3 天 4 დღე"))
    started = time.process_time()
    found = check_segment(SegmentText("3 天", f"4 დღე{filler}"), CheckContext("zh", "ka"))
    assert time.process_time() - started < 10  # minutes, where letters of one word are gone through in turn
    assert TOO_LONG not in {one.check for one in found}


@pytest.mark.parametrize(
    "unit", ["a", "ა", "一", "0.", "1,", '"', "„", "(", "არ ", "ა ", "一、", "不", "$", "*"]
)
@pytest.mark.parametrize("pair", [("zh", "ka"), ("en", "ka")])
def test_a_sign_over_and_over_takes_no_minutes(unit: str, pair: tuple[str, str]) -> None:
    """What is gone through again for each of its parts takes half a minute and more."""
    text, context = unit * (60_000 // len(unit)), CheckContext(*pair)
    started = time.process_time()
    check_segment(SegmentText(text, "გამარჯობა 3"), context)
    check_segment(SegmentText("3 天 hello", text), context)
    check_segment(SegmentText(text, text), context)
    assert time.process_time() - started < 20


@pytest.mark.parametrize("unit", ["٣3３三", "%s%d{0}"])
def test_a_row_of_numbers_or_placeholders_is_gone_through_once(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    started = time.process_time()
    check_segment(SegmentText(text, text), CheckContext("en", "zh"))
    other = "。б A 他" * 3000
    check_segment(SegmentText(other, other), CheckContext("zh", "en"))
    assert time.process_time() - started < 8  # a minute, where each is held against all others


@pytest.mark.parametrize("unit", ["½", "…", "...", "ა,", "~"])
def test_a_row_of_one_sign_is_gone_through_once(unit: str) -> None:
    """Gone through again from each of its places it takes three seconds and more."""
    text, context = unit * (20_000 // len(unit)), CheckContext("en", "ka")
    started = time.process_time()
    check_segment(SegmentText(text, "გამარჯობა 3"), context)
    check_segment(SegmentText("3 days", text), context)
    assert time.process_time() - started < 2.5


def test_a_long_list_of_other_numbers_is_compared_in_its_order() -> None:
    numbers = [", ".join(f"{number}.5%" for number in range(first, first + 300)) for first in (1000, 5000)]
    found = check_segment(SegmentText(*numbers), CheckContext("en", "de"))
    changed = [one for one in found if one.check == "num.mismatch"]
    assert len(changed) == 300
    assert all(one.expected for one in changed)


def test_its_neighbours_are_checked_as_if_it_said_nothing() -> None:
    good, bad = SegmentText(SOURCE, TARGET.strip()), SegmentText(SOURCE, TARGET.replace("30", "40").strip())
    long = SegmentText(SOURCE * 4000, TARGET * 4000)
    found = check_document([good, long, bad], CheckContext("zh", "ka"))
    assert [one.check for one in found[1]] == [TOO_LONG]
    assert 0 not in found
    assert "num.mismatch" in {one.check for one in found[2]}


def test_a_name_that_stands_twice_in_the_source_is_reported_once_a_place() -> None:
    text = SegmentText("长沙和厦门，长沙和厦门。", "ჩანგშა და ქიამენი, ჩანგშა და ქიამენი.")
    found = [one for one in check_segment(text, CheckContext("zh", "ka")) if one.check == "name.translit"]
    assert len({(one.start, one.end) for one in found}) == len(found) >= 2
