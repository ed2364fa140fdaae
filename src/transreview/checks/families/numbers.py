"""Checks of numbers by value, whatever script and form they are written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import both_count
from transreview.checks.features import Features
from transreview.checks.section_numbers import refers
from transreview.checks.small_numbers import count_things, other_small_number
from transreview.i18n import _
from transreview.languages.pairs.equivalence import Match, weight
from transreview.languages.pairs.scores import may_score, turned_scores
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity, Side

MISTRANSLATION = "accuracy/mistranslation"

# Months and weekdays are the business of `dates`.
CALENDAR = frozenset({QuantityKind.MONTH, QuantityKind.WEEKDAY})
_HEAVY, _MIDDLE, _LIGHT = 1.0, 0.4, 0.3


@segment_check(
    "num.mismatch",
    family="numbers",
    needs="has_numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A number of the source is missing, changed or new in the translation.",
    good=("第二十六届", "26-ე"),
    bad=("26家企业", "28 საწარმო"),
    applies=both_count,
)
def mismatched_number(features: Features) -> Iterator[Hit]:
    """Report numbers without a counterpart; one lost and one new of the same kind as a change."""
    if features.is_empty:
        return
    comparison = features.numbers
    yield from _so_much_more(features)
    missing = [q for q in comparison.missing if weight(q) >= _LIGHT and q.kind not in CALENDAR]
    extra = [q for q in comparison.extra if weight(q) >= _LIGHT and q.kind not in CALENDAR]
    if not missing and not extra and not comparison.replaced:
        yield from other_small_number(features)
        return
    if missing:
        read = [match.target for match in comparison.matched] + extra
        missing = _not_there(missing, features.source, features.target, read)
    if extra:
        read = [match.source for match in comparison.matched] + missing
        extra = _not_there(extra, features.target, features.source, read)
    changed = _changed(missing, extra)
    replaced = [pair for pair in comparison.replaced if pair[0].kind not in CALENDAR]
    for wanted, found in [*replaced, *changed]:
        yield Hit(
            found.start,
            found.end,
            _("The number differs from the source's"),
            expected=features.source[wanted.start : wanted.end],
            severity=_of_change(wanted, found, features),
            confidence=min(weight(wanted), weight(found)),
        )
    told = {id(quantity) for pair in changed for quantity in pair}
    for quantity in missing:
        if id(quantity) in told:
            continue
        yield Hit(
            quantity.start,
            quantity.end,
            _("The translation lacks this number"),
            side=Side.SOURCE,
            severity=_alone(quantity, features, Side.SOURCE),
            confidence=weight(quantity),
        )
    for quantity in extra:
        if id(quantity) in told:
            continue
        yield Hit(
            quantity.start,
            quantity.end,
            _("The source does not have this number"),
            severity=_alone(quantity, features, Side.TARGET),
            confidence=weight(quantity),
        )


def _so_much_more(features: Features) -> Iterator[Hit]:
    """Report what is said to grow to what it grows by: 增加两倍 is strictly three times as much, not two."""
    for match in features.numbers.matched:
        more, told = match.source, match.target
        if more.unit == "x" and more.other is not None and told.value == more.other:
            words = features.source[more.start : more.end]
            message = _("What grows by “{words}” is strictly {factor} times as much")
            yield Hit(*told[:2], message.format(words=words, factor=more.value), severity=Severity.INFO)


def _alone(quantity: Quantity, features: Features, side: Side) -> Severity:
    """Return how bad it is that one side alone has a number."""
    text, other = features.source, features.context.target
    if side is Side.TARGET:
        text, other = features.target, features.context.source
    if refers(quantity, text):
        return Severity.INFO
    severity = _severity(weight(quantity))
    if severity is Severity.WARNING and not other.number_words:
        return Severity.INFO  # a small number may stand there in words that nobody reads
    one = quantity.value == 1 and len(quantity.digits or "") == 1
    if severity is Severity.WARNING and not features.context.pair.meaning and (one or not quantity.digits):
        return Severity.INFO  # one package, 1 パッケージ: a package; 一時的: for a time
    before = text[max(0, quantity.start - 2) : quantity.start]
    if before[-1:].isascii() and before[-1:].isalpha() and not _VERSION.fullmatch(before):
        return Severity.INFO  # part of a name: x402, SHA256, Web3
    return severity


_TO_PERCENT = lazy_pattern(r"\s*(?:[-–—~～〜至到]|\b(?:à|a|to|bis|до|al?)\b)\s*\d+(?:[.,]\d+)?\s*[%％]")
_VERSION = lazy_pattern(r"[^A-Za-z]?[vV]")
_IN_ONE_WORD = lazy_pattern(r"[0-9]+(?:[.,:][0-9]+)*")


def _not_there(
    quantities: Sequence[Quantity], text: str, other: str, read: Sequence[Quantity]
) -> list[Quantity]:
    """Return those whose digits the other side lacks, also in code and where they were not read as a number.

    Args:
        quantities: Numbers of a text.
        text: The text.
        other: The other side.
        read: What was read as numbers there.
    """
    times = Counter(one.digits for one in read)
    stands = {
        digits: digits in other and _count(digits, other) > times[digits]
        for digits in {quantity.digits for quantity in quantities} - {""}
    }
    return [
        quantity
        for quantity in quantities
        if not (stands.get(quantity.digits) or _is_of_many(_in_one_word(text, quantity.start), other))
    ]


def _is_of_many(whole: str, other: str) -> bool:
    """Whether a word is a version or an address, read as several numbers, that the other side has too."""
    return whole.count(".") + whole.count(":") > 1 and whole in other


def _in_one_word(text: str, place: int) -> str:
    """Return the digits around a place, with points, commas and colons between them; "" of a long row."""
    start = place
    while start and text[start - 1] in _OF_ONE_WORD:
        start -= 1
        if place - start > _LONGEST_WORD:
            return ""
    found = (
        match for match in _IN_ONE_WORD.finditer(text, start, place + _LONGEST_WORD) if match.end() > place
    )
    whole = next(found, None)
    return whole[0] if whole is not None and whole.start() <= place else ""


_OF_ONE_WORD, _LONGEST_WORD = frozenset("0123456789.,:"), 100
_IN_NUMBER = lazy_pattern(r"[\d.,]")
_GOES_ON = lazy_pattern(r"\d|[.,]\d")


def _count(digits: str, text: str) -> int:
    """Return how often digits stand in a text as a number of their own."""
    count, place = 0, text.find(digits)
    while place >= 0:
        end = place + len(digits)
        if (place and _IN_NUMBER.match(text, place - 1)) or _GOES_ON.match(text, end):
            end = place + 1
        else:
            count += 1
        place = text.find(digits, end)
    return count


def _severity(told: float) -> Severity:
    """Return how bad it is by how much the number tells."""
    if told >= _HEAVY:
        return Severity.ERROR
    return Severity.WARNING if told >= _MIDDLE else Severity.INFO


def _of_change(wanted: Quantity, found: Quantity, features: Features) -> Severity:
    """Return how bad it is that a number stands where the source has another."""
    severity = _severity(max(weight(wanted), weight(found)))
    if severity is Severity.INFO and count_things(wanted, found, features):
        return Severity.WARNING
    return severity


def _changed(missing: Sequence[Quantity], extra: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of a lost and a new number that are one number changed."""
    if len(missing) == len(extra) == 1:
        return [(missing[0], extra[0])]
    pairs = []
    free: dict[tuple[QuantityKind, bool], list[Quantity]] = {}
    for quantity in extra:
        free.setdefault((quantity.kind, bool(quantity.digits)), []).append(quantity)
    for wanted in missing:
        alike = free.get((wanted.kind, bool(wanted.digits)))
        if alike:
            near = range(min(len(alike), _MOST_COMPARED))
            found = min(near, key=lambda at, all_=alike, value=wanted.value: abs(all_[at].value - value))  # type: ignore[misc]
            pairs.append((wanted, alike.pop(found)))
    return pairs


_MOST_COMPARED = 100  # of the numbers of a list, which stand in its order on both sides


@segment_check(
    "num.scale",
    family="numbers",
    needs="has_numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A number has the source's digits and another magnitude (万 is 10 000, 亿 is 100 000 000).",
    good=("1.42亿", "142 მილიონი"),
    bad=("1.42亿", "142 ათასი"),
    applies=both_count,
)
def wrong_magnitude(features: Features) -> Iterator[Hit]:
    """Report numbers of the same digits whose values differ by powers of ten."""
    if features.is_empty:
        return
    if not (features.context.source.number_words and features.context.target.number_words):
        return  # the word for thousands or millions may have gone unread
    for wanted, found in features.numbers.scaled:
        letter = features.source[wanted.end - 1]
        if letter.isascii() and letter.isalpha() and features.target.startswith(letter, found.end):
            continue  # 64K on both sides: a unit for one reader, a magnitude for the other
        bare = wanted.idiom or found.idiom
        yield Hit(
            found.start,
            found.end,
            _("The number has another magnitude than the source's"),
            expected=features.source[wanted.start : wanted.end],
            severity=Severity.WARNING if bare else None,
        )


_PER_CENT = frozenset("%％٪")


@segment_check(
    "num.percent",
    family="numbers",
    needs="has_numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A percentage of the source has lost its sign or word, or a plain number has gained one.",
    good=("百分之三十", "30 პროცენტი"),
    bad=("百分之三十", "30"),
    applies=both_count,
)
def lost_percent(features: Features) -> Iterator[Hit]:
    """Report numbers that are a percentage on one side only."""
    if features.is_empty:
        return
    for match in features.numbers.percent_lost:
        if features.target[: match.target.start].rstrip()[-1:] in _PER_CENT:
            continue  # Persian writes the sign in front, as Turkish and Basque do
        yield _of_match(features, match, _("The source says per cent"), None)
    for match in features.numbers.percent_added:
        if features.source[: match.source.start].rstrip()[-1:] in _PER_CENT:
            continue
        if _TO_PERCENT.match(features.source, match.source.end):
            continue  # 30 à 50 %: of both
        yield _of_match(features, match, _("The source does not say per cent"), Severity.WARNING)


def _of_match(features: Features, match: Match, message: str, severity: Severity | None) -> Hit:
    return Hit(
        match.target.start,
        match.target.end,
        message,
        expected=features.source[match.source.start : match.source.end],
        severity=severity,
    )


@segment_check(
    "num.point",
    family="numbers",
    needs="has_numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="The source says percentage points, the translation per cent: another amount.",
    good=("提高3个百分点", "3 პროცენტული პუნქტით გაიზარდა"),
    bad=("提高3个百分点", "3 პროცენტით გაიზარდა"),
    applies=both_count,
)
def lost_points(features: Features) -> Iterator[Hit]:
    """Report percentage points that have become per cent."""
    if features.is_empty or not features.source_quantities:
        return
    for match in features.numbers.points_lost:
        yield _of_match(features, match, _("The source says percentage points"), None)


@segment_check(
    "num.unit",
    family="numbers",
    needs="has_numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A measure keeps its number and changes its unit.",
    good=("100公里", "100 კილომეტრი"),
    bad=("100公里", "100 მილი"),
    applies=both_count,
)
def other_unit(features: Features) -> Iterator[Hit]:
    """Report equal numbers in units of one dimension that differ."""
    if features.is_empty or not features.source_quantities:
        return
    for wanted, found in features.numbers.units:
        yield Hit(
            found.start,
            found.end,
            _("The unit differs from the source's"),
            expected=features.source[wanted.start : wanted.end],
        )


@segment_check(
    "num.order",
    family="numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="A score or ratio stands the other way round.",
    good=("三比二获胜", "3:2 გაიმარჯვა"),
    bad=("三比二获胜", "2:3 გაიმარჯვა"),
    applies=both_count,
)
def turned_score(features: Features) -> Iterator[Hit]:
    """Report scores whose numbers have changed places."""
    if features.is_empty or not may_score(features.source):
        return
    numbers = features.target_quantities
    for wanted, found in turned_scores(features.source_prose, features.target_prose, numbers):
        yield Hit(
            found.start,
            found.end,
            _("The numbers have changed places"),
            expected=f"{wanted.left}:{wanted.right}",
        )


@segment_check(
    "num.currency",
    family="numbers",
    needs="has_numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="An amount of money stands in another currency than in the source.",
    good=("100美元", "100 დოლარი"),
    bad=("100美元", "100 ევრო"),
    applies=both_count,
)
def other_currency(features: Features) -> Iterator[Hit]:
    """Report equal amounts of different currencies."""
    if features.is_empty:
        return
    for match in features.numbers.currency_changed:
        if match.source.unit and match.target.unit:
            yield _of_match(features, match, _("The currency differs from the source's"), None)


CHECKS = (
    mismatched_number,
    wrong_magnitude,
    lost_percent,
    lost_points,
    other_unit,
    turned_score,
    other_currency,
)
