"""Which language of a file answers to what is asked for."""

from __future__ import annotations

from collections import Counter

import pytest

from transreview.formats.wanted_languages import best_match, closeness, closest, same_tag


@pytest.mark.parametrize(
    ("tag", "wanted", "close"),
    [
        ("ka", "ka", 3),
        ("KA", "ka", 3),
        ("zh_CN", "zh-CN", 3),
        ("zh", "zh-CN", 2),
        ("zh-CN", "zh", 2),
        ("zh-Hans", "zh-CN", 2),
        ("zh-CN", "zh-TW", 1),
        ("zh-Hans", "zh-Hant", 1),
        ("sr-Cyrl-RS", "sr-Latn-RS", 1),
        ("ka", "zh", 0),
        ("", "ka", 0),
        ("ka", "", 0),
        ("", "", 0),
    ],
)
def test_a_tag_answers_wholly_in_part_or_not(tag: str, wanted: str, close: int) -> None:
    assert closeness(tag, wanted) == close


def test_of_tags_equally_close_the_first_is_taken_and_none_of_another_language() -> None:
    assert closest(["zh-TW", "zh-HK", "zh"], "zh-CN") == "zh"
    assert closest(["zh-TW", "zh-HK"], "zh-CN") == "zh-TW"
    assert closest(["en", "ka"], "zh") is None
    assert closest([], "zh") is None


def test_spelling_makes_no_other_tag() -> None:
    assert same_tag("zh_Hans-CN", "ZH-hans_cn")
    assert not same_tag("zh", "zh-CN")


@pytest.mark.parametrize(
    ("source", "target", "best"),
    [
        (None, None, ("en", "de")),
        (None, "ka", ("en", "ka")),
        ("zh", "ka", ("zh", "ka")),
        ("zh", None, ("zh", "ka")),
        ("en-GB", "ka", ("en", "ka")),
        ("en", "zh", ("en", "de")),
    ],
)
def test_the_target_counts_before_the_source_and_both_before_how_often(source, target, best) -> None:
    counts = Counter({("en", "ka"): 2, ("zh", "ka"): 1, ("en", "de"): 5})
    assert best_match(counts, source, target) == best
