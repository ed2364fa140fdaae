"""Terms and findings of single segments, remembered for as long as nothing has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from transreview.model.article import Article
from transreview.model.finding import Finding, Severity
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.workflow.checking import LiveChecks, article_context, check_project

if TYPE_CHECKING:
    from transreview.project.project import Project

KEPT = 1024
SURROUNDED = 20_000
"""Segments up to which quotations are followed from one to the next, with all texts in memory."""

Result = TypeVar("Result")
_Key = tuple[int, str, str]


class LiveInsight:
    """Looks into segments by the project's glossary and checks.

    Args:
        project: The open project, for dismissals.
        article: The article under review.
        glossary: Its concepts.
    """

    NOTHING = Glossary()

    def __init__(self, project: Project, article: Article, glossary: Glossary) -> None:
        count = len(project.segment_ids(article.id))
        segments = project.segments(article.id) if count <= SURROUNDED else []
        context = article_context(article, segments, glossary=glossary)
        self.glossary = glossary
        self._checks = LiveChecks(project, context, segments)
        self._terms = SegmentTerms(glossary, article.source_language, article.target_language)
        self._kept_terms: OrderedDict[_Key, Sequence[ConceptUse]] = OrderedDict()
        self._kept_findings: OrderedDict[_Key, Sequence[Finding]] = OrderedDict()

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:
        """Return the concepts that the source has and how the translation renders them."""
        text = segment.target if target is None else target
        return _remembered(self._kept_terms, segment, text, lambda: self._terms.uses(segment.source, text))

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find, worst first, without what was dismissed."""
        text = segment.target if target is None else target
        return _remembered(self._kept_findings, segment, text, lambda: self._checks.findings(segment, target))

    def forget_findings(self) -> None:
        """Check again when next asked: something was dismissed, or a dismissal taken back."""
        self._kept_findings.clear()


def worst_findings(
    project: Project, article: Article, glossary: Glossary, stopped: Callable[[], bool]
) -> dict[int, tuple[Severity, int]]:
    """Check all segments of an article.

    Args:
        project: The project, on a connection that only this thread uses.
        article: The article.
        glossary: Its concepts.
        stopped: Says whether nobody waits for the answer any more.

    Returns:
        Segment → worst severity and number of findings, for those that have any.
    """
    if len(project.segment_ids(article.id)) <= SURROUNDED:
        checked = (
            (one.segment.id, one.findings)
            for one in check_project(project, glossary=glossary, article_ids=[article.id])
        )
    else:  # one by one, without the checks that compare segments: all of them in memory would be too much
        live = LiveChecks(project, article_context(article, [], glossary=glossary), [])
        checked = ((one.id, tuple(live.findings(one))) for one in project.each_segment(article.id))
    worst: dict[int, tuple[Severity, int]] = {}
    for segment_id, findings in checked:
        if stopped():
            break
        if findings:
            worst[segment_id] = (findings[0].severity, len(findings))
    return worst


def _remembered(
    kept: OrderedDict[_Key, Sequence[Result]],
    segment: Segment,
    text: str,
    find: Callable[[], Sequence[Result]],
) -> Sequence[Result]:
    key = (segment.id, segment.source, text)
    found = kept.get(key)
    if found is None:
        found = kept[key] = find()
        if len(kept) > KEPT:
            kept.popitem(last=False)
    return found
