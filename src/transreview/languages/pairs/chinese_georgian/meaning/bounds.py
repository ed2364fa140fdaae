"""The bound that a number is: 不到十元 is no "ათ იუანზე მეტი", 至少两小时 no "არაუმეტეს ორი საათისა".

`direction` compares which way a whole clause goes; here a bound is held against that of the same number, so
that what the sentence says of other things does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transreview.languages.chinese.quantities import quantities as chinese_quantities
from transreview.languages.georgian.quantities import quantities as georgian_quantities
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern


class _Bound(NamedTuple):
    """What a number is the bound of.

    Attributes:
        quantity: The number.
        over: Whether what is counted is as much or more, not as much or less.
        start: First character of the word that says so.
        end: One past its last.
        denied: Whether a denial turns the word round, which may deny another thing as well.
    """

    quantity: Quantity
    over: bool
    start: int
    end: int
    denied: bool = False


# Right before a number: more than and less than, which a denial turns round, and what is never denied.
_BEFORE = lazy_pattern(
    "(?:(?P<denied>(?:不|未|没有?)(?:得|应|應|能|可|会|會|许|許|要|宜|准)?)?"
    "(?:(?P<more>超过|超過|超出|高于|多于|大于|突破|逾)|(?P<less>低于|少于|小于))"
    "|(?P<least>至少|最少)|(?P<most>不到|不足|不满|未满|至多|最多))(?:了|约|大约)?$"
)
_OVER_BEHIND = lazy_pattern("(?:及|或)?以上")
_UNDER_BEHIND = lazy_pattern("(?:及|或)?(?:以下|以内|以內|之内|之內)")
_MAY_BOUND = lazy_pattern("[超逾突至最]|[少低小高多大]于|不到|不足|[不未]满|以[上下内內]|之[内內]")

_MORE = "(?:მეტ(?!რ)|ზემოთ|ზევით)[ა-ჰ]*"
_LESS = "(?:ნაკლებ|ქვემოთ|ქვევით)[ა-ჰ]*"
_EXCEEDS = "(?:აღემატ|გადააჭარბ|აჭარბ|ასცდ|გადასცდ|გადასცილდ)[ა-ჰ]*"
# Behind the number, its unit and one noun at most.
_BEHIND = lazy_pattern(
    f"(?:-?[ა-ჰ]*)?(?: [ა-ჰ]+)??(?:-?ზე)? (?:(?P<more>(?:უფრო )?{_MORE})|(?P<less>(?:უფრო )?{_LESS})"
    f"|(?P<no>(?:არ|ვერ|აღარ|ვეღარ) {_EXCEEDS})|(?P<exceeds>{_EXCEEDS})"
    "|(?P<least>არანაკლებ)|(?P<most>არაუმეტეს))"
    "(?P<denied> (?:არ|ვერ|აღარ|ვეღარ)(?![ა-ჰ]))?"
)
_AHEAD = lazy_pattern(
    "(?<![ა-ჰ])(?:(?P<least>მინიმუმ|სულ მცირე|სულ ცოტა|არანაკლებ)"
    "|(?P<most>მაქსიმუმ|არაუმეტეს|არა უმეტეს))(?: [ა-ჰ]+)? $"
)
_SAYS_A_BOUND = lazy_pattern(
    "მეტ|ნაკლებ|აღემატ|აჭარბ|ასცდ|გადასც|მინიმუმ|მაქსიმუმ|უმეტეს|ზემოთ|ზევით|ქვემოთ|ქვევით"
)
_DENIES = lazy_pattern("[不未没無无]")
_DENIED = lazy_pattern("(?<![ა-ჰ])(?:არ|ვერ|არა|აღარ|ვეღარ|ნუ)(?![ა-ჰ])")
# What may be another number where it looks the same: dates, hours and ordinals are no bounds.
_COUNTED = frozenset(
    QuantityKind(kind) for kind in ("cardinal", "fraction", "percent", "currency", "measure")
)


def turned_bounds(source: str, target: str) -> Iterator[Divergence]:
    """Yield the numbers that are the upper bound in one text and the lower bound in the other.

    Args:
        source: Chinese text.
        target: Its translation.
    """
    if not _MAY_BOUND.search(source) or not _SAYS_A_BOUND.search(target):
        return
    ours = _chinese_bounds(source, chinese_quantities(source))
    if not ours:
        return
    numbers = georgian_quantities(target)
    theirs = _georgian_bounds(target, numbers)
    for bound in ours:
        same = [one for one in numbers if _is_same(bound.quantity, one)]
        turned = [one for one in theirs if one.quantity in same]
        if len(same) == 1 and turned and turned[0].over is not bound.over:
            found = turned[0]
            if found.denied and _DENIES.search(source[: bound.start] + source[bound.end :]):
                continue  # 超过三天未取件: what is denied is another thing
            source_span, target_span = (bound.start, bound.end), (found.start, found.end)
            yield Divergence(DivergenceKind.DIRECTION, source_span, target_span, sure=True)


def _is_same(ours: Quantity, theirs: Quantity) -> bool:
    return ours.value == theirs.value and (ours.unit == theirs.unit or not (ours.unit and theirs.unit))


def _chinese_bounds(text: str, numbers: Sequence[Quantity]) -> list[_Bound]:
    found = []
    for number in numbers:
        if number.kind not in _COUNTED or number.idiom or sum(_is_same(number, one) for one in numbers) > 1:
            continue
        ahead = text[max(0, number.start - _LONGEST) : number.start]
        if (match := _BEFORE.search(ahead)) is not None:
            over = bool(match["least"] or match["more"]) is not bool(match["denied"])
            found.append(_Bound(number, over, number.start - len(ahead) + match.start(), number.start))
        for pattern, over in ((_OVER_BEHIND, True), (_UNDER_BEHIND, False)):
            if (match := pattern.match(text, number.end)) is not None:
                found.append(_Bound(number, over, *match.span()))
    # A number between two bounds (10以上50以下) has one of each kind at most; one with both says nothing.
    return [one for one in found if sum(other.quantity == one.quantity for other in found) == 1]


_LONGEST = 8


def _georgian_bounds(text: str, numbers: Sequence[Quantity]) -> list[_Bound]:
    found = []
    for number in numbers:
        ahead = _AHEAD.search(text[: number.start])
        if ahead is not None:
            word = "least" if ahead["least"] else "most"
            found.append(_Bound(number, word == "least", *ahead.span(word)))
            continue
        behind = _BEHIND.match(text, number.end)
        if behind is None:
            continue
        word = next(name for name in ("more", "less", "no", "exceeds", "least", "most") if behind[name])
        if word in ("more", "less") and not text[: behind.start(word)].endswith("ზე "):
            continue  # by so much more: 10 იუანით მეტი
        over = (word in ("more", "exceeds", "least")) is not bool(behind["denied"])
        rest = text[: number.start] + text[behind.end() :]
        if word in ("more", "less") and not behind["denied"] and _DENIED.search(rest):
            continue  # not to be less than that, said elsewhere
        found.append(_Bound(number, over, *behind.span(word), denied=bool(behind["denied"])))
    return found
