"""What a command of a review line by line is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from transreview.linear.commands import Review

Lines = Iterator[str]
One = TypeVar("One")


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


def numbered(found: Sequence[One], rest: str) -> One | None:
    """Return the one of a list that was read out by number, None where no number of it was said.

    Args:
        found: The list, whose first has the number 1.
        rest: What followed the command.
    """
    return found[int(rest) - 1] if rest.isdecimal() and 1 <= int(rest) <= len(found) else None
