"""A check that needs a feature is not asked where the feature is empty, and sees nothing there."""

from __future__ import annotations

import pytest

from transreview.checks import CheckContext, SegmentText, characters
from transreview.checks.features import Features
from transreview.checks.registry import REGISTRY

NEEDY = [check for check in REGISTRY if check.needs]
# Texts in which every feature that checks need is empty.
TEXTS = [("会议结束。", "შეხვედრა დასრულდა."), ("他来了。", "ის მოვიდა."), ("Hello", "გამარჯობა"), ("A", "ა")]


def test_every_need_is_a_feature() -> None:
    assert {check.needs for check in NEEDY} == {"target_faults", "divergences", "has_numbers", "term_uses"}
    assert all(hasattr(Features, check.needs) for check in NEEDY)


@pytest.mark.parametrize("check", NEEDY, ids=lambda check: check.id)
def test_a_check_without_what_it_needs_finds_nothing(check) -> None:
    context = CheckContext("zh", "ka")
    assert check.segment is not None
    for source, target in TEXTS:
        features = Features(SegmentText(source, target), context)
        assert not getattr(features, check.needs)
        assert list(check.segment(features)) == []


def test_the_letters_that_are_passed_over_together_have_no_other_kind() -> None:
    assert {characters._bits(letter) for letter in characters._GEORGIAN_LETTERS} == {characters.GEORGIAN}
    assert {characters._bits(letter) for letter in characters._HAN_LETTERS} == {characters.HAN}
    assert characters.mask("会议 ა, 5") == (
        characters.HAN | characters.GEORGIAN | characters.COMMA | characters.DIGIT
    )
