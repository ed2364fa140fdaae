"""What is said of degrees and percentages before the number: 零下十五度, 摄氏25度, 负5%."""

from __future__ import annotations

from transreview.languages.quantity import QuantityKind
from transreview.lazy_patterns import lazy_pattern

_BELOW_ZERO = lazy_pattern(r"(?:零下|摄氏负|負|负|(?<![0-9A-Za-z])[-−])(?:[摄攝华華]氏)?\s?$")
# Whose degrees they are may be said first: 摄氏25度, 零下摄氏5度, 摄氏零下5度.
_SCALE_BEFORE = lazy_pattern(r"(?:(?P<celsius>[摄攝])|[华華])氏(?:零下|負|负|[-−])?\s?$")
_LONGEST_SIGN = 5


def scale_before(text: str, start: int, unit: str) -> tuple[str, int]:
    """Return the unit of a number with the scale named before it, if one is, and where that begins."""
    named = _SCALE_BEFORE.search(text, max(0, start - _LONGEST_SIGN), start) if unit == "°" else None
    return ("°C" if named["celsius"] else "°F", named.start()) if named else (unit, start)


def sign_before(text: str, start: int, kind: QuantityKind, unit: str) -> int | None:
    """Return where the sign of a temperature or percentage below zero begins: 零下十五度, -15℃, 负5%."""
    if kind is not QuantityKind.PERCENT and unit not in {"°", "°C", "°F"}:
        return None
    sign = _BELOW_ZERO.search(text, max(0, start - _LONGEST_SIGN), start)
    return sign.start() if sign else None
