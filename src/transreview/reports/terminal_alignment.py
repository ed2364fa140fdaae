"""An alignment as a table for a terminal or a log."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, takewhile

from transreview.formats.lines import COLUMNS
from transreview.i18n import _, ngettext
from transreview.model.bead import Bead
from transreview.model.unit import Unit


def alignment_table(
    beads: Sequence[tuple[int, Bead]], source: Sequence[Unit], target: Sequence[Unit], width: int
) -> str:
    """Return one line a bead: number, shape, confidence, and how its texts begin.

    Args:
        beads: Beads with their numbers in the alignment, from 1.
        source: Units of the source.
        target: Units of the translation.
        width: Cells that a line may take.
    """
    head = 20
    room = max((width - head) // 2 - 1, 10)
    lines = []
    for number, bead in beads:
        mark = "×" if bead.crossed else "*" if bead.fixed else " "
        left = _clip(" / ".join(source[i].text for i in bead.source) or "–", room)
        right = _clip(" / ".join(target[j].text for j in bead.target) or "–", room)
        lines.append(f"{number:5d}  {bead.type:>4s}{mark} {bead.confidence:5.2f}  {left}  {right}".rstrip())
    return "\n".join(lines)


def alignment_summary(beads: Sequence[Bead], doubtful: float) -> str:
    """Return how many beads there are of each shape, and how many are not sure.

    Args:
        beads: The whole alignment.
        doubtful: Confidence below which a bead deserves a look.
    """
    shapes: dict[str, int] = {}
    for bead in beads:
        shapes[bead.type] = shapes.get(bead.type, 0) + 1
    counted = ", ".join(f"{shape}: {count}" for shape, count in sorted(shapes.items(), key=lambda s: -s[1]))
    unsure = sum(bead.confidence < doubtful for bead in beads)
    crossed = sum(bead.crossed for bead in beads)
    parts = [
        ngettext("{count} bead ({shapes})", "{count} beads ({shapes})", len(beads)).format(
            count=len(beads), shapes=counted
        )
    ]
    if unsure:
        parts.append(_("{count} below confidence {limit:g}").format(count=unsure, limit=doubtful))
    if crossed:
        parts.append(_("{count} in swapped order (×)").format(count=crossed))
    return "; ".join(parts)


def _clip(text: str, room: int) -> str:
    """Return the beginning of a text that fits, filled up with blanks; controls made visible."""
    visible = text if text.isprintable() else "".join(c if c.isprintable() else "␣" for c in text)
    reached = list(takewhile(room.__ge__, accumulate(map(COLUMNS.__getitem__, visible))))
    if len(reached) == len(visible):
        return visible + " " * (room - (reached[-1] if reached else 0))
    while reached and reached[-1] == room:
        reached.pop()
    return visible[: len(reached)] + "…" + " " * (room - (reached[-1] if reached else 0) - 1)
