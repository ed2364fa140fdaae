"""The golden table of terms told in part: which texts have some words of a term of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.term_parts import named_again, told_in_part

GOLDEN = Path(__file__).parent / "golden" / "term_parts.txt"


AGAIN = GOLDEN.with_name("terms_named_again.txt")


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize("row", rows(GOLDEN), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_text_tells_a_term_in_part_or_not(row):
    term, text, expected = row
    assert told_in_part(term, text) is (expected == "yes")


@pytest.mark.parametrize("row", rows(AGAIN), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_text_names_a_term_again_or_not(row):
    term, text, expected = row
    assert named_again(term, text) is (expected == "yes")
