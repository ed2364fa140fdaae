"""Cutting the characters of a file where the text that was read of them is cut."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from transreview.formats.html_inline import read_inline
from transreview.formats.html_tokens import TokenKind

_SKIPPED = re.compile(r"(?:\\(?=\r?\n)|\r?\n[ \t>]*|[ \t\r\n\f\u3000])*")
_ENTITY = re.compile(r"&#?\w{1,40};")


def cut_raw(raw: str, text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[str, str, str]] | None:
    """Return the characters of a file for parts of the text that was read of them.

    Args:
        raw: Characters of the file: hard-wrapped lines, or HTML.
        text: What was read of them.
        spans: Parts of the text, in order, with nothing but blanks between them.

    Returns:
        For each part what stands before it, its characters, and what stands behind it when it is
        the last; put together they are `raw`. None where the two do not go together, or there is
        nothing to cut.
    """
    if len(spans) < 2:
        return None
    places = same_letters(raw, text)
    if places is None:
        places = _html_letters(raw, text)
    if places is None:
        return None
    cuts = [places[start] for start, _stop in spans]
    cuts[0] = 0
    ends = [places[stop - 1] + 1 for _start, stop in spans]
    ends[-1] = len(raw)
    # Signs of the file between two sentences (closing tags, a wrapped line's indent) go with the
    # blank that parts them, so that a sentence's own characters begin and end with its text.
    parts, at = [], 0
    for start, end in zip(cuts, ends, strict=True):
        if start < at:
            return None
        parts.append((raw[at:start], raw[start:end], ""))
        at = end
    return [*parts[:-1], (parts[-1][0], parts[-1][1], raw[at:])]


def same_letters(raw: str, text: str, *, entities: bool = False) -> list[int] | None:
    """Return where each character of a text stands in lines that differ from it by blanks alone.

    Signs of quotations at the beginning of a line and a hard break's backslash are blanks here.

    Args:
        raw: The lines.
        text: The text.
        entities: Characters may be written as entities.

    Returns:
        A place for each character, None where they differ by more.
    """
    places, at = [], 0
    for character in text:
        if character in " \t\n":
            places.append(at)
            continue
        at = _SKIPPED.match(raw, at).end()  # type: ignore[union-attr]
        entity = _ENTITY.match(raw, at) if entities else None
        if entity and html.unescape(entity[0]) == character:
            places.append(at)
            at = entity.end()
            continue
        if at == len(raw) or raw[at] != character:
            return None
        places.append(at)
        at += 1
    return places if not raw[at:].strip() else None


def _html_letters(raw: str, text: str) -> list[int] | None:
    """Return where each character of a text stands in HTML; None where a piece is not letter by letter."""
    pieces = read_inline(raw, text) if "<" in raw or "&" in raw else None
    if pieces is None:
        return None
    places: list[int] = []
    for piece in pieces:
        if piece.kind is not TokenKind.TEXT:
            places += [piece.start] * len(piece.text)
            continue
        own = raw[piece.start : piece.end]
        inside = same_letters(own, piece.text, entities=True) if piece.text.strip() else [0] * len(piece.text)
        if inside is None:
            return None
        places += [piece.start + place for place in inside]
    return places if len(places) == len(text) else None
