"""What belongs to a thing, side by side with it in one case: 城市的人口 is no ქალაქი მოსახლეობა."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transreview.languages.pairs.chinese_georgian.meaning.things import NOM, standings, things_in
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# Nouns that stand before another in its own case, as adjectives do: წევრი ქვეყნები, ჩემპიონი გუნდი.
_LIKE_ADJECTIVES = (
    "მომავალ", "წევრ", "მეზობ", "მეგობ", "ჩემპიონ", "პარტნიორ", "ქალ", "კაც", "დედა", "მწარმოებ", "მომწოდებ",
    "მიმწოდებ", "ხელმძღვან", "მფლობ", "მძღოლ", "ინვესტორ", "მყიდველ", "გამყიდველ", "მამაკაც", "ბავშვ",
    "სტუმ", "მშობ",
)  # fmt: skip


# What is done as well as its name: behind a noun with nothing between them it may be a verb.
_DOES_WORDS = """
发言 讲话 演讲 帮助 支持 研究 投资 领导 增长 发展 生产 服务 治疗
检查 采访 捐款 工作 合作 竞争 谈判 投票 生活 成功 建议
决定 规定 计划 申请 调查 实验 运输 包装 销售 改革 研究 报告 影响 抗议 示威 罢工 旅行 旅游 考试
比赛 代表 导演 编辑 主持
"""
_DOES = frozenset(_DOES_WORDS.split())
_OF_ADJECTIVES = ("ო", "უ", "ური", "ული", "იანი")
_PRONOUNS = "我咱你您他她它"


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
        if pronoun or between not in ("", "的") or owner.number == owned.number:
            continue
        if not between and source[owned.start : owned.end] in _DOES:
            continue  # 专家发言
        behind = {one.start for one in standings(owned, target)}
        for one in standings(owner, target) if behind else ():
            if one.how != NOM or one.is_behind or one.end + 1 not in behind or target[one.end] != " ":
                continue
            word = target[one.start : one.end]
            if word.endswith(_OF_ADJECTIVES) or word.startswith(
                _LIKE_ADJECTIVES if not between else "მომავალ"
            ):
                continue  # სასამართლო is an adjective too
            yield Divergence(DivergenceKind.RELATION, (owner.start, owner.end), (one.start, one.end))
