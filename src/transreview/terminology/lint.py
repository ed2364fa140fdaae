"""Faults of a glossary itself: contradictions, gaps, and terms that cannot do their work."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from transreview.model.glossary import ConceptStatus, Glossary
from transreview.terminology.lint_issue import LintIssue
from transreview.terminology.lint_relations import RELATION_RULES
from transreview.terminology.lint_terms import TERM_RULES


def lint(glossary: Glossary, *, languages: Sequence[str] = ()) -> list[LintIssue]:
    """Look for faults in a glossary.

    Args:
        glossary: The concepts; deprecated ones are left out, they ask for nothing.
        languages: Languages in which every concept should have a term; those of the glossary's
            first two when empty.

    Returns:
        Issues, errors first, then by the line they stand on.
    """
    wanted = tuple(languages) or glossary.languages[:2]
    live = [concept for concept in glossary.concepts if concept.status is not ConceptStatus.DEPRECATED]
    rules = (*TERM_RULES, *RELATION_RULES)
    found = chain.from_iterable(rule(live, wanted) for rule in rules)
    return sorted(found, key=lambda issue: (-issue.severity.rank, issue.origin, issue.concept_id, issue.rule))
