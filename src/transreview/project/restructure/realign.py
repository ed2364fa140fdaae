"""Another alignment of the same units, which leaves alone what people have vouched for or written."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.errors import ConflictError
from transreview.i18n import _
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.project.article_rows import require_cover
from transreview.project.changes import Change
from transreview.project.restructure.group_storage import regroup
from transreview.project.restructure.groups import Group
from transreview.project.restructure.present import Present, UnitRow, joiner_of, load


def realign(change: Change, article_id: int, segment_ids: Sequence[int], beads: Sequence[Bead]) -> None:
    """Replace an article's segments by new beads of the same units.

    Args:
        change: The change this is part of.
        article_id: The article.
        segment_ids: All its segments in order.
        beads: The new alignment.

    Raises:
        ConflictError: A bead would break up a segment that somebody has vouched for.
        ValueError: The beads do not hold every unit exactly once.
    """
    presents = load(change, segment_ids)
    source = in_order([unit for present in presents for unit in present.source])
    target = in_order([unit for present in presents for unit in present.target])
    require_cover(beads, len(source), len(target))
    groups = [
        Group(
            [source[i] for i in bead.source],
            [target[i] for i in bead.target],
            confidence=bead.confidence,
            crossed=bead.crossed,
            fixed=bead.fixed,
        )
        for bead in beads
    ]
    _require_kept(change, presents, groups)
    if presents:
        regroup(change, article_id, presents, groups, joiner_of(change, article_id))


def _require_kept(change: Change, presents: Sequence[Present], groups: Sequence[Group]) -> None:
    """Refuse to break up what a person has vouched for."""
    new = {group.unit_ids for group in groups}
    for present in presents:
        vouched = present.row["fixed"] or present.row["locked"] or Status(present.row["status"]).is_done
        if vouched and frozenset(u.id for u in (*present.source, *present.target)) not in new:
            raise ConflictError(
                _("the new alignment would break up {key}, which somebody has vouched for").format(
                    key=present.row["key"]
                ),
                path=change.store.path,
                remedy=_("Align again; what was confirmed meanwhile will be kept"),
            )


def in_order(units: Sequence[UnitRow]) -> list[UnitRow]:
    """Return units of one side in the order of their text."""
    return sorted(units, key=lambda unit: (unit.place, unit.key))
