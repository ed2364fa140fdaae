"""A fault of a glossary, and what the rules that find faults share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transreview.languages.tags import parse_tag
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Term, TermKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LintIssue:
    """One fault of a glossary.

    Attributes:
        rule: Its name ("forbidden-preferred").
        severity: How bad it is: an error makes the glossary contradict itself.
        concept_id: The concept it is about.
        message: What is wrong, one sentence without a final stop.
        origin: File and line of the concept.
        language: Language of the term it is about, or empty.
        term: The term, or empty.
        others: Further concepts that take part in it.
    """

    rule: str
    severity: Severity
    concept_id: str
    message: str
    origin: tuple[str, int] = ("", 0)
    language: str = ""
    term: str = ""
    others: tuple[str, ...] = ()


Rule = Callable[[Sequence[Concept], Sequence[str]], Iterator[LintIssue]]


def issue(
    rule: str,
    severity: Severity,
    concept: Concept,
    message: str,
    *,
    term: Term | None = None,
    others: Sequence[Concept] = (),
) -> LintIssue:
    """Return an issue about a concept, or about one of its terms."""
    return LintIssue(
        rule=rule,
        severity=severity,
        concept_id=concept.id,
        message=message,
        origin=concept.origin,
        language="" if term is None else term.language,
        term="" if term is None else term.text,
        others=tuple(other.id for other in others),
    )


def terms_of(concept: Concept, language: str, *kinds: TermKind) -> list[Term]:
    """Return the terms of a concept in a language and all its scripts, of these kinds or of all."""
    code = parse_tag(language).language
    return [
        term
        for term in concept.terms
        if parse_tag(term.language).language == code and (not kinds or term.kind in kinds)
    ]
