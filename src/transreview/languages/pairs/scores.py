"""Scores and ratios that a translation turns round: 三比二 and 2:3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transreview.languages.chinese.numerals import numeral
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

_HAN = "[〇零一二两三四五六七八九十]{1,3}"
# Times of day, dates, ranges with units and parts of longer runs of digits are no scores.
_SOURCE = lazy_pattern(
    rf"(?<![\d.:/])(?P<a>\d{{1,3}})\s?[:：比]\s?(?P<b>\d{{1,3}})(?![\d:/分月]|\.\d)|(?P<c>{_HAN})比(?P<d>{_HAN})"
)
# With a hyphen two numbers are a score where somebody wins or loses by it: 以3-2战胜.
_HYPHENED = lazy_pattern(r"(?<![A-Za-z\d.:/-])(?P<a>\d{1,3})[-–—](?P<b>\d{1,3})(?![A-Za-z\d./:年月日号-])")
_WON = ("胜", "击败", "不敌", "负于", "战平", "逼平", "比分", "力克", "横扫", "领先", "落后", "逆转", "告负")
_HYPHEN_IN_TARGET = lazy_pattern(r"(?<![\w.:/-])(?P<a>\d{1,3})[-–—](?P<b>\d{1,3})(?![\d./:])")
_TARGET = lazy_pattern(r"(?<![\d.:/])(?P<a>\d{1,3})\s?:\s?(?P<b>\d{1,3})(?![\d:/]|\.\d)")


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


def may_score(source: str) -> bool:
    """Whether a source may have a score or a ratio."""
    return ":" in source or "比" in source or "：" in source or _may_be_hyphened(source)


def _may_be_hyphened(source: str) -> bool:
    return ("-" in source or "–" in source) and any(word in source for word in _WON)


def turned_scores(
    source: str, target: str, numbers: Sequence[Quantity] = ()
) -> Iterator[tuple[Score, Score]]:
    """Yield the scores of a source that stand in its translation the other way round, with those.

    Args:
        source: Source text; 三比二 and 3:2 are read.
        target: Its translation.
        numbers: The numbers of the translation: two in words side by side are a ratio (ოთხი ერთზე).
    """
    said = list(_scores(_SOURCE, source))
    if not said and _may_be_hyphened(source):
        said = list(_scores(_HYPHENED, source))
    theirs = [*_scores(_TARGET, target), *_in_words(target, numbers)] if said else []
    theirs = theirs or list(_scores(_HYPHEN_IN_TARGET, target)) if said else []
    if not theirs:
        return
    straight = {(score.left, score.right) for score in theirs}
    for ours in said:
        if ours.left == ours.right or (ours.left, ours.right) in straight:
            continue
        turned = next((s for s in theirs if (s.right, s.left) == (ours.left, ours.right)), None)
        if turned is not None:
            yield ours, turned


def _in_words(text: str, numbers: Sequence[Quantity]) -> Iterator[Score]:
    for first, second in pairwise(numbers):
        counts = first.kind is second.kind is QuantityKind.CARDINAL and not (first.digits or second.digits)
        if counts and _BETWEEN.fullmatch(text, first.end, second.start):
            yield Score(first.start, second.end, int(first.value), int(second.value))


_BETWEEN = lazy_pattern(r"\s|\s?[-–—]\s?")


def _scores(pattern: re.Pattern[str], text: str) -> Iterator[Score]:
    for match in pattern.finditer(text):
        groups = {"c": "", "d": "", **match.groupdict()}
        written = [groups["a"] or groups["c"], groups["b"] or groups["d"]]
        left, right = (int(number) if number.isdecimal() else numeral(number) for number in written)
        if isinstance(left, int) and isinstance(right, int):
            yield Score(match.start(), match.end(), left, right)
