"""Two things that have changed places: 今年比去年多 is no შარშან, 由亏损转为盈利 no მოგებიდან ზარალზე."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.chinese_georgian.meaning.compared import says_the_opposite
from transreview.languages.pairs.chinese_georgian.meaning.poles import Phrase, ends_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_MORE_WORDS = """
超过 高于 低于 大于 小于 多于 少于 快于 慢于 优于 强于 弱于 早于 晚于 重于 轻于 好于 不如 不及 逊于
"""
_THAN = lazy_pattern("比|[超高低大小多少快慢优强弱早晚重轻好不逊][过于如及]")
# 比 is no „than“ before and behind these: 对比, 比例.
_NO_THAN_BEFORE, _NO_THAN_BEHIND = "对相之占0123456789一二三四五六七八九十", "0123456789例赛如较方利分重作"
# What changes into what, and what goes from where to where.
_INTO = lazy_pattern("(?:[转改变换]变?[为成向换]|[升发][级展][为成]|[调][整换]为|[至到往])了?")
_NO_FROM_BEFORE, _NO_FROM_BEHIND = "自理事缘来", "己动主由然身治来我于此衷"
_STOPS = "，。；：、“”！？（）"
_LONGEST_END = 12
_NUMBER = lazy_pattern("^(?:每?[^0-9]{0,3})(?P<number>[0-9]+(?:[.][0-9]+)?)(?![0-9.]*[万亿])")
_RULES_DATIVE = ("აღემატ", "აჭარბ", "გადააჭარბ", "სჯობ", "აჯობ", "უსწრ", "ჩამორჩ", "ჩამოუვარდ", "სჭარბ")
SAYS_THAN = sign_of(lambda: ("比", *_MORE_WORDS.split()))
_MORE_SET = frozenset(("比", *_MORE_WORDS.split()))
SAYS_FROM_TO = sign_of(lambda: ("从", "由", "自"))


def exchanged_in_comparison(source: str, target: str) -> Iterator[Divergence]:
    """Yield what a source compares and its translation compares with: შარშანდელი წლევანდელზე მეტია.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    than = next((match for match in _THAN.finditer(source) if _says_than(source, match)), None)
    if than is None:
        return
    ours, theirs = ends_in(_before(source, than.start()), _behind(source, than.end()), target)
    if not theirs or any("ვიდრე" in one.before or _is_compared_with(one) for one in theirs):
        return
    found = next(filter(_is_compared_with, ours), None)
    if found is not None and not says_the_opposite(source, target):
        place = (than.end(), than.end() + len(_behind(source, than.end())))
        yield Divergence(DivergenceKind.DIRECTION, place, (found.start, found.end))


def _says_than(source: str, match: re.Match[str]) -> bool:
    if match[0] != "比":
        return match[0] in _MORE_SET
    before, behind = source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1]
    return before not in _NO_THAN_BEFORE and behind not in _NO_THAN_BEHIND


def _before(source: str, end: int) -> str:
    """Return the words before a place, back to a mark and no more than an end may have."""
    start = max(source.rfind(mark, 0, end) for mark in _STOPS) + 1
    return source[max(start, end - _LONGEST_END) : end]


def _behind(source: str, start: int) -> str:
    """Return the words behind a place, up to a mark and no more than an end may have."""
    words = source[start : start + _LONGEST_END]
    return words[: min((place for mark in _STOPS if (place := words.find(mark)) >= 0), default=len(words))]


def _is_compared_with(phrase: Phrase) -> bool:
    """Whether something else is more or less than this: შარშანდელზე, ვიდრე შარშან, შარშანდელთან შედარებით."""
    if phrase.before[:1] == ("ვიდრე",) or phrase.stands("ზე"):
        return True
    if phrase.stands("თან") and "შედარებით" in phrase.behind[:1]:
        return True
    return phrase.words[-1].endswith("ს") and any(map(_rules_dative, phrase.behind[:2]))


def _rules_dative(word: str) -> bool:
    return word.startswith(_RULES_DATIVE)


def exchanged_ends(source: str, target: str) -> Iterator[Divergence]:
    """Yield that to which a source goes and from which its translation comes: მოგებიდან ზარალზე.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if "დან" not in target and "გან" not in target:
        return
    for place, sign in enumerate(source):
        if sign not in "从由自" or not _says_from(source, place):
            continue
        into = _INTO.search(source, place + 2, place + 2 + _LONGEST_END)
        one = source[place + 1 : into.start()] if into is not None else ""
        if into is None or any(mark in one for mark in _STOPS):
            continue
        other = _behind(source, into.end())
        found = _exchanged(one, other, target)
        if found is not None:
            yield Divergence(DivergenceKind.RELATION, (into.end(), into.end() + len(other)), found)
            return


def _says_from(source: str, place: int) -> bool:
    before, behind = source[place - 1 : place] if place else "", source[place + 1 : place + 2]
    return bool(behind) and (not before or before not in _NO_FROM_BEFORE) and behind not in _NO_FROM_BEHIND


def _exchanged(one: str, other: str, target: str) -> tuple[int, int] | None:
    numbers = _NUMBER.match(one), _NUMBER.match(other)
    if numbers[0] is not None and numbers[1] is not None:
        return _exchanged_numbers(numbers[0]["number"], numbers[1]["number"], target)
    ours, theirs = ends_in(one, other, target)
    if not ours or any(map(_is_left, ours)):
        return None
    found = next(filter(_is_left, theirs), None)
    return (found.start, found.end) if found is not None else None


def _is_left(phrase: Phrase) -> bool:
    return phrase.stands("დან", "გან")


def _exchanged_numbers(one: str, other: str, target: str) -> tuple[int, int] | None:
    """Return the number up to which something goes in a source and from which in its translation."""
    if one == other:
        return None
    left, reached = _written(other, "დან", target), _written(one, "(?:მდე|ზე)", target)
    told = left is not None and reached is not None and _written(one, "დან", target) is None
    return left.span() if left is not None and told else None


def _written(number: str, ending: str, target: str) -> re.Match[str] | None:
    """Return a number with the words of its unit, the last of which has an ending."""
    digits = number.replace(".", "[.,]")
    return re.search(rf"(?<![0-9.,]){digits}%?(?:-?[ა-ჰ]{{0,9}}| [ა-ჰ]+){ending}(?![ა-ჰ])", target)
