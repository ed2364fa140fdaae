"""Georgian terms by the beginning of each word: rough, until the index over declension stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transreview.model.glossary import Term, TermMatch


class StemPrefixIndex:
    """Terms whose words begin like the words of the text."""

    def __init__(self, entries: Iterable[tuple[str, Term]]) -> None:
        self._entries = [
            (concept, term, _pattern(term.text)) for concept, term in entries if term.text.strip()
        ]

    def find_all(self, text: str) -> list[TermMatch]:
        """Return every term, in order of their starts."""
        found = [
            TermMatch(concept, term, *match.span(), confidence=0.7)
            for concept, term, pattern in self._entries
            for match in pattern.finditer(text)
        ]
        return sorted(found, key=lambda match: (match.start, -match.end))


def _pattern(term: str) -> re.Pattern[str]:
    words = [re.escape(re.sub(r"[აეიოუ]$", "", word)) + r"[ა-ჰ]{0,9}" for word in term.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")
