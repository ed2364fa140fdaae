"""The rows that the pairs of a bilingual file become: a segment for each plural form of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transreview.model.bead import Bead
from transreview.model.finding import Side
from transreview.model.pair import Pair
from transreview.model.segment import Lock, Status
from transreview.model.unit import Unit
from transreview.project.pairs import data_of
from transreview.project.store import Row, Store
from transreview.project.sums import sum_of

INSERT_PAIR = "INSERT INTO pair (segment_id, identity, form, forms, data, sum) VALUES (?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One segment to be made of a pair.

    Attributes:
        pair: The pair.
        form: Which plural form, from 0.
        source: Its source text: the singular for the first form, the plural for the others.
        target: Its translation.
    """

    pair: Pair
    form: int
    source: str
    target: str


def forms_of(pairs: Sequence[Pair]) -> list[Form]:
    """Return a segment to be for each plural form of each pair; pairs without any text are left out."""
    found = []
    for pair in pairs:
        for form, target in enumerate(pair.forms):
            source = pair.source if form == 0 or not pair.source_plural else pair.source_plural
            if source.strip() or target.strip():
                found.append(Form(pair=pair, form=form, source=source, target=target))
    return found


def units_of(forms: Sequence[Form]) -> tuple[list[Unit], list[Unit], list[Bead]]:
    """Return source units, target units and their alignment, one to one where both sides have text."""
    source, target, beads = list[Unit](), list[Unit](), list[Bead]()
    for number, one in enumerate(forms):
        ours: tuple[int, ...] = ()
        theirs: tuple[int, ...] = ()
        if one.source.strip():
            ours = (len(source),)
            source.append(Unit(one.source, paragraph=number, line=one.pair.line))
        if one.target.strip():
            theirs = (len(target),)
            target.append(Unit(one.target, paragraph=number, line=one.pair.target_line or one.pair.line))
        beads.append(Bead(ours, theirs, fixed=True))
    return source, target, beads


def names_of(forms: Sequence[Form]) -> dict[Side, list[str]]:
    """Return what its file calls each unit of `units_of`, by side."""
    return {
        Side.SOURCE: [_name(one.pair.identity, one.form) for one in forms if one.source.strip()],
        Side.TARGET: [_name(one.pair.identity, one.form) for one in forms if one.target.strip()],
    }


def pair_names(store: Store, article_id: int) -> dict[int, str]:
    """Return the same of an article's segments, by their numbers."""
    found = store.all(
        "SELECT pair.segment_id, identity, form FROM pair JOIN segment ON segment.id = pair.segment_id"
        " WHERE article_id = ?",
        (article_id,),
    )
    return {segment_id: _name(identity, form) for segment_id, identity, form in found}


def _name(identity: str, form: int) -> str:
    return f"{form}:{identity}"


def pair_rows(forms: Sequence[Form], first: int) -> Iterator[Row]:
    """Yield a row of `INSERT_PAIR` for each segment, the first of which has the number `first`."""
    for index, one in enumerate(forms):
        data = data_of(one.pair)
        identity = one.pair.identity
        yield (first + index, identity, one.form, len(one.pair.forms), data, sum_of((identity, data)))


def state_of(pair: Pair, target: str) -> tuple[Status, bool, Lock]:
    """Return status, flag and lock that a segment begins with, as its file says.

    Args:
        pair: The pair.
        target: The translation of the segment.
    """
    status = pair.status or Status.MACHINE
    if not target.strip():
        status = Status.MACHINE
    return status, pair.needs_work, Lock.FILE if pair.locked else Lock.NONE
