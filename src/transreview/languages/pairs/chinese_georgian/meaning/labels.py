"""Numbers of chapters, articles and pages: 第3章第2节 is no second chapter and third section."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from transreview.languages.chinese.numerals import numeral
from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.quantities import quantities
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# What is numbered, with the beginnings of its Georgian words.
_LABELS = {
    "章": ("თავ",), "节": ("პარაგრაფ", "სექცი", "ქვეთავ", "ნაწილ"), "条": ("მუხლ",),
    "款": ("პუნქტ", "ნაწილ"), "项": ("ქვეპუნქტ", "პუნქტ"), "页": ("გვერდ",), "卷": ("ტომ",),
    "编": ("ნაწილ", "კარ"),
}  # fmt: skip
_SAID = re.compile(f"第([0-9一二三四五六七八九十百零]{{1,6}})([{''.join(_LABELS)}])")
_WORD = re.compile("[ა-ჰ]+")
SAYS_A_LABEL = sign_of(lambda: "第")


def changed_labels(source: str, target: str) -> Iterator[Divergence]:
    """Yield the numbers of chapters, articles and the like that stand with another one of them."""
    said: dict[str, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for match in _SAID.finditer(source):
        number = int(match[1]) if match[1].isdigit() else numeral(match[1])
        if number is not None:
            said[match[2]].append((int(number), match.span()))
    if not said:
        return
    written: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for quantity in quantities(target):
        following = _WORD.match(target, quantity.end + 1)
        if following is not None and target[quantity.end : quantity.end + 1] == " ":
            for label, beginnings in _LABELS.items():
                if following.group().startswith(beginnings):
                    written[label].append((int(quantity.value), quantity.start, quantity.end))
    for label, (one, *more) in said.items():
        theirs = written.get(label, [])
        if not more and len(theirs) == 1 and theirs[0][0] != one[0]:
            yield Divergence(DivergenceKind.LABEL, one[1], theirs[0][1:], sure=True)
