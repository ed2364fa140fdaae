"""Quotation marks of a text: where they stand, which belong together, what stays open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transreview.languages.batches import TEXTS_KEPT
from transreview.lazy_patterns import lazy_pattern

# Double marks of every style. Single ones are left out: they are apostrophes more often than not.
MARK = lazy_pattern('["“”„‟«»＂「」『』]')
# Inches (6'2"), and the sign inside a Hebrew abbreviation (או"ם); behind what such a sign stands.
_NO_QUOTE = lazy_pattern("(?:\\d['′’]\\s?\\d{1,2}(?:[½¼¾])?|[א-ת](?=.[א-ת]))[\"”]")
_INCHES = lazy_pattern(r"(?<!\d)(?:\d{1,2}(?:[.,]\d{1,2})?[½¼¾]?|[½¼¾])\"(?!\w)")
_BEFORE_NO_QUOTE = lazy_pattern("[\\d½¼¾א-ת]")
_ALWAYS_OPENS = frozenset("„«「『‟")
_ALWAYS_CLOSES = frozenset("»」』")


@dataclass(frozen=True, slots=True)
class Quote:
    """One pair of quotation marks.

    Attributes:
        start: Where the opening mark stands.
        end: Where the closing mark stands.
        inner: The words between them.
    """

    start: int
    end: int
    inner: str


@lru_cache(maxsize=TEXTS_KEPT)
def marks(text: str) -> tuple[tuple[int, str], ...]:
    """Return place and character of every double quotation mark; inches (6'2") and gershayim are none."""
    found = tuple([(match.start(), match.group()) for match in MARK.finditer(text)])
    if not any(mark in '"”' and at and _BEFORE_NO_QUOTE.match(text, at - 1) for at, mark in found):
        return found
    others = {match.end() - 1 for match in _NO_QUOTE.finditer(text)}
    inches = {match.end() - 1 for match in _INCHES.finditer(text)}
    kept: list[tuple[int, str]] = []
    for at, mark in found:
        # Where nothing is open, a sign right behind a figure closes nothing either: a 5" screen.
        if at not in others and not (at in inches and len(kept) % 2 == 0):
            kept.append((at, mark))
    return tuple(kept)


def opens(text: str, index: int) -> bool:
    """Whether the mark at `index` opens a quotation, by its shape or else by what stands around it."""
    mark = text[index]
    if mark in _ALWAYS_OPENS:
        return True
    if mark in _ALWAYS_CLOSES:
        return False
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if before.isspace() or before in "([{—–-/":
        return not after.isspace()
    if after.isspace() or after in ")]}.,;:!?…—–-":
        return False
    return not (before.isalnum() or before in ".,!?…") or mark == "“"


def pairs(text: str) -> list[Quote]:
    """Return the quotations of a text, outermost only, taking marks in turn as opening and closing."""
    return paired(text, marks(text))


def paired(text: str, places: Sequence[tuple[int, str]]) -> list[Quote]:
    """Return the same, where the marks have been found before."""
    found = []
    for (start, _mark), (end, _other) in zip(places[::2], places[1::2], strict=False):
        found.append(Quote(start, end, text[start + 1 : end]))
    return found


def is_odd(text: str) -> bool:
    """Whether a mark is missing: their number is odd."""
    return len(marks(text)) % 2 == 1


def open_after(text: str, before: int) -> int:
    """Return the depth of open quotations after a text (0 or 1), given the depth before it."""
    places = marks(text)
    if len(places) % 2 == 0:
        return before
    if before:
        return 0
    # An odd number: one quotation is left open only when some mark opens without being closed.
    openers = sum(opens(text, place) for place, _mark in places)
    return 1 if openers * 2 > len(places) else 0


# A quotation is not followed over more segments than this: it was rather never closed.
_LONGEST_QUOTATION = 12


def turn(text: str) -> int:
    """Return 0 for a text whose quotation marks are even, 1 where it opens one, 2 where it closes one."""
    if not is_odd(text):
        return 0
    return 1 if open_after(text, 0) else 2


def follow(turns: Mapping[int, int]) -> dict[int, tuple[int, bool]]:
    """Follow quotations over the segments of a document.

    Args:
        turns: Index of a segment → its `turn`, for those that are not even, in rising order.

    Returns:
        Index → depth before the segment, and whether what it leaves open is closed later; segments in
        and before which nothing is open are left out.
    """
    states: dict[int, tuple[int, bool]] = {}
    opened: int | None = None
    for index, kind in turns.items():
        if opened is not None and index - opened > _LONGEST_QUOTATION:
            opened = None
        if kind == 1:
            opened = index  # opens again: an earlier one was never closed
        elif opened is not None:
            states[opened] = (0, True)
            states.update(dict.fromkeys(range(opened + 1, index + 1), (1, False)))
            opened = None
    return states
