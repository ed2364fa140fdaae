"""Finding concepts by what a person types: a piece of a term, or a term in any of its forms."""

from __future__ import annotations

from transreview.model.glossary import Concept, Glossary
from transreview.terminology.chinese_folding import fold
from transreview.terminology.index import TermIndex


def search(glossary: Glossary, query: str) -> list[Concept]:
    """Return the concepts that a query means, the likeliest first.

    Args:
        glossary: Where to look.
        query: A word or a piece of one, in any language of the glossary; letter case, width and
            Traditional characters do not count, and declined forms are found.

    Returns:
        Concepts with such a term, then those whose term has the query inside or the other way
        round, then those that have it in id, subject, definition or note.
    """
    wanted = fold(query.strip()).text
    if not wanted:
        return list(glossary.concepts)
    by_form = _by_form(glossary, query)
    ranked = [(rank, concept) for concept in glossary.concepts if (rank := _rank(concept, wanted, by_form))]
    return [concept for _rank, concept in sorted(ranked, key=lambda item: item[0])]


def _rank(concept: Concept, wanted: str, by_form: frozenset[str]) -> int:
    """Return 1 for the best match, higher for weaker ones, 0 for none."""
    terms = [fold(term.text).text for term in concept.terms]
    if wanted in terms or fold(concept.id).text == wanted:
        return 1
    if concept.id in by_form:
        return 2
    if any(wanted in term for term in terms):
        return 3
    others = (concept.id, concept.subject, concept.definition, concept.note)
    return 4 if any(wanted in fold(text).text for text in others) else 0


def _by_form(glossary: Glossary, query: str) -> frozenset[str]:
    return frozenset(
        match.concept_id
        for language in glossary.languages
        for match in TermIndex(glossary, language).find_all(query)
    )
