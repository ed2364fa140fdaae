"""What belongs to a thing, side by side with it in one case: 城市的人口 is no ქალაქი მოსახლეობა."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transreview.languages.georgian.grammar.clauses import is_modifier
from transreview.languages.pairs.chinese_georgian.meaning.things import INS, NOM, standings, things_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# Nouns that stand before another in its own case, as adjectives do: წევრი ქვეყნები, ჩემპიონი გუნდი.
_LIKE_ADJECTIVES = (
    "მომავალ", "წევრ", "მეზობ", "მეგობ", "ჩემპიონ", "პარტნიორ", "ქალ", "კაც", "დედა", "მწარმოებ", "მომწოდებ",
    "მიმწოდებ", "ხელმძღვან", "მფლობ", "მძღოლ", "ინვესტორ", "მყიდველ", "გამყიდველ", "მამაკაც", "ბავშვ",
    "სტუმ", "მშობ", "ონლაინ", "ოფლაინ",
)  # fmt: skip


# What is done as well as its name: behind a noun with nothing between them it may be a verb.
_DOES_WORDS = """
发言 讲话 演讲 帮助 支持 研究 投资 领导 增长 发展 生产 服务 治疗
检查 采访 捐款 工作 合作 竞争 谈判 投票 生活 成功 建议
决定 规定 计划 申请 调查 实验 运输 包装 销售 改革 报告 影响 抗议 示威 罢工 旅行 旅游 考试
比赛 代表 导演 编辑 主持
"""
_DOES = frozenset(_DOES_WORDS.split())
_OF_ADJECTIVES = ("ო", "უ", "ური", "ული", "იანი")
_PRONOUNS = "我咱你您他她它"


# What stands between an owner and what it owns: 的 and adjectives of it (作者的新书).
_WITH_ADJECTIVE = lazy_pattern(
    "的(?:[新旧老大小好高低长短]|主要|重要|著名|最大|最新|传统|现代|国内|国际|全部|所有){1,2}的?"
)


def lost_owners(source: str, target: str) -> Iterator[Divergence]:
    """Yield the nominative right before the name of what belongs to it in the source.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    things = things_in(source)
    for owner, owned in pairwise(things):
        between = source[owner.end : owned.start]
        pronoun = source[owner.start] in _PRONOUNS or source[owned.start] in _PRONOUNS
        adjective = len(between) > 1 and _WITH_ADJECTIVE.fullmatch(between) is not None
        if pronoun or owner.number == owned.number or not (between in ("", "的") or adjective):
            continue
        if not between and source[owned.start : owned.end] in _DOES:
            continue  # 专家发言
        # „მონაცემები სიგრძით“ says of what kind the first is.
        behind = {one.start for one in standings(owned, target) if one.how != INS}
        for one in standings(owner, target) if behind else ():
            if (
                one.how != NOM
                or one.is_behind
                or not _is_before(behind, target, one.end, adjective=adjective)
            ):
                continue
            word = target[one.start : one.end]
            like_an_adjective = word.startswith("მომავალ" if between else _LIKE_ADJECTIVES)
            if not like_an_adjective and not word.endswith(_OF_ADJECTIVES):  # სასამართლო is an adjective too
                yield Divergence(DivergenceKind.RELATION, (owner.start, owner.end), (one.start, one.end))


def _is_before(places: set[int], target: str, end: int, *, adjective: bool) -> bool:
    """Whether a word ends right before one that begins at one of some places, or before its adjective."""
    if end + 1 in places:
        return target[end] == " "
    next_word = _NEXT.match(target, end) if adjective else None
    return next_word is not None and next_word.end() in places and is_modifier(next_word["word"])


_NEXT = lazy_pattern(" (?P<word>[ა-ჰ]+) ")
