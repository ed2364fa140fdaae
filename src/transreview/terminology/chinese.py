"""Chinese terms in a text: leftmost-longest over folded characters, in one pass of an automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from transreview.languages.chinese.word_bounds import is_of_two_words
from transreview.model.glossary import Term, TermMatch
from transreview.terminology.chinese_folding import Folded, fold

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Hit = tuple[int, int, int]

# Stands in no term, and folding leaves it alone.
_SEPARATOR = "\x00"

# A single character is often a part of a longer word that the glossary does not have.
_ONE_CHARACTER = 0.8
# A term of so many may end one word and begin the next; of longer ones that is hardly met.
_SHORT = 2
# Blanks inside a word are layout, or two words that a list sets side by side.
_BLANK_INSIDE = 0.9


@dataclass(frozen=True, slots=True)
class _Guard:
    """What keeps a pattern from matching: longer words around it, or Latin letters at its edge."""

    words: tuple[tuple[str, int], ...]
    latin_start: bool
    latin_end: bool

    def allows(self, text: str, start: int, end: int) -> bool:
        if self.latin_start and start and _is_latin(text[start - 1]):
            return False
        if self.latin_end and end < len(text) and _is_latin(text[end]):
            return False
        return not any(text.startswith(word, start - at) for word, at in self.words if start >= at)


class ChineseIndex:
    """All Chinese terms of a glossary, ready to be found.

    Args:
        entries: Concept id and term. A hint `not-in=WORD` keeps a term from matching inside WORD:
            会长 with `not-in=会长期` is not found in 将会长期存在.
    """

    def __init__(self, entries: Iterable[tuple[str, Term]]) -> None:
        self._entries: dict[str, list[tuple[str, Term]]] = defaultdict(list)
        listed = list(entries)
        # Folded all at once: thousands of calls would cost more than the folding.
        folded = fold(_SEPARATOR.join(term.text.replace(_SEPARATOR, "") for _id, term in listed)).text
        for pattern, entry in zip(folded.split(_SEPARATOR), listed, strict=False):
            if pattern.strip():
                self._entries[pattern.strip()].append(entry)
        self._patterns = list(self._entries)
        self._guards = {i: g for i, pattern in enumerate(self._patterns) if (g := self._guard(pattern))}

    def find(self, text: str) -> list[TermMatch]:
        """Return the longest terms from the left, in order."""
        folded = fold(text)
        if not self._patterns:
            return []
        hits: list[Hit] = self._longest_automaton.find_matches_as_indexes(folded.text)
        if not all(self._allows(hit, folded.text) for hit in hits):
            hits = _leftmost_longest(self._allowed_hits(folded.text))
        return self._matches(hits, folded, text)

    def find_all(self, text: str) -> list[TermMatch]:
        """Return every term, also those inside others, in order of their starts."""
        folded = fold(text)
        return self._matches(self._allowed_hits(folded.text), folded, text) if self._patterns else []

    @cached_property
    def _longest_automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _every_automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._patterns)

    def _guard(self, pattern: str) -> _Guard | None:
        hints = [hint for _concept, term in self._entries[pattern] for hint in term.grammar]
        latin_start, latin_end = _is_latin(pattern[0]), _is_latin(pattern[-1])
        if not (hints or latin_start or latin_end):
            return None
        longer = [fold(hint.removeprefix("not-in=")).text for hint in hints if hint.startswith("not-in=")]
        words = tuple((word, word.index(pattern)) for word in longer if pattern in word)
        return _Guard(words, latin_start, latin_end) if words or latin_start or latin_end else None

    def _allows(self, hit: Hit, text: str) -> bool:
        number, start, end = hit
        guard = self._guards.get(number)
        if guard is not None and not guard.allows(text, start, end):
            return False
        return end - start != _SHORT or not is_of_two_words(text, start)

    def _allowed_hits(self, text: str) -> list[Hit]:
        hits = self._every_automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted((hit for hit in hits if self._allows(hit, text)), key=lambda hit: (hit[1], -hit[2]))

    def _matches(self, hits: Sequence[Hit], folded: Folded, text: str) -> list[TermMatch]:
        found = []
        for pattern, first, last in hits:
            start, end = folded.span(first, last)
            confidence = 1.0 if last - first > 1 else _ONE_CHARACTER
            if folded.starts is not None and any(c.isspace() for c in text[start:end]):
                confidence = min(confidence, 1.0 if " " in self._patterns[pattern] else _BLANK_INSIDE)
            for concept_id, term in self._entries[self._patterns[pattern]]:
                found.append(
                    TermMatch(concept_id=concept_id, term=term, start=start, end=end, confidence=confidence)
                )
        return found


def _leftmost_longest(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit[1] >= kept[-1][2]:
            kept.append(hit)
    return kept


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
