"""Sides: the units of one language, cut into the pieces that the search works on.

Whatever is to be aligned, sentences are what the search aligns: a paragraph that was merged, torn or
cut short shows it in its sentences, and so does a unit that should be one sentence and holds two.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.signals.layout import SECTION
from transreview.alignment.tokens import Floats, Ints, Matrix
from transreview.formats.inline_marks import find_marks, marks_within
from transreview.languages import language as language_of
from transreview.languages.language import Language
from transreview.model.inline_mark import InlineMark, MarkKind
from transreview.model.unit import Unit, UnitKind

_CLAUSE_END = re.compile(r"[;；:：,，、]\s*|\s[–—]\s|——|\n")
# A sentence so many times as long as the typical one is cut further, if it has so many characters.
_OVERLONG, _SHORT = 4, 60
# A text of so many characters, with a letter, that stands on both sides was copied.
_NO_CHANCE, _LETTER = 10, re.compile(r"[^\W\d_]")
# A unit of more characters is a whole file on one line, not a paragraph: it is not cut, for its sentences
# would be held against all of the other side's.
_WHOLE_FILE = 100_000
# A character's name ends in a semicolon that ends nothing.
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});$")
_LONGEST_ENTITY = 10
_READ = frozenset({MarkKind.CODE, MarkKind.PLACEHOLDER, MarkKind.FORMULA})
# What no translator joins or tears.
_APART = frozenset({UnitKind.TITLE, UnitKind.HEADING, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL})
# Marks that end sentences in any language.
_STOPS = ".!?…。！？｡؟۔։।॥‼⁇⁈⁉;；\n\r"


@dataclass(slots=True, kw_only=True)
class Side:
    """The units of one language and their sentences, here called pieces.

    Attributes:
        units: Paragraphs or sentences in order.
        pieces: The sentences of all units; a unit without any is a piece of its own.
        folded: The same with compatibility forms folded (full-width digits and letters).
        first: First piece of each unit, and the number of pieces at the end.
        language: What is known of the language.
        lengths: Characters of each piece that are translated, a run of blanks counted once: layout
            must not count.
        plain: The pieces for comparing: in lower case, a run of blanks one blank.
        kept: Characters of each piece that are read as they are: code, placeholders, formulas. Addresses and
            tags have none: how they are written is no matter of language.
        marks: The inline marks of each piece.
    """

    units: Sequence[Unit]
    pieces: list[str]
    folded: list[str]
    first: Ints
    language: Language
    lengths: Floats
    plain: list[str]
    kept: Floats
    marks: list[tuple[InlineMark, ...]]

    @classmethod
    def of(cls, units: Sequence[Unit], language: str) -> Side:
        """Read the units.

        Args:
            units: Paragraphs or sentences in order.
            language: BCP 47 tag.
        """
        known = language_of(language)
        pieces, marks, first = _cut(units, known)
        folded = [unicodedata.normalize("NFKC", piece) for piece in pieces]
        untranslated = np.array([_characters(found) for found in marks], np.float64)
        spaced = [" ".join(piece.split()) for piece in pieces]
        lengths = np.array([len(text) for text in spaced], np.float64)
        return cls(
            units=units,
            pieces=pieces,
            folded=folded,
            first=np.array(first, np.int32),
            language=known,
            lengths=np.maximum(lengths - untranslated, 0.0),
            plain=[text.casefold() for text in spaced],
            kept=np.array([_kept(found) for found in marks], np.float64),
            marks=marks,
        )

    def on_first(self, tokens: Sequence[set[str]]) -> list[set[str]]:
        """Return tokens of units as tokens of their first pieces."""
        placed: list[set[str]] = [set() for _ in self.pieces]
        for piece, found in zip(self.first[:-1].tolist(), tokens, strict=True):
            placed[piece] = found
        return placed

    def by_text(self) -> dict[str, int]:
        """Return the piece of each text that stands once and is so long that its like is no chance."""
        counts = Counter(self.plain)
        return {
            text: place
            for place, text in enumerate(self.plain)
            if len(text) >= _NO_CHANCE and counts[text] == 1 and _LETTER.search(text)
        }

    def edges(self) -> list[set[str]]:
        """Return for each piece whether it begins its paragraph and whether it ends it."""
        number = np.repeat([unit.paragraph for unit in self.units], np.diff(self.first))
        changes = np.ones(len(number) + 1, bool)
        changes[1:-1] = number[1:] != number[:-1]
        return [
            {"first" if begins else "later", "last" if ends else "earlier"}
            for begins, ends in zip(changes[:-1].tolist(), changes[1:].tolist(), strict=True)
        ]

    def seams(self) -> Matrix:
        """Return for each piece 1 where an item, heading, section or cell begins right behind another one."""
        apart = np.array([unit.kind in _APART or bool(SECTION.match(unit.text)) for unit in self.units], bool)
        seams = np.zeros(len(self.pieces) + 1, np.float32)
        seams[self.first[1:-1]] = apart[1:] & apart[:-1]
        return seams


def copies(left: Side, right: Side) -> NDArray[np.int64]:
    """Return the pairs (left piece, right piece) of one text that each side has once."""
    places = right.by_text()
    pairs = [(place, places[text]) for text, place in left.by_text().items() if text in places]
    return np.array(pairs, np.int64).reshape(-1, 2)


def _kept(marks: Sequence[InlineMark]) -> int:
    """Return how many characters of a piece are read but not translated."""
    return _characters([mark for mark in marks if mark.kind in _READ]) if marks else 0


def _characters(marks: Sequence[InlineMark]) -> int:
    """Return how many characters of a piece its marks take that are not translated."""
    taken, reached = 0, 0
    for mark in marks:
        # A mark inside another's text (a code span in a link) takes some of what counted as text.
        inner = 0 if mark.inner is None else mark.inner[1] - mark.inner[0]
        taken += max(mark.end - max(mark.start, reached), 0) - inner if mark.start >= reached else 0
        if mark.inner is None:
            reached = max(reached, mark.end)
    return taken


Piece = tuple[str, tuple[InlineMark, ...]]


def _cut(
    units: Sequence[Unit], language: Language
) -> tuple[list[str], list[tuple[InlineMark, ...]], list[int]]:
    """Return the sentences of all units, their marks, and the number of the first of each unit."""
    cuts = [_sentences(unit, language) for unit in units]
    typical = float(np.median([len(text) for cut in cuts for text, _marks in cut])) if cuts else 0.0
    limit = max(_OVERLONG * typical, _SHORT)
    pieces: list[Piece] = []
    first = [0]
    for cut in cuts:
        for sentence in cut:
            pieces += _clauses(sentence, limit) if limit < len(sentence[0]) <= _WHOLE_FILE else [sentence]
        first.append(len(pieces))
    return [text for text, _marks in pieces], [marks for _text, marks in pieces], first


def _sentences(unit: Unit, language: Language) -> list[Piece]:
    """Return the sentences of a unit; what ends inside a mark (a stop in an address) is no sentence."""
    text = unit.text
    if len(text) > _WHOLE_FILE:
        return [(text, ())]
    marks = unit.marks or find_marks(text)  # those of HTML and Word stand beside the text
    # Most sentences that are units of their own have no stop but the last: nothing to look for.
    spans = language.sentences(text) if _inner_stop(language).search(text) else []
    if len(spans) < 2:
        return [(text, marks)]
    ordered = sorted(marks, key=lambda mark: mark.start)
    starts = [mark.start for mark in ordered]
    reach = list(accumulate((mark.end for mark in ordered), max))
    joined = [list(spans[0])]
    for start, end in spans[1:]:
        before = joined[-1][1]
        opened = bisect_left(starts, before)
        is_inside = opened > 0 and reach[opened - 1] > before
        if is_inside or _ENTITY.search(text, max(before - _LONGEST_ENTITY, 0), before):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [(text[start:end], marks_within(marks, start, end)) for start, end in joined]


@cache
def _inner_stop(language: Language) -> re.Pattern[str]:
    """Return what a text of two sentences has somewhere before its end: a final mark, or a line's end."""
    marks = re.escape("".join(sorted({*_STOPS, *language.final_marks})))
    return re.compile(rf"[{marks}](?=[^{marks}]*\w)")


def _clauses(sentence: Piece, limit: float) -> list[Piece]:
    """Cut what no full stop divides: at semicolons and commas, into pieces of up to `limit` if there are any.

    A text whose full stops were lost may have to be aligned with a dozen sentences.
    """
    text, marks = sentence
    spans, start, end = [], 0, 0
    for match in _CLAUSE_END.finditer(text):
        if any(mark.start < match.end() < mark.end for mark in marks):
            continue
        if match.end() - start > limit and end > start:
            spans.append((start, end))
            start = end
        end = match.end()
    if len(text) - start > limit and end > start:
        spans.append((start, end))
        start = end
    if text[start:].strip():
        spans.append((start, len(text)))
    return [(text[start:end], marks_within(marks, start, end)) for start, end in spans]
