"""What the checks say of their firing cases, kept whole: `python -m tests.checks.said` renews golden/said.jsonl.

The tables of cases hold that a check fires; this file holds where, how severely, and what it would have
instead. Whoever changes that on purpose renews the file and reads the difference.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.checks.case_tables import CASES, Case, findings_of

SAID = Path(__file__).parent / "golden" / "said.jsonl"
_OF_EACH = 12  # cases of each check, the first of its tables


def said(case: Case) -> list[list[Any]]:
    """Return severity, side, span, words and fix of what the case's check reports."""
    return [
        [
            one.severity.value, one.side.value, one.start, one.end, one.found, one.expected,
            [one.fix.start, one.fix.end, one.fix.text] if one.fix else None, one.confidence,
        ]
        for _source, _target, one in findings_of(case)
    ]  # fmt: skip


def read() -> Iterator[tuple[Case, list[list[Any]]]]:
    """Yield the kept cases with what is said of each."""
    for line in SAID.read_text(encoding="utf-8").splitlines():
        check, source, target, options, kept = json.loads(line)
        yield Case(check, True, source, target, "document" in options, options), kept


def renew() -> None:
    """Write the file anew from the tables of cases."""
    seen: Counter[str] = Counter()
    lines = []
    for case in CASES:
        if case.fires and seen[case.check] < _OF_EACH:
            seen[case.check] += 1
            told = [case.check, case.source, case.target, case.options, said(case)]
            lines.append(json.dumps(told, ensure_ascii=False))
    SAID.parent.mkdir(exist_ok=True)
    SAID.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
