"""One concept, several renderings: what an article does with its terms as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transreview.model.glossary import Concept, TermMatch
from transreview.terminology.overlaps import inside
from transreview.terminology.segment_terms import ConceptUse


@dataclass(frozen=True, slots=True)
class Rendering:
    """One term that an article uses for a concept.

    Attributes:
        term: Its dictionary form.
        places: Number of the segment in the article, and the match in its translation.
    """

    term: str
    places: tuple[tuple[int, TermMatch], ...]


@dataclass(frozen=True, slots=True)
class ConceptRenderings:
    """A concept with all the allowed terms that an article has for it, the most frequent first."""

    concept: Concept
    renderings: tuple[Rendering, ...]

    @property
    def mixed(self) -> bool:
        """Whether the article calls one thing by several names."""
        return len(self.renderings) > 1


def renderings(article: Sequence[Iterable[ConceptUse]]) -> list[ConceptRenderings]:
    """Count how an article renders its concepts.

    Args:
        article: The concept uses of each segment, in the article's order.

    Returns:
        One entry a concept that is rendered at all, in the order of first use. A term inside a
        longer one of the same concept is not counted.
    """
    concepts: dict[str, Concept] = {}
    places: dict[str, dict[str, list[tuple[int, TermMatch]]]] = {}
    for number, uses in enumerate(article):
        for use in uses:
            concepts.setdefault(use.concept.id, use.concept)
            for match in _outermost(use.rendered):
                by_term = places.setdefault(use.concept.id, {})
                by_term.setdefault(match.term.text, []).append((number, match))
    return [ConceptRenderings(concepts[id_], _ranked(by_term)) for id_, by_term in places.items()]


def _outermost(matches: Sequence[TermMatch]) -> list[TermMatch]:
    return [match for match in matches if not any(inside(match, other) for other in matches)]


def _ranked(by_term: dict[str, list[tuple[int, TermMatch]]]) -> tuple[Rendering, ...]:
    ranked = sorted(by_term.items(), key=lambda item: -len(item[1]))
    return tuple(Rendering(term, tuple(found)) for term, found in ranked)
