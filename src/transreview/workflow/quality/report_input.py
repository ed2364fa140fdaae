"""Gathering what a report needs besides the project: findings, terms and MQM figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.scoring.mqm import PUBLISHED, Weights
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.workflow.quality.checking import check_project
from transreview.workflow.quality.mqm_figures import project_esa, project_penalties
from transreview.workflow.quality.reporting import ReportInput
from transreview.workflow.terms.figures import FailingTerm, TermFigures
from transreview.workflow.terms.glossaries import project_glossary

if TYPE_CHECKING:
    from transreview.project import Project


def gather(
    project: Project,
    *,
    metrics: Sequence[str],
    samples: int,
    with_glossary: bool = True,
    npt: float | None = None,
    weights: Weights = PUBLISHED,
    external: Mapping[str, Mapping[str, float]] | None = None,
    baseline: dict[str, Any] | None = None,
    command: str = "",
) -> ReportInput:
    """Check a project and collect everything its report is made from.

    Args:
        project: An open project.
        metrics: Metrics to compute.
        samples: Bootstrap samples.
        with_glossary: Whether terms are checked and counted.
        npt: Tolerated MQM penalty per 1,000 units, for the verdict.
        weights: What MQM errors weigh.
        external: Segment scores of other tools.
        baseline: An earlier report's model.
        command: The command that asked for the report.
    """
    glossary = project_glossary(project) if with_glossary else Glossary()
    findings: dict[int, tuple[Finding, ...]] = {}
    dismissed = 0
    for checked in check_project(project, glossary=glossary if glossary.concepts else None):
        findings[checked.segment.id] = checked.findings
        dismissed += len(checked.dismissed)
    return ReportInput(
        findings=findings,
        dismissed=dismissed,
        terms=project_terms(project, glossary) if glossary.concepts else None,
        penalties=project_penalties(project, threshold=npt, weights=weights),
        external=_with_esa(project, external or {}),
        baseline=baseline,
        metrics=metrics,
        samples=samples,
        command=command,
    )


def _with_esa(
    project: Project, external: Mapping[str, Mapping[str, float]]
) -> dict[str, Mapping[str, float]]:
    """Add the ESA scores that people gave, where they gave any."""
    scores = {str(segment_id): score for segment_id, score in project_esa(project).items()}
    return {**external, **({"ESA": scores} if scores else {})}


def project_terms(project: Project, glossary: Glossary) -> TermFigures:
    """Return the figures about terms over all articles of a project."""
    count = _TermCount()
    for article in project.articles.all():
        terms = SegmentTerms(glossary, article.source_language, article.target_language)
        for segment in project.segments.all(article.id):
            for use in terms.uses(segment.source, segment.target):
                count.add(use, segment.target)
    return count.figures()


class _TermCount:
    """Adds up how concepts are rendered."""

    def __init__(self) -> None:
        self.required = self.rendered = self.exact = self.forbidden = 0
        self.renderings: dict[str, Counter[str]] = defaultdict(Counter)
        self.failing: dict[str, tuple[ConceptUse, Counter[str]]] = {}

    def add(self, use: ConceptUse, target: str) -> None:
        if not use.expected:
            return
        required = len(use.source)
        rendered = use.rendered[:required]  # one to one: a term said twice does not serve two occurrences
        self.required += required
        self.rendered += len(rendered)
        self.forbidden += len(use.forbidden)
        for match in rendered:
            self.exact += target[match.start : match.end] == match.term.text
        for match in (*use.rendered, *(wrong.match for wrong in use.forbidden)):
            self.renderings[use.concept.id][match.term.text] += 1
        if use.forbidden or len(rendered) < required:
            _use, counts = self.failing.setdefault(use.concept.id, (use, Counter()))
            counts["missing"] += max(0, required - len(rendered) - len(use.forbidden))
            counts["forbidden"] += len(use.forbidden)

    def figures(self) -> TermFigures:
        uses = sum(counts.total() for counts in self.renderings.values())
        steady = sum(max(counts.values()) for counts in self.renderings.values())
        failing = [
            FailingTerm(
                concept_id=concept_id,
                source=use.source[0].term.text,
                preferred=use.expected[0],
                missing=counts["missing"],
                forbidden=counts["forbidden"],
            )
            for concept_id, (use, counts) in self.failing.items()
            if counts.total()
        ]
        failing.sort(key=lambda term: (-term.forbidden, -term.missing, term.concept_id))
        return TermFigures(
            required=self.required,
            rendered=self.rendered,
            success_rate=self.rendered / self.required if self.required else 1.0,
            exact_rate=self.exact / self.rendered if self.rendered else 1.0,
            consistency=steady / uses if uses else 1.0,
            forbidden=self.forbidden,
            failing=failing,
        )
