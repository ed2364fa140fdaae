"""Comparing what must stay as it is: addresses, tags, placeholders, code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from transreview.checks.hit import Hit
from transreview.formats.placeholders import icu_spans
from transreview.model.finding import Fix

Part = tuple[int, int, str]
"""Start, end and text of a part."""


def parts(pattern: re.Pattern[str], text: str) -> list[Part]:
    """Return where a pattern is found in a text."""
    return [(*match.span(), match.group()) for match in pattern.finditer(text)]


def once_a_message(found: Sequence[Part], text: str, same: Callable[[str], str] = str) -> list[Part]:
    """Return parts with each of those in the branches of an ICU message once.

    Languages have other numbers of plural forms, so that a message in one has other numbers of branches.
    """
    spans = list(icu_spans(text)) if "{" in text else []
    if not spans:
        return list(found)
    first, last = spans[0][0], spans[-1][1]
    kept: list[Part] = []
    for part in found:
        inside = first <= part[0] < last
        if not (inside and any(same(one[2]) == same(part[2]) and first <= one[0] for one in kept)):
            kept.append(part)
    return kept


def differences(
    target: str,
    in_source: Sequence[Part],
    in_target: Sequence[Part],
    message: str,
    *,
    same: Callable[[str], str] = str,
) -> Iterator[Hit]:
    """Yield what only one side has, a lost and a new one as one change; its fix where they are alone.

    Args:
        target: The translation, into which the parts of `in_target` point.
        in_source: The source's parts.
        in_target: The translation's.
        message: What to say of them.
        same: What of a part is compared.
    """
    lost = [part[2] for part in _left_over(in_source, in_target, same)]
    new = _left_over(in_target, in_source, same)
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


def _left_over(these: Sequence[Part], those: Sequence[Part], same: Callable[[str], str]) -> list[Part]:
    """Return the parts that have no partner on the other side."""
    more = Counter(same(part[2]) for part in these) - Counter(same(part[2]) for part in those)
    found = []
    for part in these:
        key = same(part[2])
        if more[key] > 0:
            more[key] -= 1
            found.append(part)
    return found
