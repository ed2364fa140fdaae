"""Checks of dates and times: the right month, the right weekday, the right half of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import both_count, grammars, target_grammar
from transreview.checks.families.numbers import CALENDAR
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.pairs.periods import months_named
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity, Side

MISTRANSLATION = "accuracy/mistranslation"
DATE_FORMAT = "locale-conventions/date-format"


@segment_check(
    "num.date",
    family="dates",
    needs="has_numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="Another month or weekday stands in the translation, or it is missing.",
    good=("9月10日", "10 სექტემბერი"),
    bad=("9月10日", "10 ოქტომბერი"),
    applies=both_count,
)
def wrong_date(features: Features) -> Iterator[Hit]:
    """Report months and weekdays that were put for others, then those that one side alone has."""
    if features.is_empty:
        return
    if not (features.context.source.number_words and features.context.target.number_words):
        return  # the names of the months may have gone unread
    comparison = features.numbers
    for wanted, found in comparison.replaced:
        if wanted.kind not in CALENDAR:
            continue
        yield Hit(
            found.start,
            found.end,
            _("The month differs from the source's")
            if wanted.kind is QuantityKind.MONTH
            else _("The weekday differs from the source's"),
            expected=features.source[wanted.start : wanted.end],
        )
    missing = [q for q in comparison.missing if q.kind in CALENDAR and not _is_verb(features.source, q)]
    if missing:
        cut = {_MONTHS.index(m["first"] or m["second"]) + 1 for m in _cut_dates(features)}
        missing = [quantity for quantity in missing if quantity.value not in cut]
    extra = [
        quantity
        for quantity in comparison.extra
        if quantity.kind in CALENDAR
        and not _is_version(features.target, quantity)
        and not _is_verb(features.target, quantity)
    ]
    if extra and features.context.source.grammar == "chinese":
        named = months_named(features.source)
        extra = [q for q in extra if q.kind is not QuantityKind.MONTH or q.value not in named]
    for quantity in missing:
        yield Hit(
            quantity.start,
            quantity.end,
            _("The translation lacks this part of the date"),
            side=Side.SOURCE,
            severity=_alone(quantity, both=bool(extra)),
        )
    for quantity in extra:
        yield Hit(
            quantity.start,
            quantity.end,
            _("The source does not have this part of the date"),
            severity=_alone(quantity, both=bool(missing)),
        )


def _is_version(text: str, quantity: Quantity) -> bool:
    """Whether a "month" is a part of a version, such as 2.1.88+ or v2.1.88."""
    around = re.search(r"\S*$", text[: quantity.start]), re.match(r"\S*", text[quantity.start :])
    token = (around[0][0] if around[0] else "") + (around[1][0] if around[1] else "")
    before = text[: quantity.start - len(around[0][0] if around[0] else "")]
    section = _SECTION.search(before) is not None and token.count(".") > 1
    return section or _VERSION.search(token) is not None


_SECTION = lazy_pattern(r"[A-Z][a-z]+[\s\u00a0]*$")  # Section 9.4.11
_VERSION = lazy_pattern(r"v\d+(?:\.\d+)+|\d+(?:\.\d+){2,}\+")


def _is_verb(text: str, quantity: Quantity) -> bool:
    """Whether an English month is rather the verb: "May be", with no number beside it."""
    around = text[max(0, quantity.start - 4) : quantity.end + 4]
    return text[quantity.start : quantity.end] == "May" and not any(map(str.isdigit, around))


def _alone(quantity: Quantity, *, both: bool) -> Severity:
    if both:
        return Severity.ERROR
    return Severity.WARNING if quantity.kind is QuantityKind.MONTH else Severity.INFO


_AFTERNOON = lazy_pattern("下午|晚上|今晚|傍晚|夜里|深夜|当晚|中午")
_MORNING = lazy_pattern("上午|早上|凌晨|清晨|早晨")
_GEORGIAN_AFTERNOON = lazy_pattern("საღამო|ნაშუადღევ|შუადღ|ღამ|დღის|PM|p\\.m\\.|pm")
_GEORGIAN_MORNING = lazy_pattern("დილ|გამთენიი|ალიონ|ღამ|AM|a\\.m\\.|am")


@segment_check(
    "num.time",
    family="dates",
    needs="has_numbers",
    severity=Severity.INFO,
    mqm="locale-conventions/time-format",
    explanation="A time of the afternoon stands on the twelve-hour clock without saying so, or the reverse.",
    good=("下午5:30", "17:30"),
    bad=("下午5:30", "5:30"),
    applies=grammars("chinese", "georgian"),
    target_has=characters.DIGIT,
)
def half_of_day(features: Features) -> Iterator[Hit]:
    """Report times that differ by twelve hours with no word for the half of the day."""
    if features.is_empty:
        return
    for match in features.numbers.matched:
        if match.source.kind is not QuantityKind.TIME:
            continue
        span = match.source.start, match.source.end
        around = features.source[max(0, span[0] - 4) : span[1]]
        hours = match.target.value / 60 if match.target.kind is QuantityKind.TIME else match.target.value
        late = match.source.value >= 13 * 60
        if late and hours < 12 and _AFTERNOON.search(around):
            said = _GEORGIAN_AFTERNOON.search(features.target)
        elif match.source.value < 12 * 60 and hours > 12 and _MORNING.search(around):
            said = _GEORGIAN_MORNING.search(features.target)
        else:
            continue
        if not said:
            yield Hit(
                match.target.start,
                match.target.end,
                _("The half of the day is lost"),
                expected=features.source[span[0] : span[1]],
            )


_MONTHS = ("იან", "თებ", "მარ", "აპრ", "მაი", "ივნ", "ივლ", "აგვ", "სექ", "ოქტ", "ნოე", "დეკ")
_FULL_MONTHS = (
    "იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი",
    "ივლისი", "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_ANY_MONTH = lazy_pattern(_MONTH)
_ABBREVIATED = lazy_pattern(
    rf"(?<!\w)(?:(?P<first>{_MONTH})[ა-ჰ]{{0,2}}\.?[-/ ](?P<day>\d{{1,2}})[-/, ]{{1,2}}(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})[-/ ](?P<second>{_MONTH})[ა-ჰ]{{0,2}}\.?[-/ ](?P<year2>\d{{4}}))(?!\d)"
)
_ENGLISH_ORDER = lazy_pattern(
    rf"(?<!\w)(?P<first>(?:{_MONTH})[ა-ჰ]{{2,7}})\s(?P<day>\d{{1,2}})(?:,\s?(?P<year>\d{{4}}))?(?![\d-])"
)


def _cut_dates(features: Features) -> list[re.Match[str]]:
    """Return the dates with a cut month name in a Georgian translation."""
    if features.context.target.grammar != "georgian" or not _ANY_MONTH.search(features.target):
        return []
    return list(_ABBREVIATED.finditer(features.target))


@segment_check(
    "date.format",
    family="dates",
    severity=Severity.ERROR,
    mqm=DATE_FORMAT,
    explanation="A date is not written as Georgian writes dates: 10 სექტემბერი, 2021, or 10.09.2021.",
    good=("2021年9月10日", "2021 წლის 10 სექტემბერი"),
    bad=("2021年9月10日", "სექ-10-2021"),
    applies=target_grammar("georgian"),
    target_has=characters.DIGIT,
)
def date_format(features: Features) -> Iterator[Hit]:
    """Report dates of cut month names, and remark those in English order."""
    for match in _cut_dates(features):
        month = match["first"] or match["second"]
        day, year = match["day"] or match["day2"], match["year"] or match["year2"]
        better = f"{int(day)} {_FULL_MONTHS[_MONTHS.index(month)]}, {year}"
        yield Hit(
            *match.span(),
            _("A date is not written so in Georgian"),
            expected=better,
            fix=Fix(*match.span(), better),
        )
    for match in _ENGLISH_ORDER.finditer(features.target) if _ANY_MONTH.search(features.target) else ():
        if int(match["day"]) > 31:
            continue
        year = f", {match['year']}" if match["year"] else ""
        yield Hit(
            *match.span(),
            _("The day stands before the month in Georgian"),
            expected=f"{match['day']} {match['first']}{year}",
            severity=Severity.INFO,
        )


CHECKS = (wrong_date, half_of_day, date_format)
