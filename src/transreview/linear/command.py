"""What a command of a review line by line is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.linear.commands import Review

Lines = Iterator[str]


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        words: Its names, the first is the one that help shows.
        takes: What follows it, for help ("TEXT"); "" for nothing.
        help: What it does, in a sentence.
        run: Does it, given what followed, and yields what is said.
    """

    words: tuple[str, ...]
    takes: str
    help: str
    run: Callable[[Review, str], Lines]
