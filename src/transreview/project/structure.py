"""Changing by hand which units make a segment: merge, split, shift."""

from __future__ import annotations

from typing import Literal

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.segment import Segment
from transreview.project.changes import Change, changing
from transreview.project.correspondence import corresponding, tidy
from transreview.project.dividing import cut_units, rejoin
from transreview.project.editing import Editing
from transreview.project.grouping import Group, trimmed
from transreview.project.joining import Joiner
from transreview.project.members import Present, UnitRow, join_rows, joiner_of, load
from transreview.project.reading import Reading
from transreview.project.regroup import regroup

Direction = Literal["previous", "next"]


class Structuring(Editing, Reading):
    """The part of a project that changes which units make a segment."""

    def merge(self, segment_id: int, *, revision: int | None = None) -> Segment:
        """Make one segment of this one and the next, with the texts of both.

        It keeps the number and comments of the first and gets the comments of the second. Its
        status is the less advanced of the two.

        Args:
            segment_id: The first of the two.
            revision: Its revision as the caller has seen it; None to take it as it is.

        Raises:
            UsageError: It is the last of its article.
            StaleRevisionError: Somebody changed it after that revision.
        """
        with changing(self._store, Action.MERGE) as change:
            first, second = self._pair(change, segment_id, "next", revision)
            article_id = first.row["article_id"]
            joiner = joiner_of(change, article_id)
            source, target = _ordered(first.source, second.source), _ordered(first.target, second.target)
            group = Group(source, target, vouched=True)
            ids = regroup(change, article_id, [first, second], [group], joiner)
            rejoin(change, article_id, ids[0])
            change.summary = _("{first} and {second} merged").format(
                first=first.row["key"], second=second.row["key"]
            )
        return self.segment(ids[0])

    def split(
        self,
        segment_id: int,
        source_at: int | None,
        target_at: int | None,
        *,
        revision: int | None = None,
    ) -> tuple[Segment, Segment]:
        """Make two segments of one.

        The machine translation is divided where the text is: at the very place while nobody has
        edited it, else at the place that became it, moved to the next blank or end of a sentence.
        A reference translation is divided between two sentences in proportion to the source.

        Args:
            segment_id: The segment; the first half keeps its number and comments.
            source_at: Character of the source text where the second half begins; None leaves the
                whole source with the first half.
            target_at: The same for the target text.
            revision: Its revision as the caller has seen it; None to take it as it is.

        Returns:
            The two segments.

        Raises:
            UsageError: One half would have no unit of either side.
            StaleRevisionError: Somebody changed it after that revision.
        """
        with changing(self._store, Action.SPLIT) as change:
            row = self._current(change, segment_id, revision)
            present = load(change, [segment_id])[0]
            joiner = joiner_of(change, row["article_id"])
            source_at = _inside(source_at, row["source"])
            target_at = _inside(target_at, row["target"])
            groups = _halves(change, present, source_at, target_at, joiner)
            if any(not group.source and not group.target for group in groups):
                raise UsageError(
                    _("one half of {key} would have nothing in it").format(key=row["key"]),
                    remedy=_("Choose a place inside the text"),
                )
            ids = regroup(change, row["article_id"], [present], groups, joiner)
            change.summary = _("{key} split").format(key=row["key"])
        return self.segment(ids[0]), self.segment(ids[1])

    def shift(
        self, segment_id: int, side: Side, direction: Direction, *, revision: int | None = None
    ) -> list[Segment]:
        """Move the first unit of one side to the segment before, or the last to the one after.

        What the reviewer wrote for a unit moves with it. A segment left without any unit goes; its
        comments stay with its words. Confirmed or approved segments that change drop to edited.

        Args:
            segment_id: The segment.
            side: Whose unit is moved.
            direction: "previous" moves its first unit back, "next" its last unit on.
            revision: Its revision as the caller has seen it; None to take it as it is.

        Returns:
            The segments that the two have become, in order: two, or one.

        Raises:
            UsageError: There is no unit on that side, or no segment on that side of it.
            StaleRevisionError: Somebody changed it after that revision.
        """
        with changing(self._store, Action.SHIFT) as change:
            first, second = self._pair(change, segment_id, direction, revision)
            giver, taker = (first, second) if direction == "next" else (second, first)
            units: list[UnitRow] = getattr(giver, side.value)
            if not units:
                raise UsageError(
                    _("{key} has no {side} text to move").format(key=giver.row["key"], side=_(side.value)),
                    remedy=_("Move the other side, or merge the two segments"),
                )
            moved = units[-1] if direction == "next" else units[0]
            groups = []
            for present in (first, second):
                kept = {
                    name: [u for u in getattr(present, name) if u.id != moved.id]
                    for name in ("source", "target")
                }
                if present is taker:
                    kept[side.value] = _ordered(kept[side.value], [moved])
                groups.append(Group(kept["source"], kept["target"]))
            groups = [group for group in groups if group.source or group.target]
            article_id = first.row["article_id"]
            joiner = joiner_of(change, article_id)
            ids = regroup(change, article_id, [first, second], groups, joiner)
            change.summary = _("{unit} moved from {key}").format(unit=moved.key, key=giver.row["key"])
        return self.rows(ids)

    def _pair(
        self, change: Change, segment_id: int, direction: Direction, revision: int | None
    ) -> list[Present]:
        """Return a segment and its neighbour, in reading order."""
        row = self._current(change, segment_id, revision)
        step = 1 if direction == "next" else -1
        neighbour = self._order.get().neighbour(row["article_id"], row["place"], step)
        if neighbour is None:
            words = (
                _("{key} is the last of its article") if step == 1 else _("{key} is the first of its article")
            )
            raise UsageError(words.format(key=row["key"]), remedy=_("There is nothing beyond it to join"))
        return load(change, [segment_id, neighbour][::step])


def _ordered(first: list[UnitRow], second: list[UnitRow]) -> list[UnitRow]:
    return sorted((*first, *second), key=lambda unit: (unit.place, unit.key))


def _inside(place: int | None, text: str) -> int | None:
    return None if place is None else max(0, min(place, len(text)))


def _halves(
    change: Change, present: Present, source_at: int | None, target_at: int | None, joiner: Joiner
) -> list[Group]:
    """Divide the units of a segment, and say which part of its text goes with which half."""
    row = present.row
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
