"""Evidence: what the tokens of two sides say for each group of neighbouring units.

A token of one side is explained by a group of units of the other when one of them holds a
counterpart. What counts is not the match but its surprise: the likelihood ratio between a group that
translates the token's unit and a group drawn at random from the document, so that what matches
everywhere (的 and და, a company's name in every sentence) says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.tokens import Associations, Floats, Ints, Matrix, TokenTable
from transreview.alignment.weights import ChannelWeights

# Units of a block from which on a type that stands in more of them is a common one.
_COMMON = 8


@dataclass(slots=True, kw_only=True)
class _Direction:
    """One side's tokens with what the other side must hold to explain them.

    `start[t]:start[t + 1]` are the entries of `cause` and `chance` that can explain type t.
    """

    size: int
    first: Ints  # first occurrence of each unit in `type`, one more at the end
    type: Ints  # explainable occurrences only, by unit
    mean: Floats  # by type: how much of a random unit of the other side explains it
    weight: Floats
    miss: Floats
    floor: Floats
    effects_start: Ints  # by type of the OTHER side: the entries below that it explains
    effects: Ints
    strength: Floats
    other_first: Ints
    other_type: Ints
    presence: Floats  # by unit: what its tokens say whatever they are set against


class Evidence:
    """Log likelihood ratios of token matches, for any rectangle of the two sides."""

    def __init__(
        self,
        left: TokenTable,
        right: TokenTable,
        associations: Associations,
        weights: dict[str, ChannelWeights],
        presence: tuple[Floats, Floats] | None = None,
    ) -> None:
        table = [weights[name] for name in associations.channels]
        forward = (associations.left, associations.right, associations.forward)
        backward = (associations.right, associations.left, associations.backward)
        of_left, of_right = presence or (np.zeros(left.size), np.zeros(right.size))
        self._right = _direction(left, right, *forward, associations.channel, table, of_right)
        self._left = _direction(right, left, *backward, associations.channel, table, of_left)

    def of_right(self, rows: tuple[int, int], columns: tuple[int, int], sizes: int) -> list[Matrix]:
        """Return how well groups of left units explain each right unit.

        Args:
            rows: First left unit and one past the last.
            columns: First right unit and one past the last.
            sizes: Largest group of left units asked for.

        Returns:
            For each group size m a matrix [first left unit of the group, right unit].
        """
        return [block.T for block in _explain(self._right, rows, columns, sizes)]

    def of_left(self, rows: tuple[int, int], columns: tuple[int, int], sizes: int) -> list[Matrix]:
        """Return how well groups of right units explain each left unit.

        Returns:
            For each group size n a matrix [left unit, first right unit of the group].
        """
        return _explain(self._left, columns, rows, sizes)


def _direction(
    cause: TokenTable,
    effect: TokenTable,
    cause_type: Ints,
    effect_type: Ints,
    strength: Floats,
    channel: Ints,
    table: list[ChannelWeights],
    presence: Floats,
) -> _Direction:
    """Gather what explains the tokens of `effect` by those of `cause`."""
    types = effect.types
    share = cause.frequencies() / max(cause.size, 1)
    mean = np.zeros(types)
    np.add.at(mean, effect_type, strength * share[cause_type])
    explainable = np.zeros(types, bool)
    explainable[effect_type] = True
    of_type = np.zeros(types, np.int32)
    of_type[effect_type] = channel
    order = np.argsort(cause_type, kind="stable")
    starts = np.zeros(cause.types + 1, np.int64)
    np.cumsum(np.bincount(cause_type, minlength=cause.types), out=starts[1:])
    kept = explainable[effect.type]
    return _Direction(
        size=effect.size,
        first=np.searchsorted(effect.unit[kept], np.arange(effect.size + 1)).astype(np.int32),
        type=effect.type[kept],
        mean=mean,
        weight=np.array([w.weight for w in table] or [0.0])[of_type],
        miss=np.array([w.miss for w in table] or [0.0])[of_type],
        floor=np.array([w.floor for w in table] or [0.0])[of_type],
        effects_start=starts.astype(np.int32),
        effects=effect_type[order],
        strength=strength[order],
        other_first=np.searchsorted(cause.unit, np.arange(cause.size + 1)).astype(np.int32),
        other_type=cause.type,
        presence=presence,
    )


def _explain(side: _Direction, causes: tuple[int, int], units: tuple[int, int], sizes: int) -> list[Matrix]:
    """Return for each group size a matrix [unit, first cause] of summed log likelihood ratios.

    Most tokens match nothing in most groups: what that says is one figure a unit, and only where
    something matches is there more to reckon.
    """
    span, height = causes[1] - causes[0], units[1] - units[0]
    first = side.first[units[0] : units[1] + 1]
    present, local = np.unique(side.type[first[0] : first[-1]], return_inverse=True)
    presence = side.presence[units[0] : units[1]]
    if not len(present) or span <= 0:
        widths = (max(span - m, 0) for m in range(sizes))
        return [np.repeat(presence.astype(np.float32)[:, None], width, axis=1) for width in widths]
    hits = _hits(side, causes, present)
    where = _Places(local, first, presence)
    weight, miss, floor, mean = (
        values[present].astype(np.float32) for values in (side.weight, side.miss, side.floor, side.mean)
    )
    blocks: list[Matrix] = []
    group = hits
    for size in range(1, sizes + 1):
        if size > span:
            blocks.append(np.zeros((height, 0), np.float32))
            continue
        group = hits if size == 1 else group[:, :-1] + hits[:, size - 1 :]
        chance = np.minimum(mean * size, 1.0) + floor
        nothing = weight * np.log(miss + (1.0 - miss) * floor / chance)
        # Several times as fast as np.nonzero of the matrix itself.
        there = np.flatnonzero(group != 0)
        kind = there // group.shape[1]
        cause = there - kind * group.shape[1]
        ratio = (np.minimum(group[kind, cause], 1.0) + floor[kind]) / chance[kind]
        gained = weight[kind] * np.log(miss[kind] + (1.0 - miss[kind]) * ratio) - nothing[kind]
        blocks.append(where.sums(nothing, kind, cause, gained, (height, group.shape[1])))
    return blocks


class _Places:
    """In which units of a block each type stands."""

    def __init__(self, local: NDArray[np.intp], first: Ints, presence: Floats) -> None:
        unit = np.repeat(np.arange(len(first) - 1), np.diff(first))
        count = np.bincount(local)
        self._local, self._unit, self._presence = local, unit, presence
        # Types of many units are multiplied as a matrix, the others, which are most, added one by one.
        is_common = count > _COMMON
        common = np.flatnonzero(is_common)
        self._rank = np.full(len(count), -1)
        self._rank[common] = np.arange(len(common))
        often = is_common[local]
        self._common = np.zeros((len(first) - 1, len(common)))
        self._common[unit[often], self._rank[local[often]]] = 1.0
        self._by_type = unit[np.argsort(local, kind="stable")]
        self._start = np.cumsum(count) - count
        self._count = np.where(is_common, 0, count)

    def sums(
        self,
        nothing: Matrix,
        kind: NDArray[np.intp],
        cause: NDArray[np.intp],
        gained: Matrix,
        shape: tuple[int, int],
    ) -> Matrix:
        """Return [unit, cause]: `nothing` of all its types, and `gained` where a type is explained."""
        counts = self._count[kind]
        ends = np.cumsum(counts)
        place = np.repeat(self._start[kind] - (ends - counts), counts)
        place += np.arange(len(place))
        cell = self._by_type[place] * shape[1] + np.repeat(cause, counts)
        total = np.bincount(cell, weights=np.repeat(gained, counts), minlength=shape[0] * shape[1])
        base = self._presence + np.bincount(self._unit, weights=nothing[self._local], minlength=shape[0])
        rank = self._rank[kind]
        often = rank >= 0
        common = np.zeros((self._common.shape[1], shape[1]))
        common[rank[often], cause[often]] = gained[often]
        result: Matrix = (total.reshape(shape) + self._common @ common + base[:, None]).astype(np.float32)
        return result


def _hits(side: _Direction, causes: tuple[int, int], present: NDArray[np.int32]) -> Matrix:
    """Return [type, cause]: how strongly each unit of the other side explains each type present."""
    span = causes[1] - causes[0]
    bounds = side.other_first[causes[0] : causes[1] + 1]
    types = side.other_type[bounds[0] : bounds[-1]]
    unit = np.repeat(np.arange(span), np.diff(bounds))
    counts = side.effects_start[types + 1] - side.effects_start[types]
    total = int(counts.sum())
    offsets = np.repeat(side.effects_start[types] - (np.cumsum(counts) - counts), counts)
    entries = np.arange(total) + offsets
    effect = side.effects[entries]
    place = np.full(len(side.mean), -1)
    place[present] = np.arange(len(present))
    row = place[effect]
    kept = row >= 0
    cell = row[kept] * span + np.repeat(unit, counts)[kept]
    flat = np.bincount(cell, weights=side.strength[entries][kept], minlength=len(present) * span)
    return flat.reshape(len(present), span).astype(np.float32)
