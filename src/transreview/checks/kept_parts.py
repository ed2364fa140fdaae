"""Comparing what must stay as it is: addresses, tags, placeholders, code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transreview.checks.hit import Hit
from transreview.model.finding import Fix

Part = tuple[int, int, str]
"""Start, end and text of a part."""


def parts(pattern: re.Pattern[str], text: str) -> list[Part]:
    """Return where a pattern is found in a text."""
    return [(*match.span(), match.group()) for match in pattern.finditer(text)]


def differences(
    target: str, in_source: Sequence[Part], in_target: Sequence[Part], message: str
) -> Iterator[Hit]:
    """Yield what only one side has, a lost and a new one as one change; its fix where they are alone.

    Args:
        target: The translation, into which the parts of `in_target` point.
        in_source: The source's parts.
        in_target: The translation's.
        message: What to say of them.
    """
    missing = Counter(part[2] for part in in_source) - Counter(part[2] for part in in_target)
    extra = Counter(part[2] for part in in_target) - Counter(part[2] for part in in_source)
    lost = list(missing.elements())
    new = []
    for part in in_target:
        if extra[part[2]] > 0:
            extra[part[2]] -= 1
            new.append(part)
    certain = len(lost) == 1 and len(new) == 1
    for wanted in lost:
        if new:
            start, end, text = new.pop(0)
            fix = Fix(start, end, wanted) if certain else None
            yield Hit(start, end, message, wanted, found=text, fix=fix)
        else:
            place = len(target.rstrip())
            yield Hit(place, place, message, wanted)
    for start, end, text in new:
        yield Hit(start, end, message, found=text)
