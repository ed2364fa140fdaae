"""Storing new groups of units as segments: rows, places, comments and marks move with the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transreview.project.annotations import text_hash
from transreview.project.article_rows import segment_key
from transreview.project.changes import Change, Values
from transreview.project.joiner import Joiner
from transreview.project.restructure.groups import Group, Grouping, status_of
from transreview.project.restructure.present import Present
from transreview.project.schema import PLACE_STEP


def regroup(
    change: Change,
    article_id: int,
    presents: Sequence[Present],
    groups: Sequence[Group],
    joiner: Joiner,
) -> list[int]:
    """Replace neighbouring segments by new groups of their units.

    A group that holds exactly the units of a present segment leaves it as it is. The others take
    over the number of a segment that their units come from where they can, and its comments.

    Args:
        change: The change this is part of.
        article_id: The article.
        presents: Segments that stand one after another in it.
        groups: What becomes of them, in order; together they hold all their units.
        joiner: What joins the units of the article.

    Returns:
        The ids of the new segments in order.
    """
    grouping = Grouping(presents, groups, joiner)
    places = _places(change, article_id, presents, groups)
    ids = []
    for group, place in zip(groups, places, strict=True):
        if grouping.is_same(group) and group.claims is not None:
            ids.append(_keep(change, group, place))
        else:
            ids.append(_write(change, article_id, grouping, group, place))
    _move_units(change, groups, ids)
    id_of = {id(group): segment_id for group, segment_id in zip(groups, ids, strict=True)}
    for present in presents:
        _move_remarks(change, grouping, present, id_of)
    claimed = {group.claims.row["id"] for group in groups if group.claims}
    for present in presents:
        if present.row["id"] not in claimed:
            change.delete("segment", present.row["id"])
    return ids


def _keep(change: Change, group: Group, place: int) -> int:
    """Note where a segment whose units stay together stands now, and how sure its alignment is."""
    assert group.claims is not None
    row = group.claims.row
    values: Values = {"place": place, **_lines(group)}
    if not row["fixed"] and not group.fixed:
        values |= {"confidence": group.confidence, "crossed": int(group.crossed)}
    change.update("segment", row["id"], **values)
    return int(row["id"])


def _lines(group: Group) -> Values:
    return {
        "source_line": group.source[0].line if group.source else 0,
        "target_line": group.target[0].line if group.target else 0,
    }


def _write(change: Change, article_id: int, grouping: Grouping, group: Group, place: int) -> int:
    """Store a group as a segment and return its number."""
    machine, target = grouping.machine_text(group), grouping.target_text(group)
    source_keys, target_keys = [u.key for u in group.source], [u.key for u in group.target]
    flagged = any(present.row["needs_work"] for present in group.heirs)
    values: dict[str, Any] = {
        "place": place, "key": segment_key(source_keys, target_keys), "target_key": "+".join(target_keys),
        "kind": (group.source + group.target)[0].kind, "source": grouping.source_text(group),
        "machine": machine, "target": target, "reference": grouping.reference_text(group),
        "status": status_of(group, target, machine).value, "needs_work": int(flagged),
        "sources": len(group.source), "targets": len(group.target), "confidence": group.confidence,
        "crossed": int(group.crossed), "fixed": int(group.fixed),
        **_lines(group),
    }  # fmt: skip
    if group.claims is not None:
        change.update("segment", group.claims.row["id"], **values)
        return int(group.claims.row["id"])
    return change.insert("segment", {"article_id": article_id, "origin": change.id, **values})


def _move_units(change: Change, groups: Sequence[Group], ids: Sequence[int]) -> None:
    for group, segment_id in zip(groups, ids, strict=True):
        for unit in (*group.source, *group.target, *group.reference):
            if unit.segment_id != segment_id:
                change.update("unit", unit.id, segment_id=segment_id)


def _move_remarks(change: Change, grouping: Grouping, present: Present, id_of: dict[int, int]) -> None:
    """Let comments stay with the segment's first words, and marks with the words they mark."""
    here = present.row["id"]
    anchor = grouping.anchor(present)
    if anchor is None:
        _forget(change, present)
        return
    if anchor.claims is present and grouping.is_same(anchor):
        return
    comments = change.connection.execute("SELECT id FROM comment WHERE segment_id = ?", (here,)).fetchall()
    for (comment_id,) in comments:
        change.update("comment", comment_id, segment_id=id_of[id(anchor)])
    pairs = change.connection.execute("SELECT id FROM pair WHERE segment_id = ?", (here,)).fetchall()
    for (pair_id,) in pairs:
        change.update("pair", pair_id, segment_id=id_of[id(anchor)])
    marks = change.connection.execute("SELECT id FROM annotation WHERE segment_id = ?", (here,)).fetchall()
    for (mark_id,) in marks:
        mark = change.row("annotation", mark_id)
        assert mark is not None
        change.update("annotation", mark_id, **_moved(grouping, present, mark, anchor, id_of))


def _forget(change: Change, present: Present) -> None:
    """Let go of what hangs on a segment whose units are all gone; the journal keeps it."""
    for table in ("comment", "annotation", "pair"):
        query = f"SELECT id FROM {table} WHERE segment_id = ?"  # noqa: S608
        for (remark,) in change.connection.execute(query, (present.row["id"],)).fetchall():
            change.delete(table, remark)
    for unit in present.reference:
        change.update("unit", unit.id, segment_id=None)


def _moved(
    grouping: Grouping, present: Present, mark: Values, anchor: Group, id_of: dict[int, int]
) -> Values:
    """Return the new place of a mark."""
    side = mark["side"]
    if mark["text_hash"] == text_hash(present.row[side]):
        for group in grouping.groups:
            for piece in (group.pieces or []) if side == "target" else group.source_pieces:
                if piece.present is present and piece.start <= mark["start"] < max(piece.end, 1):
                    text = grouping.target_text(group) if side == "target" else grouping.source_text(group)
                    shift = piece.offset - piece.start
                    return {
                        "segment_id": id_of[id(group)],
                        "start": mark["start"] + shift,
                        "end": min(mark["end"], piece.end) + shift,
                        "text_hash": text_hash(text),
                    }
    # Made of an earlier text: it keeps its numbers, and its hash says that they are of another text.
    return {"segment_id": id_of[id(anchor)]}


def _places(
    change: Change, article_id: int, presents: Sequence[Present], groups: Sequence[Group]
) -> list[int]:
    """Return an ascending place for each group, changing as few as can be."""
    if not presents:
        return [(index + 1) * PLACE_STEP for index in range(len(groups))]
    taken = [present.row["place"] for present in presents]
    low = _place_beside(change, article_id, "max", "<", min(taken)) or 0
    high = _place_beside(change, article_id, "min", ">", max(taken)) or (
        max(taken) + (len(groups) + 1) * PLACE_STEP
    )
    places = [group.claims.row["place"] if group.claims else None for group in groups]
    kept = [place for place in places if place is not None]
    if kept != sorted(set(kept)):
        places = [None] * len(groups)
    filled = _filled(places, low, high)
    if filled is None:
        # No room is left between two neighbours: give every segment of the article a new place.
        _spread(change, article_id)
        for present in presents:
            row = change.row("segment", present.row["id"])
            assert row is not None
            present.row["place"] = row["place"]
        return _places(change, article_id, presents, groups)
    return filled


def _filled(places: Sequence[int | None], low: int, high: int) -> list[int] | None:
    """Return the places with the gaps filled evenly, or None where a gap is too narrow."""
    filled: list[int] = []
    start = 0
    bounds = [*places, high]
    for index, bound in enumerate(bounds):
        if bound is None:
            continue
        below = filled[-1] if filled else low
        gaps = index - start
        step = (bound - below) // (gaps + 1)
        if gaps and step < 1:
            return None
        filled += [below + step * (i + 1) for i in range(gaps)]
        filled.append(bound)
        start = index + 1
    return filled[:-1]


def _place_beside(change: Change, article_id: int, which: str, sign: str, place: int) -> int | None:
    found: int | None = change.connection.execute(
        f"SELECT {which}(place) FROM segment WHERE article_id = ? AND place {sign} ?",  # noqa: S608
        (article_id, place),
    ).fetchone()[0]
    return found


def _spread(change: Change, article_id: int) -> None:
    query = "SELECT id FROM segment WHERE article_id = ? ORDER BY place"
    for index, (segment_id,) in enumerate(change.connection.execute(query, (article_id,)).fetchall()):
        change.update("segment", segment_id, place=(index + 1) * PLACE_STEP)
