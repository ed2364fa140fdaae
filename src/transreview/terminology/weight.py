"""How much a glossary asks of the name of a concept, and what stands in its place.

A maintainer marks a row by a hint: what is `general` (a country, the government, to invest) a good
translation often says otherwise or leaves to be understood, what is `specialised` (a kind of lens, a disease)
it names by the whole term. A row without a mark is in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from transreview.model.glossary import Concept, Term, TermKind, TermMatch

GENERAL, SPECIALISED = "general", "specialised"
"""The hints of a row."""


class Weight(Enum):
    """How much a glossary asks of the name of a concept."""

    GENERAL = 1
    USUAL = 2
    SPECIALISED = 3


def weight_of(concept: Concept) -> Weight:
    """Return what the hints of a concept's terms say of it; it is as usual where they say nothing."""
    if any(SPECIALISED in term.grammar for term in concept.terms):
        return Weight.SPECIALISED
    if any(GENERAL in term.grammar for term in concept.terms):
        return Weight.GENERAL
    return Weight.USUAL


def is_place(concept: Concept) -> bool:
    """Whether a concept is a place, by its subject or the hints of its terms."""
    return concept.subject == "place" or any("place" in term.grammar for term in concept.terms)


def rivals(
    missing: Concept, others: Iterable[tuple[Concept, TermMatch]], source_terms: Iterable[Term]
) -> Iterator[TermMatch]:
    """Yield the terms of a translation that stand for another concept where one is missing.

    They exclude each other: both are countries, or their names in the source's language are of one subject
    and end alike (出口 and 进口, 上半年 and 下半年).

    Args:
        missing: The concept that a source has and its translation lacks.
        others: Terms of concepts that the translation has and the source has not.
        source_terms: The terms of the missing concept in the source's language.
    """
    ends = {term.text[-1]: term.language for term in source_terms if len(term.text) > 1}
    for concept, match in others:
        if concept.subject != missing.subject or match.term.kind is not TermKind.PREFERRED:
            continue
        if is_place(missing):
            if weight_of(missing) is weight_of(concept):
                yield match
        elif missing.subject and any(
            ends.get(term.text[-1]) == term.language and len(term.text) > 1 for term in concept.terms
        ):
            yield match
