"""Signals of style: they say where to look, never how good a translation is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from transreview.checks.check import Hit, comparing_check, segment_check
from transreview.checks.comparison import Neighbours, Run
from transreview.checks.conditions import spaced_target, target_grammar
from transreview.checks.features import Features
from transreview.checks.list_markers import marker
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity
from transreview.model.unit import UnitKind

AWKWARD = "style/awkward-style"


@cache
def _calque_pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@segment_check(
    "awk.calque",
    family="style",
    severity=Severity.INFO,
    mqm=AWKWARD,
    explanation="A wording stands in the translation that the team's settings call awkward.",
    good=("作了报告", "მოხსენება გააკეთა"),
    bad=("作了报告", "მოხსენება მოახდინა"),
)
def calque(features: Features) -> Iterator[Hit]:
    """Report the wordings of the settings' table `calques`, with what to say instead."""
    for pattern, better in features.context.settings.calques.items():
        for match in _calque_pattern(pattern).finditer(features.target):
            yield Hit(
                *match.span(),
                _("The team has a better wording for this"),
                expected=better,
                fix=Fix(*match.span(), better) if better else None,
            )


# From the end of the first genitive on: that is rare, and quickly found.
_GENITIVES = lazy_pattern("(?:ის|თა)(?: [ა-ჰ]+(?:ის|თა)){3,}(?![ა-ჰ])")


@segment_check(
    "awk.chain",
    family="style",
    severity=Severity.INFO,
    mqm=AWKWARD,
    explanation="A sentence is too long, or strings together four or more genitives, as a chain of 的 does.",
    good=("协会工作的经验", "ასოციაციის მუშაობის გამოცდილება"),
    bad=(
        "中国眼镜协会理事会工作会议的经验",
        "ჩინეთის სათვალის ასოციაციის საბჭოს სამუშაო შეხვედრის გამოცდილების გაცვლის შედეგების განხილვა",
    ),
    applies=spaced_target,
)
def chain(features: Features) -> Iterator[Hit]:
    """Report sentences of many words, and chains of genitives in Georgian."""
    limit = features.context.settings.overlong_words
    if features.target.count(" ") >= limit:
        starts = [match.start() for match in features.target_words]
        for start, end in features.target_sentences:
            count = bisect_left(starts, end) - bisect_left(starts, start)
            if count > limit:
                message = _("A sentence of {count} words").format(count=count)
                yield Hit(start, end, message, found=str(count), expected=str(limit))
    if (
        features.context.target.grammar == "georgian"
        and features.target.count("ის ") + features.target.count("თა ") >= 3
    ):
        for match in _GENITIVES.finditer(features.target):
            start = features.target.rfind(" ", 0, match.start()) + 1
            count = match.group().count(" ") + 1
            yield Hit(start, match.end(), _("A chain of {count} genitives").format(count=count))


_PREVERB = "(?:და|გა|გადა|გამო|მო|შე|შემო|აღ|აწ|წა|წამო|წარ|ჩა|მი|უ|ი|ე|ა)"
_IMPERATIVE = lazy_pattern(f"{_PREVERB}[ა-ჰ]{{2,}}(?:ეთ|ათ|ოთ)$")
_OPTATIVE = lazy_pattern(f"{_PREVERB}[ა-ჰ]{{3,}}(?:ოს|ონ)$")
_VERBAL_NOUN = lazy_pattern("[ა-ჰ]{3,}(?:ება|ობა|ვა|ენა|ოლა|ოვნა)$")
# With one of these before it a subjunctive states a duty, a leave or an end: it neither commands nor wishes.
_GOVERNING = lazy_pattern(
    "უნდა|რომ|რათა|შეიძლება|შესაძლოა|შესაძლებელია|შე(?:მ|გ|გვ|უ)იძლია(?:თ|ნ)?|შეუძლია(?:თ|ნ)?|საჭიროა"
    "|აუცილებელია|სავალდებულოა|(?:მ|გ|გვ|ს)ურ(?:ს|თ)|თუ|როცა|როდესაც|სანამ"
)
_FIRST_WORDS, _SHORTEST_LIST = 3, 3

# A mood with the span of the word that shows it; empty where no word does.
_Mood = tuple[str, int, int]


def _mood(features: Features) -> _Mood:
    words = features.target_words
    for match in words[:_FIRST_WORDS]:
        if _GOVERNING.fullmatch(match.group()):
            return "", 0, 0
        if _IMPERATIVE.match(match.group()):
            return "imperative", match.start(), match.end()
        if _OPTATIVE.match(match.group()):
            return "optative", match.start(), match.end()
    if words and _VERBAL_NOUN.match(words[-1].group()):
        return "verbal noun", words[-1].start(), words[-1].end()
    return "", 0, 0


def _item(_before: Features | None, own: Features, _after: Features | None) -> _Mood | None:
    """Return the mood of a list's item; None where the segment is none."""
    return _mood(own) if own.text.kind is UnitKind.LIST_ITEM or marker(own.target) else None


def _listed(
    state: tuple[_Mood, ...] | None, signal: _Mood | None
) -> tuple[tuple[_Mood, ...] | None, list[Run]]:
    """Gather the items of a list; where it ends, and its moods are mixed, it is told."""
    if signal is not None:
        return (*(state or ()), signal), []
    moods = [mood for mood, _start, _end in state or () if mood]
    if state is None or len(moods) < _SHORTEST_LIST or len(set(moods)) < 2:
        return None, []
    return None, [Run(len(state), 0, state)]


def _mood_word(mood: str) -> str:
    return {"imperative": _("imperative"), "optative": _("optative"), "verbal noun": _("verbal noun")}[mood]


def _odd_moods(_around: list[Features | None], items: tuple[_Mood, ...]) -> Iterator[tuple[int, Hit]]:
    moods = Counter(mood for mood, _start, _end in items if mood)
    usual = moods.most_common(1)[0][0]
    for number, (mood, start, end) in enumerate(items):
        if mood and mood != usual:
            message = _("This item is in another mood than most of its list")
            yield number, Hit(start, end, message, expected=_mood_word(usual))


mixed_moods = comparing_check(
    "awk.list_mood",
    family="style",
    severity=Severity.WARNING,
    mqm="linguistic-conventions/grammar",
    explanation="The items of one list are in different moods: some command, some wish, some name.",
    good=(
        "1. 办好展会；\n2. 完成复评；\n3. 深化改革。",
        "1. მოაწყონ გამოფენა;\n2. დაასრულონ შეფასება;\n3. გააღრმავონ რეფორმა.",
    ),
    bad=(
        "1. 办好展会；\n2. 完成复评；\n3. 深化改革。",
        "1. მოაწყვეთ გამოფენა;\n2. დაასრულოს შეფასება;\n3. რეფორმის გაღრმავება.",
    ),
    applies=target_grammar("georgian"),
    compares=Neighbours(signal=_item, step=_listed, describe=_odd_moods),
)


CHECKS = (calque, chain, mixed_moods)
