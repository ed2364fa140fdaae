"""From a place and to it: 从上海来 is no შანხაიში ჩამოვიდა."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.names import A_PLACE, find_names
from transreview.languages.chinese.signs import sign_of, signs_in
from transreview.languages.pairs.chinese_georgian.occurrences import occurrences
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_FROM = lazy_pattern("(?:来自|來自|从|從|自|由)$")
_LEAVES = lazy_pattern(
    "^(?:市|省|县)?(?:来|來|出发|出發|回来|回來|返回|飞来|赶来|归来|乘|启程|起飞|发出|发货|启运|运出|运往|发往|抵达|前往|，|。|的)"
)
_TO = lazy_pattern("(?:前往|飞往|抵达|到达|来到|去|赴|返回|回到|到访|访问)$")
_MOVES = lazy_pattern(
    "იგზავნ|გაიგზავნ|გამოიგზავნ|მიემართ|ჩამოვიდ|ჩამოვედ|ჩამოდი|მოვიდ|მოდი|დაბრუნდ|წამოვიდ|გამოემგზავრ|გაემგზავრ|გამოფრინდ|"
    "მოფრინდ|წარმოშ|იღებს|ჩამოფრინდ|ჩავიდ|ჩადი|წავიდ|მიემგზავრ|გაფრინდ"
)

# What is held at a place, where nobody comes from it: 在上海举行.
_AT, _HELD = (
    lazy_pattern("在$"),
    lazy_pattern("^(?:市|省|县)?(?:举行|召开|举办|开幕|闭幕|成立|落成|开业|举辦|舉行)"),
)
_IS_HELD = lazy_pattern("გაიმართ|ჩატარდ|იმართებ|ტარდებ|გაიხსნ|დაიხურ|გახსნ|შედგ|დაარსდ|შეიკრიბ|იკრიბ")


def turned_places(source: str, target: str) -> Iterator[Divergence]:
    """Yield the places that somebody comes from in the source and goes to in the translation, or back.

    A place where something is held is none to come from, nor does one go "onto" it.
    """
    if not signs_in(source) & A_PLACE or not (_MOVES.search(target) or _IS_HELD.search(target)):
        return
    for name in find_names(source):
        if name.kind != "place":
            continue
        before, after = source[: name.start], source[name.end :]
        leaves = _FROM.search(before) is not None and _LEAVES.search(after) is not None
        arrives = _TO.search(before) is not None or bool(_AT.search(before) and _HELD.search(after))
        if leaves == arrives:
            continue
        places = occurrences(name.text, target, kind="place")
        if len(places) != 1:
            continue
        place = places[0]
        wrong = place.ending.endswith(("ში", "ზე", "კენ") if leaves else ("დან", "ზე"))
        if wrong:
            yield Divergence(
                DivergenceKind.PLACE, (name.start, name.end), (place.start, place.end), sure=True
            )


_WAYS = """
在 来自 來自 从 從 由 自 前往 飞往 抵达 到达 来到 赴 返回 回到 访问 去
"""
SAYS_A_WAY = sign_of(_WAYS.split)
