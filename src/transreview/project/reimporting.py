"""Taking in a later version of an article: all work on what has not changed stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transreview.errors import ConflictError
from transreview.i18n import _
from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.journal import Action
from transreview.model.unit import Unit
from transreview.project.changes import Change, Values, changing
from transreview.project.importing import require_cover
from transreview.project.matching import Slot, matched
from transreview.project.members import UNIT_ROW, UnitRow, joiner_of, load
from transreview.project.realigning import Realigning
from transreview.project.regroup import regroup
from transreview.project.renewal import Renewal


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


class Reimporting(Realigning):
    """The part of a project that takes in a later version of an article."""

    def plan_reimport(
        self, article_id: int, source_units: Sequence[Unit], target_units: Sequence[Unit]
    ) -> ReimportPlan:
        """Find an article's units again in a later version of its texts; nothing is changed.

        Args:
            article_id: The article.
            source_units: Units of the new source.
            target_units: Units of the new machine translation.
        """
        with self._store.snapshot():
            structure = int(self._store.value("SELECT structure FROM project"))
            rows = {side: self._unit_rows(article_id, side) for side in Side}
            work = self._store.all(
                "SELECT id FROM segment WHERE article_id = ?"
                " AND (fixed OR status != 'machine' OR needs_work OR NOT untouched) ORDER BY place",
                (article_id,),
            )
        slots = {
            Side.SOURCE: tuple(matched(rows[Side.SOURCE], source_units, by_place=False)),
            Side.TARGET: tuple(matched(rows[Side.TARGET], target_units, by_place=True)),
        }
        return ReimportPlan(
            article_id,
            tuple(slot.unit for slot in slots[Side.SOURCE]),
            tuple(slot.unit for slot in slots[Side.TARGET]),
            tuple(_kept_beads([segment for (segment,) in work], rows, slots)),
            slots,
            structure,
        )

    def reimport(
        self,
        plan: ReimportPlan,
        beads: Sequence[Bead],
        reference: Sequence[Unit] | None = None,
        *,
        reference_beads: Sequence[Bead] = (),
        data: Mapping[str, str] | None = None,
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

        Raises:
            ConflictError: Somebody restructured the article since the plan was made.
            ValueError: The beads do not hold every unit exactly once.
        """
        require_cover(beads, len(plan.source), len(plan.target))
        with changing(self._store, Action.IMPORT) as change:
            self._require_current(plan)
            presents = load(change, self._order.get().of(plan.article_id))
            before = {present.row["id"]: dict(present.row) for present in presents}
            joiner = joiner_of(change, plan.article_id)
            renewal = Renewal(change, plan.article_id, plan.slots, presents, joiner)
            groups = renewal.groups(beads)
            if reference is not None:
                renewal.replace_reference(groups, beads, reference, reference_beads)
            ids = regroup(change, plan.article_id, presents, groups, joiner)
            _keep_data(change, plan.article_id, data or {})
            change.summary = _("{article} imported again").format(article=self._slug(change, plan.article_id))
            return _report(change, before, ids)

    def _unit_rows(self, article_id: int, side: str) -> list[UnitRow]:
        return [UnitRow(*row) for row in self._units(article_id, side, UNIT_ROW)]

    def _require_current(self, plan: ReimportPlan) -> None:
        if self._store.value("SELECT structure FROM project") != plan.structure:
            raise ConflictError(
                _("segments were merged, split or moved while the new version was read"),
                path=self._store.path,
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
        kept,
        changed,
        len(ids) - kept - changed,
        tuple((row["key"], row["target"]) for row in gone if not row["untouched"]),
    )
