"""What a change of many segments does with those that are locked: it leaves them as they are, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from transreview.i18n import ngettext
from transreview.model.segment import Segment

Thing = TypeVar("Thing")


def parted(things: Iterable[Thing], segment_of: Callable[[Thing], Segment]) -> tuple[list[Thing], int]:
    """Return what is not of a locked segment, and how many segments are locked.

    Args:
        things: What is to be done, or the segments themselves.
        segment_of: The segment that one of them is of.
    """
    open_ones: list[Thing] = []
    locked: set[int] = set()
    for thing in things:
        segment = segment_of(thing)
        if segment.lock:
            locked.add(segment.id)
        else:
            open_ones.append(thing)
    return open_ones, len(locked)


def left_as_they_are(count: int) -> str:
    """Return a sentence of the segments that are locked."""
    words = ngettext(
        "{n} locked segment is left as it is.", "{n} locked segments are left as they are.", count
    )
    return words.format(n=count)
