"""Numbers of chapters, articles and pages: 第3章第2节 is no second chapter and third section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from transreview.languages.chinese.numerals import numeral
from transreview.languages.chinese.signs import sign_of
from transreview.languages.georgian.quantities import quantities
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# What is numbered, with the beginnings of its Georgian words.
_LABELS = {
    "章": ("თავ",), "节": ("პარაგრაფ", "სექცი", "ქვეთავ", "ნაწილ"), "条": ("მუხლ",),
    "款": ("პუნქტ", "ნაწილ"), "项": ("ქვეპუნქტ", "პუნქტ"), "页": ("გვერდ",), "卷": ("ტომ",),
    "编": ("ნაწილ", "კარ"),
}  # fmt: skip
_SAID = lazy_pattern(f"第([0-9一二三四五六七八九十百零]{{1,6}})([{''.join(_LABELS)}])")
_WORD = lazy_pattern("[ა-ჰ]+")
SAYS_A_LABEL = sign_of(lambda: "第")
# What is measured, with the beginnings of its Georgian words.
_DIMENSIONS = {
    "长": "სიგრძ", "宽": "სიგან", "高": "სიმაღლ", "深": "სიღრმ", "厚": "სისქ", "重": "წონ", "直径": "დიამეტრ",
    "面积": "ფართობ", "身高": "სიმაღლ", "体重": "წონ", "宽度": "სიგან", "长度": "სიგრძ", "高度": "სიმაღლ",
}  # fmt: skip
_MEASURED = lazy_pattern(
    f"({'|'.join(sorted(_DIMENSIONS, key=len, reverse=True))})[约为达是]?"
    "([0-9]+(?:[.][0-9]+)?|[一二两三四五六七八九十百千]+)"
)
SAYS_A_DIMENSION = sign_of(lambda: _DIMENSIONS)


def changed_dimensions(source: str, target: str) -> Iterator[Divergence]:
    """Yield two measures that have changed places: 长十二米、宽八米 is no სიგრძე 8, სიგანე 12.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    said = [(match[1], _value(match[2]), match.span()) for match in _MEASURED.finditer(source)]
    if len(said) != _TWO or said[0][1] == said[1][1]:
        return
    places = [target.find(_DIMENSIONS[label]) for label, _number, _span in said]
    numbers = [quantity for quantity in quantities(target) if quantity.value in {said[0][1], said[1][1]}]
    if min(places) < 0 or places[0] == places[1] or len(numbers) != _TWO:
        return
    first, second = sorted(range(_TWO), key=lambda at: places[at])
    # Each number stands behind its label, or each before it.
    behind = places[first] < numbers[0].start < places[second] < numbers[1].start
    before = numbers[0].start < places[first] < numbers[1].start < places[second]
    if (behind or before) and numbers[0].value == said[second][1]:
        yield Divergence(DivergenceKind.LABEL, said[0][2], (numbers[0].start, numbers[0].end))


_TWO = 2


def _value(written: str) -> float | None:
    return float(written) if written[0].isdigit() else numeral(written)


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
