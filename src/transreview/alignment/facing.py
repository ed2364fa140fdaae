"""Facing gaps: one unit of each side left out at the same place is taken for a pair.

Where a single unit of the source and a single unit of the translation stand between two pairs, and neither
has a counterpart, a wrong or free translation is likelier than that one was dropped and another written. The
pair gets a low confidence: it is worth a look, and its checks say what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transreview.model.bead import Bead

_CONFIDENCE = 0.3
# How often pairs beside a unit without counterpart are right, however sure the search is of them: which of
# two like units was left out is not seen (.96 of 214 on damaged manuals).
_BESIDE_GAP = 0.96


def joined_facing(beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads with each lone gap of one side that faces a lone gap of the other made a pair."""
    answer: list[Bead] = []
    at = 0
    while at < len(beads):
        pair = beads[at : at + 2]
        before, after = beads[at - 1] if at else None, beads[at + 2] if at + 2 < len(beads) else None
        if len(pair) == 2 and _face(*pair) and _is_pair(before) and _is_pair(after):
            first, second = pair if pair[0].source else reversed(pair)
            answer.append(Bead(first.source, second.target, confidence=_CONFIDENCE))
            at += 2
        else:
            answer.append(beads[at])
            at += 1
    return answer


def doubted_beside_gaps(beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads with no more confidence in those beside a gap than such beads deserve."""
    answer = list(beads)
    for index, bead in enumerate(beads):
        near = (*beads[max(index - 1, 0) : index], *beads[index + 1 : index + 2])
        sure = _is_pair(bead) and not bead.fixed and bead.confidence > _BESIDE_GAP
        if sure and not all(map(_is_pair, near)):
            answer[index] = replace(bead, confidence=_BESIDE_GAP)
    return answer


def _face(one: Bead, other: Bead) -> bool:
    shapes = {(len(one.source), len(one.target)), (len(other.source), len(other.target))}
    return shapes == {(1, 0), (0, 1)} and not one.fixed and not other.fixed


def _is_pair(bead: Bead | None) -> bool:
    """Whether a bead has both sides; the end of the text bounds as well."""
    return bead is None or bool(bead.source and bead.target)
