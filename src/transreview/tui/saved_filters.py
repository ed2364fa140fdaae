"""Filters that a person has given a name: kept in the user's own settings, for every project."""

from __future__ import annotations

from typing import Any

from transreview.model.segment import Status
from transreview.project.segment_filter import SegmentFilter, conditions_in_words
from transreview.tui.taste import recall, remember

_UNDER = "filters"


def saved_filters() -> dict[str, SegmentFilter]:
    """Return name → filter, in the order in which they were saved; what cannot be read is left out."""
    kept = recall(_UNDER)
    found = {name: _read(value) for name, value in kept.items()} if isinstance(kept, dict) else {}
    return {name: one for name, one in found.items() if one}


def save_filter(name: str, wanted: SegmentFilter) -> None:
    """Remember a filter under a name; one of the same name is replaced.

    Raises:
        InputError: It cannot be remembered.
    """
    remember(_UNDER, {**_kept(), name: _written(wanted)})


def forget_filter(name: str) -> None:
    """Forget a filter.

    Raises:
        InputError: The settings cannot be written.
    """
    remember(_UNDER, {other: value for other, value in _kept().items() if other != name})


def _kept() -> dict[str, Any]:
    kept = recall(_UNDER)
    return kept if isinstance(kept, dict) else {}


def _written(wanted: SegmentFilter) -> dict[str, object]:
    return {
        "statuses": sorted(status.value for status in wanted.statuses),
        "conditions": "".join(sorted(wanted.conditions)),
        "text": wanted.text,
    }


def _read(value: object) -> SegmentFilter:
    """Return a filter as it was written; an empty one for what is none, or asks for what is not known."""
    if not isinstance(value, dict):
        return SegmentFilter()
    statuses, conditions, text = value.get("statuses", []), value.get("conditions", ""), value.get("text", "")
    known = {status.value for status in Status}
    if (
        not isinstance(statuses, list)
        or not isinstance(conditions, str)
        or not isinstance(text, str)
        or not all(isinstance(one, str) and one in known for one in statuses)
        or not set(conditions) <= set(conditions_in_words())
    ):
        return SegmentFilter()
    return SegmentFilter(frozenset(Status(one) for one in statuses), frozenset(conditions), text)
