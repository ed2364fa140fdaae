"""One spelling for all the ways Georgian text can be encoded, with the way back to the original offsets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from transreview.lazy_patterns import lazy_pattern

VOWELS = "აეიოუ"
OPENING_QUOTES = "„“”\"«»‚‘’'"
CLOSING_QUOTES = "“”\"»«’‘'„"

# Mtavruli capitals U+1C90.., Asomtavruli U+10A0.. and Nuskhuri U+2D00.. all have
# Mkhedruli letters in the same order at U+10D0; str.lower() would send Asomtavruli to Nuskhuri.
_SPELLING: dict[int, str | None] = {
    **{0x1C90 + i: chr(0x10D0 + i) for i in range(0x2B)},
    **{0x1CBD + i: chr(0x10FD + i) for i in range(3)},
    **{0x10A0 + i: chr(0x10D0 + i) for i in range(0x26)},
    **{0x2D00 + i: chr(0x10D0 + i) for i in range(0x26)},
    0x2010: "-",
    0x2011: "-",
    0x00A0: " ",
    0x202F: " ",
    0x2007: " ",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_FOLDING = _SPELLING | {ord(c): None for c in _INVISIBLE}
_PLAIN = lazy_pattern(r"[ა-ჺ -~„“]*")  # nothing to fold
_MTAVRULI = {0x10D0 + i: chr(0x1C90 + i) for i in range(0x2B)} | {
    0x10FD + i: chr(0x1CBD + i) for i in range(3)
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its one spelling.

    Attributes:
        text: Mkhedruli, composed (NFC), plain hyphens and blanks, nothing invisible.
        starts: For each character of `text` where it starts in the original; None where
            offsets are the same.
        ends: Likewise where it ends.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of a span in the folded text, which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Return the text in its one spelling, without offsets."""
    if _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", text).translate(_FOLDING)


def fold_with_offsets(text: str) -> Folded:
    """Return the text in its one spelling and where each of its characters came from."""
    if _PLAIN.fullmatch(text):
        return Folded(text)
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not any(c in text for c in _INVISIBLE):
        return Folded(text.translate(_SPELLING))
    return _fold_by_cluster(text)


def _fold_by_cluster(text: str) -> Folded:
    """Fold base letters together with their combining marks, so that composing keeps offsets."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        folded = fold(text[start:end])
        letters.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
        start = end
    return Folded("".join(letters), tuple(starts), tuple(ends))


def is_georgian(text: str) -> bool:
    """Say whether a folded text has a letter of the Georgian alphabet."""
    return any("ა" <= c <= "ჿ" for c in text)


def is_mtavruli(text: str) -> bool:
    """Say whether all Georgian letters of a text are Mtavruli capitals."""
    georgian = [c for c in text if "\u10a0" <= c <= "\u10ff" or "\u1c90" <= c <= "\u1cbf"]
    return bool(georgian) and all("\u1c90" <= c <= "\u1cbf" for c in georgian)


def to_mtavruli(text: str) -> str:
    """Return the text with every Mkhedruli letter as a Mtavruli capital."""
    return text.translate(_MTAVRULI)


def syllables(word: str) -> int:
    """Count the syllables of a folded Georgian word: one a vowel."""
    return sum(c in VOWELS for c in word)
