"""The memories at hand: the user's own, which grows, and a team's, which are read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from transreview.memory.concordance import Occurrence, concordance
from transreview.memory.file import MemoryFile
from transreview.memory.matches import Match, MatchSettings, find_matches

VARIABLE = "TRANSREVIEW_MEMORY"
OFF = "off"


def own_memory() -> Path | None:
    """Return where the user's memory is: what TRANSREVIEW_MEMORY names, else a file of the user's data.

    Returns:
        Its path; None when the variable says "off".
    """
    named = os.environ.get(VARIABLE, "")
    if named == OFF:
        return None
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("transreview", appauthor=False) / "own.memory"


class MemoryShelf:
    """Opens memories together.

    Args:
        own: The user's memory, made when it is not there; None for none.
        team: Memories that are only read.

    Raises:
        InputError: One of them cannot be opened; none stays open.
    """

    def __init__(self, own: Path | None, team: Sequence[Path] = ()) -> None:
        self.own: MemoryFile | None = None
        self._team: list[MemoryFile] = []
        try:
            self.own = None if own is None else MemoryFile(own)
            for path in team:
                self._team.append(MemoryFile(path, read_only=True))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every memory."""
        self.close()

    @property
    def memories(self) -> list[MemoryFile]:
        """All of them, the user's own first."""
        return [memory for memory in (self.own, *self._team) if memory is not None]

    def matches(
        self, text: str, source: str, target: str, settings: MatchSettings | None = None
    ) -> list[Match]:
        """Return what the memories have for a source text, best first."""
        return find_matches(self.memories, text, source, target, settings)

    def concordance(self, words: str, source: str, target: str, *, most: int = 50) -> list[Occurrence]:
        """Return the pairs that have some words on one side."""
        return concordance(self.memories, words, source, target, most=most)

    def close(self) -> None:
        """Close every memory."""
        for memory in self.memories:
            memory.close()
