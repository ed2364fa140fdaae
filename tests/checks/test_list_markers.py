"""Markers of list items by their value, in whatever numerals they are written."""

from __future__ import annotations

import pytest

from transreview.checks.list_markers import marker


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1. a", {1}),
        ("12) a", {12}),
        ("（一）甲", {1}),
        ("（十）甲", {10}),
        ("（十二）甲", {12}),
        ("（二十）甲", {20}),
        ("（二十一）甲", {21}),
        ("九、甲", {9}),
        ("① a", {1}),
        ("⑳ a", {20}),
        ("iv) a", {4}),
        ("ა) ერთი", {1}),
        ("ბ) ორი", {2}),
        ("b) two", {2}),
    ],
)
def test_a_marker_has_a_value(text, values):
    found = marker(text)
    assert found is not None
    assert set(found.values) >= values


@pytest.mark.parametrize("text", ["text", "", "3,5 km", "（一百）甲乙丙"])
def test_what_is_no_marker(text):
    found = marker(text)
    assert found is None or not found.values


def test_one_letter_may_be_a_numeral_of_several_alphabets():
    assert set(marker("i) one").values) == {1, 9}
    assert set(marker("c) one").values) >= {3}
