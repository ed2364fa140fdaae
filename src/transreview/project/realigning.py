"""Giving an article another alignment without touching what people have vouched for or written."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.errors import ConflictError
from transreview.i18n import _
from transreview.model.bead import Bead
from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Status
from transreview.project.changes import Change, changing
from transreview.project.grouping import Group
from transreview.project.importing import require_cover
from transreview.project.members import Present, UnitRow, joiner_of, load
from transreview.project.regroup import regroup
from transreview.project.structure import Structuring


class Realigning(Structuring):
    """The part of a project that takes a new alignment."""

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
            presents = load(change, self._order.get().of(article_id))
            source = in_order([unit for present in presents for unit in present.source])
            target = in_order([unit for present in presents for unit in present.target])
            require_cover(beads, len(source), len(target))
            groups = [
                Group(
                    [source[i] for i in bead.source],
                    [target[i] for i in bead.target],
                    bead.confidence,
                    bead.crossed,
                    bead.fixed,
                )
                for bead in beads
            ]
            self._require_kept(presents, groups)
            if presents:
                regroup(change, article_id, presents, groups, joiner_of(change, article_id))
            change.summary = _("{article} realigned").format(article=self._slug(change, article_id))
        return change.entry

    def _require_kept(self, presents: Sequence[Present], groups: Sequence[Group]) -> None:
        """Refuse to break up what a person has vouched for."""
        new = {group.unit_ids for group in groups}
        for present in presents:
            vouched = present.row["fixed"] or Status(present.row["status"]).is_done
            if vouched and frozenset(u.id for u in (*present.source, *present.target)) not in new:
                raise ConflictError(
                    _("the new alignment would break up {key}, which somebody has vouched for").format(
                        key=present.row["key"]
                    ),
                    path=self._store.path,
                    remedy=_("Align again; what was confirmed meanwhile will be kept"),
                )

    @staticmethod
    def _slug(change: Change, article_id: int) -> str:
        row = change.row("article", article_id)
        return str(row["slug"]) if row else ""


def in_order(units: Sequence[UnitRow]) -> list[UnitRow]:
    """Return units of one side in the order of their text."""
    return sorted(units, key=lambda unit: (unit.place, unit.key))
