"""The golden table of amounts: which Chinese and Georgian ones are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.pairs.equivalence import compare, weight
from transreview.languages.registry import language

GOLDEN = Path(__file__).parent / "golden" / "quantities.txt"
_TOLD = 0.25  # what a finding is made of, at info or above


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_amounts_are_the_same_or_other(row):
    chinese, georgian, expected = row
    found = compare(language("zh").quantities(chinese), language("ka").quantities(georgian))
    loose = [q for q in (*found.missing, *found.extra) if weight(q) > _TOLD]
    differs = bool(found.scaled or found.replaced or found.units or loose)
    assert differs is (expected == "other")
