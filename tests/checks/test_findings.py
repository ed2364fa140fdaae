"""How hits become findings: their order, their severity, what lets them pass, and which segments are asked."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from transreview.checks import CheckContext, SegmentText
from transreview.checks.check import Check
from transreview.checks.context import Gate
from transreview.checks.features import Features
from transreview.checks.findings import _concerned, finding_of, worst_first
from transreview.checks.hit import Hit
from transreview.checks.registry import REGISTRY
from transreview.checks.settings import CheckSettings
from transreview.model.finding import Finding, Severity, Side

CONTEXT = CheckContext("zh", "ka")
ONE = Finding(
    check="b", severity=Severity.WARNING, mqm="", side=Side.TARGET, start=2, end=4, message="m", expected="e"
)


def test_findings_are_ordered_by_severity_side_place_check_and_words() -> None:
    ordered = [
        replace(ONE, severity=Severity.CRITICAL, start=9, end=9),
        replace(ONE, severity=Severity.ERROR, start=9, end=9),
        replace(ONE, start=1, end=9, check="z"),
        replace(ONE, start=2, end=3, check="z"),
        replace(ONE, check="a", expected="z"),
        replace(ONE, expected="d", message="z"),
        replace(ONE, message="l"),
        ONE,
        replace(ONE, side=Side.SOURCE, start=0, end=1),
        replace(ONE, severity=Severity.INFO, start=0, end=0, check="a"),
    ]
    for seed in range(5):
        mixed = ordered[:]
        random.Random(seed).shuffle(mixed)
        assert worst_first(mixed) == ordered


def check(severity: Severity = Severity.WARNING) -> Check:
    return replace(next(one for one in REGISTRY if one.id == "num.mismatch"), severity=severity)


@pytest.mark.parametrize(
    ("usual", "own", "chosen", "told"),
    [
        (Severity.WARNING, None, None, Severity.WARNING),
        (Severity.WARNING, Severity.INFO, None, Severity.INFO),
        (Severity.WARNING, None, Severity.ERROR, Severity.ERROR),
        (Severity.WARNING, Severity.ERROR, Severity.ERROR, Severity.CRITICAL),
        (Severity.WARNING, Severity.CRITICAL, Severity.ERROR, Severity.CRITICAL),
        (Severity.WARNING, Severity.INFO, Severity.INFO, Severity.INFO),
        (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO),
    ],
)
def test_a_hit_keeps_its_distance_from_the_severity_that_was_chosen(usual, own, chosen, told) -> None:
    settings = CheckSettings(severities={"num.mismatch": chosen} if chosen else {})
    context = CheckContext("zh", "ka", settings=settings)
    features = Features(SegmentText("共26。", "სულ 28."), context)
    found = finding_of(check(usual), Hit(4, 6, "m", severity=own), features, context)
    assert found is not None
    assert found.severity is told


@pytest.mark.parametrize(
    ("hit", "found", "passes"),
    [
        (Hit(4, 6, "m"), "28", {"28"}),
        (Hit(4, 6, "m", found="own"), "own", {"28", "own"}),
        (Hit(1, 3, "m", side=Side.SOURCE), "26", {"26"}),
        (Hit(4, 4, "m"), "", set()),
    ],
)
def test_a_finding_quotes_its_side_and_passes_by_what_it_says_or_where_it_stands(hit, found, passes) -> None:
    features = Features(SegmentText("共26。", "სულ 28.", id=7), CONTEXT)
    made = finding_of(check(), hit, features, CONTEXT)
    assert made is not None
    assert (made.found, made.start, made.end, made.side, made.segment_id) == (
        found,
        hit.start,
        hit.end,
        hit.side,
        7,
    )
    for allowed in ("28", "own", "26", "სულ"):
        context = CheckContext(
            "zh", "ka", settings=CheckSettings(allow={"num.mismatch": (re.compile(allowed),)})
        )
        assert (finding_of(check(), hit, features, context) is None) is (allowed in passes), allowed


def test_a_check_is_asked_only_where_there_is_what_it_looks_for() -> None:
    looked = [(Features(SegmentText(source, target), CONTEXT), []) for source, target in
              [("1", "ა"), ("一", "2"), ("一", "ა")]]  # fmt: skip
    digit = 1 << 9

    def asked(**gate: object) -> list[int]:
        blank = Gate(**{"source_has": 0, "target_has": 0, "either_has": 0, "needs": "", **gate})  # type: ignore[arg-type]
        return [looked.index(one) for one in _concerned(blank, looked).segments]

    assert asked() == [0, 1, 2]
    assert asked(source_has=digit) == [0]
    assert asked(target_has=digit) == [1]
    assert asked(either_has=digit) == [0, 1]
    assert asked(source_has=digit, target_has=digit) == []


@pytest.mark.parametrize(
    ("select", "ignore", "runs", "off"),
    [
        (set(), set(), True, False),
        ({"num"}, set(), True, True),
        ({"num.mismatch"}, set(), True, True),
        ({"punct"}, set(), False, False),
        (set(), {"num"}, False, False),
        (set(), {"num.mismatch"}, False, False),
        ({"num.mismatch"}, {"num"}, True, True),
        ({"num"}, {"num.mismatch"}, False, False),
        ({"num"}, {"num"}, False, False),
        ({"num.mismatch"}, {"num.mismatch"}, False, False),
    ],
)
def test_a_check_s_own_name_outweighs_its_family_s(select, ignore, runs, off) -> None:
    settings = CheckSettings(select=frozenset(select), ignore=frozenset(ignore))
    assert settings.runs("num.mismatch") is runs
    assert settings.runs("num.mismatch", default=False) is off
