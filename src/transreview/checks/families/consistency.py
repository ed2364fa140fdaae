"""Checks of a document as a whole: one source, one translation; and every translation at its place."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.check import Hit, comparing_check, document_check, segment_check
from transreview.checks.comparison import Neighbours
from transreview.checks.features import Features
from transreview.checks.placement import fit, follow_gains, gains
from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.unit import UnitKind

_EDGES = ' \t\n.。,，;；:：!！?？"“”„«»…'
# Shorter texts are labels and interjections: what they mean depends on where they stand.
_SHORTEST_SOURCE = 6
_SHORTEST_TARGET = 12


def _normal(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES).lower()


def _is_form(features: Features) -> bool:
    """Whether a text is one of several plural forms: they are meant to differ, or happen to be the same."""
    told = features.text.message
    return told is not None and told.forms > 1


def _by_source(features: Features) -> tuple[str, ...]:
    source = "" if features.is_empty or _is_form(features) else _normal(features.source)
    return (source,) if len(source) >= _SHORTEST_SOURCE else ()


def _by_target(features: Features) -> tuple[str, ...]:
    dated = features.text.kind is UnitKind.DATE_LINE
    target = "" if features.is_empty or dated or _is_form(features) else _normal(features.target)
    return (target,) if len(target) >= _SHORTEST_TARGET else ()


@document_check(
    "cons.source",
    family="consistency",
    severity=Severity.WARNING,
    mqm="terminology/inconsistent-use-of-terminology",
    explanation="The same source text is translated in two ways.",
    good=("会议已经结束。\n会议已经结束。", "შეხვედრა დასრულდა.\nშეხვედრა დასრულდა."),
    bad=("会议已经结束。\n会议已经结束。", "შეხვედრა დასრულდა.\nსხდომა დაიხურა."),
    keys=_by_source,
)
def same_source(group: list[Features]) -> Iterator[tuple[int, Hit]]:
    """Report repeated sources whose translations differ in more than case endings of single words."""
    first = group[0]
    for number, features in enumerate(group[1:], 1):
        if _normal(features.target) == _normal(first.target):
            continue
        slight = _same_stems(first, features)
        yield (
            number,
            Hit(
                0,
                len(features.target),
                _("The same source was translated otherwise before"),
                expected=first.target,
                severity=Severity.INFO if slight else None,
            ),
        )


def _same_stems(one: Features, other: Features) -> bool:
    """Whether two translations have the same words but for their endings."""
    ours, theirs = one.folded_words, other.folded_words
    return len(ours) == len(theirs) and all(_akin(a, b) for a, b in zip(ours, theirs, strict=True))


def _akin(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(2, 0.6 * min(len(one), len(other)))


@document_check(
    "cons.target",
    family="consistency",
    severity=Severity.WARNING,
    mqm="accuracy/mistranslation",
    explanation="Two different source texts have the same translation.",
    good=("会议已经结束。\n展览会开幕了。", "შეხვედრა დასრულდა.\nგამოფენა გაიხსნა."),
    bad=("会议已经结束。\n展览会开幕了。", "შეხვედრა დასრულდა.\nშეხვედრა დასრულდა."),
    keys=_by_target,
)
def same_target(group: list[Features]) -> Iterator[tuple[int, Hit]]:
    """Report translations that stand for sources which are not alike."""
    first = group[0]
    told: set[str] = set()
    for number, features in enumerate(group[1:], 1):
        if features.source == features.target or first.source == first.target:
            continue  # a copy, of which `copy.source` speaks
        likeness = _likeness(_normal(first.source), _normal(features.source))
        if likeness >= _REWORDED:
            continue
        yield (
            number,
            Hit(
                0,
                len(features.target),
                _("Another source has the same translation"),
                expected=first.source,
                severity=Severity.INFO if likeness >= _RELATED or features.source in told else None,
            ),
        )
        told.add(features.source)


# Shares of common text at which two sources are a rewording of each other, or have something in common.
_REWORDED, _RELATED = 0.85, 0.6


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other))


def _shifted(around: list[Features | None], offset: int) -> Iterator[tuple[int, Hit]]:
    """Say of each segment of a run where the translation of its source stands."""
    message = (
        _("The translation of this source stands one segment before")
        if offset < 0
        else _("The translation of this source stands one segment after")
    )
    for number, features in enumerate(around[1:-1]):
        beside = around[number + 1 + offset]
        assert features is not None
        elsewhere = beside.target if beside is not None else ""
        yield number, Hit(0, len(features.target), message, expected=elsewhere)


shifted = comparing_check(
    "align.shift",
    family="consistency",
    severity=Severity.WARNING,
    mqm="accuracy/mistranslation",
    explanation="For several segments running, the translation belongs to the source before or after.",
    good=("共17人。\n共28人。\n共39人。\n共41人。", "სულ 17.\nსულ 28.\nსულ 39.\nსულ 41."),
    bad=("共17人。\n共28人。\n共39人。\n共41人。", "სულ 28.\nსულ 39.\nსულ 41.\nსულ 52."),
    compares=Neighbours(signal=gains, step=follow_gains, describe=_shifted),
)


# Score of `placement.fit` from which on a pair rather does not belong together; on aligned news one
# and six pairs in a thousand fall below these.
_NAME_FOUND = 1.5
_MISFIT = ((Severity.WARNING, -1.9), (Severity.INFO, -1.3))


@segment_check(
    "align.mismatch",
    family="consistency",
    severity=Severity.WARNING,
    mqm="accuracy/mistranslation",
    explanation="Numbers, names, marks and length say that this is the translation of another source.",
    good=("第一组有26人。", "პირველ ჯგუფში 26 ადამიანია."),
    bad=("会议在5月26日召开，300人参加。", "„რატომ წახვედი 1998 წელს?“ – ჰკითხა მან."),
)
def misplaced(features: Features) -> Iterator[Hit]:
    """Report a translation that has little in common with its source and much that contradicts it."""
    if features.is_empty:
        return
    score = fit(features, features)
    if score > _MISFIT[-1][1]:
        return
    score += _NAME_FOUND * sum(anchor.found for anchor in features.name_anchors)
    for severity, limit in _MISFIT:
        if score <= limit:
            message = _("This seems to be the translation of another source")
            yield Hit(0, len(features.target), message, severity=severity)
            return


CHECKS = (misplaced, same_source, same_target, shifted)
