"""Sentences after public bug reports of other tools: what must be found in them, and what must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_segment
from transreview.checks.segment_text import SegmentText
from transreview.model.finding import Severity

PAIRS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "golden" / "pairs.toml").read_text(encoding="utf-8")
)["pair"]


def found(pair: dict[str, Any]) -> set[str]:
    source, _, target = pair["languages"].partition("-")
    text = SegmentText(pair["source"], pair["target"])
    findings = check_segment(text, CheckContext(source, target))
    return {finding.check for finding in findings if finding.severity.rank >= Severity.WARNING.rank}


def said(names: str, checks: set[str]) -> bool:
    """Say whether one of the checks or families (joined by a bar) is among those that spoke."""
    return any(check == name or check.startswith(f"{name}.") for name in names.split("|") for check in checks)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['report'][19:]}: {pair['about']}")
def test_a_reported_sentence_is_judged_rightly(pair: dict[str, Any]) -> None:
    checks = found(pair)
    assert pair.keys() & {"fires", "quiet"}
    assert [names for names in pair.get("fires", []) if not said(names, checks)] == []
    assert [names for names in pair.get("quiet", []) if said(names, checks)] == []
