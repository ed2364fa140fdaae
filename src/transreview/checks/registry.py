"""The catalogue: every check, family by family.

A new check is written in its family's file and listed in that file's `CHECKS`.
"""

from __future__ import annotations

from transreview.checks import (
    encoding,
    language,
    length,
    markup,
    punctuation,
    quotes,
    repetition,
    script,
    terminology,
)
from transreview.checks.check import Check

FAMILIES = (language, script, encoding, punctuation, quotes, markup, repetition, length, terminology)

REGISTRY: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)

BY_ID: dict[str, Check] = {check.id: check for check in REGISTRY}
assert len(BY_ID) == len(REGISTRY), "two checks of one id"
