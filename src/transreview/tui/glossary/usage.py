"""What a glossary does in a project, found out in the background: use, places, faults, forms to search."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from time import monotonic, sleep

from transreview.model.glossary import Glossary
from transreview.project.project import Project
from transreview.terminology.lint import lint
from transreview.terminology.lint_issue import LintIssue
from transreview.terminology.segment_terms import ConceptUse
from transreview.workflow.terms.occurrences import ProjectTerms, Usage

REPORT_SECONDS = 0.7
BREATH = 50
"""Occurrences after which a counting thread lets the screen's thread have the processor."""


@dataclass
class Counts:
    """How a project uses the concepts of a glossary.

    Attributes:
        usage: Use by concept id.
        places: Segments that have a concept, in reading order, by concept id.
        terms: The glossary's indexes, made on the way.
        done: Whether all of the project has been counted.
    """

    terms: ProjectTerms
    usage: dict[str, Usage] = field(default_factory=dict)
    places: dict[str, array[int]] = field(default_factory=dict)
    done: bool = False

    def take(self, segment_id: int, use: ConceptUse) -> None:
        """Count one occurrence."""
        id_ = use.concept.id
        self.usage.setdefault(id_, Usage()).take(use)
        places = self.places.setdefault(id_, array("q"))
        if not places or places[-1] != segment_id:
            places.append(segment_id)

    def copy(self) -> Counts:
        """Return the counts as they are now, for another thread; places only grow and are shared."""
        usage = {
            id_: replace(used, rendered=used.rendered.copy(), forbidden=used.forbidden.copy())
            for id_, used in self.usage.items()
        }
        return replace(self, usage=usage, places=dict(self.places))


def count(project: Project, glossary: Glossary, stopped: Callable[[], bool]) -> Iterator[Counts]:
    """Count how a project uses a glossary.

    Args:
        project: The project, on a connection that only this thread uses.
        glossary: The concepts.
        stopped: Says whether nobody waits for the answer any more.

    Yields:
        What has been counted so far, now and then, and at the end.
    """
    counts = Counts(ProjectTerms(project, glossary))
    told = monotonic()
    for number, occurrence in enumerate(counts.terms.occurrences()):
        if stopped():
            return
        counts.take(occurrence.segment.id, occurrence.use)
        if number % BREATH == 0:
            sleep(0.001)
            if monotonic() - told > REPORT_SECONDS:
                told = monotonic()
                yield counts.copy()
    counts.done = True
    yield counts


def faults(glossary: Glossary, languages: tuple[str, str]) -> dict[str, list[LintIssue]]:
    """Return the faults of a glossary by the concepts that take part in them, the worst first."""
    by_concept: dict[str, list[LintIssue]] = {}
    for issue in lint(glossary, languages=languages):
        for id_ in dict.fromkeys((issue.concept_id, *issue.others)):
            by_concept.setdefault(id_, []).append(issue)
    return by_concept
