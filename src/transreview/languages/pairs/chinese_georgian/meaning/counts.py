"""Counts that stand with another number: 第三名 is no "second place", 5比4 no score of five to three.

A time in two units (两年零一个月) that has lost one of them is such a count, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transreview.languages.chinese.numerals import numeral
from transreview.languages.chinese.quantities import quantities as chinese_quantities
from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.quantities import quantities
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.languages.quantity import QuantityKind
from transreview.lazy_patterns import lazy_pattern

_NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_COUNTED = "名|位|次|届|轮|场|天|阶段|期|代|步|批|部|集|季|只|个|任|层|排|组|棒|座|艘|台|颗|家|章"
_NAMED = "码头|楼|馆|线|机组|仓库|井|炉|展厅|厅|门|车间|泊位|公路|高炉|通道|出口|站台|球场|法庭|审判庭|教室"
_ORDINAL = lazy_pattern(
    f"第({_NUMBER})(?:{_COUNTED})|(?<![0-9一二三四五六七八九十月])({_NUMBER})号(?:{_NAMED})"
    f"|(?<=[在到上])({_NUMBER})[层楼](?!楼)"
)
_ANY_ORDINAL = lazy_pattern(f"第(?:{_NUMBER})|(?:{_NUMBER})号")
_ROMAN = lazy_pattern("[IVX]")
_SCORE = lazy_pattern(f"({_NUMBER})比({_NUMBER})(?![例较如赛方利分一二三四五六七八九十0-9])")
_OF_EACH = lazy_pattern(f"每({_NUMBER})[^，。；0-9一二三四五六七八九十]{{1,5}}(?:中|里)?就?有({_NUMBER})")
_LARGEST_SCORE = 200
# A time in two units, with the beginnings of the Georgian words of each.
_UNITS = {
    "年": "წლ|წელ", "个月": "თვ", "天": "დღ", "小时": "საათ", "分钟": "წუთ", "秒": "წამ", "周": "კვირ",
    "分": "წუთ",
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_TIME = lazy_pattern(f"(?:{_NUMBER})({_UNIT})[零又]?(?:{_NUMBER})({_UNIT})(?![前后])")
_HALF = lazy_pattern("ნახევ|[.,:][0-9]")
COUNTS = sign_of(
    lambda: (
        "第", "号", "比", "每", "次", "层", "楼",
        *(f"{unit}{joint}" for unit in _UNITS for joint in "零又一二两三四五六七八九十123456789"),
    )
)  # fmt: skip


def changed_counts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the ordinals, scores and times in two units whose number the translation has not.

    Args:
        source: Chinese text of a sentence.
        target: Its translation.
    """
    yield from _other_ordinals(source, target)
    yield from _other_scores(source, target)
    yield from _lost_parts_of_time(source, target)
    yield from _other_frequency(source, target)


@cache  # few texts say how often
def _how_often() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what says how often within a time, what is told of with other words, and the Georgian words."""
    within = "每|[一半]个?[年月周天日]|一个星期|日"
    return (
        re.compile(f"(?:{within})[^，。；]{{0,12}}?(?<![第再又这那上下首头另初])({_NUMBER})次(?![性元级品])"),
        re.compile("[倍番成]|一次又一次|多次|几次"),
        re.compile("(?<![ა-ჰ])(?P<number>ერთხელ|[ა-ჰ]{2,12}ჯერ)(?:აც|ც|ადაც)?(?![ა-ჰ])"),
    )


_HOW_MANY_TIMES = {
    "ერთხელ": 1,
    "ორ": 2,
    "სამ": 3,
    "ოთხ": 4,
    "ხუთ": 5,
    "ექვს": 6,
    "შვიდ": 7,
    "რვა": 8,
    "რვ": 8,
    "ცხრა": 9,
    "ათ": 10,
}


def _other_frequency(source: str, target: str) -> Iterator[Divergence]:
    """Yield the word for how often, of another number than the source's: 每两年体检一次 is no "სამჯერ"."""
    if "次" not in source or not ("ჯერ" in target or "ერთხელ" in target):
        return
    within, otherwise, times = _how_often()
    said = list(within.finditer(source))
    wanted = _value(said[0][1]) if len(said) == 1 else None
    if wanted is None or otherwise.search(source):
        return
    written = list(times.finditer(target))
    found = _HOW_MANY_TIMES.get(written[0]["number"].removesuffix("ჯერ")) if len(written) == 1 else None
    if found not in (None, wanted):
        sure = min(found or 1, wanted) > 1  # ერთხელ may be "once" of a story
        yield Divergence(DivergenceKind.LABEL, said[0].span(), written[0].span(), sure=sure)


def _value(number: str) -> int | None:
    value = int(number) if number.isdigit() else numeral(number)
    return None if value is None else int(value)


def _other_ordinals(source: str, target: str) -> Iterator[Divergence]:
    said = _ORDINAL.search(source)
    if said is None or len(_ANY_ORDINAL.findall(source)) > 1 or _ROMAN.search(target):
        return
    wanted = _value(said[1] or said[2] or said[3])
    found = quantities(target)
    if wanted is None or any(one.value == wanted for one in found):
        return
    ordinals = [one for one in found if one.kind is QuantityKind.ORDINAL]
    others = {one.value for one in chinese_quantities(source)} - {wanted}
    # Of digits the check of numbers tells.
    if len(ordinals) == 1 and not ordinals[0].digits and ordinals[0].value not in others:
        # "First" and "second" begin turns of speech: მეორე მხრივ, "on the other hand".
        sure = ordinals[0].value > _TURNS
        yield Divergence(DivergenceKind.LABEL, said.span(), (ordinals[0].start, ordinals[0].end), sure=sure)


_TURNS = 2


def _other_scores(source: str, target: str) -> Iterator[Divergence]:
    said = _SCORE.search(source) or _OF_EACH.search(source)
    if said is None or _SCORE.search(source, said.end()):
        return
    wanted = sorted(value for number in said.groups() if (value := _value(number)) is not None)
    found = [one for one in quantities(target) if one.kind is QuantityKind.CARDINAL]
    if len(found) != len(wanted) or any(one.value > _LARGEST_SCORE for one in found):
        return
    strange = [one for one in found if one.value not in wanted]
    if len(strange) == 1 and not strange[0].digits:
        yield Divergence(DivergenceKind.LABEL, said.span(), (strange[0].start, strange[0].end))


def _lost_parts_of_time(source: str, target: str) -> Iterator[Divergence]:
    said = _TIME.search(source)
    if said is None or _HALF.search(target):
        return
    greater, smaller = (re.search(f"(?<![ა-ჰ])(?:{_UNITS[unit]})[ა-ჰ]*", target) for unit in said.groups())
    if greater is not None and smaller is None:
        yield Divergence(DivergenceKind.LABEL, said.span(), greater.span())
