"""Who changed what: a text as it was given away, as it is here now, and as it came back."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

Value = TypeVar("Value")


class Verdict(StrEnum):
    """What became of one thing that two sides may have changed."""

    SAME = "same"
    OURS = "ours"
    THEIRS = "theirs"
    ALIKE = "alike"
    CONFLICT = "conflict"


def verdict(base: Value | None, ours: Value, theirs: Value) -> Verdict:
    """Return who changed something.

    Args:
        base: What was given away; None when nobody knows.
        ours: What is here now.
        theirs: What came back.

    Returns:
        "theirs" when only they changed it, "ours" when only we did, "alike" when both made the same
        of it; without a base whatever differs is a conflict.
    """
    if ours == theirs:
        return Verdict.SAME if base in {None, ours} else Verdict.ALIKE
    if base == theirs:
        return Verdict.OURS
    return Verdict.THEIRS if base == ours else Verdict.CONFLICT


def same_text(text: str) -> str:
    """Return a text as it is compared: line ends and blanks around it do not matter."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
