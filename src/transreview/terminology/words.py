"""Terms of languages with spaces: whole words, compared by stem and then proved by lemma."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transreview.languages.stemming import SIMPLEMMA, lemma, stemmer
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Term, TermMatch

# Letters and digits, with marks; an apostrophe or hyphen separates (l'optique, contact-lens).
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
# What may stand between the words of one term: blanks, hyphens, an apostrophe.
_BETWEEN = re.compile(r"[\s\u00a0\u00ad\u200b-\u200d'’‐‑-]*")

# Terms are filed under so many letters of their first stem.
_BUCKET = 3

_SAME_LEMMA = 0.95
_SAME_STEM = 0.75
# A lemmatiser that knows one lemma of a form where there are two (очках: очко, очки) is overruled
# where the words differ in no more than an ending.
_LONGEST_ENDING = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: as it stands without case, its stem, and its span."""

    surface: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A term as words; `cased` is set for acronyms, which match only in capitals."""

    concept_id: str
    term: Term
    words: tuple[_Word, ...]
    cased: bool
    exact: bool


class WordIndex:
    """The terms of a language whose words are set apart by spaces.

    Words match when they are the same, or share a stem (Snowball) and are not known to belong to
    different lemmas (simplemma): "industries" is "industry", "industrial" is not. A language with
    neither is matched word for word. The hint `exact` asks for the form as it stands.

    Args:
        entries: Concept id and term.
        language: Its code.
    """

    def __init__(self, entries: Iterable[tuple[str, Term]], language: str) -> None:
        self._language = parse_tag(language).language
        self._stem_of: dict[str, str] = {}
        self._stemmer = stemmer(language)
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        for concept_id, term in entries:
            words = tuple(self._words(term.text))
            if words:
                cased = term.text.isupper() and len(term.text) > 1
                entry = _Entry(
                    concept_id=concept_id, term=term, words=words, cased=cased, exact="exact" in term.grammar
                )
                self._by_first[words[0].stem[:_BUCKET]].append(entry)

    def find_all(self, text: str) -> list[TermMatch]:
        """Return every term, also those inside others, in order of their starts."""
        if not self._by_first:
            return []
        words = self._words(text)
        found = []
        for at, word in enumerate(words):
            for entry in self._by_first.get(word.stem[:_BUCKET], ()):
                match = self._match(entry, words[at : at + len(entry.words)], text)
                if match:
                    found.append(match)
        return sorted(found, key=lambda match: (match.start, -match.end))

    def _match(self, entry: _Entry, words: Sequence[_Word], text: str) -> TermMatch | None:
        if len(words) < len(entry.words) or not _adjacent(words, text):
            return None
        start, end = words[0].start, words[-1].end
        if entry.cased and not text[start:end].isupper():
            return None
        confidence = min(self._likeness(a, b) for a, b in zip(entry.words, words, strict=True))
        if not confidence or (entry.exact and confidence < 1):
            return None
        return TermMatch(
            concept_id=entry.concept_id, term=entry.term, start=start, end=end, confidence=confidence
        )

    def _likeness(self, term: _Word, word: _Word) -> float:
        if term.surface == word.surface:
            return 1.0
        same_stem = term.stem == word.stem
        if not same_stem and not _related(term.stem, word.stem):
            return 0.0
        if self._language not in SIMPLEMMA:
            return _SAME_STEM if same_stem else 0.0
        ours, theirs = lemma(term.surface, self._language), lemma(word.surface, self._language)
        if ours == theirs:
            return _SAME_LEMMA if ours or same_stem else 0.0
        ending_only = _ending(term.surface, word.surface) <= _LONGEST_ENDING
        return _SAME_STEM if ending_only or (same_stem and not (ours and theirs)) else 0.0

    def _words(self, text: str) -> list[_Word]:
        words = []
        for match in _WORD.finditer(text):
            surface = unicodedata.normalize("NFKC", match[0].replace("\u00ad", "")).casefold()
            words.append(_Word(surface, self._stem(surface), *match.span()))
        return words

    def _stem(self, surface: str) -> str:
        stem = self._stem_of.get(surface)
        if stem is None:
            stem = self._stem_of[surface] = self._stemmer(surface)
        return stem


def _related(one: str, other: str) -> bool:
    """Whether two stems may be one that the stemmer cut twice (lens: "len", lenses: "lens")."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _BUCKET and longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def _ending(one: str, other: str) -> int:
    """Return how many letters the longer of two words has after what they begin with together."""
    letters = enumerate(zip(one, other, strict=False))
    shared = next((i for i, (a, b) in letters if a != b), min(len(one), len(other)))
    return max(len(one), len(other)) - shared


def _adjacent(words: Sequence[_Word], text: str) -> bool:
    return all(_BETWEEN.fullmatch(text, left.end, right.start) for left, right in pairwise(words))
