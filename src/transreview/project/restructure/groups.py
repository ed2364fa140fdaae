"""Putting units into new groups without losing a word of what a reviewer wrote (pure, no database)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field

from transreview.model.segment import Status
from transreview.project.joiner import BLANK_LINE, Joiner
from transreview.project.restructure.present import Present, UnitRow, join_rows, separator, spans_of

_ORDER = list(Status)


@dataclass(slots=True, eq=False, kw_only=True)
class Piece:
    """A stretch of a present segment's text that goes into a new one whole.

    Attributes:
        present: The segment it comes from; None for the text of a unit that was in none.
        start: First character in that segment's text.
        end: One past its last character.
        text: The characters, blanks around them left out.
        first: First unit it stands for, if any.
        last: Last unit it stands for.
        offset: Where it begins in the new text.
    """

    present: Present | None
    start: int
    end: int
    text: str
    first: UnitRow | None = None
    last: UnitRow | None = None
    offset: int = 0


@dataclass(slots=True, eq=False)
class Group:
    """A segment to be: units, and what follows from the segments they come from.

    Attributes:
        source: Its source units in order.
        target: Its units of the machine translation in order.
        reference: Its reference units in order.
        confidence: How sure the alignment is.
        crossed: Whether it stands in swapped order against a neighbour.
        fixed: Whether a person made it.
        vouched: Whether what a person confirmed in it still stands, as after a merge or a split:
            the same words beside the same words. Otherwise it drops to edited.
        pieces: What its target text is put together from; worked out when None.
        source_pieces: The same of its source text.
        heirs: The present segments that any of it comes from.
        claims: The present segment whose number and comments it takes over.
    """

    source: list[UnitRow]
    target: list[UnitRow]
    _: KW_ONLY
    confidence: float = 1.0
    crossed: bool = False
    fixed: bool = True
    vouched: bool = False
    reference: list[UnitRow] = field(default_factory=list)
    pieces: list[Piece] | None = None
    source_pieces: list[Piece] = field(default_factory=list)
    heirs: list[Present] = field(default_factory=list)
    claims: Present | None = None

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units of both translated sides."""
        return frozenset(unit.id for unit in (*self.source, *self.target))


class Grouping:
    """How present segments become new ones; every unit of the present is in exactly one group.

    Args:
        presents: The present segments in order.
        groups: The new ones in order; reference units, pieces, heirs and claims are filled in here.
        joiner: What joins the units of the article.
    """

    def __init__(self, presents: Sequence[Present], groups: Sequence[Group], joiner: Joiner) -> None:
        self.presents = presents
        self.groups = groups
        self._joiner = joiner
        self._group_of = {unit: group for group in groups for unit in group.unit_ids}
        self._home = {
            unit.id: (present, index)
            for present in presents
            for units in (present.source, present.target)
            for index, unit in enumerate(units)
        }
        self._rank = {id(present): rank for rank, present in enumerate(presents)}
        self._claimed = self._claims()
        self._unspoken = self._without_machine_text()
        self._place_references()
        for group in groups:
            if self.is_same(group):
                continue
            group.source_pieces = self._source_pieces(group)
            if group.pieces is None:
                group.pieces = self._target_pieces(group)
            found = {id(p.present): p.present for p in (*group.source_pieces, *group.pieces) if p.present}
            group.heirs = sorted(found.values(), key=lambda present: self._rank[id(present)])

    def anchor(self, present: Present) -> Group | None:
        """Return the group that a segment's first unit went to: whoever claims it, else its next of kin."""
        group = self._claimed.get(id(present))
        units = [unit.id for unit in (*present.source, *present.target)]
        if present.anchor is not None:
            units.append(present.anchor)
        return group or next((self._group_of[unit] for unit in units if unit in self._group_of), None)

    def is_same(self, group: Group) -> bool:
        """Whether a group is a present segment unchanged."""
        claimed = group.claims
        if claimed is None or claimed.renewed:
            return False
        return group.unit_ids == claimed.unit_ids

    def source_text(self, group: Group) -> str:
        """Return the source text of a group."""
        return join_rows(group.source, self._joiner.between_source)

    def machine_text(self, group: Group) -> str:
        """Return the machine translation of a group."""
        return join_rows(group.target, self._joiner.between_target)

    def target_text(self, group: Group) -> str:
        """Return the present text of a group, and note in its pieces where each begins."""
        return _put_together(group.pieces or [], self._joiner.between_target)

    def reference_text(self, group: Group) -> str | None:
        """Return the reference translation of a group, or None."""
        return join_rows(group.reference, self._joiner.between_target) or None

    def _claims(self) -> dict[int, Group]:
        """Let each present segment live on in the first group, from its first unit on, that is free."""
        claimed = {id(group.claims): group for group in self.groups if group.claims is not None}
        for present in self.presents:
            if id(present) in claimed:
                continue
            for unit in (*present.source, *present.target):
                group = self._group_of.get(unit.id)
                if group is not None and group.claims is None:
                    group.claims = present
                    claimed[id(present)] = group
                    break
        return claimed

    def _without_machine_text(self) -> dict[int, list[Present]]:
        """Return, by group, the segments whose text no unit of the machine translation stands for."""
        found: dict[int, list[Present]] = {}
        for present in self.presents:
            if not present.target and present.row["target"]:
                found.setdefault(id(self.anchor(present)), []).append(present)
        return found

    def _place_references(self) -> None:
        """Let reference units follow the source units that they stand beside."""
        for present in self.presents:
            anchors = present.source or present.target
            count = len(present.reference)
            for index, unit in enumerate(present.reference):
                group = self._group_of.get(anchors[index * len(anchors) // count].id) if anchors else None
                group = group or self.anchor(present)
                if group is not None:
                    group.reference.append(unit)

    def _source_pieces(self, group: Group) -> list[Piece]:
        """Return the runs of units that came from one segment, with their place in its source text."""
        pieces = []
        for present, units in self._runs(group.source):
            if present is not None:
                spans = spans_of(present.source, self._joiner.between_source)
                first, last = self._home[units[0].id][1], self._home[units[-1].id][1]
                start, end = spans[first][0], spans[last][1]
                text = join_rows(units, self._joiner.between_source)
                pieces.append(
                    Piece(present=present, start=start, end=end, text=text, first=units[0], last=units[-1])
                )
        _put_together(pieces, self._joiner.between_source)
        return pieces

    def _target_pieces(self, group: Group) -> list[Piece]:
        """Return what the target text is made of: runs of units, and text that no unit stands for."""
        pieces = []
        for present, units in self._runs(group.target):
            if present is None:
                text = join_rows(units, self._joiner.between_target)
                pieces.append(
                    Piece(present=None, start=0, end=len(text), text=text, first=units[0], last=units[-1])
                )
                continue
            spans = present.target_spans(self._joiner.between_target)
            first, last = self._home[units[0].id][1], self._home[units[-1].id][1]
            piece = trimmed(present, spans[first][0], spans[last][1])
            piece.first, piece.last = units[0], units[-1]
            pieces.append(piece)
        unspoken = self._unspoken.get(id(group), ())
        sources = {id(self._home[unit.id][0]) for unit in group.source if unit.id in self._home}
        if unspoken and sources <= {id(present) for present in unspoken}:
            # A machine translation that came after the reviewer's text does not come beside it.
            pieces = [piece for piece in pieces if piece.present is not None]
        for present in unspoken:
            self._insert(pieces, trimmed(present, 0, len(present.row["target"])))
        return pieces

    def _insert(self, pieces: list[Piece], piece: Piece) -> None:
        """Put text that no machine translation stands for at its segment's place among the others."""
        rank = self._rank[id(piece.present)]
        place = next(
            (i for i, other in enumerate(pieces) if other.present and self._rank[id(other.present)] > rank),
            len(pieces),
        )
        pieces.insert(place, piece)

    def _runs(self, units: Sequence[UnitRow]) -> list[tuple[Present | None, list[UnitRow]]]:
        """Return stretches of units that followed one another in one segment."""
        runs: list[tuple[Present | None, list[UnitRow]]] = []
        for unit in units:
            present, index = self._home.get(unit.id, (None, 0))
            follows = runs and runs[-1][0] is present is not None
            if follows and self._home[runs[-1][1][-1].id][1] + 1 == index:
                runs[-1][1].append(unit)
                continue
            runs.append((present, [unit]))
        return runs


def trimmed(present: Present, start: int, end: int) -> Piece:
    """Return a stretch of a segment's target text without the blanks around it."""
    whole = present.row["target"][start:end]
    start += len(whole) - len(whole.lstrip())
    text = whole.strip()
    return Piece(present=present, start=start, end=start + len(text), text=text)


def status_of(group: Group, target: str, machine: str) -> Status:
    """Return how far a new segment has come: as far as the least advanced it is made of.

    Args:
        group: The new segment.
        target: Its text.
        machine: Its machine translation.
    """
    if not target and not machine:
        return Status.MACHINE
    lowest = min((_ORDER.index(Status(present.row["status"])) for present in group.heirs), default=0)
    status = _ORDER[lowest]
    if status.is_done and not group.vouched:
        status = Status.EDITED
    return Status.EDITED if status is Status.MACHINE and target != machine else status


def _put_together(pieces: Sequence[Piece], between: str) -> str:
    """Return the pieces as one text, and note in each where it begins."""
    text = ""
    before: Piece | None = None
    for piece in pieces:
        if not piece.text:
            piece.offset = len(text)
            continue
        if before is not None:
            text += _between(before, piece, between)
        piece.offset = len(text)
        text += piece.text
        before = piece
    return text


def _between(before: Piece, after: Piece, between: str) -> str:
    if before.last is not None and after.first is not None:
        return separator(before.last, after.first, between)
    left = before.present.source[-1:] if before.present else []
    right = after.present.source[:1] if after.present else []
    if left and right and left[0].paragraph == right[0].paragraph:
        return between
    return BLANK_LINE
