"""Layout: list markers and what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from transreview.model.unit import Unit, UnitKind

_HAN = "一二三四五六七八九十"
_MARKER = re.compile(
    rf"^\s*[(（]?(?:(?P<number>\d{{1,3}})|(?P<han>[{_HAN}]{{1,3}})|(?P<letter>[A-Za-zა-ჰ]))[)）.、．](?!\d)"
)
# The number of a section: "3.2." and "3.2.1", but no "3.2 million".
SECTION = re.compile(r"\s*(\d{1,3}\.\d{1,3}(?=\.\s|\.\d)(?:\.\d{1,3})*)\.?(?=\s)")


def marker_tokens(unit: Unit) -> set[str]:
    """Return the place of a list item or a section ("7" for "7." and （七）), if it carries one.

    Args:
        unit: A paragraph or sentence.

    Returns:
        One token, or none.
    """
    section = SECTION.match(unit.prefix + unit.text)
    if section is not None:
        return {section[1]}
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


def kind_tokens(units: Sequence[Unit], moved: Container[int] = ()) -> list[set[str]]:
    """Return what each paragraph is, and where it stands in its table; nothing of ordinary ones.

    The row of a cell says where it stands only beside a table of as many rows: a row that one side has
    more shifts all that follow.

    Args:
        units: Paragraphs or sentences in order.
        moved: Which of them are cells of rows that stand elsewhere on the other side.
    """
    return [
        _kind(unit, rows, moved=number in moved)
        for number, (unit, rows) in enumerate(zip(units, _rows(units), strict=True))
    ]


def _kind(unit: Unit, rows: int, *, moved: bool) -> set[str]:
    if unit.kind is UnitKind.PARAGRAPH:
        return set()
    tokens = {unit.kind.value}
    if unit.level:
        tokens.add(f"{unit.kind.value} {unit.level}")
    if unit.column:
        tokens.add(f"column {unit.column}")
        if not moved:
            tokens.add(f"cell {unit.row} {unit.column} of {rows}")
    return tokens


def _rows(units: Sequence[Unit]) -> list[int]:
    """Return for each unit how many rows its table has, 0 outside tables."""
    rows = [unit.row for unit in units]
    for index in range(len(units) - 2, -1, -1):
        # Rows count up inside a table and begin anew in the next.
        if 0 < units[index].row <= units[index + 1].row:
            rows[index] = rows[index + 1]
    return rows
