"""Two characters that are a word, or end one word and begin the next."""

from __future__ import annotations

import pytest

from transreview.languages.chinese.word_bounds import is_of_two_words


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("其中国内市场占六成", "中国"),
        ("节日得到隆重庆祝", "重庆"),
        ("本次大会议程已经公布", "会议"),
        ("他当选为州议会议员", "会议"),
        ("城市场馆免费开放", "市场"),
        ("这座中学生活设施齐全", "学生"),
    ],
)
def test_what_ends_one_word_and_begins_the_next_is_none(text: str, two: str) -> None:
    assert is_of_two_words(text, text.index(two))


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("他参加了公开会议和记者会", "会议"),  # 开会 and 议和 would leave 公 alone
        ("他和美国队签约", "美国"),  # 和 is a word by itself
        ("在中国家喻户晓", "中国"),
        ("中国内地", "中国"),
        ("去中国", "中国"),
        ("专家会议在北京举行", "会议"),
        ("企业的产品", "企业"),
    ],
)
def test_a_word_that_may_stand_there_is_one(text: str, two: str) -> None:
    assert not is_of_two_words(text, text.index(two))
