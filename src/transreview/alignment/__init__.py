"""Alignment: two lists of units in, beads with confidence out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transreview.model.bead import Bead
from transreview.model.unit import Unit

if TYPE_CHECKING:
    from transreview.alignment.calibration import Calibration
    from transreview.alignment.meter import Progress
    from transreview.model.glossary import Glossary

__all__ = ["align"]


def align(
    source: Sequence[Unit],
    target: Sequence[Unit],
    source_language: str,
    target_language: str,
    *,
    glossary: Glossary | None = None,
    fixed: Sequence[Bead] = (),
    extra_pairs: Sequence[tuple[str, str]] = (),
    calibration: Calibration | None = None,
    progress: Progress | None = None,
) -> list[Bead]:
    """Find which units of two sides translate each other.

    Args:
        source: Units of the source in order.
        target: Units of the translation in order.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        glossary: Terms whose counterparts speak for a bead.
        fixed: Beads that a person made or confirmed; they are kept as they are, and only what lies
            between them is aligned.
        extra_pairs: Source and target text of segments that somebody has confirmed: what their words
            teach is added to the lexicon.
        calibration: Lengths and punctuation of this pair, measured by `calibrate`.
        progress: Told the share that is done, from 0 to 1, now and then.

    Returns:
        Beads in order, every unit in exactly one of them. The answer does not change when source and
        target are exchanged, other than in its sides.
    """
    from transreview.alignment.aligner import Knowledge, align_units

    knowledge = Knowledge(glossary, tuple(extra_pairs), calibration)
    return align_units(
        source, target, source_language, target_language, knowledge, fixed=fixed, progress=progress
    )
