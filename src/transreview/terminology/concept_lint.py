"""Faults of one concept in the midst of its glossary, found while somebody is writing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transreview.i18n import _
from transreview.languages.tags import parse_tag
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology.lint import lint
from transreview.terminology.lint_issue import LintIssue, issue, terms_of

MOST = 200
"""Concepts looked at together: contradictions are among few, a letter can be in the terms of many."""


class ConceptLint:
    """Looks at single concepts; made once for a glossary.

    Only what shares a term with the concept, however indirectly, can contradict it, so that one look
    costs milliseconds where `lint` takes a second for thousands of concepts.

    Args:
        glossary: The concepts.
        languages: Source and target language.
    """

    def __init__(self, glossary: Glossary, languages: Sequence[str]) -> None:
        self._languages = tuple(languages)
        self._having: dict[tuple[str, str], list[Concept]] = defaultdict(list)
        for concept in glossary.concepts:
            if concept.status is not ConceptStatus.DEPRECATED:
                for key in dict.fromkeys(_key(term) for term in concept.terms):
                    self._having[key].append(concept)

    def issues(self, concept: Concept, *, instead_of: str = "") -> list[LintIssue]:
        """Return the faults that a concept has or would bring in.

        Args:
            concept: The concept as it shall be.
            instead_of: Id of the concept that it takes the place of; empty for a new one.

        Returns:
            Issues of `lint` that it takes part in, worst first, and a remark where it shares a
            source term with a concept of another subject.
        """
        others = self._around(concept, {concept.id, instead_of})
        found = lint(Glossary((*others, concept), self._languages), languages=self._languages)
        mine = [one for one in found if concept.id in {one.concept_id, *one.others}]
        return mine + self._shared_sources(concept, others)

    def _around(self, concept: Concept, left_out: set[str]) -> list[Concept]:
        """Return the concepts connected with one by shared terms, the nearest first."""
        known = {concept.id: concept}
        waiting = [concept]
        for each in waiting:
            for term in each.terms:
                for other in self._having.get(_key(term), ()):
                    if other.id not in known and other.id not in left_out and len(known) < MOST:
                        known[other.id] = other
                        waiting.append(other)
        return [other for other in known.values() if other is not concept]

    def _shared_sources(self, concept: Concept, others: Sequence[Concept]) -> list[LintIssue]:
        source, target = self._languages[0], self._languages[-1]
        own = {_key(term) for term in terms_of(concept, source, TermKind.PREFERRED, TermKind.ADMITTED)}
        found = []
        for other in others:
            shared = [term for term in terms_of(other, source) if _key(term) in own]
            wanted = " / ".join(term.text for term in terms_of(other, target, TermKind.PREFERRED))
            if shared and wanted and other.subject != concept.subject and not _agree(concept, other, target):
                message = _("“{source}” is “{target}” in “{other}”").format(
                    source=shared[0].text, target=wanted, other=other.id
                )
                found.append(issue("shared-source", Severity.INFO, concept, message, others=[other]))
        return found


def _agree(one: Concept, other: Concept, language: str) -> bool:
    texts = [{_key(term) for term in terms_of(c, language, TermKind.PREFERRED)} for c in (one, other)]
    return bool(texts[0] & texts[1])


def _key(term: Term) -> tuple[str, str]:
    return parse_tag(term.language).language, " ".join(term.text.casefold().split())
