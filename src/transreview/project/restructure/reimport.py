"""A later version of an article in place of the present one: all work on what has not changed stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transreview.errors import ConflictError
from transreview.i18n import _
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.unit import Unit
from transreview.project import rows
from transreview.project.changes import Change, Values
from transreview.project.pair_rows import pair_names
from transreview.project.restructure.group_storage import regroup
from transreview.project.restructure.present import UNIT_ROW, UnitRow, joiner_of, load
from transreview.project.restructure.unit_exchange import UnitExchange
from transreview.project.restructure.versions import Identities, Slot, matched
from transreview.project.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A new reference translation of an article.

    Attributes:
        units: Its units.
        beads: Alignment of the new source units with them; empty where it is unit by unit.
    """

    units: Sequence[Unit]
    beads: Sequence[Bead] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReimportPlan:
    """A new version of an article beside the stored one, ready to be aligned.

    Attributes:
        article_id: The article.
        source: Units to align: those of the new source, split where a person had split them.
        target: The same of the new machine translation.
        fixed: Beads for the aligner to keep: those that people have worked on.
        slots: What each unit was before, by side.
        structure: Version of the segments that the plan was made for.
    """

    article_id: int
    source: tuple[Unit, ...]
    target: tuple[Unit, ...]
    fixed: tuple[Bead, ...]
    slots: Mapping[Side, tuple[Slot, ...]] = field(repr=False)
    structure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reimported:
    """What came of taking in a new version.

    Attributes:
        kept: Segments that are as they were.
        changed: Segments whose text or alignment changed.
        added: New segments.
        removed: Key and text of each segment that is gone and that somebody had edited; the
            journal keeps them all, and undo brings them back.
    """

    kept: int
    changed: int
    added: int
    removed: tuple[tuple[str, str], ...]


def plan(
    store: Store,
    article_id: int,
    source_units: Sequence[Unit],
    target_units: Sequence[Unit],
    names: Mapping[Side, Sequence[str]] | None = None,
) -> ReimportPlan:
    """Find an article's units again in a later version of its texts; nothing is changed.

    Args:
        store: The project file.
        article_id: The article.
        source_units: Units of the new source.
        target_units: Units of the new machine translation.
        names: What a bilingual file calls them, by side (`pair_rows.names_of`).
    """
    with store.snapshot():
        structure = int(store.value("SELECT structure FROM project"))
        present = {
            side: [UnitRow.of(row) for row in rows.unit_rows(store, article_id, side, UNIT_ROW)]
            for side in Side
        }
        work = store.all(
            "SELECT id FROM segment WHERE article_id = ?"
            " AND (fixed = 1 OR locked != '' OR status != 'machine' OR needs_work = 1 OR untouched = 0)"
            " ORDER BY place",
            (article_id,),
        )
        known = pair_names(store, article_id) if names else {}
    identities = {side: Identities(old=known, new=names[side]) if names else None for side in Side}
    slots = {
        side: tuple(matched(present[side], units, by_place=by_place, identities=identities[side]))
        for side, units, by_place in (
            (Side.SOURCE, source_units, False),
            (Side.TARGET, target_units, True),
        )
    }
    return ReimportPlan(
        article_id=article_id,
        source=tuple(slot.unit for slot in slots[Side.SOURCE]),
        target=tuple(slot.unit for slot in slots[Side.TARGET]),
        fixed=tuple(_kept_beads([segment for (segment,) in work], present, slots)),
        slots=slots,
        structure=structure,
    )


def reimport(
    change: Change,
    plan: ReimportPlan,
    segment_ids: Sequence[int],
    beads: Sequence[Bead],
    reference: Reference | None,
    data: Mapping[str, str],
) -> Reimported:
    """Replace an article's texts by the later version of a plan.

    Args:
        change: The change this is part of.
        plan: What `plan` found.
        segment_ids: All segments of the article in order.
        beads: Alignment of the plan's `source` and `target`.
        reference: A new reference translation; None keeps the present one.
        data: Texts to keep with the article instead of those of the same names.

    Raises:
        ConflictError: Somebody restructured the article since the plan was made.
    """
    _require_current(change, plan)
    presents = load(change, segment_ids)
    before = {present.row["id"]: dict(present.row) for present in presents}
    joiner = joiner_of(change, plan.article_id)
    exchange = UnitExchange(change, plan.article_id, plan.slots, presents, joiner)
    groups = exchange.groups(beads)
    if reference is not None:
        exchange.replace_reference(groups, beads, reference.units, reference.beads)
    ids = regroup(change, plan.article_id, presents, groups, joiner)
    _keep_data(change, plan.article_id, data)
    return _report(change, before, ids)


def _require_current(change: Change, plan: ReimportPlan) -> None:
    if change.store.value("SELECT structure FROM project") != plan.structure:
        raise ConflictError(
            _("segments were merged, split or moved while the new version was read"),
            path=change.store.path,
            remedy=_("Take it in again"),
        )


def _kept_beads(
    segments: Sequence[int], rows: Mapping[Side, Sequence[UnitRow]], slots: Mapping[Side, Sequence[Slot]]
) -> list[Bead]:
    """Return the beads of segments with work on them that can stand as they are in the new version."""
    places: dict[tuple[int, Side], list[int]] = {}
    missing: set[int] = set()
    for side in Side:
        at = {}
        for index, slot in enumerate(slots[side]):
            for unit in (slot.same,) if slot.same is not None else slot.before:
                at[unit.id] = index
        for unit in rows[side]:
            if unit.segment_id is not None:
                if unit.id in at:
                    places.setdefault((unit.segment_id, side), []).append(at[unit.id])
                else:
                    missing.add(unit.segment_id)
    beads: list[Bead] = []
    end = {Side.SOURCE: 0, Side.TARGET: 0}
    for segment in segments:
        found = {side: places.get((segment, side), []) for side in Side}
        if segment in missing or not any(found.values()):
            continue
        # Only what stands together and in the old order: anything else is the aligner's to judge.
        if all(at == list(range(max(end[side], at[0]), at[0] + len(at))) for side, at in found.items() if at):
            beads.append(Bead(tuple(found[Side.SOURCE]), tuple(found[Side.TARGET]), fixed=True))
            end.update({side: at[-1] + 1 for side, at in found.items() if at})
    return beads


def _keep_data(change: Change, article_id: int, data: Mapping[str, str]) -> None:
    for name, value in data.items():
        found = change.connection.execute(
            "SELECT id FROM article_data WHERE article_id = ? AND name = ?", (article_id, name)
        ).fetchone()
        if found:
            change.update("article_data", found[0], value=value)
        else:
            change.insert("article_data", {"article_id": article_id, "name": name, "value": value})


def _report(change: Change, before: Mapping[int, Values], ids: Sequence[int]) -> Reimported:
    """Compare the segments with what they were."""
    kept = changed = 0
    for segment in ids:
        if segment in before:
            row = change.row("segment", segment)
            assert row is not None
            same = all(
                row[name] == before[segment][name] for name in ("source", "machine", "target", "status")
            )
            kept, changed = kept + same, changed + (not same)
    gone = [row for segment, row in before.items() if segment not in set(ids)]
    return Reimported(
        kept=kept,
        changed=changed,
        added=len(ids) - kept - changed,
        removed=tuple((row["key"], row["target"]) for row in gone if not row["untouched"]),
    )
