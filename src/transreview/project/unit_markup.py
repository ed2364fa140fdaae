"""What a format says of a unit beside its text, as it is stored: levels, cells, inline marks."""

from __future__ import annotations

import json
from dataclasses import astuple, replace
from typing import Any

from transreview.formats.inline_marks import find_marks, marks_within, shifted_marks
from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.model.unit import Unit
from transreview.project.decoding import damaged, parsed

_NUMBERS = ("level", "row", "column")
_WORDS = ("marker", "name")
_MARKS = "marks"


def markup_of(unit: Unit) -> str:
    """Return what is to be stored of a unit beside its text, "" where there is nothing.

    Marks that stand in the text itself are left out: whoever reads the text finds them again.
    """
    values: dict[str, Any] = {name: value for name in (*_NUMBERS, *_WORDS) if (value := getattr(unit, name))}
    if unit.marks and unit.marks != find_marks(unit.text):
        values[_MARKS] = [astuple(mark) for mark in unit.marks]
    return _stored(values)


def with_markup(unit: Unit, markup: str) -> Unit:
    """Return a unit with what was stored of it beside its text.

    Raises:
        InputError: The stored text says nothing that could be of a unit.
    """
    return replace(unit, **_read(markup))


def marks_of(markup: str) -> tuple[InlineMark, ...]:
    """Return the inline marks that are stored beside a unit's text."""
    marks: tuple[InlineMark, ...] = _read(markup).get(_MARKS, ())
    return marks


def level_of(markup: str) -> int:
    """Return the stored level of a heading or list, 0 where there is none."""
    return int(_read(markup).get("level", 0))


def markup_within(markup: str, span: tuple[int, int], *, is_first: bool) -> str:
    """Return what is to be stored of a part of a divided unit.

    Args:
        markup: What was stored of the whole.
        span: Start and end of the part in the text of the whole.
        is_first: Whether it is the first part, in front of which the sign of a list item stands.
    """
    values = _read(markup)
    if not is_first:
        values.pop("marker", None)
    return _with_marks(values, marks_within(values.get(_MARKS, ()), *span))


def joined_markup(first: str, second: str, start: int) -> str:
    """Return what is to be stored of a unit whose two parts are made one.

    Args:
        first: What was stored of its first part.
        second: What was stored of its second part.
        start: Where the second part begins in the text of the whole.
    """
    values = _read(first)
    return _with_marks(values, (*values.get(_MARKS, ()), *shifted_marks(marks_of(second), start)))


def _with_marks(values: dict[str, Any], marks: tuple[InlineMark, ...]) -> str:
    rest = {name: value for name, value in values.items() if name != _MARKS}
    return _stored(rest | {_MARKS: [astuple(mark) for mark in marks]} if marks else rest)


def _stored(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else ""


def _read(markup: str) -> dict[str, Any]:
    """Return the fields of a unit that a stored text gives."""
    if not markup:
        return {}
    values = parsed(markup)
    try:
        fields: dict[str, Any] = {name: int(values[name]) for name in _NUMBERS if name in values}
        fields |= {name: str(values[name]) for name in _WORDS if name in values}
        if _MARKS in values:
            fields[_MARKS] = tuple(_mark(*one) for one in values[_MARKS])
    except (TypeError, ValueError, KeyError) as error:
        raise damaged(error) from error
    return fields


def _mark(
    kind: str, start: int, end: int, value: str, inner: list[int] | None, by_reference: bool
) -> InlineMark:
    span = (int(inner[0]), int(inner[1])) if inner else None
    return InlineMark(
        MarkKind(kind), int(start), int(end), value=str(value), inner=span, by_reference=bool(by_reference)
    )
