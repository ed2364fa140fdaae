"""The units of a later version in the place of an article's present ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project.article_rows import REFERENCE, reference_places, unit_key
from transreview.project.changes import Change
from transreview.project.joiner import Joiner
from transreview.project.restructure.correspondence import Span
from transreview.project.restructure.groups import Group
from transreview.project.restructure.present import Present, UnitRow, join_rows
from transreview.project.restructure.versions import Slot
from transreview.project.schema import PLACE_STEP
from transreview.project.unit_markup import markup_of


class UnitExchange:
    """Present segments made ready for regrouping: their units exchanged, their reviewed text kept.

    Args:
        change: The change this is part of; the units are stored at once.
        article_id: The article.
        slots: The units of the later version and what each was before, by side.
        presents: All segments of the article in order.
        joiner: What joins its units.
    """

    def __init__(
        self,
        change: Change,
        article_id: int,
        slots: Mapping[Side, Sequence[Slot]],
        presents: Sequence[Present],
        joiner: Joiner,
    ) -> None:
        self._change = change
        self._article_id = article_id
        self._presents = presents
        self._joiner = joiner
        self._outdated: set[int] = set()
        for present in presents:
            present.target_spans(joiner.between_target)  # while its units are those it was written for
        self.rows: dict[Side, list[UnitRow]] = {}
        heirs: dict[int, UnitRow] = {}
        for side in Side:
            self.rows[side] = self._store_side(side, slots[side], heirs)
        taken: set[int] = set()
        for present in presents:
            self._renew(present, heirs, taken)

    def groups(self, beads: Sequence[Bead]) -> list[Group]:
        """Return the new segments, with what becomes of confirmation and hand-made alignment."""
        homes = {
            unit.id: present for present in self._presents for unit in (*present.source, *present.target)
        }
        groups = []
        for bead in beads:
            source = [self.rows[Side.SOURCE][i] for i in bead.source]
            target = [self.rows[Side.TARGET][i] for i in bead.target]
            group = Group(source, target, confidence=bead.confidence, crossed=bead.crossed, fixed=False)
            found = {id(home): home for unit in (*source, *target) if (home := homes.get(unit.id))}
            if len(found) == 1:
                (present,) = found.values()
                # The same words beside a new machine translation: what was confirmed still stands.
                group.vouched = source == present.source and id(present) not in self._outdated
                group.fixed = bool(present.row["fixed"]) and group.unit_ids == present.unit_ids
            groups.append(group)
        return groups

    def replace_reference(
        self,
        groups: Sequence[Group],
        beads: Sequence[Bead],
        reference: Sequence[Unit],
        reference_beads: Sequence[Bead],
    ) -> None:
        """Put a new reference translation in the place of the present one.

        Args:
            groups: The new segments, one for each bead.
            beads: Alignment of the article's units.
            reference: Units of the reference.
            reference_beads: Alignment of source units with them.
        """
        query = "SELECT id FROM unit WHERE article_id = ? AND side = ?"
        for (unit_id,) in self._change.connection.execute(query, (self._article_id, REFERENCE)).fetchall():
            self._change.delete("unit", unit_id)
        for present in self._presents:
            present.renewed = True
            present.reference = []
        places = reference_places(beads, len(self.rows[Side.SOURCE]), len(reference), reference_beads)
        for index, unit in enumerate(reference):
            row = self._insert(REFERENCE, unit, unit_key(index, len(reference)), index)
            if index in places:
                groups[places[index]].reference.append(row)

    def _store_side(self, side: Side, slots: Sequence[Slot], heirs: dict[int, UnitRow]) -> list[UnitRow]:
        """Store the units of one side and return them; note what became of each present one."""
        present = [unit for one in self._presents for unit in one.units(side)]
        numbers = count(1 + max((int(unit.key.split(".")[0]) for unit in present), default=0))
        rows: list[UnitRow] = []
        root, place = -1, None
        for slot in slots:
            if slot.same is None or slot.same.place != place:
                root += 1
            place = slot.same.place if slot.same is not None else None
            if slot.same is not None:
                row = self._update(slot.same, slot.unit, root)
                heirs[slot.same.id] = row
            else:
                # A changed source keeps its key, by which catalogs know it. A changed machine
                # translation gets a new one: it must never pass for the text that was there.
                keeps = slot.before and side is Side.SOURCE
                key = slot.before[0].key.split(".")[0] if keeps else f"{next(numbers):04d}"
                row = self._insert(side.value, slot.unit, key, root)
                heirs.update((unit.id, row) for unit in slot.before)
            rows.append(row)
        for unit in present:
            if unit.id not in heirs or heirs[unit.id].id != unit.id:
                self._change.delete("unit", unit.id)
        return rows

    def _renew(self, present: Present, heirs: Mapping[int, UnitRow], taken: set[int]) -> None:
        """Put the later units in the place of a segment's own."""
        changed = {}
        for side in Side:
            units = present.units(side)
            after, spans = _carried(units, present.spans or [], heirs, taken)
            changed[side] = [unit.id for unit in after] != [unit.id for unit in units]
            if changed[side] and present.anchor is None:
                present.anchor = next((heirs[unit.id].id for unit in units if unit.id in heirs), None)
            setattr(present, side.value, after)
            if side is Side.TARGET:
                present.spans = spans
        present.renewed = any(changed.values())
        is_machines = present.row["untouched"] and present.row["status"] == Status.MACHINE.value
        if changed[Side.TARGET] and is_machines:
            text = join_rows(present.target, self._joiner.between_target)
            present.row["target"] = present.row["machine"] = text
            present.spans = None
        elif changed[Side.SOURCE]:
            self._outdated.add(id(present))
            present.row["needs_work"] = 1

    def _update(self, row: UnitRow, unit: Unit, root: int) -> UnitRow:
        """Store where an unchanged unit stands now."""
        values: dict[str, Any] = {
            "place": (root + 1) * PLACE_STEP, "kind": unit.kind.value, "paragraph": unit.paragraph,
            "line": unit.line, "prefix": unit.prefix, "markup": markup_of(unit),
        }  # fmt: skip
        self._change.update("unit", row.id, **values)
        return row.with_values(**values)

    def _insert(self, side: str, unit: Unit, key: str, root: int) -> UnitRow:
        """Store a new unit, as yet of no segment."""
        values: dict[str, Any] = {
            "segment_id": None, "side": side, "key": key, "place": (root + 1) * PLACE_STEP,
            "text": unit.text, "kind": unit.kind.value, "paragraph": unit.paragraph,
            "line": unit.line, "prefix": unit.prefix, "glue": None, "markup": markup_of(unit),
        }  # fmt: skip
        return UnitRow(id=self._change.insert("unit", {"article_id": self._article_id, **values}), **values)


def _carried(
    units: Sequence[UnitRow], spans: Sequence[Span], heirs: Mapping[int, UnitRow], taken: set[int]
) -> tuple[list[UnitRow], list[Span]]:
    """Return what became of a segment's units, and the reviewed text divided among them.

    The text of a unit that is gone goes to the one before it, or to the first that is left.
    """
    after: list[UnitRow] = []
    starts: list[int] = []
    for index, unit in enumerate(units):
        heir = heirs.get(unit.id)
        if heir is not None and heir.id not in taken:
            taken.add(heir.id)
            after.append(heir)
            starts.append(spans[index][0] if index < len(spans) else 0)
    if not after or not spans:
        return after, []
    starts[0] = 0
    return after, list(zip(starts, [*starts[1:], spans[-1][1]], strict=True))
