"""Commands of a review line by line that mend the alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from transreview.i18n import _
from transreview.linear.command import Command, Lines
from transreview.model.finding import Side

if TYPE_CHECKING:
    from transreview.linear.commands import Review


def _merge(review: Review, _rest: str) -> Lines:
    segment = review.session.segment
    after = review.project.structure.merge(segment.id, revision=segment.revision)
    review.session.go_to([after.id])
    yield _("Merged with the next.")
    yield from review.shown()


def _split(review: Review, rest: str) -> Lines:
    source, bar, target = (part.strip() for part in rest.partition("|"))
    segment = review.session.segment
    at = (segment.source.find(source), segment.target.find(target))
    if not bar or not source or not target or min(at) <= 0:
        yield _("Say how the second half begins on both sides: split 第二 | მეორე")
        return
    first, _second = review.project.structure.split(segment.id, *at, revision=segment.revision)
    review.session.go_to([first.id])
    yield _("Split in two.")
    yield from review.shown()


def _move(review: Review, rest: str) -> Lines:
    sides = {"source": Side.SOURCE, "translation": Side.TARGET}
    directions: dict[str, Literal["previous", "next"]] = {"up": "previous", "down": "next"}
    side, _blank, direction = rest.partition(" ")
    if side not in sides or direction.strip() not in directions:
        yield _("Say what moves, and where to: move translation up, or move source down")
        return
    segment = review.session.segment
    after = review.project.structure.shift(
        segment.id, sides[side], directions[direction.strip()], revision=segment.revision
    )
    review.session.go_to([after[0].id])
    yield _("Moved.")
    yield from review.shown()


ALIGNMENT = (
    Command(("merge",), "", _("Makes one segment of it and the next."), _merge),
    Command(("split",), _("SOURCE | TRANSLATION"), _("Cuts it before these words of both sides."), _split),
    Command(
        ("move",),
        _("SIDE up|down"),
        _("Gives its first or last paragraph to the neighbour: move translation up."),
        _move,
    ),
)
