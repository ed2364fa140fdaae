"""Beads: which units of the source and of the translation belong together."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """An aligned group of m source units and n target units.

    Attributes:
        source: 0-based indexes of the source units, ascending and contiguous.
        target: 0-based indexes of the target units, ascending and contiguous.
        confidence: Probability-like figure from 0 to 1; 1.0 for a bead a person made.
        crossed: True when the units stand in swapped order against a neighbouring bead.
        fixed: True for a bead that a person made or confirmed; alignment never changes it.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    _: KW_ONLY
    confidence: float = 1.0
    crossed: bool = False
    fixed: bool = False

    @property
    def type(self) -> str:
        """The field's name of its shape: "1-1", "2-1", "0-1" …."""
        return f"{len(self.source)}-{len(self.target)}"
