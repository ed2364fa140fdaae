"""What was told of plug-ins that were left out, and to whom it is told."""

from __future__ import annotations

from dataclasses import dataclass

from transreview.remarks import Board


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A plug-in that was left out, or that failed at its work.

    Attributes:
        group: The group of its entry point.
        name: Its name.
        package: Name and version of its package.
        sentence: One line that says it, control characters made visible.
    """

    group: str
    name: str
    package: str
    sentence: str


_BOARD: Board[Problem] = Board("transreview.plugins", lambda problem: problem.sentence)
problems, listen, tell, forget = _BOARD.told, _BOARD.listen, _BOARD.tell, _BOARD.forget
