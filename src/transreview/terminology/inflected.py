"""The index over Georgian declension in the terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterable

from transreview.languages.georgian.declension.letters import CLOSING_QUOTES, OPENING_QUOTES
from transreview.model.glossary import Term, TermMatch
from transreview.terminology.georgian import GeorgianIndex


class InflectedIndex:
    """Georgian terms in every case, as matches of concepts.

    Args:
        entries: Concept id and term.
    """

    def __init__(self, entries: Iterable[tuple[str, Term]]) -> None:
        self._entries = [(concept_id, term) for concept_id, term in entries if term.text.strip()]
        numbered = enumerate(self._entries)
        self._index = GeorgianIndex((number, term.text, term.grammar) for number, (_id, term) in numbered)

    def find_all(self, text: str) -> list[TermMatch]:
        """Return every term, also those inside others, in order of their starts.

        A match reaches over an ending that stands behind a hyphen or a closing quote (NATO-ს): that
        is what a replacement has to replace.
        """
        found = []
        for match in self._index.find(text):
            assert isinstance(match.key, int)
            concept_id, term = self._entries[match.key]
            start, end = _with_quotes(term.text, text, match.start, match.extent)
            reading = str(match.readings[0]) if match.readings else ""
            found.append(
                TermMatch(
                    concept_id=concept_id,
                    term=term,
                    start=start,
                    end=end,
                    reading=reading,
                    confidence=match.confidence,
                )
            )
        return found


def _with_quotes(term: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Stretch a match over the quotation marks that are a part of its term („Mirror“ ინდუსტრია)."""
    if term[0] in OPENING_QUOTES and start and text[start - 1] in OPENING_QUOTES:
        start -= 1
    if term[-1] in CLOSING_QUOTES and end < len(text) and text[end] in CLOSING_QUOTES:
        end += 1
    return start, end
