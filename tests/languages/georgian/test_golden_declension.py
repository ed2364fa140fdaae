"""The golden table of single forms: what is written, and what once was and never may be again."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.declension import POSTPOSITIONS, decline

GOLDEN = Path(__file__).parent / "golden" / "declension.txt"


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


def form(term: str, hints: str, cell: str) -> str:
    if cell.startswith("+"):
        return decline(term, POSTPOSITIONS[cell[1:]], postposition=cell[1:], hints=hints.split())
    case, _, number = cell.partition(" ")
    return decline(term, case, number or "Sing", hints=hints.split())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[2]}")
def test_the_form_is_the_right_one_and_none_of_the_wrong_ones(row):
    term, hints, cell, right, wrong = row
    written = form(term, hints, cell)
    assert written in right.split("/")
    assert written not in wrong.split("/")
