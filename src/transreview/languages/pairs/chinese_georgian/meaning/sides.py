"""Who does something to whom, and what is more than what: 中方向格方提供 is no "the Georgian side gives"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# What stands between the one who acts and the one something is done to, or between two things compared.
_DONE_WORDS = """
从 向 给 对 要求 邀请 请求 起诉 控告 帮助 通知 批评 指责 感谢 支持 说服 敦促 警告 允许 委托
逮捕 抓获 抓住 打败 打伤 杀害 救出 救了 送给 照顾 保护 欺骗 解雇 开除 任命 表扬 奖励 安慰 鼓励 会见 迎接 接待
治疗 指导 培训 训练 监督 审问 尊重 追赶 追上 咬了 撞了 处罚 拒绝 录取 聘请 选中 超越 教 骗 打了 骂
等待 陪 借给 卖给 租给 还给 寄给 交给 递给
告诉 询问 问 提醒 建议 收购 击败 战胜 援助 赔偿 补偿 拜访 访问 采访
"""
_MORE_WORDS = "超过 高于 低于 大于 小于 多于 少于 不及 不如 赶超 快于 优于"
_THAN = "(?<![对相之占])比(?![例赛如较方利分])"
_BETWEEN = lazy_pattern("|".join((*_DONE_WORDS.split(), *_MORE_WORDS.split(), _THAN)))
_FROM_OTHERS = lazy_pattern("被|由|让|受到|遭")
_WORD = lazy_pattern("[ა-ჰ-]+")
_ACTS, _IS_NAMED, _RECEIVES = (
    ("მა", "მ", "მაც"),
    ("ი", "ა", "ო", "ე"),
    ("ს", "ზე", "თან", "გან", "თვის", "კენ", "სა"),
)


@cache
def _parties() -> tuple[AhoCorasick, list[int], list[str]]:
    """Return what finds the Chinese words of parties, whose each word is, and the Georgian words of each."""
    text = (files(__package__) / "data" / "parties.txt").read_text(encoding="utf-8")
    rows = [line.split(" = ") for line in text.splitlines() if line and not line.startswith("#")]
    owners = {word: number for number, (chinese, _) in enumerate(rows) for word in chinese.split("/")}
    finder = AhoCorasick(list(owners), matchkind=MatchKind.LeftmostLongest)
    return finder, list(owners.values()), [georgian for _, georgian in rows]


@cache  # of most parties no text speaks: a pattern is made when it is first asked for
def _georgian(words: str) -> re.Pattern[str]:
    """Return what finds words by their beginnings; one with = behind it is a whole word."""
    forms = (f"{word[:-1]}(?![ა-ჰ-])" if word.endswith("=") else word for word in words.split("/"))
    return re.compile(rf"(?<![ა-ჰ-])(?:{'|'.join(forms)})[ა-ჰ-]*")


SAYS_WHO_TO_WHOM = sign_of(lambda: (*_DONE_WORDS.split(), *_MORE_WORDS.split(), "比"))


def turned_sides(source: str, target: str) -> Iterator[Divergence]:
    """Yield the one to whom something is done in the source and who does it in the translation.

    Said of short sentences with two known parties, each named once on both sides, where the case of both
    shows in Georgian.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if not _BETWEEN.search(source) or _FROM_OTHERS.search(source):
        return
    named = named_once(source, target)
    if len(named) < 2:
        return
    (first, ours), (second, theirs) = named[:2]
    between = source[first[1] : second[0]]
    if not _BETWEEN.search(between) or "，" in between or "的" in between or "和" in between:
        return
    acting, receiving = _case(target, ours), _case(target, theirs)
    acts = receiving == "Erg" or (receiving == "Nom" and theirs[0] < ours[0])
    # "The mayor asked the journalist": with an aorist the one something is done to is in the nominative.
    named_by_another = acting == "Nom" and receiving == "Erg" and "," not in target
    if (acting == "Dat" and acts) or named_by_another:
        yield Divergence(DivergenceKind.SPEAKER, first, theirs)


def named_once(source: str, target: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return where the parties stand in a source and its translation that each of them names once.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    finder, owners, georgian = _parties()
    said: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in finder.find_matches_as_indexes(source):
        said.setdefault(owners[number], []).append((start, end))
    if len(said) < _LEAST:
        return []
    named = []
    words = [(match.group(), match.span()) for match in _WORD.finditer(target)]
    for party, places in said.items():
        if len(places) == 1:
            beginnings, whole, phrases = _forms(georgian[party])
            written = [span for word, span in words if word.startswith(beginnings) or word in whole]
            written += [span for phrase in phrases for span in _phrases_in(phrase, target)]
            if len(written) == 1:
                named.append((places[0], written[0]))
    return named


_LEAST = 2


def _phrases_in(phrase: str, target: str) -> Iterator[tuple[int, int]]:
    start = target.find(phrase)
    while start >= 0:
        rest = _WORD.match(target, start + len(phrase))
        if not target[start - 1 : start].isalpha():
            yield start, rest.end() if rest else start + len(phrase)
        start = target.find(phrase, start + 1)


@cache
def _forms(words: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """Return the beginnings of a party's words, those that are whole, and those of two words."""
    forms = words.split("/")
    whole = frozenset(form[:-1] for form in forms if form[-1] == "=")
    beginnings = tuple(form for form in forms if form[-1] != "=" and " " not in form)
    return beginnings, whole, tuple(form for form in forms if " " in form)


_PRONOUNS = {"მან": "Erg", "მას": "Dat", "ის": "Nom", "იგი": "Nom", "ისინი": "Nom"}


def _case(text: str, place: tuple[int, int]) -> str:
    """Return the case of a party, by its own word or by that to which a genitive or an adjective belongs."""
    words = [word for word in _WORD.finditer(text, place[0]) if word.end() >= place[1]]
    word = words[0].group()
    if word in _PRONOUNS:
        return _PRONOUNS[word]
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
