"""Scores and ratios that a translation turns round: 三比二 and 2:3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transreview.languages.chinese.numerals import numeral

_HAN = "[〇零一二两三四五六七八九十]{1,3}"
# Times of day, dates, ranges with units and parts of longer runs of digits are no scores.
_SOURCE = re.compile(
    rf"(?<![\d.:/])(?P<a>\d{{1,3}})\s?[:：比]\s?(?P<b>\d{{1,3}})(?![\d.:/]|分|月)|(?P<c>{_HAN})比(?P<d>{_HAN})"
)
_TARGET = re.compile(r"(?<![\d.:/])(?P<a>\d{1,3})\s?:\s?(?P<b>\d{1,3})(?![\d.:/])")


class Score(NamedTuple):
    """Two numbers set against each other.

    Attributes:
        start: First character.
        end: One past the last.
        left: The first number.
        right: The second.
    """

    start: int
    end: int
    left: int
    right: int


def turned_scores(source: str, target: str) -> Iterator[tuple[Score, Score]]:
    """Yield the scores of a source that stand in its translation the other way round, with those.

    Args:
        source: Source text; 三比二 and 3:2 are read.
        target: Its translation.
    """
    theirs = list(_scores(_TARGET, target))
    if not theirs:
        return
    straight = {(score.left, score.right) for score in theirs}
    for ours in _scores(_SOURCE, source):
        if ours.left == ours.right or (ours.left, ours.right) in straight:
            continue
        turned = next((s for s in theirs if (s.right, s.left) == (ours.left, ours.right)), None)
        if turned is not None:
            yield ours, turned


def _scores(pattern: re.Pattern[str], text: str) -> Iterator[Score]:
    for match in pattern.finditer(text):
        groups = {"c": "", "d": "", **match.groupdict()}
        written = [groups["a"] or groups["c"], groups["b"] or groups["d"]]
        left, right = (int(number) if number.isdecimal() else numeral(number) for number in written)
        if isinstance(left, int) and isinstance(right, int):
            yield Score(match.start(), match.end(), left, right)
