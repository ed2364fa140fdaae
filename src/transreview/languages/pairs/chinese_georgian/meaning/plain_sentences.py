"""Sentences so plain that what their translation says otherwise is surely of the same thing."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

_LONGEST = 24  # characters of a source
_PARTS = lazy_pattern("[，；：、,;:](?=.)")


def is_plain(source: str) -> bool:
    """Whether a Chinese text is one short clause.

    Args:
        source: Text of a segment.
    """
    return len(source) <= _LONGEST and _PARTS.search(source) is None


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
    "没有?(?=[\u3400-\u9fff]{2})|沒有|从未|尚未|无法|无权|难以|不(?:再|会|能|可|是|应|该|允许|准|得|要|想|愿|敢|肯|建议|支持|同意|赞成|打算"
    "|认为|相信|知道|希望|需要|存在|包括|属于|具备|接受|参加|影响|依赖|生产|销售|出口|进口)"
)


# What is denied says less than it seems by itself, and a translation may say the contrary: did not let down.
_DENIES_ITSELF = lazy_pattern("辜负|忘|失|放弃|错过|落后|停|断|缺|拒|避|免|少|难|差|低|晚|迟|小|旧|反对|否")
