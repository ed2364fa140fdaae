"""A number that is another one is told by one check, though several see it."""

from __future__ import annotations

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.checks.settings import CheckSettings


def found(source: str, target: str, *ignored: str) -> list[tuple[str, str]]:
    context = CheckContext("zh", "ka", settings=CheckSettings(ignore=frozenset(ignored)))
    return [
        (one.check, one.severity.value)
        for one in check_segment(SegmentText(source, target), context)
        if one.check in {"num.mismatch", "num.label", "mean.contrast"}
    ]


PAIR = ("检查车每周三次开进学校。", "შემმოწმებელი მანქანა კვირაში ორჯერ მიდის სკოლაში.")


def test_the_plainest_of_those_that_see_it_tells_of_it() -> None:
    assert found(*PAIR) == [("num.mismatch", "warning")]


def test_the_next_one_tells_of_it_where_that_is_switched_off() -> None:
    assert found(*PAIR, "num.mismatch") == [("num.label", "warning")]


def test_two_numbers_that_are_others_are_told_both() -> None:
    assert found("他买了15本书和26支笔。", "მან 18 წიგნი და 27 კალამი იყიდა.") == [
        ("num.mismatch", "error"),
        ("num.mismatch", "error"),
    ]
