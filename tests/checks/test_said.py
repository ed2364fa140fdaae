"""What a check says of a case stays what it was: its place, severity, words and fix."""

from __future__ import annotations

import pytest

from tests.checks.said import read, said


@pytest.mark.parametrize(
    ("case", "kept"), [pytest.param(*one, id=f"{one[0].check}-{n}") for n, one in enumerate(read())]
)
def test_a_check_says_what_it_said(case, kept) -> None:
    assert said(case) == kept, "where this is meant: python -m tests.checks.said, and read the difference"
