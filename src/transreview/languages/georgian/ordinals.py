"""Georgian ordinals in digits: მე-9, 21-ე, 1-ლი, and what is written for them by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transreview.lazy_patterns import lazy_pattern

# The prefix stands where the number is one word: two to twenty, the other twenties, the hundreds, a thousand.
_PREFIXED = frozenset((*range(2, 21), 40, 60, 80, *range(100, 1000, 100), 1000))
# Of round thousands both are in print (მე-2000 and 2000-ე).
_EITHER = frozenset(range(2000, 1_000_000, 1000))

_WRITTEN = lazy_pattern(
    r"(?<![\w-])(?:მე(?P<gap>\s?-\s?|\s|)(?P<after>\d+)(?P<both>-ე\b)?"
    r"|(?P<before>\d+)\s?-\s?(?P<sign>ე|მე|ა(?=\s))(?![ა-ჰ]))"
)


class WrongOrdinal(NamedTuple):
    """An ordinal that is not written so.

    Attributes:
        start: Its first character.
        end: One past its last.
        right: What should stand there.
    """

    start: int
    end: int
    right: str


def ordinal(number: int) -> str:
    """Return an ordinal in digits: მე-9, მე-20, მე-100, but 21-ე, 120-ე and 1-ლი."""
    if number == 1:
        return "1-ლი"
    return f"მე-{number}" if number in _PREFIXED or number in _EITHER else f"{number}-ე"


def wrong_ordinals(text: str, *, counted: bool) -> Iterator[WrongOrdinal]:
    """Yield the ordinals of a text that are written wrongly.

    Args:
        text: Georgian text.
        counted: Whether an ordinal is expected there, so that -ა after digits ("120-ა", else "is 120")
            is one too.
    """
    for match in _WRITTEN.finditer(text):
        number = int(match["after"] or match["before"])
        right = ordinal(number)
        if match["after"]:
            good = match["gap"] == "-" and not match["both"] and (number in _PREFIXED or number in _EITHER)
        else:
            good = match["sign"] == "ე" and number > 1 and number not in _PREFIXED
            if match["sign"] == "ა" and not counted:
                continue
        if not good and number:
            yield WrongOrdinal(match.start(), match.end(), right)
