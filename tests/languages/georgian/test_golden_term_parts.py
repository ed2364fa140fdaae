"""The golden table of terms told in part: which texts have some words of a term of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.term_parts import told_in_part

GOLDEN = Path(__file__).parent / "golden" / "term_parts.txt"


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_text_tells_a_term_in_part_or_not(row):
    term, text, expected = row
    assert told_in_part(term, text) is (expected == "yes")
