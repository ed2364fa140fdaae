"""Alignment: two lists of units in, beads with confidence out."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.model.bead import Bead
from transreview.model.glossary import Glossary
from transreview.model.unit import Unit

__all__ = ["align"]


def align(
    source: Sequence[Unit],
    target: Sequence[Unit],
    source_language: str,
    target_language: str,
    *,
    glossary: Glossary | None = None,
    fixed: Sequence[Bead] = (),
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

    Returns:
        Beads in order, every unit in exactly one of them. The answer does not change when source and
        target are exchanged, other than in its sides.
    """
    from transreview.alignment.aligner import align_units

    return align_units(source, target, source_language, target_language, glossary=glossary, fixed=fixed)
