"""Who does something to whom, and what is more than what: 中方向格方提供 is no "the Georgian side gives"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# What stands between the one who acts and the one something is done to, or between two things compared.
_DONE_WORDS = """
向 给 对 要求 邀请 请求 起诉 控告 帮助 通知 批评 指责 感谢 支持 说服 敦促 警告 允许 委托
告诉 询问 提醒 建议 收购 击败 战胜 援助 赔偿 补偿 拜访 访问 采访
"""
_MORE_WORDS = "超过 高于 低于 大于 小于 多于 少于 不及 不如 赶超 快于 优于"
_BETWEEN = re.compile("|".join((*_DONE_WORDS.split(), *_MORE_WORDS.split())))
_FROM_OTHERS = re.compile("被|由|让|受到|遭")
_WORD = re.compile("[ა-ჰ-]+")
_ACTS, _IS_NAMED, _RECEIVES = (
    ("მა", "მ", "მაც"),
    ("ი", "ა", "ო", "ე"),
    ("ს", "ზე", "თან", "გან", "თვის", "კენ", "სა"),
)


@cache
def _parties() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return the patterns of each party: of its Chinese words, of its Georgian ones."""
    text = (files(__package__) / "data" / "parties.txt").read_text(encoding="utf-8")
    rows = (line.split(" = ") for line in text.splitlines() if line and not line.startswith("#"))
    return [
        (
            re.compile("|".join(sorted(map(re.escape, chinese.split("/")), key=len, reverse=True))),
            re.compile(rf"(?<![ა-ჰ-])(?:{georgian.replace('/', '|')})[ა-ჰ-]*"),
        )
        for chinese, georgian in rows
    ]


SAYS_WHO_TO_WHOM = sign_of(lambda: (*_DONE_WORDS.split(), *_MORE_WORDS.split()))


def turned_sides(source: str, target: str) -> Iterator[Divergence]:
    """Yield the one to whom something is done in the source and who does it in the translation.

    Said of short sentences with two known parties, each named once on both sides, where the case of both
    shows in Georgian.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if len(source) > _LONGEST or not _BETWEEN.search(source) or _FROM_OTHERS.search(source):
        return
    named = []
    for chinese, georgian in _parties():
        said = list(chinese.finditer(source))
        if len(said) == 1 and len(written := list(georgian.finditer(target))) == 1:
            named.append((said[0].span(), written[0].span()))
    named.sort()
    if len(named) != 2:
        return
    (first, ours), (second, theirs) = named
    between = source[first[1] : second[0]]
    if not _BETWEEN.search(between) or "，" in between or "的" in between or "和" in between:
        return
    acting, receiving = _case(target, ours), _case(target, theirs)
    acts = receiving == "Erg" or (receiving == "Nom" and theirs[0] < ours[0])
    if acting == "Dat" and acts:
        yield Divergence(DivergenceKind.SPEAKER, first, theirs)


_LONGEST = 40


def _case(text: str, place: tuple[int, int]) -> str:
    """Return the case of a party, by its own word or by that to which a genitive or an adjective belongs."""
    words = list(_WORD.finditer(text, place[0]))
    word = words[0].group()
    if (
        word.endswith(("ის", "ების", "ურ", "ულ")) or not word.endswith((*_ACTS, *_IS_NAMED, *_RECEIVES))
    ) and len(words) > 1:
        gap = text[words[0].end() : words[1].start()]
        word = words[1].group() if gap == " " else word
    if word.endswith(_ACTS):
        return "Erg"
    if word.endswith(_RECEIVES):
        return "Dat"
    return "Nom" if word.endswith(_IS_NAMED) else ""
