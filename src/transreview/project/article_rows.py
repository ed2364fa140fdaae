"""The rows that an article, its units and its beads become when they are brought in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project.joiner import Joiner
from transreview.project.schema import PLACE_STEP
from transreview.project.store import Row
from transreview.project.sums import sum_of
from transreview.project.texts import checked
from transreview.project.unit_markup import markup_of

REFERENCE = "reference"

INSERT_SEGMENT = """
INSERT INTO segment (id, article_id, place, key, target_key, kind, source, machine, target, reference, status,
    sources, targets, confidence, crossed, fixed, source_line, target_line, origin,
    source_length, target_length, untouched, sum)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
"""
INSERT_UNIT = """
INSERT INTO unit (article_id, segment_id, side, key, place, text, kind, paragraph, line, prefix, markup, sum)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def unit_key(index: int, total: int) -> str:
    """Return the stable name of a unit: its 1-based number when it was imported.

    Args:
        index: 0-based place in its side of the article.
        total: Number of units on that side.
    """
    return f"{index + 1:0{max(4, len(str(total)))}d}"


def segment_key(source_keys: Sequence[str], target_keys: Sequence[str]) -> str:
    """Return the stable name of a segment made of these units."""
    return "+".join(source_keys) or "+" + "+".join(target_keys)


def segment_rows(
    article: Article,
    first: int,
    origin: int,
    joiner: Joiner,
    source_units: Sequence[Unit],
    target_units: Sequence[Unit],
    beads: Sequence[Bead],
    reference: Sequence[Unit],
    reference_at: Mapping[int, int],
) -> Iterator[Row]:
    """Yield a row of `INSERT_SEGMENT` for each bead."""
    reference_of: dict[int, list[Unit]] = {}
    for unit, place in reference_at.items():
        reference_of.setdefault(place, []).append(reference[unit])
    for index, bead in enumerate(beads):
        sources, targets = [source_units[i] for i in bead.source], [target_units[i] for i in bead.target]
        source_keys = [unit_key(i, len(source_units)) for i in bead.source]
        target_keys = [unit_key(i, len(target_units)) for i in bead.target]
        source = checked(joiner.source(sources))
        machine = checked(joiner.target(targets))
        theirs = reference_of.get(index)
        reference_text = checked(joiner.target(theirs)) if theirs else None
        key = segment_key(source_keys, target_keys)
        yield (
            first + index, article.id, (index + 1) * PLACE_STEP, key,
            "+".join(target_keys), (sources + targets)[0].kind.value, source, machine, machine,
            reference_text, len(sources), len(targets), bead.confidence,
            int(bead.crossed), int(bead.fixed), sources[0].line if sources else 0,
            targets[0].line if targets else 0, origin, len(source), len(machine),
            sum_of((key, source, machine, machine, reference_text, "machine")),
        )  # fmt: skip


def bead_of(members: Sequence[Sequence[int]], count: int) -> array[int]:
    """Return for each unit of one side the index of its bead; an array, for there may be a million."""
    places = array("q", bytes(8 * count))
    for index, units in enumerate(members):
        for unit in units:
            places[unit] = index
    return places


def unit_rows(
    article_id: int,
    side: str,
    units: Sequence[Unit],
    places: array[int] | Mapping[int, int],
    first: int,
) -> Iterator[Row]:
    """Yield a row of `INSERT_UNIT` for each unit of one side."""
    for index, unit in enumerate(units):
        known = not isinstance(places, Mapping) or index in places
        segment = first + places[index] if known else None
        key = unit_key(index, len(units))
        yield (
            article_id, segment, str(side), key, (index + 1) * PLACE_STEP, unit.text,
            unit.kind.value, unit.paragraph, unit.line, unit.prefix, markup_of(unit),
            sum_of((key, unit.text, unit.prefix, None)),
        )  # fmt: skip


def require_cover(beads: Sequence[Bead], sources: int, targets: int) -> None:
    """Refuse an alignment that leaves a unit out or uses it twice: its text would be lost or doubled.

    Args:
        beads: The alignment.
        sources: Number of source units.
        targets: Number of target units.

    Raises:
        ValueError: It does, which is a fault of the program that made it.
    """
    for name, used, total in (
        ("source", sorted(i for bead in beads for i in bead.source), sources),
        ("target", sorted(i for bead in beads for i in bead.target), targets),
    ):
        if used != list(range(total)):
            raise ValueError(f"the beads do not hold each of the {total} {name} units exactly once")
    if any(not bead.source and not bead.target for bead in beads):
        raise ValueError("a bead holds no unit at all")


def reference_places(
    beads: Sequence[Bead], sources: int, references: int, reference_beads: Sequence[Bead]
) -> dict[int, int]:
    """Return for each reference unit the index of the bead whose source it translates.

    Args:
        beads: Alignment of the article.
        sources: Number of source units.
        references: Number of reference units.
        reference_beads: Alignment of source units with reference units; empty where it is unit by unit.
    """
    if not references:
        return {}
    home = bead_of([bead.source for bead in beads], sources)
    if not reference_beads:
        return {i: home[i] for i in range(references)} if references == sources else {}
    places: dict[int, int] = {}
    last = 0
    for bead in reference_beads:
        # What the reference adds has no source: it goes with what stands before it.
        last = home[bead.source[0]] if bead.source else last
        places.update(dict.fromkeys(bead.target, last))
    return places


def slugs(name: str) -> Iterator[str]:
    """Yield names safe in file names and message contexts: the first choice, then numbered ones."""
    safe = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:80] or "article"
    yield safe
    for number in count(2):
        yield f"{safe}-{number}"
