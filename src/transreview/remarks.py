"""Sentences that whoever runs the program should read, though nothing keeps the work from going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

One = TypeVar("One")


class Board(Generic[One]):
    """What was told, each thing once, and who hears of it.

    Args:
        log: Name of the log that it goes to while nobody listens.
        sentence: Says one of them in a line.
    """

    def __init__(self, log: str, sentence: Callable[[One], str]) -> None:
        self._log, self._sentence = log, sentence
        self._told: list[One] = []
        self._listener: Callable[[str], None] = self._to_log

    def told(self) -> tuple[One, ...]:
        """Return what was told so far, in order."""
        return tuple(self._told)

    def listen(self, listener: Callable[[str], None] | None = None) -> None:
        """Tell sentences to `listener` instead of to the log; None for the log again."""
        self._listener = listener or self._to_log

    def tell(self, one: One) -> None:
        """Tell something, once."""
        if one not in self._told:
            self._told.append(one)
            self._listener(self._sentence(one))

    def forget(self) -> None:
        """Forget what was told, as if nothing had been."""
        self._told.clear()

    def _to_log(self, sentence: str) -> None:
        import logging

        logging.getLogger(self._log).warning("%s", sentence)


_BOARD: Board[str] = Board("transreview", str)
told, listen, tell, forget = _BOARD.told, _BOARD.listen, _BOARD.tell, _BOARD.forget
