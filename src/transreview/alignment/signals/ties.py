"""Ties: what no translator changes, and so ties the units that share it: addresses, code, placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from transreview.formats.inline_marks import ADDRESS
from transreview.model.inline_mark import InlineMark, MarkKind

# What a tag is called or a footnote is numbered says nothing of where it stands.
_TIES = frozenset({MarkKind.CODE, MarkKind.LINK, MarkKind.IMAGE, MarkKind.PLACEHOLDER, MarkKind.ADDRESS})
# Where a name stands: in a link, beside a picture.
_NAMING = frozenset({MarkKind.LINK, MarkKind.IMAGE})
# A text that is copied whole ties too, unless it is so short that others are the same by chance; a lone
# picture (🧩) is no chance.
_SHORTEST = 2
# What a sentence, a bracket or a tag hangs on an address.
_HUNG_ON = "/.,;:)]}>'\"*_"
# A translation lies in another folder: its relative addresses begin elsewhere.
_RELATIVE = re.compile(r"(?:\.{0,2}/)+")


def tie_tokens(text: str, marks: Sequence[InlineMark]) -> set[str]:
    """Return what ties a text to the unit that holds the same.

    Args:
        text: A piece of a unit.
        marks: The marks in it.

    Returns:
        The address of each link and image, each code span and placeholder.
    """
    tokens = {_same(mark) for mark in marks if mark.kind in _TIES and mark.value}
    if "://" in text:
        # Those in the attributes of tags too.
        tokens.update(_address(found.group()) for found in ADDRESS.finditer(text))
    return tokens


def copy_tokens(text: str, marks: Sequence[InlineMark] = (), plain: str | None = None) -> set[str]:
    """Return what ties a text to one that is copied whole: itself, the words of its links and pictures.

    Args:
        text: A piece of a unit.
        marks: The marks in it.
        plain: The text in lower case with single blanks, if that is at hand.
    """
    found = {_plain(text) if plain is None else plain}
    found.update(_plain(text[slice(*mark.inner)]) for mark in marks if mark.kind in _NAMING and mark.inner)
    return {one for one in found if len(one) >= _SHORTEST or (one and category(one) == "So")}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _same(mark: InlineMark) -> str:
    value = mark.value.strip().casefold()
    if mark.kind in {MarkKind.LINK, MarkKind.IMAGE, MarkKind.ADDRESS}:
        return _address(value)
    return "`" + value


def _address(text: str) -> str:
    """Return what is the same of an address wherever a translation lies."""
    plain = text.casefold().rstrip(_HUNG_ON)
    begin = _RELATIVE.match(plain)
    return "@" + (plain[begin.end() :] if begin else plain)
