"""Every check of the catalogue fires where it must and is silent where it must be."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.checks.case_tables import CASES, Case, findings_of
from tests.checks.kept import GOLDEN, cases
from tests.kept import hold
from transreview.checks import REGISTRY
from transreview.checks.catalogue import catalogue
from transreview.model.finding import Severity, Side

# What a case may ask of one of its findings, all at once.
SEEN = {
    "severity": lambda finding: finding.severity.value,
    "found": lambda finding: finding.found,
    "side": lambda finding: finding.side.value,
    "expected": lambda finding: finding.expected,
    "message": lambda finding: finding.message,
    "fix": lambda finding: finding.fix.text if finding.fix else None,
}


@pytest.mark.parametrize("case", [c for c in CASES if c.fires], ids=lambda c: f"{c.check}@{c.place}")
def test_fires(case) -> None:
    """The check reports the pair, at a place that is in its text, with the severity that is due."""
    found = findings_of(case)
    assert found, f"{case.place}: {case.check} is silent on {case.source!r} | {case.target!r}"
    for source, target, finding in found:
        text = source if finding.side is Side.SOURCE else target
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.fix is not None:
            assert 0 <= finding.fix.start <= finding.fix.end <= len(target)
    asked = {name: read for name, read in SEEN.items() if name in case.options}
    told = [{name: read(one) for name, read in asked.items()} for _source, _target, one in found]
    assert {name: case.options[name] for name in asked} in told, told
    assert int(case.options.get("count", len(found))) == len(found), told


@pytest.mark.parametrize("case", [c for c in CASES if not c.fires], ids=lambda c: f"{c.check}@{c.place}")
def test_is_silent(case) -> None:
    """The check reports nothing at all, not even a remark."""
    found = [finding for _source, _target, finding in findings_of(case)]
    assert not found, f"{case.place}: {[(one.severity.value, one.message, one.found) for one in found]}"


def test_all_that_is_found_in_the_tables_stays_what_it_was() -> None:
    """Of every check, also of those that a row is not about; `tests.checks.kept` renews it."""
    hold(GOLDEN / "cases.findings", cases())


def test_every_check_has_its_table() -> None:
    """At least four cases that fire and six that do not, for each check of the catalogue."""
    fires = Counter(case.check for case in CASES if case.fires)
    silent = Counter(case.check for case in CASES if not case.fires)
    short = [check.id for check in REGISTRY if fires[check.id] < 4 or silent[check.id] < 6]
    assert not short
    assert set(fires) <= {check.id for check in REGISTRY}


@pytest.mark.parametrize("check", REGISTRY, ids=lambda check: check.id)
def test_its_own_example_is_true(check) -> None:
    """The bad example of the catalogue is reported, the good one is not."""
    for example, fires in ((check.bad, True), (check.good, False)):
        options = {"select": "", "glossary": "", "calques": ""}
        document = check.document is not None
        source, target = (
            text.replace("\n", " ¦ ") if document else text for text in (example.source, example.target)
        )
        case = Case(check.id, fires, source, target, document, options)
        assert bool(findings_of(case)) is fires, (check.id, "bad" if fires else "good")


def test_ids_families_and_severities_are_of_the_catalogue() -> None:
    """Ids are unique, explanations are one sentence, severities are those of the model."""
    assert len({check.id for check in REGISTRY}) == len(REGISTRY)
    for check in REGISTRY:
        assert isinstance(check.severity, Severity)
        assert check.explanation.endswith(".")
        assert check.explanation.count(". ") == 0
        assert len(check.explanation) < 120
        assert (check.segment is None) is not (check.document is None)


@pytest.mark.parametrize(("source", "target"), [("en", "de"), ("zh", None), (None, "de")])
def test_the_catalogue_of_a_language_leaves_out_what_is_true_for_others_only(
    source: str | None, target: str | None
) -> None:
    """One language that is named is enough to narrow the choice; what holds for any pair stays."""
    narrowed = {check.id for check in catalogue(source, target)}
    assert "script.mtavruli" not in narrowed
    assert "num.mismatch" in narrowed
    assert "script.mtavruli" in {check.id for check in catalogue()}
