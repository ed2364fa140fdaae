"""What a text must be to be kept, and how it is said what it holds that cannot be."""

from __future__ import annotations

import pytest

from transreview.errors import UsageError
from transreview.project.texts import checked, kept


@pytest.mark.parametrize(
    ("text", "stored"),
    [("a", "a"), (" a\r\nb\rc \n", "a\nb\nc"), ("\u3000ა\u00a0", "ა"), ("", ""), (" \n", "")],
)
def test_lines_end_alike_and_nothing_blank_stands_around(text: str, stored: str) -> None:
    assert kept(text) == stored


@pytest.mark.parametrize("text", ["", " a\r\n", "ა\u2028ბ", "😀"])
def test_what_can_be_stored_stays_as_it_is(text: str) -> None:
    assert checked(text) == text


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("\0", "0000", 1),
        ("a\0", "0000", 2),
        ("ა\ud800", "D800", 2),
        ("\udfffა", "DFFF", 1),
        ("\ud800\0", "0000", 2),
    ],
)
def test_what_no_file_can_carry_is_named_with_its_place(text: str, code: str, place: int) -> None:
    with pytest.raises(UsageError, match=rf"U\+{code} at character {place},"):
        checked(text)
