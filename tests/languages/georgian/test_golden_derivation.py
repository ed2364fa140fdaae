"""The golden table of derivation: which words render a term as another part of speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from transreview.languages.georgian.derivation import derivatives, derived, derived_alike, nations

GOLDEN = Path(__file__).parent / "golden" / "derivation.txt"


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_text_has_a_word_derived_from_the_term_or_none(row):
    term, text, expected = row
    assert derived(term, text) is (expected == "yes")


def test_every_country_of_the_list_has_its_people_and_its_adjective():
    assert len(nations()) > 100
    assert all(len(words) >= 2 for words in nations().values())


@pytest.mark.parametrize(
    ("wrong", "found", "right", "expected"),
    [
        ("ბეიჯინგი", "ბეიჯინგელი", "პეკინი", "პეკინელი"),
        ("ბეიჯინგი", "ბეიჯინგელებს", "პეკინი", "პეკინელებს"),
        ("ჰუნანი", "ჰუნანურმა", "ხუნანი", "ხუნანურმა"),
        ("ჩანგშა", "ჩანგშელმა", "ჩანშა", "ჩანშელმა"),
        ("ჰარბინი", "ჰარბინულ", "ხარბინი", "ხარბინულ"),
        ("ჰუნანი", "ჰუნანში", "ხუნანი", ""),
    ],
)
def test_a_word_is_derived_of_the_right_place_as_of_the_wrong_one(wrong, found, right, expected):
    assert derived_alike(wrong, found, right) == expected
    assert bool(derivatives(wrong, f"ეს {found} არის")) is bool(expected)
