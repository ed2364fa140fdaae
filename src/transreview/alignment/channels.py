"""Channels: the tokens of both sides that one kind of signal looks at, and which of them go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

import numpy as np

from transreview.alignment.tokens import Associations, Floats, Ints, TokenTable


@dataclass(slots=True)
class Channel:
    """One kind of signal, read from both sides.

    Attributes:
        name: Its name among the weights.
        left: Its tokens on the left side.
        right: Its tokens on the right side.
        pairs: Type on the left and type on the right, for each pair that can translate each other.
        forward: Probability of the right type where the left one is translated, for each pair.
        backward: Probability of the left type given the right one.
        tells: Whether it says anything of a left unit, and of a right one, that a token of it is met
            nowhere on the other side.
    """

    name: str
    _: KW_ONLY
    left: TokenTable
    right: TokenTable
    pairs: Ints
    forward: Floats
    backward: Floats
    tells: tuple[bool, bool] = (False, False)


def equal_tokens(
    name: str,
    left: Sequence[set[str]],
    right: Sequence[set[str]],
    *,
    tells: tuple[bool, bool] = (False, False),
) -> Channel:
    """Return the channel of tokens that are the same on both sides.

    Args:
        name: Name among the weights.
        left: Tokens of each left unit.
        right: Tokens of each right unit.
        tells: Whether a token that is met nowhere on the other side says anything, by side.
    """
    left_types: dict[str, int] = {}
    right_types: dict[str, int] = {}
    left_table = number_tokens_of(left, left_types)
    right_table = number_tokens_of(right, right_types)
    pairs = [(a, right_types[token]) for token, a in left_types.items() if token in right_types]
    sure = np.ones(len(pairs))
    numbers = np.array(pairs, np.int32).reshape(-1, 2)
    return Channel(
        name, left=left_table, right=right_table, pairs=numbers, forward=sure, backward=sure, tells=tells
    )


def number_tokens_of(units: Sequence[set[str]], types: dict[str, int]) -> TokenTable:
    """Number the tokens of all units in the order they are met, and remember the numbers in `types`."""
    unit: list[int] = []
    kind: list[int] = []
    for index, tokens in enumerate(units):
        # Sorted, because the order of a set differs from run to run, and sums of floats with it.
        for token in sorted(tokens) if len(tokens) > 1 else tokens:
            number = types.get(token)
            if number is None:
                number = types[token] = len(types)
            kind.append(number)
        unit += [index] * len(tokens)
    return TokenTable(len(units), len(types), np.array(unit, np.int32), np.array(kind, np.int32))


def join(channels: Sequence[Channel], rows: int, columns: int) -> tuple[TokenTable, TokenTable, Associations]:
    """Put all channels into one table of tokens for each side.

    Args:
        channels: Each with its own numbering of types.
        rows: Left units.
        columns: Right units.

    Returns:
        Left tokens, right tokens, and their associations in the common numbering.
    """
    left_offsets = np.cumsum([0, *(channel.left.types for channel in channels)])
    right_offsets = np.cumsum([0, *(channel.right.types for channel in channels)])
    corners = np.column_stack([left_offsets, right_offsets])
    pairs = [channel.pairs + corner for channel, corner in zip(channels, corners, strict=False)]
    joined = np.concatenate([np.zeros((0, 2), np.int64), *pairs])
    associations = Associations(
        left=joined[:, 0].astype(np.int32),
        right=joined[:, 1].astype(np.int32),
        forward=np.concatenate([np.zeros(0), *(channel.forward for channel in channels)]),
        backward=np.concatenate([np.zeros(0), *(channel.backward for channel in channels)]),
        channel=np.repeat(np.arange(len(channels)), [len(c.pairs) for c in channels]).astype(np.int32),
        channels=tuple(channel.name for channel in channels),
    )
    left = _joined([channel.left for channel in channels], left_offsets.tolist(), rows)
    right = _joined([channel.right for channel in channels], right_offsets.tolist(), columns)
    return left, right, associations


def _joined(tables: list[TokenTable], offsets: list[int], size: int) -> TokenTable:
    unit = np.concatenate([np.zeros(0, np.int32), *(table.unit for table in tables)])
    kind = np.concatenate(
        [np.zeros(0, np.int32), *(t.type + np.int32(o) for t, o in zip(tables, offsets, strict=False))]
    )
    order = np.argsort(unit, kind="stable")
    return TokenTable(size, offsets[-1], unit[order], kind[order])
