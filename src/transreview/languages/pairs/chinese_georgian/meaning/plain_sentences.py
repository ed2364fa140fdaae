"""Sentences so plain that what their translation says otherwise is surely of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_LONGEST = 24  # characters of a source
_PARTS = lazy_pattern("[，；：、,;:](?=.)")


def is_plain(source: str) -> bool:
    """Whether a Chinese text is one short clause.

    Args:
        source: Text of a segment.
    """
    return len(source) <= _LONGEST and _PARTS.search(source) is None


def surely_in_plain(source: str, found: Sequence[Divergence]) -> list[Divergence]:
    """Return what was found in a plain sentence, sure where there is nothing else that it may mean.

    Args:
        source: A plain Chinese text.
        found: Where its translation says something else.
    """
    return [one._replace(sure=True) if _is_sure(source, one) else one for one in found]


def _is_sure(source: str, one: Divergence) -> bool:
    start, end = one.source
    if one.kind is DivergenceKind.CONTRAST:
        return _COUNTS.search(source, start, end) is None
    if one.kind is DivergenceKind.TIME:
        return source[start : start + 1] in _TO_COME
    # 里 may stand where nobody goes anywhere.
    return one.kind is DivergenceKind.DIRECTION or (one.kind is DivergenceKind.PLACE and end - start > 1)


_TO_COME = frozenset("将將即明下")
# What is counted or comes again is said in other words more often: 每天, "at seven o'clock every morning".
_COUNTS = lazy_pattern("[0-9一二三四五六七八九十每]")


def is_plainly_denied(source: str, place: int) -> bool:
    """Whether a Chinese text is one short clause whose verb is denied, or says what is instead.

    Args:
        source: Text of a segment.
        place: Where its denial begins.
    """
    if _INSTEAD.match(source, place):
        return True
    denied = is_plain(source) and _DENIAL.match(source, place) is not None
    return denied and not _DENIES_ITSELF.search(source, place)


# Not this but that: a translation that denies neither says both.
_INSTEAD = lazy_pattern("不(?:是|应|该|能|要|宜)[^，。；“”]{1,14}，?而(?:是|要|应|该)")


# A verb is denied, not a part of a word (不锈, 无线).
_DENIAL = lazy_pattern(
    "没有?(?=[\u3400-\u9fff]{2})|沒有|从未|尚未|无法|无权|难以"
    "|不(?:再|会|能|可|是|应|该|允许|准|得|要|想|愿|敢|肯|建议|支持|同意|赞成|打算|认为|相信|知道|承认|希望|需要"
    "|含|包含|包括|存在|适用|属于|具备|清楚|明确|产生|收取|提供|使用|公开|涉及|构成|承担|接受|参加|影响|依赖"
    "|生产|销售|出口|进口)"
)
# What is denied says less than it seems by itself, and a translation may say the contrary: did not let down.
_DENIES_ITSELF = lazy_pattern("辜负|忘|失|放弃|错过|落后|停|断|缺|拒|避|免|少|难|差|低|晚|迟|小|旧|反对|否")
