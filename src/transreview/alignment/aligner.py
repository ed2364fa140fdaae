"""The aligner: two lists of units in, beads with confidence out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transreview.alignment.anchors import anchor_cells, chain
from transreview.alignment.calibration import Calibration
from transreview.alignment.channels import join
from transreview.alignment.crossing import Crossing
from transreview.alignment.cutting import Cutter
from transreview.alignment.evidence import Evidence
from transreview.alignment.facing import doubted_beside_gaps, joined_facing
from transreview.alignment.lengths import Lengths
from transreview.alignment.line_by_line import line_by_line
from transreview.alignment.meter import Meter, Progress
from transreview.alignment.pairing import read_channels
from transreview.alignment.parallel import in_parallel, regularity
from transreview.alignment.parting import parted
from transreview.alignment.presence import Presence
from transreview.alignment.scoring import Signals
from transreview.alignment.search import search
from transreview.alignment.sides import Side, copies
from transreview.alignment.stretches import Plan, Stretch, plan
from transreview.alignment.weights import Weights, load_weights
from transreview.languages.pairs import pair
from transreview.model.bead import Bead
from transreview.model.unit import Unit

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary

# Shares of the whole that are done when the sides are read, when all that speaks is gathered, and, of a
# stretch, when it is searched.
_READ, _GATHERED, _SEARCHED = 0.07, 0.6, 0.8
# Times that one text stands on each side before its pairs are taken as they come, and how sure they are then.
_AGAIN, _ALIKE = 2, 0.9


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the user knows beside the texts.

    Attributes:
        glossary: Terms whose counterparts speak for a bead.
        confirmed: Source and target texts that translate each other.
        calibration: Lengths and punctuation of this pair.
    """

    glossary: Glossary | None = None
    confirmed: tuple[tuple[str, str], ...] = ()
    calibration: Calibration | None = None

    def mirrored(self) -> Knowledge:
        """Return the same for exchanged sides."""
        return Knowledge(
            self.glossary,
            tuple((target, source) for source, target in self.confirmed),
            self.calibration and self.calibration.reversed(),
        )


def align_units(
    source: Sequence[Unit],
    target: Sequence[Unit],
    source_language: str,
    target_language: str,
    knowledge: Knowledge | None = None,
    *,
    fixed: Sequence[Bead] = (),
    weights: Weights | None = None,
    progress: Progress | None = None,
) -> list[Bead]:
    """Do what `transreview.alignment.align` promises; `weights` replace the shipped ones."""
    knowledge = knowledge or Knowledge()
    if _is_mirrored(source, target, source_language, target_language):
        mirrored = align_units(
            target,
            source,
            target_language,
            source_language,
            knowledge.mirrored(),
            fixed=[_mirror(bead) for bead in fixed],
            weights=weights,
            progress=progress,
        )
        return _by_source([_mirror(bead) for bead in mirrored])
    weights = weights or load_weights()
    if knowledge.calibration:
        weights = knowledge.calibration.applied(weights)
    meter = Meter(progress)
    left, right = Side.of(source, source_language), Side.of(target, target_language)
    signals = gather(left, right, knowledge, weights, meter.part(_READ, _GATHERED))
    keep = plan(fixed, len(source), len(target))
    cutter = Cutter(left.first, right.first)
    pieces = cutter.in_pieces(keep)
    beads: list[Bead] = []
    searching = meter.part(_GATHERED, 1.0)
    for part in keep.parts:
        if isinstance(part, Stretch) and _is_one_text(source, target, part, keep):
            beads += [Bead((part.top + at,), (part.left + at,), confidence=_ALIKE) for at in range(part.rows)]
        elif isinstance(part, Stretch):
            ends = (part.top / max(len(source), 1), (part.top + part.rows) / max(len(source), 1))
            beads += _align_stretch(signals, part, pieces, cutter, weights, searching.part(*ends))
        else:
            beads += [replace(bead, fixed=True) for bead in part]
    return beads


def _is_one_text(source: Sequence[Unit], target: Sequence[Unit], part: Stretch, keep: Plan) -> bool:
    """Whether each side of a stretch is one text over and over, as often on both: all pairs are as good.

    Where a person left one of them without a counterpart, they are not.
    """
    if part.rows != part.columns or part.rows < _AGAIN:
        return False
    on_left, on_right = slice(part.top, part.top + part.rows), slice(part.left, part.left + part.columns)
    if keep.alone_left[on_left].any() or keep.alone_right[on_right].any():
        return False
    rows, columns = source[on_left], target[on_right]
    return all(one.text == rows[0].text for one in rows) and all(
        one.text == columns[0].text for one in columns
    )


def _is_mirrored(
    source: Sequence[Unit], target: Sequence[Unit], source_language: str, target_language: str
) -> bool:
    """Whether the sides are to be exchanged.

    All searching is done in one direction, so that exchanging source and target cannot change the answer
    by the order of a sum or the breaking of a tie.
    """
    if source_language != target_language:
        return source_language < target_language
    return [unit.text for unit in source] < [unit.text for unit in target]


def _mirror(bead: Bead) -> Bead:
    return replace(bead, source=bead.target, target=bead.source)


def _by_source(beads: Sequence[Bead]) -> list[Bead]:
    """Put crossed beads, which mirroring leaves in the order of the target, in that of the source."""
    ordered: list[Bead] = []
    run: list[Bead] = []
    for bead in beads:
        if bead.source and bead.target:
            run.append(bead)
        else:
            ordered += [*sorted(run, key=lambda one: one.source), bead]
            run = []
    return ordered + sorted(run, key=lambda one: one.source)


def gather(
    left: Side, right: Side, knowledge: Knowledge, weights: Weights, meter: Meter | None = None
) -> Signals:
    """Read from two sides all that speaks for and against beads."""
    channels = read_channels(left, right, knowledge.glossary, knowledge.confirmed, meter or Meter())
    left_tokens, right_tokens, associations = join(channels, len(left.pieces), len(right.pieces))
    presence = Presence.of(channels).weighed(weights.channels)
    known = knowledge.calibration or pair(left.language.tag, right.language.tag)
    ratio = math.log(known.ratio if isinstance(known, Calibration) else known.length_ratio)
    return Signals(
        evidence=Evidence(left_tokens, right_tokens, associations, weights.channels, presence),
        lengths=Lengths((left.lengths, left.kept), (right.lengths, right.kept), ratio, weights.length),
        anchors=chain(*anchor_cells(left_tokens, right_tokens, associations, weights.channels)),
        copies=copies(left, right),
        seams=(left.seams(), right.seams()),
    )


def _align_stretch(
    signals: Signals, stretch: Stretch, pieces: Plan, cutter: Cutter, weights: Weights, meter: Meter
) -> list[Bead]:
    """Align what lies between two beads that stand fast."""
    if not stretch.rows or not stretch.columns:
        return cutter.one_sided(stretch, pieces)
    found = search(signals, cutter.stretch(stretch), pieces, weights, meter.part(0.0, _SEARCHED))
    crossing = Crossing(found, stretch, cutter, weights.moves)
    beads: list[Bead] = []
    for part in crossing.swapped(cutter.beads(found, stretch, pieces)):
        if isinstance(part, Bead):
            beads.append(part)
        elif part.rows and part.columns:
            beads += cutter.beads(search(signals, cutter.stretch(part), pieces, weights), part, pieces)
        else:
            beads += cutter.one_sided(part, pieces)
    regular = regularity(beads)
    if (lines := line_by_line(beads, stretch, crossing, regular=regular)) is not None:
        meter(1.0)
        return lines
    answer = joined_facing(in_parallel(parted(beads, crossing), crossing, regular=regular))
    answer = doubted_beside_gaps(answer)
    meter(1.0)
    return answer
