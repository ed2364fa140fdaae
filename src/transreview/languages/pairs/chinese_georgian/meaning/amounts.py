"""By how much something changes, and to how much: 上涨了15% is no "15%-მდე გაიზარდა"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_CHANGES = (
    "增长",
    "增加",
    "上涨",
    "上升",
    "提高",
    "下降",
    "下跌",
    "减少",
    "降低",
    "上调",
    "下调",
    "涨",
    "跌",
)
_BY = lazy_pattern(f"(?:{'|'.join(_CHANGES)})(?:了|约)?(?P<number>[0-9]+(?:[.][0-9]+)?)[%％]")
_TO = lazy_pattern(
    f"(?:{'|'.join(_CHANGES)}|降|升|增|减)[至到](?:了|约)?(?P<number>[0-9]+(?:[.][0-9]+)?)[%％]"
)
# Up or down to so much of anything, in figures or words: 涨到两千美元 is no "by 2000 dollars".
_TO_ANYTHING = lazy_pattern(
    f"(?:{'|'.join(_CHANGES)}|回落|回升|攀升|下滑|收窄|扩大|放缓|飙升|骤降|锐减|激增|降|升|增|减)[至到]了?约?(?=[0-9一二两三四五六七八九十百千万])"
)
_BY_ANYTHING = lazy_pattern("(?:了|约)(?=[0-9一二两三四五六七八九十百千万])")
# Up or down by so much: 增加了20亿美元 is no "2 მილიარდ დოლარამდე".
_BY_SO_MUCH_OF_ANYTHING = lazy_pattern(
    "[增长加涨升高降跌少低调产大小短](?:了(?:将?近|约|超过|逾)?|将?近|约|超过|逾)"
    "(?=[0-9一二两三四五六七八九十百千万半数几])"
)
_REACHES = lazy_pattern("[至到为達达](?:了|约)?(?=[0-9一二两三四五六七八九十百千万])")
_UP_TO = lazy_pattern(
    "(?<![ა-ჰ])(?:[0-9.,]+ ?%?-|(?:პროცენტ|დოლარ|იუან|ევრო|ლარ|რუბლ|იენ|გრადუს"
    "|მეტრ|კილომეტრ|კილოგრამ|გრამ|ლიტრ|ტონ|ცალ|წყვილ|ადამიან|კაც|ათას|მილიონ|მილიარდ|ჰექტარ|პუნქტ|წუთ|საათ|დღე|თვე)ა?)მდე(?![ა-ჰ])"
)
_BY_SO_MUCH = lazy_pattern(
    "(?<![ა-ჰ])(?:(?<=[0-9])%?-ით|(?:პროცენტ|დოლარ|იუან|ევრო|ლარ|რუბლ|იენ|გრადუს|მეტრ|კილომეტრ|კილოგრამ|გრამ|ლიტრ|ადამიან|კაც)ი?თ)(?![ა-ჰ])"
)
SAYS_BY_HOW_MUCH = sign_of(
    lambda: (*_CHANGES, "降", "升", "增", "减", "回落", "下滑", "收窄", "扩大", "放缓", "缩", "削", "压缩")
)


class _Parts(NamedTuple):
    """What says that something changes by a part, and to one: of the source, of the translation."""

    by: re.Pattern[str]
    to: re.Pattern[str]
    up_to: re.Pattern[str]
    by_such: re.Pattern[str]


@cache  # few texts speak of parts
def _parts() -> _Parts:
    part = "(?:[一二两三四五六七八九十百0-9]+分之[一二两三四五六七八九十0-9]+|一?半(?![年天日月小个]))"
    nearly = "(?:将?近|约|超过|逾|大约)?"
    change = f"(?:{'|'.join(_CHANGES)}|缩小|缩减|削减|下滑|缩短|压缩|降|减|增)"
    georgian = "(?<![ა-ჰ])(?:მე(?:სამ|ოთხ|ხუთ|ექვს|შვიდ|რვ|ცხრ|ათ|ას|ოც)ედ|ნახევა?რ)"
    return _Parts(
        re.compile(f"{change}了?{nearly}{part}"),
        re.compile(f"{change}(?:[至到为]|成)了?{nearly}(?:原来|原先|原有|过去|以前)?的?{part}"),
        re.compile(f"{georgian}ა?მდე(?![ა-ჰ])"),
        re.compile(f"{georgian}ით(?![ა-ჰ])"),
    )


def _changed_parts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the part up to which something changes where the source has it change by this, and back.

    减少三分之一 is no "მესამედამდე".
    """
    if not ("ედ" in target or "ნახევ" in target) or not ("分之" in source or "半" in source):
        return
    parts = _parts()
    by, to = list(parts.by.finditer(source)), list(parts.to.finditer(source))
    up_to, by_such = list(parts.up_to.finditer(target)), list(parts.by_such.finditer(target))
    if len(by) == 1 and not to and len(up_to) == 1 and not by_such:
        yield Divergence(DivergenceKind.DIRECTION, by[0].span(), up_to[0].span())
    elif len(to) == 1 and not by and len(by_such) == 1 and not up_to:
        yield Divergence(DivergenceKind.DIRECTION, to[0].span(), by_such[0].span())


def changed_amounts(source: str, target: str) -> Iterator[Divergence]:
    """Yield the percentage up to which something changes where the source has it change by this, and back.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    parts = list(_changed_parts(source, target))
    if parts:
        yield from parts
        return
    for said, wrong, right in ((_BY, "(?:ა?მდე)", "ით"), (_TO, "ით", "(?:ა?მდე)")):
        found = list(said.finditer(source))
        if len(found) != 1:
            continue
        number = re.escape(found[0]["number"]).replace(r"\.", "[.,]")
        behind = rf"(?<![0-9.,]){number} ?(?:%|პროცენტ)-?"
        written = re.search(f"{behind}{wrong}(?![ა-ჰ])", target)
        if written is not None and not re.search(f"{behind}{right}(?![ა-ჰ])", target):
            yield Divergence(DivergenceKind.DIRECTION, found[0].span(), written.span())
            return
    to = list(_TO_ANYTHING.finditer(source))
    if len(to) == 1 and not _BY_ANYTHING.search(source) and "მდე" not in target:
        by = _BY_SO_MUCH.search(target)
        if by is not None:
            yield Divergence(DivergenceKind.DIRECTION, to[0].span(), by.span())
            return
    said_by = list(_BY_SO_MUCH_OF_ANYTHING.finditer(source))
    if (
        len(said_by) == 1
        and "。" not in source[:-1]
        and not _REACHES.search(source)
        and not _INSTRUMENTAL.search(target)
    ):
        up_to = list(_UP_TO.finditer(target))
        if len(up_to) == 1:
            yield Divergence(DivergenceKind.DIRECTION, said_by[0].span(), up_to[0].span())


# By so much of anything, half, twice: nothing is told where a translation has this.
_INSTRUMENTAL = lazy_pattern("(?<=[0-9%])-ით(?![ა-ჰ])|(?<![ა-ჰ])[ა-ჰ]{2,}ით(?![ა-ჰ])|ჯერ(?![ა-ჰ])")
