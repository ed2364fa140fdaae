"""How far an alignment has come, told as a share of the whole from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[float], None]
"""Told the share that is done; it never goes back."""


@dataclass(frozen=True, slots=True)
class Meter:
    """Tells the share that is done of one part of the work.

    Attributes:
        tell: Whom to tell; None for nobody.
        first: The share of the whole that is done when the part begins.
        last: The share that is done when it ends.
    """

    tell: Progress | None = None
    first: float = 0.0
    last: float = 1.0

    def __call__(self, share: float) -> None:
        """Say how much of this part is done."""
        if self.tell is not None:
            self.tell(self.first + (self.last - self.first) * share)

    def part(self, first: float, last: float) -> Meter:
        """Return the meter of what lies between two shares of this part."""
        if self.tell is None:
            return self
        width = self.last - self.first
        return Meter(self.tell, self.first + width * first, self.first + width * last)
