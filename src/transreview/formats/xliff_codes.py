"""Inline marks of our texts as the inline codes of XLIFF, and back again to the character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from transreview.formats.inline_marks import find_marks, untranslated
from transreview.formats.xml_reading import attribute, children, inline_tag, local_name

KIND = "x-transreview"
"""`ctype` of our codes in XLIFF 1.2."""

DATA = "transreview-"
"""How the names of our original data begin in XLIFF 2."""

_DELETED = "x-sdl-deleted"  # what a reviewer has struck out in Trados; readers see what is left


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: words, or a code that no tool shall translate.

    Attributes:
        text: Its characters.
        code: Number of the code, 0 for words; the same in source and translation.
    """

    text: str
    code: int = 0


def pieces(source: str, target: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts cut into words and codes; a code that both have has one number.

    Args:
        source: The source.
        target: Its translation.
    """
    numbers: dict[tuple[str, int], int] = {}
    return _cut(source, numbers), _cut(target, numbers)


def _cut(text: str, numbers: dict[tuple[str, int], int]) -> list[Piece]:
    found: list[Piece] = []
    seen: Counter[str] = Counter()
    at = 0
    for start, end in sorted(untranslated(find_marks(text))):
        if start < at or start == end:
            continue
        if start > at:
            found.append(Piece(text[at:start]))
        raw = text[start:end]
        seen[raw] += 1
        found.append(Piece(raw, numbers.setdefault((raw, seen[raw]), len(numbers) + 1)))
        at = end
    return [*found, *([Piece(text[at:])] if at < len(text) else [])]


def shown_text(element: etree._Element) -> str:
    """Return an element's text: our own codes as they were, those of others as tags."""
    return "".join(_parts(element))


def _parts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local_name(child) and attribute(child, "mtype") != _DELETED:
            own = _own_code(child)
            if own is not None:
                yield own
            else:
                opening, closing = inline_tag(child)
                yield opening
                if closing or not opening:
                    yield from _parts(child)
                yield closing
        yield child.tail or ""


def _own_code(element: etree._Element) -> str | None:
    """Return what a code of ours stands for, None for a code of others."""
    if local_name(element) != "ph":
        return None
    if attribute(element, "ctype") == KIND:
        return element.text or ""
    name = attribute(element, "dataRef")
    if not name.startswith(DATA):
        return None
    unit = next((one for one in element.iterancestors() if local_name(one) == "unit"), None)
    for group in [] if unit is None else children(unit, "originalData"):
        for data in children(group, "data"):
            if attribute(data, "id") == name:
                return data.text or ""
    return None
