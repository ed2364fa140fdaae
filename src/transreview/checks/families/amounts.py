"""Checks of what is no plain number: halves of a time, the numbers of versions, separators."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import both_count
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.language import Language
from transreview.languages.pairs.halves import lost_halves
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

MISTRANSLATION = "accuracy/mistranslation"


@segment_check(
    "num.half",
    family="numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="Half of a time has become a whole one, or its half is lost.",
    good=("治疗持续了半年。", "მკურნალობა ნახევარი წელი გაგრძელდა."),
    bad=("治疗持续了半年。", "მკურნალობა ერთი წელი გაგრძელდა."),
    applies=both_count,
)
def lost_half(features: Features) -> Iterator[Hit]:
    """Report whole years, months and hours where the source has halves."""
    if features.is_empty or not features.source_quantities:
        return
    for wanted, found in lost_halves(features.source_quantities, features.target_quantities):
        yield Hit(
            found.start,
            found.end,
            _("The source says half"),
            expected=features.source[wanted.start : wanted.end],
            severity=None if len(features.source) <= _PLAIN else Severity.INFO,
        )


# In a longer text the whole time may be another one.
_PLAIN = 60
# A number with one point behind the word for a version, a v, or a program's name.
_VERSION = lazy_pattern(
    r"(?:版本(?:号|號)?|版|[Vv]ersion|(?<![A-Za-z])[vV]\.?|(?<![A-Za-z])[A-Z][A-Za-z+#.-]*[A-Za-z+#])[:：]?\s?(\d+\.\d+)"
    r"(?![\d.]|\s?[%％元美欧万亿])"
    r"|(?<![\d.])(\d+\.\d+)\s?(?:版|版本)"
)
# In Latin letters any sentence begins with a capital: a name is one before which no amount goes on.
_LATIN_VERSION = lazy_pattern(
    r"(?:(?<![A-Za-z])[Vv]ersion|(?<![A-Za-z])[vV]\.?|(?<![A-Za-z])[A-Z][A-Za-z+#.-]*[A-Za-z+#]"
    r"(?=:?\s?\d+\.\d+(?:[^\w\s%€$£¥°.]|\.?\s*$|\.\s|\s(?:is|and|or|was|has|will|can|does|for|on|with|from|to)\b)))"
    r":?\s?(\d+\.\d+)(?!\d|\.\d|\s?%)()"
)
_NUMBER = lazy_pattern(r"(?<![\d.,])\d+[.,]\d+(?![\d]|[.,]\d)")


@segment_check(
    "num.version",
    family="numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="The number of a version is another one: 3.10 is not 3.1, nor 3,10.",
    good=("请安装3.10版本。", "დააინსტალირეთ 3.10 ვერსია."),
    bad=("请安装3.10版本。", "დააინსტალირეთ 3.1 ვერსია."),
    target_has=characters.DIGIT,
)
def other_version(features: Features) -> Iterator[Hit]:
    """Report versions that stand as the same decimal number with other digits."""
    if features.is_empty:
        return
    latin = "Latn" in features.context.source.scripts
    for match in (_LATIN_VERSION if latin else _VERSION).finditer(features.source):
        version = match[1] or match[2]
        numbers = list(_NUMBER.finditer(features.target))
        if any(number.group() == version for number in numbers):
            continue
        for number in numbers:
            if float(number.group().replace(",", ".")) == float(version):
                yield Hit(*number.span(), _("The source has another version"), expected=version)
                break


# A comma or a point before three digits: thousands in one language, decimals in the other.
_GROUPED = lazy_pattern(r"(?<![\dA-Za-z.,:/+-])[1-9]\d{0,2}([.,])\d{3}(?![\d:/]|[.,]\d)")
# The number of a figure, table or section before its title: Figure 14.178. The ruler.
_LABEL = lazy_pattern(r"\W*(?:[^\W\d_]+\.?\s)?([1-9]\d{0,2}[.,]\d{3})[.:)]\s")


def _separators_differ(source: Language, target: Language) -> bool:
    return {source.decimal, target.decimal} == {",", "."}


@segment_check(
    "num.separator",
    family="numbers",
    severity=Severity.WARNING,
    mqm="locale-conventions/number-format",
    explanation="A number keeps a separator that says another value here: 1,500 in German is 1.5.",
    good=("共有1,500人。", "სულ 1 500 ადამიანია."),
    bad=("共有1,500人。", "სულ 1,500 ადამიანია."),
    applies=_separators_differ,
    target_has=characters.DIGIT,
)
def copied_separator(features: Features) -> Iterator[Hit]:
    """Report thousands of the source that read as decimals in the translation."""
    if features.is_empty:
        return
    target = features.context.target
    wanted = {match[0] for match in _GROUPED.finditer(features.source_prose) if match[1] == target.decimal}
    labels = [_LABEL.match(text) for text in (features.source_prose, features.target_prose)]
    if labels[0] and labels[1] and labels[0][1] == labels[1][1]:
        wanted.discard(labels[0][1])
    if not wanted:
        return
    # Where people write either, as in Georgian and in the Spanish of America, it is only worth a look.
    severity = Severity.INFO if target.thousands.isspace() or target.thousands_vary else None
    for match in _GROUPED.finditer(features.target_prose):
        if match[0] in wanted:
            right = match[0].replace(match[1], target.thousands)
            message = _("Here this reads as a decimal number; the source means thousands")
            yield Hit(
                *match.span(), message, expected=right, severity=severity, fix=Fix(*match.span(), right)
            )


CHECKS = (lost_half, other_version, copied_separator)
