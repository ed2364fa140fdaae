"""The aligner: two lists of units in, beads with confidence out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from transreview.alignment.anchors import anchor_cells, chain
from transreview.alignment.decoding import Step
from transreview.alignment.evidence import Evidence
from transreview.alignment.lengths import Lengths
from transreview.alignment.pairing import associate
from transreview.alignment.scoring import Signals
from transreview.alignment.search import search
from transreview.alignment.sides import Side
from transreview.alignment.stretches import Plan, Stretch, plan
from transreview.alignment.weights import Weights, load_weights
from transreview.languages.pairs import pair
from transreview.model.bead import Bead
from transreview.model.glossary import Glossary
from transreview.model.unit import Unit


def align_units(
    source: Sequence[Unit],
    target: Sequence[Unit],
    source_language: str,
    target_language: str,
    *,
    glossary: Glossary | None = None,
    fixed: Sequence[Bead] = (),
    weights: Weights | None = None,
) -> list[Bead]:
    """Do what `transreview.alignment.align` promises; `weights` replace the shipped ones."""
    if _is_mirrored(source, target, source_language, target_language):
        mirrored = align_units(
            target,
            source,
            target_language,
            source_language,
            glossary=glossary,
            fixed=[_mirror(bead) for bead in fixed],
            weights=weights,
        )
        return [_mirror(bead) for bead in mirrored]
    weights = weights or load_weights()
    left, right = Side.of(source, source_language), Side.of(target, target_language)
    signals = gather(left, right, weights)
    keep = plan(fixed, len(source), len(target))
    beads: list[Bead] = []
    for part in keep.parts:
        if isinstance(part, Stretch):
            beads += _align_stretch(signals, part, keep, weights)
        else:
            beads += [replace(bead, fixed=True) for bead in part]
    return beads


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


def gather(left: Side, right: Side, weights: Weights) -> Signals:
    """Read from two sides all that speaks for and against beads."""
    associations = associate(left, right)
    ratio = math.log(pair(left.language, right.language).length_ratio)
    return Signals(
        evidence=Evidence(left.tokens, right.tokens, associations, weights.channels),
        lengths=Lengths(left.lengths, right.lengths, ratio, weights.length),
        anchors=chain(*anchor_cells(left.tokens, right.tokens, associations, weights.channels)),
    )


def _align_stretch(signals: Signals, stretch: Stretch, keep: Plan, weights: Weights) -> list[Bead]:
    """Align what lies between two beads that stand fast."""
    if not stretch.rows or not stretch.columns:
        steps = [Step(i, 0, (1, 0), 1.0) for i in range(stretch.rows)]
        steps += [Step(0, j, (0, 1), 1.0) for j in range(stretch.columns)]
    else:
        steps = search(signals, stretch, keep, weights).steps
    return [_bead(step, stretch, keep) for step in steps]


def _bead(step: Step, stretch: Stretch, keep: Plan) -> Bead:
    """Return a step of the search as a bead of the whole sides."""
    top, left = stretch.top + step.row, stretch.left + step.column
    m, n = step.move
    fixed = (not n and bool(keep.alone_left[top])) or (not m and bool(keep.alone_right[left]))
    return Bead(
        source=tuple(range(top, top + m)),
        target=tuple(range(left, left + n)),
        confidence=1.0 if fixed else round(step.probability, 4),
        fixed=fixed,
    )
