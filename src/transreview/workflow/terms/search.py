"""Finding concepts by what a person types: a piece of a term, or a term in any of its forms."""

from __future__ import annotations

from functools import cached_property

from transreview.model.glossary import Concept, Glossary
from transreview.terminology.chinese_folding import fold
from transreview.terminology.index import TermIndex


class TermSearch:
    """Searches one glossary again and again, as somebody types.

    Args:
        glossary: Where to look.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._terms = [tuple(fold(term.text).text for term in concept.terms) for concept in glossary.concepts]
        self._others = [
            tuple(fold(text).text for text in (c.id, c.subject, c.definition, c.note) if text)
            for c in glossary.concepts
        ]

    @cached_property
    def _indexes(self) -> list[TermIndex]:
        return [TermIndex(self.glossary, language) for language in self.glossary.languages]

    def learn_forms(self) -> None:
        """Make the indexes that declined forms are found with, before somebody waits for them."""
        assert self._indexes is not None

    def find(self, query: str, *, forms: bool = True) -> list[Concept]:
        """Return the concepts that a query means, the likeliest first; all of them for an empty one.

        Args:
            query: A word or a piece of one, in any language of the glossary; letter case, width and
                Traditional characters do not count.
            forms: Whether declined forms are found as well.

        Returns:
            Concepts with such a term, then those that it is a form of, then those whose term has
            the query inside, then those that have it in id, subject, definition or note.
        """
        wanted = fold(query.strip()).text
        if not wanted:
            return list(self.glossary.concepts)
        by_form = self._by_form(query) if forms else frozenset()
        ranked = []
        for place, concept in enumerate(self.glossary.concepts):
            if rank := self._rank(place, wanted, concept.id in by_form):
                ranked.append((rank, place))
        return [self.glossary.concepts[place] for _rank, place in sorted(ranked)]

    def _rank(self, place: int, wanted: str, is_form: bool) -> int:
        """Return 1 for the best match, higher for weaker ones, 0 for none."""
        terms, others = self._terms[place], self._others[place]
        if wanted in terms or wanted in others[:1]:
            return 1
        if is_form:
            return 2
        if any(wanted in term for term in terms):
            return 3
        return 4 if any(wanted in text for text in others) else 0

    def _by_form(self, query: str) -> frozenset[str]:
        return frozenset(match.concept_id for index in self._indexes for match in index.find_all(query))


def search(glossary: Glossary, query: str) -> list[Concept]:
    """Return the concepts that a query means, the likeliest first (see `TermSearch.find`).

    Args:
        glossary: Where to look.
        query: A word or a piece of one, in any language of the glossary.
    """
    return TermSearch(glossary).find(query)
