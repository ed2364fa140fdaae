"""Pairing: all signals of two sides, the list to add a signal to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from transreview.alignment.channels import Channel, equal_tokens
from transreview.alignment.meter import Meter
from transreview.alignment.sides import Side
from transreview.alignment.signals.characters import character_tokens, share_characters
from transreview.alignment.signals.keywords import keyword_tokens
from transreview.alignment.signals.latin import latin_tokens
from transreview.alignment.signals.layout import kind_tokens, marker_tokens
from transreview.alignment.signals.learned import learned_channel
from transreview.alignment.signals.lexicon import lexicon_channel
from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.signals.names import name_channel
from transreview.alignment.signals.numbers import number_tokens
from transreview.alignment.signals.tables import shifted_cells
from transreview.alignment.signals.terms import term_channel
from transreview.alignment.signals.ties import copy_tokens, tie_tokens

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary


def read_channels(
    left: Side,
    right: Side,
    glossary: Glossary | None,
    confirmed: Sequence[tuple[str, str]],
    meter: Meter,
) -> list[Channel]:
    """Return what every signal reads from two sides.

    Args:
        left: One side.
        right: The other.
        glossary: Terms to look for, if any.
        confirmed: Texts that translate each other, the left language first.
        meter: Told the share that is done.
    """
    sides = (left, right)
    both = (True, True)
    # Latin words in another script were left as they are; in a Latin one they are its own.
    foreign = (_is_foreign(left), _is_foreign(right))
    readers: list[Callable[[], Channel | None]] = [
        lambda: equal_tokens(
            "number", *([number_tokens(p, s.language) for p in s.folded] for s in sides), tells=both
        ),
        lambda: equal_tokens("latin", *([latin_tokens(p) for p in s.folded] for s in sides), tells=foreign),
        lambda: equal_tokens("tie", *(list(map(tie_tokens, s.pieces, s.marks)) for s in sides), tells=both),
        lambda: equal_tokens("keyword", *(keyword_tokens(s.folded, foreign=any(foreign)) for s in sides)),
        lambda: equal_tokens("copy", *(list(map(copy_tokens, s.pieces, s.marks, s.plain)) for s in sides)),
        lambda: equal_tokens("mark", *([mark_tokens(p, s.language) for p in s.pieces] for s in sides)),
        lambda: equal_tokens("marker", *(s.on_first([marker_tokens(u) for u in s.units]) for s in sides)),
        lambda: _kinds(left, right),
        lambda: equal_tokens("edge", left.edges(), right.edges()),
        lambda: _characters(left, right),
        lambda: lexicon_channel(left, right),
        lambda: name_channel(left, right),
        lambda: term_channel(left, right, glossary) if glossary else None,
        lambda: learned_channel(left, right, confirmed) if confirmed else None,
    ]
    channels = []
    for done, read in enumerate(readers, 1):
        channels.append(read())
        meter(done / len(readers))
    return [channel for channel in channels if channel is not None]


def _characters(left: Side, right: Side) -> Channel | None:
    """Return the Han characters of both sides; None where they are no shared script."""
    if not share_characters(left.language, right.language):
        return None
    return equal_tokens("character", *([character_tokens(p) for p in s.folded] for s in (left, right)))


def _kinds(left: Side, right: Side) -> Channel:
    """Return what each paragraph is, and where a cell stands."""
    moved = shifted_cells(left.units, right.units)
    tokens = (s.on_first(kind_tokens(s.units, cells)) for s, cells in zip((left, right), moved, strict=True))
    return equal_tokens("kind", *tokens)


def _is_foreign(side: Side) -> bool:
    """Whether Latin letters are foreign to a side's language."""
    return "Latn" not in side.language.scripts
