"""Items that a list has lost: A、B、C和D is no ა, ბ და გ."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

_ITEM = "[^，。；：！？、,;:!?“”《》（）()\\s]{1,12}"
_LIST = lazy_pattern(f"{_ITEM}(?:、{_ITEM}){{1,}}")
# The last item joined by a word of its own: 冰箱和洗衣机.
_LAST = lazy_pattern("、[^、]{1,12}?(?:和|及|以及|与|與|或)(?![平谐睦气好解约会议])")
# What is no list of things: 三、四天, 一、总则; and lists that are left open.
_NO_LIST = lazy_pattern(
    "[一二三四五六七八九十\\d]、[一二三四五六七八九十\\d]|^[一二三四五六七八九十]+、|等|之类|多项"
)
_JOINS = lazy_pattern("[,;/]|(?<![ა-ჰ])(?:და|ან|თუ|აგრეთვე|ასევე|ხოლო)(?![ა-ჰ])|(?<=[ა-ჰ])ც(?![ა-ჰ])")
# Commas that part no items of a list: of an address, and before a clause of its own.
_NO_ITEM = lazy_pattern(
    "(?:გთხოვთ|გთხოვ|ბატონო|ქალბატონო|დიახ|არა),|, (?=რომ|რომელ|რათა|თუ|რადგან|როცა|როდესაც|სადაც)"
)
_LEAST_ITEMS = 3
# Two things that one word joins, in a short sentence: 故宫和长城. With whom something is done is no list.
_TWO = lazy_pattern(
    "(?<=[\u4e00-\u9fff]{2})(?:以及|[和与及]|(?<![一合兼吞归])并(?![不非未没无购发存行列排联合且]))(?!平|谐|睦|气|解|缓|会|众|其|之|此|时|格|[^，。；]*?(?:表示|一起|一样|相|同|有关|无关|联系|合作|见面|会[面谈晤]"
    "|交[谈流]|谈|握手|结婚|离婚|比|吵|打|争|签|举行|共))(?=[\u4e00-\u9fff]{2,})"
)
_NO_TWO = lazy_pattern(
    "[、，；：“”《》0-9]|总和|共和|温和|缓和|饱和|柔和|附和|随和|暖和|参与|给与|赠与|与会|涉及|普及|波及|提及|危及|及[时格早]"
    "|和平|和尚|[我你他她们][和与]"
)
_ANY_JOIN = lazy_pattern(
    "[,;/–—-]|(?<![ა-ჰ])(?:და|ან|თუ|აგრეთვე|ასევე|ხოლო|ორივე|ერთად|შორის|კი)(?![ა-ჰ])|(?:ც|თან|თანა)(?![ა-ჰ])"
    "|(?<![ა-ჰ])(?:თანა|ორ|წყვილ)"
)
_LONGEST_OF_TWO = 16
SAYS_A_LIST = sign_of(lambda: "、和与及并")


def shortened_lists(source: str, target: str) -> Iterator[Divergence]:
    """Yield the one list of a source that has more items than all commas and ands of the translation part."""
    if "、" not in source:
        yield from _lost_second(source, target)
        return
    if _NO_LIST.search(source):
        return
    lists = [match for match in _LIST.finditer(source) if "、" in match.group()]
    if len(lists) != 1:
        return
    items = lists[0].group().count("、") + 1 + bool(_LAST.search(lists[0].group()))
    if items < _LEAST_ITEMS:
        return
    joins = len(_JOINS.findall(_NO_ITEM.sub(" ", target)))
    if joins + 1 < items:
        yield Divergence(DivergenceKind.LIST, lists[0].span(), (0, len(target)))


def _lost_second(source: str, target: str) -> Iterator[Divergence]:
    """Yield the "and" of a short source of which nothing in the translation joins anything."""
    if len(source) > _LONGEST_OF_TWO or _NO_TWO.search(source) or _ANY_JOIN.search(target):
        return
    two = _TWO.search(source)
    if two is not None:
        yield Divergence(DivergenceKind.LIST, (two.start(), len(source)), (0, len(target)))
