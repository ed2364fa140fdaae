"""From somewhere and to it, before something and after it, of what no list of names has (data/ways.txt).

从机场乘车 is no აეროპორტში წამოვიდა, 会议之前 no შეხვედრის შემდეგ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.chinese_georgian.world import foreign_names
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# What leads away from a place, and what leads to it, right before its name.
_LEAVES = "来自|來自|从|從|离开|離開|自"
_GOES = (
    "飞向|驶向|奔向|冲向|跑向|通向|前往|开往|飞往|运往|发往|驶往|抵达|到达"
    "|来到|回到|飞到|去往|走进|走向|赶往|奔赴|进入"
)
_AWAY = lazy_pattern(f"(?:{_LEAVES})$")
_TOWARDS = lazy_pattern(f"(?:{_GOES})(?:了)?$")
# Behind a place that one comes from nothing may say of it that it is where something was (从学校里看).
_NO_WAY = lazy_pattern("^(?:到|至|的角度|看|来看|而言|起|开始|中|这|那|所|上看)")
_MOVES = lazy_pattern(
    "(?<![ა-ჰ])(?:[ა-ჰ]*(?:ვიდ|ვედ|ვალ|ვლ|დი[ოს]|დიან|ბრუნდ|ფრინ|გზავრ|მართებ|გზავნ|ცურ|რბ|ვარდ|სვლ|ჩქარ|ვიდნენ|გამოიტან|შეიტან|გაიტან|ჩამოიტან"
    "|ეზიდ|გადაიყვან|გაიქც|მოდი|ზიდავ)[ა-ჰ]*|მივა|მოვა|წავა|შევა|გავა|ჩავა|ჩამოვა)(?![ა-ჰ])"
)
_TO = ("ში", "ზე", "კენ", "მდე", "თან")
_FROM = ("დან", "იდან", "გან", "ისგან")
_BEFORE = lazy_pattern(
    "(?<![以之目当])(?:之前|以前)(?![往来])|(?<=[会赛课饭战婚节考])前(?=[，他她我准完必须要应认洗将先])|前(?=，)|(?<=[底末])之?前"
)
_AFTER = lazy_pattern(
    "(?:之后|之後|以后|以後)|(?<=[会赛课饭战婚节考])[后後](?=[，他她我回离])|[后後](?=，|[一二三四五六七八九十两0-9]+个?[天日周月年小])"
)
_GEORGIAN_BEFORE = lazy_pattern(
    "(?<![ა-ჰ])(?:წინ|მანამდე|ადრე|ვიდრე|სანამ|წინა|უწინ|აქამდე|წინარე)[ა-ჰ]*|მდე(?![ა-ჰ])|მდელ"
)
_GEORGIAN_AFTER = lazy_pattern("(?<![ა-ჰ])(?:შემდეგ|მერე|შემდგომ)[ა-ჰ]*")
_ALSO_AFTER = lazy_pattern(
    "(?<![ა-ჰ])(?:მომდევნო|როცა|როდესაც|როგორც)[ა-ჰ]*|თანავე|ისას(?![ა-ჰ])|(?<![ა-ჰ])მას (?:შემდეგ|მერე)"
)
# While something goes on, which is neither before nor after it.
_DURING = lazy_pattern("(?:期间|期間|(?<=[争程会赛])中)(?!国|心|央|午|间)")
_GEORGIAN_DURING = lazy_pattern(
    "(?<![ა-ჰ])(?:დროს|განმავლობაში|პერიოდ|მიმდინარეობ|მსვლელობ|ხანს|ვადა|ფარგლებ)[ა-ჰ]*|(?:ისას|ობისას|შია?)(?![ა-ჰ])"
)
_ALREADY_DURATION = lazy_pattern("[年月天周期时鐘钟秒日岁]$")


@cache
def _places() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return what finds a place of the list in Chinese, and how its Georgian words begin."""
    text = (files(__package__) / "data" / "ways.txt").read_text(encoding="utf-8")
    rows = [line.split(" = ") for line in text.splitlines() if line and line[0] not in "#+-"]
    known = {word: tuple(georgian.split("/")) for chinese, georgian in rows for word in chinese.split("/")}
    return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True))), known


@cache
def _within_and_on() -> tuple[re.Pattern[str], dict[str, tuple[bool, tuple[str, ...]]]]:
    """Return what finds what things are within or on; of each whether it is "on", and its Georgian words."""
    text = (files(__package__) / "data" / "ways.txt").read_text(encoding="utf-8")
    rows = [(line[0], *line[2:].split(" = ")) for line in text.splitlines() if line[:1] in ("+", "-")]
    known = {
        word: (sign == "+", tuple(georgian.split("/")))
        for sign, chinese, georgian in rows
        for word in chinese.split("/")
    }
    return re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True))), known


# Before a place where something is or goes, and what behind it says that it is elsewhere, or spoken of.
_IS_AT = lazy_pattern("(?:在|到|进|入|去|往|于)[^，。；、的对比]{0,6}$")
_ELSEWHERE = lazy_pattern("^(?:上|外|旁|附近|门口|门前|前|后|边|周围|楼上|楼顶|顶|之上|对面|以|间)")
_ABOUT = lazy_pattern("关于|有关|[对比针论谈]|超过|影响|依赖|依靠|攻击|袭击|报道|介绍|消息|投资|控制")


def turned_inside_out(source: str, target: str) -> Iterator[Divergence]:
    """Yield "on" for what something is within in the source, and "in" for what it is on: 在大学学习.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if _ABOUT.search(source):
        return
    finder, known = _within_and_on()
    for match in finder.finditer(source):
        on, stems = known[match.group()]
        if not on and (not _IS_AT.search(source[: match.start()]) or _ELSEWHERE.match(source[match.end() :])):
            continue
        wrong, right = ("ში", "ზე") if on else ("ზე", "ში")
        places = "|".join(stems)
        if re.search(rf"(?<![ა-ჰ])(?:{places})(?:ებ)?{right}", target):
            continue
        found = list(re.finditer(rf"(?<![ა-ჰ])(?:{places}){wrong}(?:ა|ც|აც)?(?![ა-ჰ])", target))
        if len(found) == 1:
            yield Divergence(DivergenceKind.PLACE, match.span(), found[0].span())
            return


def turned_ways(source: str, target: str) -> Iterator[Divergence]:
    """Yield the place that somebody leaves in the source and goes to in the translation, and the other way.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    for start, end, stems in _named(source):
        before, behind = source[:start], source[end:]
        away = _AWAY.search(before) is not None and _NO_WAY.search(behind) is None
        towards = _TOWARDS.search(before) is not None
        if away == towards:
            continue
        written = re.compile(rf"(?<![ა-ჰ])(?:{'|'.join(stems)})[ა-ჰ]*")
        found = list(written.finditer(target))
        if len(found) != 1 or not _MOVES.search(target):
            continue
        word = found[0].group().removesuffix("ც")
        if word.endswith(_TO if away else _FROM) and not word.endswith(_FROM if away else _TO):
            yield Divergence(DivergenceKind.PLACE, (start, end), found[0].span())


def _named(source: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    finder, known = _places()
    for match in finder.finditer(source):
        yield *match.span(), known[match.group()]
    for name in foreign_names(source):
        if name.kind in ("city", "country"):
            yield name.start, name.end, tuple(form[:-1] if form[-1] in "იაე" else form for form in name.forms)


def turned_order(source: str, target: str) -> Iterator[Divergence]:
    """Yield "after" for "before", and the other way, in a sentence that says one of them alone.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    before, after = _BEFORE.search(source), _AFTER.search(source)
    said = before or after
    during = _DURING.search(source) if said is None else None
    if during is not None and not _GEORGIAN_DURING.search(target):
        other = _GEORGIAN_AFTER.search(target) or _GEORGIAN_BEFORE.search(target)
        if other is not None:
            yield Divergence(DivergenceKind.TIME, during.span(), other.span())
        return
    if said is None or (before is not None and after is not None):
        return
    if _ALREADY_DURATION.search(source[: said.start()]):
        return  # three days ago: `time` looks at these
    theirs, ours = _GEORGIAN_BEFORE.search(target), _GEORGIAN_AFTER.search(target)
    wrong, right = (ours, theirs) if before is not None else (theirs, ours or _ALSO_AFTER.search(target))
    if wrong is not None and right is None:
        yield Divergence(DivergenceKind.TIME, said.span(), wrong.span())


def _words_within_and_on() -> list[str]:
    return list(_within_and_on()[1])


SAYS_IN_OR_ON = sign_of(_words_within_and_on)
SAYS_SOME_WAY = sign_of(lambda: f"{_LEAVES}|{_GOES}".split("|"))
SAYS_AN_ORDER = sign_of(
    lambda: ("之前", "以前", "之后", "之後", "以后", "以後", "前", "后", "後", "期间", "期間", "中")
)
