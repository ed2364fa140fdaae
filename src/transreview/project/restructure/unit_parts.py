"""Dividing a unit in two where a person split its segment, and making it whole again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from transreview.project.article_rows import segment_key
from transreview.project.changes import Change
from transreview.project.restructure.correspondence import Span
from transreview.project.restructure.present import UnitRow, load, spans_of
from transreview.project.unit_markup import joined_markup, markup_within


def cut_units(
    change: Change, article_id: int, units: Sequence[UnitRow], place: int, between: str
) -> tuple[list[UnitRow], list[UnitRow]]:
    """Divide units at a place of their joint text; a unit that it goes through becomes two.

    Args:
        change: The change this is part of.
        article_id: The article of the units.
        units: Units of one side of a segment.
        place: 0-based offset in their joint text.
        between: What joins two sentences of their language.

    Returns:
        The units before the place and those after it.
    """
    for index, (unit, (start, end)) in enumerate(zip(units, spans_of(units, between), strict=True)):
        if place >= end:
            continue
        head = unit.text[: max(place - start, 0)].rstrip()
        tail = unit.text[max(place - start, 0) :].lstrip()
        if not head:
            return list(units[:index]), list(units[index:])
        if not tail:
            return list(units[: index + 1]), list(units[index + 1 :])
        glue = unit.text[len(head) : len(unit.text) - len(tail)]
        change.delete("unit", unit.id)
        first = _part(change, article_id, unit, 1, (0, len(head)), unit.glue)
        second = _part(change, article_id, unit, 2, (len(unit.text) - len(tail), len(unit.text)), glue)
        return [*units[:index], first], [second, *units[index + 1 :]]
    return list(units), []


def _part(
    change: Change, article_id: int, unit: UnitRow, number: int, span: Span, glue: str | None
) -> UnitRow:
    """Store one of the two parts of a divided unit."""
    values: dict[str, Any] = {
        "segment_id": unit.segment_id, "side": unit.side, "key": f"{unit.key}.{number}", "place": unit.place,
        "text": unit.text[slice(*span)], "kind": unit.kind, "paragraph": unit.paragraph, "line": unit.line,
        "prefix": unit.prefix if number == 1 else "", "glue": glue,
        "markup": markup_within(unit.markup, span, is_first=number == 1),
    }  # fmt: skip
    return UnitRow(id=change.insert("unit", {"article_id": article_id, **values}), **values)


def rejoin(change: Change, article_id: int, segment_id: int) -> None:
    """Make units whole again of which one segment holds both parts side by side.

    Args:
        change: The change this is part of.
        article_id: The article of the segment.
        segment_id: A segment that was merged.
    """
    present = load(change, [segment_id])[0]
    source = _whole(change, article_id, present.source)
    target = _whole(change, article_id, present.target)
    _whole(change, article_id, present.reference)
    source_keys, target_keys = [unit.key for unit in source], [unit.key for unit in target]
    change.update(
        "segment",
        segment_id,
        key=segment_key(source_keys, target_keys),
        target_key="+".join(target_keys),
        sources=len(source),
        targets=len(target),
    )


def _whole(change: Change, article_id: int, units: Sequence[UnitRow]) -> list[UnitRow]:
    """Return units with every pair of parts made one, again and again until there is none."""
    whole = list(units)
    while index := next((i for i, (a, b) in enumerate(pairwise(whole), 1) if _are_parts(a, b)), 0):
        first, second = whole[index - 1], whole[index]
        values: dict[str, Any] = {
            "segment_id": first.segment_id, "side": first.side, "key": first.key[:-2], "place": first.place,
            "text": first.text + (second.glue or "") + second.text, "kind": first.kind,
            "paragraph": first.paragraph, "line": first.line, "prefix": first.prefix, "glue": first.glue,
            "markup": joined_markup(first.markup, second.markup, len(first.text) + len(second.glue or "")),
        }  # fmt: skip
        for part in (first, second):
            change.delete("unit", part.id)
        unit = UnitRow(id=change.insert("unit", {"article_id": article_id, **values}), **values)
        whole[index - 1 : index + 1] = [unit]
    return whole


def _are_parts(first: UnitRow, second: UnitRow) -> bool:
    """Whether two units are the two parts of one."""
    return first.key.endswith(".1") and second.key == first.key[:-1] + "2" and first.place == second.place
