"""Dividing a segment in two: its units, its text and its reference."""

from __future__ import annotations

from transreview.project.changes import Change
from transreview.project.joiner import Joiner
from transreview.project.restructure.correspondence import corresponding, tidy
from transreview.project.restructure.groups import Group, trimmed
from transreview.project.restructure.present import Present, UnitRow, join_rows
from transreview.project.restructure.unit_parts import cut_units


def halves_of(
    change: Change, present: Present, source_at: int | None, target_at: int | None, joiner: Joiner
) -> list[Group]:
    """Divide the units of a segment, and say which part of its text goes with which half.

    Args:
        change: The change this is part of.
        present: The segment.
        source_at: Character of its source where the second half begins; None for the end.
        target_at: The same for its target.
        joiner: What joins the units of its article.
    """
    row = present.row
    source_at, target_at = _inside(source_at, row["source"]), _inside(target_at, row["target"])
    article_id, whole = row["article_id"], len(row["target"])
    left, right = list(present.source), list[UnitRow]()
    if source_at is not None:
        left, right = cut_units(change, article_id, present.source, source_at, joiner.between_source)
    left_target, right_target = list(present.target), list[UnitRow]()
    if target_at is not None:
        at = corresponding(target_at, row["target"], row["machine"])
        left_target, right_target = cut_units(change, article_id, present.target, at, joiner.between_target)
    halves = [
        Group(left, left_target, vouched=True, claims=present),
        Group(right, right_target, vouched=True),
    ]
    if source_at is not None and row["source"]:
        _divide_reference(change, present, source_at / len(row["source"]), halves, joiner)
    present.source, present.target = left + right, left_target + right_target
    present.spans = None
    text_at = whole if target_at is None else target_at
    halves[0].pieces = [trimmed(present, 0, text_at)]
    halves[1].pieces = [trimmed(present, text_at, whole)]
    return halves


def _divide_reference(
    change: Change, present: Present, share: float, halves: list[Group], joiner: Joiner
) -> None:
    """Divide the reference between two of its sentences, as near to the share of the source as can be."""
    text = join_rows(present.reference, joiner.between_target)
    at = tidy(text, round(share * len(text)), sentences_only=True) or len(text)
    first, second = cut_units(change, present.row["article_id"], present.reference, at, joiner.between_target)
    halves[0].reference, halves[1].reference = first, second
    present.reference = []


def _inside(place: int | None, text: str) -> int | None:
    return None if place is None else max(0, min(place, len(text)))
