"""Sentences with a right and a wrong Georgian translation, a file a kind of fault.

They are Chinese, in files that begin with "en-" or "ru-" English or Russian.

A line is "- source | translation" for a right one, on which nothing of warning or above may stand, and
"+ source | translation" for one with a fault, which some finding (but those of length and style) must show. "?" marks what is known and not yet reached: a fault
that nothing shows, or a right translation that is warned of.
Written by the developers; not yet read by a native speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.kept import hold
from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.model.finding import Finding, Severity

FOLDER = Path(__file__).parent / "pairs"
CONTEXTS = {code: CheckContext(code, "ka") for code in ("zh", "en", "ru")}


def lines(sign: str) -> Iterator[tuple[str, str, str]]:
    for path in sorted(FOLDER.glob("*.pairs")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(sign):
                source, target = line[2:].split(" | ")
                yield path.stem, source, target


@cache
def findings(kind: str, source: str, target: str) -> list[Finding]:
    code = kind.partition("-")[0]
    return list(check_segment(SegmentText(source, target), CONTEXTS.get(code, CONTEXTS["zh"])))


@pytest.mark.parametrize(("kind", "source", "target"), list(lines("-")))
def test_a_right_translation_is_not_warned_of(kind: str, source: str, target: str) -> None:
    warned = [found for found in findings(kind, source, target) if found.severity is not Severity.INFO]
    assert not warned, kind


@pytest.mark.parametrize(("kind", "source", "target"), list(lines("+")))
def test_a_fault_is_found(kind: str, source: str, target: str) -> None:
    telling = [
        found
        for found in findings(kind, source, target)
        if not found.check.startswith(("len.", "sent.", "awk."))
    ]
    assert telling, kind


def test_all_that_is_found_in_the_pairs_stays_what_it_was() -> None:
    """With places, severities and words; `tests.checks.kept` renews it."""
    from tests.checks.kept import GOLDEN, pairs

    hold(GOLDEN / "pairs.findings", pairs())
