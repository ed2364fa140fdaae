"""Items that a list has lost: A、B、C和D is no ა, ბ და გ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

_ITEM = "[^，。；：！？、,;:!?“”《》（）()\\s]{1,12}"
_LIST = re.compile(f"{_ITEM}(?:、{_ITEM}){{1,}}")
# The last item joined by a word of its own: 冰箱和洗衣机.
_LAST = re.compile("、[^、]{1,12}?(?:和|及|以及|与|與|或)(?![平谐睦气好解约会议])")
# What is no list of things: 三、四天, 一、总则; and lists that are left open.
_NO_LIST = re.compile(
    "[一二三四五六七八九十\\d]、[一二三四五六七八九十\\d]|^[一二三四五六七八九十]+、|等|之类|多项"
)
_JOINS = re.compile("[,;/]|(?<![ა-ჰ])(?:და|ან|თუ|აგრეთვე|ასევე|ხოლო)(?![ა-ჰ])|(?<=[ა-ჰ])ც(?![ა-ჰ])")
_LEAST_ITEMS = 3
SAYS_A_LIST = sign_of(lambda: "、")


def shortened_lists(source: str, target: str) -> Iterator[Divergence]:
    """Yield the one list of a source that has more items than all commas and ands of the translation part."""
    if _NO_LIST.search(source):
        return
    lists = [match for match in _LIST.finditer(source) if "、" in match.group()]
    if len(lists) != 1:
        return
    items = lists[0].group().count("、") + 1 + bool(_LAST.search(lists[0].group()))
    if items < _LEAST_ITEMS:
        return
    joins = len(_JOINS.findall(target))
    if joins + 1 < items:
        yield Divergence(DivergenceKind.LIST, lists[0].span(), (0, len(target)))
