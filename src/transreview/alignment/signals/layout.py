"""Layout: list markers and what a paragraph is."""

from __future__ import annotations

import re

from transreview.model.unit import Unit, UnitKind

_HAN = "一二三四五六七八九十"
_MARKER = re.compile(
    rf"^\s*[(（]?(?:(?P<number>\d{{1,3}})|(?P<han>[{_HAN}]{{1,3}})|(?P<letter>[A-Za-zა-ჰ]))[)）.、．](?!\d)"
)


def marker_tokens(unit: Unit) -> set[str]:
    """Return the place of a list item in its list ("7" for "7." and （七）), if it carries one.

    Args:
        unit: A paragraph or sentence.

    Returns:
        One token, or none.
    """
    match = _MARKER.match(unit.prefix + unit.text)
    if match is None:
        return set()
    if match["number"]:
        return {match["number"]}
    if match["han"]:
        return {str(_han_value(match["han"]))}
    letter = match["letter"].lower()
    return {str(ord(letter) - ord("a" if letter < "ა" else "ა") + 1)}


def _han_value(numeral: str) -> int:
    """Return the value of a Chinese numeral from 1 to 99 as lists use them."""
    tens, _, ones = numeral.rpartition("十")
    value = _HAN.index(ones) + 1 if ones in _HAN and ones else 0
    if "十" not in numeral:
        return value
    return value + 10 * (_HAN.index(tens) + 1 if tens and tens in _HAN else 1)


def kind_tokens(unit: Unit) -> set[str]:
    """Return what the paragraph is, and where it stands in its table, unless it is an ordinary one."""
    if unit.kind is UnitKind.PARAGRAPH:
        return set()
    tokens = {unit.kind.value}
    if unit.level:
        tokens.add(f"{unit.kind.value} {unit.level}")
    if unit.column:
        tokens |= {f"column {unit.column}", f"cell {unit.row} {unit.column}"}
    return tokens
