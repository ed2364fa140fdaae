"""Makes findings of what checks yield."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from transreview.checks.check import Check
from transreview.checks.context import CheckContext, Gate, Planned
from transreview.checks.features import Features
from transreview.checks.guard import CheckFailedError, as_failure, called, require_hit
from transreview.checks.hit import Hit
from transreview.i18n import _
from transreview.model.finding import Finding, Severity, Side

FAILED = "check.failed"
"""What the note is called that stands for a check which could not be asked."""

TOO_LONG = "check.too-long"
"""What the note is called that stands for all checks of a text which is too long for them."""

# What these say is about prose: code that stands in the source too is written as programs want it.
_OF_WRITING = frozenset({"punctuation", "encoding", "numbers", "script", "spelling"})


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by falling severity, then by place in the text, then by check."""
    return sorted(
        findings,
        key=lambda one: (
            -one.severity.rank, one.side is Side.SOURCE, one.start, one.end, one.check, one.expected,
            one.message,
        ),
    )  # fmt: skip


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of comparisons, of one check at one place only the surest."""
    best: dict[tuple[str, int, int], Finding] = {}
    for one in sorted(
        findings, key=lambda one: (-one.confidence, -len(one.message), one.message, one.expected)
    ):
        best.setdefault((one.check, one.start, one.end), one)
    return list(best.values())


def together(own: Iterable[Finding], compared: Iterable[Finding]) -> list[Finding]:
    """Return what is found in a segment alone and among others, worst first.

    One fault is one finding: what is said of the segment alone is not said again of the same place.
    """
    own = list(own)
    said = {(one.side, one.start, one.end, one.message) for one in own}
    further = (one for one in compared if (one.side, one.start, one.end, one.message) not in said)
    return worst_first([*own, *further])


# Checks that say of a number that it is another one, the plainest first.
_OTHER_NUMBER = ("num.mismatch", "num.label", "mean.contrast")


def _told_once(found: list[Finding]) -> list[Finding]:
    """Return findings without those that say once more, and less plainly, that a number is another one."""
    told = [one for one in found if one.check in _OTHER_NUMBER]
    if len({one.check for one in told}) < 2:
        return found
    kept: dict[str, list[Finding]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (-one.severity.rank, _OTHER_NUMBER.index(one.check))):
        others = chain.from_iterable(findings for check, findings in kept.items() if check != one.check)
        if not any(
            one.side is other.side and one.start < other.end and other.start < one.end for other in others
        ):
            kept[one.check].append(one)
    rest = [one for one in found if one.check not in _OTHER_NUMBER]
    return [*rest, *chain.from_iterable(kept.values())]


def segment_findings(features: Features, context: CheckContext) -> list[Finding]:
    """Return what the checks of single segments find in one, worst first."""
    return batch_findings((features,), context)[0]


# A segment with what was found in it so far.
_Looked = tuple[Features, list[Finding]]


def batch_findings(batch: Sequence[Features], context: CheckContext) -> list[list[Finding]]:
    """Return what the checks of single segments find in each of several, worst first.

    It goes check by check and not segment by segment: while one check goes through all segments, its code
    and its tables stay in the processor's cache. That alone saves a third of the time.
    """
    looked: list[_Looked] = [(one, [_too_long(one)] if one.too_long else []) for one in batch]
    _ask(context.segment_plan, [one for one in looked if not one[0].is_empty], context)
    alone = [one for one in looked if one[0].is_empty and not one[0].too_long]
    if alone:
        _ask(context.alone_plan, alone, context)
    return [worst_first(_told_once(found)) if len(found) > 1 else found for _features, found in looked]


def _ask(plan: Sequence[Planned], looked: Sequence[_Looked], context: CheckContext) -> None:
    """Ask every check of a plan about the segments that have what it looks for."""
    concerned: dict[Gate, _Concerned] = {}
    for gate, run, check in plan:
        asked = concerned.get(gate)
        if asked is None:
            asked = concerned[gate] = _concerned(gate, looked)
        for features, found in asked.segments:
            try:
                # Functions of the catalogue are run as they are: the guard would cost more than some of them.
                for hit in called(check, run, features) if check.package else run(features):
                    finding = finding_of(check, hit, features, context)
                    if finding is not None:
                        found.append(finding)
            except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
                found.append(failure(check, as_failure(error), features))
        for (features, found), untold in asked.failed:
            found.append(failure(check, as_failure(untold), features))


class _Concerned(NamedTuple):
    """The segments that have what a check looks for, and those where that could not be told."""

    segments: Sequence[_Looked]
    failed: Sequence[tuple[_Looked, Exception]]


def _concerned(gate: Gate, looked: Sequence[_Looked]) -> _Concerned:
    """Return the segments that a check with this gate is to be asked about."""
    source, target, either = gate.source_has, gate.target_has, gate.either_has
    if target:
        looked = [one for one in looked if one[0].target_mask & target]
    if source:
        looked = [one for one in looked if one[0].source_mask & source]
    if either:
        looked = [one for one in looked if (one[0].target_mask | one[0].source_mask) & either]
    if not gate.needs:
        return _Concerned(looked, ())
    segments: list[_Looked] = []
    failed: list[tuple[_Looked, Exception]] = []
    for one in looked:
        try:
            if getattr(one[0], gate.needs):
                segments.append(one)
        except Exception as error:  # noqa: BLE001 - the checks that need it are told of
            failed.append((one, error))
    return _Concerned(segments, failed)


def finding_of(check: Check, hit: Hit, features: Features, context: CheckContext) -> Finding | None:
    """Make a finding of a hit, unless the user's allow-list lets it pass.

    Raises:
        CheckFailedError: The hit is none, or points beside the text.
    """
    if check.package:
        hit = require_hit(check, hit, features.source, features.target)
    side_text = features.source if hit.side is Side.SOURCE else features.target
    excerpt = side_text[hit.start : hit.end]
    found = hit.found or excerpt
    settings = context.settings
    if settings.allow and (
        settings.allows(check.id, found) or (excerpt and settings.allows(check.id, excerpt))
    ):
        return None
    if check.family in _OF_WRITING and hit.side is Side.TARGET and features.is_kept(hit.start, hit.end):
        return None
    return Finding(
        check=check.id,
        severity=_severity(check, hit, settings.severity(check.id)),
        mqm=check.mqm,
        side=hit.side,
        start=hit.start,
        end=hit.end,
        message=hit.message,
        expected=hit.expected,
        found=found,
        fix=hit.fix,
        segment_id=features.text.id,
        confidence=hit.confidence,
        concept_id=hit.concept_id,
    )


def failure(check: Check, error: CheckFailedError, features: Features) -> Finding:
    """Return the note that a check could not be asked about a segment."""
    package = error.package or check.package or "transreview"
    return Finding(
        check=FAILED,
        severity=Severity.WARNING,
        mqm="",
        side=Side.TARGET,
        start=0,
        end=0,
        message=_("The check “{check}” of the package {package} failed here: {error}").format(
            check=check.id, package=package, error=error
        ),
        found=check.id,
        segment_id=features.text.id,
    )


def _too_long(features: Features) -> Finding:
    """Return the note that nothing was checked in a segment."""
    return Finding(
        check=TOO_LONG,
        severity=Severity.WARNING,
        mqm="",
        side=Side.TARGET,
        start=0,
        end=0,
        message=_(
            "Not checked: {count} characters in one segment. Break it into paragraphs, "
            "or bring the article in with --unit sentence"
        ).format(count=f"{features.too_long:,}"),
        found=str(features.too_long),
        segment_id=features.text.id,
    )


def _severity(check: Check, hit: Hit, chosen: Severity | None) -> Severity:
    """Return the hit's own severity, kept at the same distance from what the user chose for the check."""
    own = hit.severity or check.severity
    if chosen is None:
        return own
    ladder = list(Severity)
    rank = own.rank + chosen.rank - check.severity.rank
    return ladder[max(0, min(rank, len(ladder) - 1))]
