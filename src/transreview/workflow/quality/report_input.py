"""What a report needs besides the project: findings, terms and MQM figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.scoring.mqm import PUBLISHED, Weights
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.workflow.quality.checking import check_project
from transreview.workflow.quality.mqm_figures import project_esa, project_penalties, rated_penalties
from transreview.workflow.quality.report_model import Report
from transreview.workflow.quality.report_quality import FailingTermRow, Terms
from transreview.workflow.quality.reporting import ReportInput
from transreview.workflow.quality.thresholds import Limits
from transreview.workflow.terms.glossaries import project_glossary

if TYPE_CHECKING:
    from transreview.project import Project


def gather(
    project: Project,
    *,
    metrics: Sequence[str],
    samples: int,
    limits: Limits | None = None,
    with_glossary: bool = True,
    weights: Weights = PUBLISHED,
    external: Mapping[str, Mapping[str, float]] | None = None,
    baseline: Report | None = None,
    command: str = "",
) -> ReportInput:
    """Check a project and collect everything its report is made from.

    Args:
        project: An open project.
        metrics: Metrics to compute.
        samples: Bootstrap samples.
        limits: What a release must reach.
        with_glossary: Whether terms are checked and counted.
        weights: What MQM errors weigh.
        external: Segment scores of other tools.
        baseline: An earlier report's model.
        command: The command that asked for the report.
    """
    limits = limits or Limits()
    glossary = project_glossary(project) if with_glossary else Glossary()
    findings: dict[int, tuple[Finding, ...]] = {}
    dismissed = 0
    for checked in check_project(project, glossary=glossary if glossary.concepts else None):
        findings[checked.segment.id] = checked.findings
        dismissed += len(checked.dismissed)
    return ReportInput(
        findings=findings,
        dismissed=dismissed,
        glossary=glossary if glossary.concepts else None,
        terms=project_terms(project, glossary) if glossary.concepts else None,
        penalties=project_penalties(project, threshold=limits.npt, weights=weights),
        rated=rated_penalties(project, weights),
        external=_with_esa(project, external or {}),
        baseline=baseline,
        metrics=metrics,
        samples=samples,
        limits=limits,
        command=command,
    )


def _with_esa(
    project: Project, external: Mapping[str, Mapping[str, float]]
) -> Mapping[str, Mapping[str, float]]:
    """Add the ESA scores that people gave, where they gave any."""
    scores = {str(segment_id): score for segment_id, score in project_esa(project).items()}
    return {**external, **({"ESA": scores} if scores else {})}


def project_terms(project: Project, glossary: Glossary) -> Terms:
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
        self.forbidden += len(use.forbidden)
        if not use.expected:
            # A concept that only forbids asks for no rendering of its own.
            self._fails(use, 0)
            return
        required = len(use.source)
        rendered = use.rendered[:required]  # one to one: a term said twice does not serve two occurrences
        self.required += required
        self.rendered += len(rendered)
        for match in rendered:
            self.exact += target[match.start : match.end] == match.term.text
        for match in (*use.rendered, *(wrong.match for wrong in use.forbidden)):
            self.renderings[use.concept.id][match.term.text] += 1
        self._fails(use, max(0, required - len(rendered) - len(use.forbidden)))

    def _fails(self, use: ConceptUse, missing: int) -> None:
        if missing or use.forbidden:
            _use, counts = self.failing.setdefault(use.concept.id, (use, Counter()))
            counts["missing"] += missing
            counts["forbidden"] += len(use.forbidden)

    def figures(self) -> Terms:
        uses = sum(counts.total() for counts in self.renderings.values())
        steady = sum(max(counts.values()) for counts in self.renderings.values())
        failing: list[FailingTermRow] = [
            {
                "concept_id": concept_id,
                "source": use.source[0].term.text,
                "preferred": use.expected[0] if use.expected else "",
                "missing": counts["missing"],
                "forbidden": counts["forbidden"],
            }
            for concept_id, (use, counts) in self.failing.items()
        ]
        failing.sort(key=lambda term: (-term["forbidden"], -term["missing"], term["concept_id"]))
        return {
            "required": self.required,
            "rendered": self.rendered,
            "success_rate": self.rendered / self.required if self.required else None,
            "exact_rate": self.exact / self.rendered if self.rendered else None,
            "consistency": steady / uses if uses else None,
            "forbidden": self.forbidden,
            "failing": failing,
        }
