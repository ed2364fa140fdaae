"""Two things that have changed places: 今年比去年多 is no შარშან, 由亏损转为盈利 no მოგებიდან ზარალზე."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.chinese_georgian.meaning.compared import says_the_opposite
from transreview.languages.pairs.chinese_georgian.meaning.poles import Phrase, ends_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_MORE_WORDS = """
超过 高于 低于 大于 小于 多于 少于 快于 慢于 优于 强于 弱于 早于 晚于 重于 轻于 好于 不如 不及 逊于
"""
_THAN = re.compile(
    "(?P<one>[^，。；：、“”]{2,12}?)"
    f"(?:(?<![对相之占0-9一二三四五六七八九十])比(?![0-9例赛如较方利分重作])|{'|'.join(_MORE_WORDS.split())})"
    "(?P<other>[^，。；：、“”]{2,10})"
)
# What changes into what, and what goes from where to where.
_INTO = """
转为 转变为 改为 变为 变成 改成 转向 转换为 换成 调整为 过渡到 升级为 升级到 发展到 发展为
发展成 扩展到 扩大到 延伸到 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到
上升至 上调至 上涨到 涨到 涨至 升至 升到 增至 降低到 降低至 减少到 减少至 下降到 下降至 下调至
下跌到 跌到 跌至 降至 降到 减至 缩小到 缩小至 缩短到 缩短至 延长到 延长至 推迟到 提前到 搬到
搬迁到 迁到 迁至 迁往 运往 运到 运至 飞往 开往 转移到 前往 到 至
"""
_FROM_TO = re.compile(
    "(?:从|由|自)(?P<one>[^，。；：、“”]{1,10}?)(?:逐步|逐渐|正|已经?|迅速|进一步|成功|大幅)?"
    f"(?:{'|'.join(_INTO.split())})(?:了)?(?P<other>[^，。；：、“”]{{1,10}})"
)
_NUMBER = re.compile("^(?:每?[^0-9]{0,3})(?P<number>[0-9]+(?:[.][0-9]+)?)(?![0-9.]*[万亿])")
_RULES_DATIVE = ("აღემატ", "აჭარბ", "გადააჭარბ", "სჯობ", "აჯობ", "უსწრ", "ჩამორჩ", "ჩამოუვარდ", "სჭარბ")
SAYS_THAN = sign_of(lambda: ("比", *_MORE_WORDS.split()))
SAYS_FROM_TO = sign_of(lambda: ("从", "由", "自"))


def exchanged_in_comparison(source: str, target: str) -> Iterator[Divergence]:
    """Yield what a source compares and its translation compares with: შარშანდელი წლევანდელზე მეტია.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    said = _THAN.search(source)
    if said is None:
        return
    ours, theirs = ends_in(said["one"], said["other"], target)
    if not theirs or any("ვიდრე" in one.before or _is_compared_with(one) for one in theirs):
        return
    found = next(filter(_is_compared_with, ours), None)
    if found is not None and not says_the_opposite(source, target):
        yield Divergence(DivergenceKind.DIRECTION, said.span("other"), (found.start, found.end))


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
    said = _FROM_TO.search(source)
    if said is None or ("დან" not in target and "გან" not in target):
        return
    one, other = _NUMBER.match(said["one"]), _NUMBER.match(said["other"])
    if one is not None and other is not None:
        yield from _exchanged_numbers(said, one["number"], other["number"], target)
        return
    ours, theirs = ends_in(said["one"], said["other"], target)
    if not ours or any(map(_is_left, ours)):
        return
    found = next(filter(_is_left, theirs), None)
    if found is not None:
        yield Divergence(DivergenceKind.RELATION, said.span("other"), (found.start, found.end))


def _is_left(phrase: Phrase) -> bool:
    return phrase.stands("დან", "გან")


def _exchanged_numbers(said: re.Match[str], one: str, other: str, target: str) -> Iterator[Divergence]:
    """Yield the number up to which something goes in a source and from which in its translation."""
    if one == other:
        return
    left, reached = _written(other, "დან", target), _written(one, "(?:მდე|ზე)", target)
    if left is not None and reached is not None and _written(one, "დან", target) is None:
        yield Divergence(DivergenceKind.RELATION, said.span("other"), left.span())


def _written(number: str, ending: str, target: str) -> re.Match[str] | None:
    """Return a number with the words of its unit, the last of which has an ending."""
    digits = number.replace(".", "[.,]")
    return re.search(rf"(?<![0-9.,]){digits}%?(?:-?[ა-ჰ]{{0,9}}| [ა-ჰ]+){ending}(?![ა-ჰ])", target)
