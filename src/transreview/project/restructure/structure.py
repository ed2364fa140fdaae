"""Changing which units make a segment: merge, split, shift, realign, and a later version of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.journal import Action, JournalEntry
from transreview.model.pair import Pair
from transreview.model.segment import Segment
from transreview.model.unit import Unit
from transreview.project.article_rows import require_cover
from transreview.project.changes import Change, changing
from transreview.project.order import OrderCache
from transreview.project.restructure import realign, reimport
from transreview.project.restructure.group_storage import regroup
from transreview.project.restructure.groups import Group
from transreview.project.restructure.later_pairs import keep_later_pairs
from transreview.project.restructure.present import Present, UnitRow, joiner_of, load
from transreview.project.restructure.reimport import Reference, Reimported, ReimportPlan
from transreview.project.restructure.split import halves_of
from transreview.project.restructure.unit_parts import rejoin
from transreview.project.revisions import changeable, require_open
from transreview.project.segments import Segments
from transreview.project.store import Store

Direction = Literal["previous", "next"]


class Structure:
    """Which units make a segment; what a reviewer wrote is never dropped.

    Args:
        store: The project file.
        order: The order of its segments.
        segments: Its segments.
    """

    def __init__(self, store: Store, order: OrderCache, segments: Segments) -> None:
        self._store = store
        self._order = order
        self._segments = segments

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
            change.arguments = {"key": first.row["key"], "other": second.row["key"]}
        return self._segments.get(ids[0])

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
            row = changeable(change, self._order, segment_id, revision)
            present = load(change, [segment_id])[0]
            joiner = joiner_of(change, row["article_id"])
            groups = halves_of(change, present, source_at, target_at, joiner)
            if any(not group.source and not group.target for group in groups):
                raise UsageError(
                    _("one half of {key} would have nothing in it").format(key=row["key"]),
                    remedy=_("Choose a place inside the text"),
                )
            ids = regroup(change, row["article_id"], [present], groups, joiner)
            change.arguments = {"key": row["key"]}
        first, second = self._segments.get_many(ids)
        return first, second

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
                    _nothing_to_move(side).format(key=giver.row["key"]),
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
            change.arguments = {"key": giver.row["key"], "unit": moved.key}
        return self._segments.get_many(ids)

    def realign(self, article_id: int, beads: Sequence[Bead]) -> JournalEntry | None:
        """Replace an article's segments by new beads of the same units; one change, undone as one.

        Fixed, confirmed and approved segments stay (`beads` returns them as fixed, for the
        aligner). What a reviewer wrote goes with the units it stands for: text that no unit of the
        machine translation stands for, with its source.

        Args:
            article_id: The article.
            beads: The new alignment; indexes count the units that `units` returns.

        Returns:
            The journal entry, or None when the alignment is the one there is.

        Raises:
            ConflictError: A bead would break up a segment that somebody has vouched for, maybe
                since the units were read.
            ValueError: The beads do not hold every unit exactly once.
        """
        with changing(self._store, Action.REALIGN) as change:
            realign.realign(change, article_id, self._order.get().of(article_id), beads)
            change.arguments = {"article": _slug(change, article_id)}
        return change.entry

    def plan_reimport(
        self,
        article_id: int,
        source_units: Sequence[Unit],
        target_units: Sequence[Unit],
        names: Mapping[Side, Sequence[str]] | None = None,
    ) -> ReimportPlan:
        """Find an article's units again in a later version of its texts; nothing is changed.

        Args:
            article_id: The article.
            source_units: Units of the new source.
            target_units: Units of the new machine translation.
            names: What a bilingual file calls them, by side; tells units of one text apart.
        """
        return reimport.plan(self._store, article_id, source_units, target_units, names)

    def reimport(
        self,
        plan: ReimportPlan,
        beads: Sequence[Bead],
        reference: Sequence[Unit] | None = None,
        *,
        reference_beads: Sequence[Bead] = (),
        data: Mapping[str, str] | None = None,
        pairs: Sequence[Pair] = (),
    ) -> Reimported:
        """Replace an article's texts by the later version of a plan; one change, undone as one.

        A segment whose units have not changed stays as it is. Where only the machine translation
        changed, a reviewer's text and its status stay; where the source changed, the text stays, is
        marked as needing work, and drops to edited. A paragraph that is gone takes its segment
        along.

        Args:
            plan: What `plan_reimport` found.
            beads: Alignment of the plan's `source` and `target`.
            reference: Units of a new reference translation; None keeps the present one.
            reference_beads: Alignment of the plan's `source` with them.
            data: Texts to keep with the article instead of those of the same names.
            pairs: The units of the later version, where the article is a bilingual file.

        Raises:
            ConflictError: Somebody restructured the article since the plan was made.
            ValueError: The beads do not hold every unit exactly once.
        """
        require_cover(beads, len(plan.source), len(plan.target))
        theirs = None if reference is None else Reference(units=reference, beads=reference_beads)
        with changing(self._store, Action.IMPORT) as change:
            ids = self._order.get().of(plan.article_id)
            done = reimport.reimport(change, plan, ids, beads, theirs, data or {})
            if pairs:
                keep_later_pairs(change, plan.article_id, pairs)
            change.arguments = {"article": _slug(change, plan.article_id), "done": "again"}
        return done

    def _pair(
        self, change: Change, segment_id: int, direction: Direction, revision: int | None
    ) -> list[Present]:
        """Return a segment and its neighbour, in reading order."""
        row = changeable(change, self._order, segment_id, revision)
        step = 1 if direction == "next" else -1
        neighbour = self._order.get().neighbour(row["article_id"], row["place"], step)
        if neighbour is None:
            words = (
                _("{key} is the last of its article") if step == 1 else _("{key} is the first of its article")
            )
            raise UsageError(words.format(key=row["key"]), remedy=_("There is nothing beyond it to join"))
        pair = load(change, [segment_id, neighbour][::step])
        for present in pair:
            require_open(change, present.row)
        return pair


def _slug(change: Change, article_id: int) -> str:
    row = change.row("article", article_id)
    return str(row["slug"]) if row else ""


def _ordered(first: list[UnitRow], second: list[UnitRow]) -> list[UnitRow]:
    return sorted((*first, *second), key=lambda unit: (unit.place, unit.key))


def _nothing_to_move(side: Side) -> str:
    if side is Side.SOURCE:
        return _("{key} has no source text to move")
    return _("{key} has no translated text to move")
