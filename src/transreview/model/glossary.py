"""Concepts and their terms, in the sense of TBX; a set of them is called a glossary here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum


class TermKind(StrEnum):
    """What the glossary says of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


class ConceptStatus(StrEnum):
    """How far the decision on a concept has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language.

    Attributes:
        text: The term in its citation form (Georgian: nominative singular).
        language: BCP 47 tag.
        kind: Preferred, admitted or forbidden.
        grammar: Hints of the entry for this term ("stem=წყლ", "indeclinable", "name",
            "plural-only", "exact", "general", "specialised").
        pos: Part of speech, or empty.
    """

    text: str
    language: str
    _: KW_ONLY
    kind: TermKind = TermKind.PREFERRED
    grammar: tuple[str, ...] = ()
    pos: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the glossary has words for.

    Attributes:
        id: Stable name in its glossary.
        subject: Subject field ("optometry", "party").
        definition: What it is, one sentence.
        status: How far the decision on it has come.
        note: Anything else ("read by a native speaker on …").
        terms: All terms, preferred first within a language.
        origin: File and 1-based line it was read from ("optical-industry.csv", 17).
    """

    id: str
    _: KW_ONLY
    subject: str = ""
    definition: str = ""
    status: ConceptStatus = ConceptStatus.APPROVED
    note: str = ""
    terms: tuple[Term, ...] = ()
    origin: tuple[str, int] = ("", 0)

    def of(self, language: str, kind: TermKind | None = None) -> tuple[Term, ...]:
        """Return its terms of one language, of one kind or of all."""
        return tuple(t for t in self.terms if t.language == language and (kind is None or t.kind is kind))


@dataclass(frozen=True, slots=True)
class Glossary:
    """A set of concepts from one or several files, in the files' order."""

    concepts: tuple[Concept, ...] = ()
    languages: tuple[str, ...] = ()
    by_id: dict[str, Concept] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.by_id.update((concept.id, concept) for concept in self.concepts)

    def terms(self, language: str) -> Iterator[tuple[Concept, Term]]:
        """Yield every term of one language with the concept it belongs to."""
        for concept in self.concepts:
            for term in concept.terms:
                if term.language == language:
                    yield concept, term


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMatch:
    """A term found in a text.

    Attributes:
        concept_id: The concept it names.
        term: The glossary's term.
        start: First character of the match in the text.
        end: One past its last character.
        reading: How the form was read ("Gen Plur", "Dat Sing +ში"), empty where forms do not vary.
        confidence: 0 to 1; below 1 where the form could also be another word.
    """

    concept_id: str
    term: Term
    start: int
    end: int
    reading: str = ""
    confidence: float = 1.0
