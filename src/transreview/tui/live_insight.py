"""Terms and findings of single segments, remembered for as long as nothing has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from transreview.checks.check import Scope
from transreview.checks.engine import worst_first
from transreview.checks.registry import BY_ID
from transreview.checks.settings import CheckSettings
from transreview.errors import TransreviewError
from transreview.model.article import Article
from transreview.model.finding import Finding
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.terminology.segment_terms import ConceptUse, SegmentTerms
from transreview.tui.insight import Overview
from transreview.workflow.quality.checking import LiveChecks, article_context, check_project, team_checks

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
        count = len(project.segments.ids(article.id))
        segments = project.segments.all(article.id) if count <= SURROUNDED else []
        context = article_context(article, segments, glossary=glossary, settings=_team_settings(project))
        self.glossary = glossary
        self._checks = LiveChecks(project, context, segments)
        self._terms = SegmentTerms(glossary, article.source_language, article.target_language)
        self._kept_terms: OrderedDict[_Key, Sequence[ConceptUse]] = OrderedDict()
        self._kept_findings: OrderedDict[_Key, Sequence[Finding]] = OrderedDict()
        self._of_document: dict[int, tuple[str, tuple[Finding, ...]]] = {}
        self._project = project

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:
        """Return the concepts that the source has and how the translation renders them."""
        text = segment.target if target is None else target
        return _remembered(self._kept_terms, segment, text, lambda: self._terms.uses(segment.source, text))

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find, worst first, without what was dismissed."""
        text = segment.target if target is None else target
        return _remembered(self._kept_findings, segment, text, lambda: self._find(segment, text))

    def take_over(self, overview: Overview) -> None:
        """Know what the checks that compare segments have found; it holds while a text stays as it was."""
        self._of_document = overview.compared
        self._kept_findings.clear()

    def _find(self, segment: Segment, text: str) -> Sequence[Finding]:
        findings = self._checks.findings(segment, text)
        target, compared = self._of_document.get(segment.id, ("", ()))
        if compared and target == text:
            dismissed = self._project.dismissals.all()
            findings += [one for one in compared if one.fingerprint(segment.source, text) not in dismissed]
        return worst_first(findings)

    def forget_findings(self) -> None:
        """Check again when next asked: something was dismissed, or a dismissal taken back."""
        self._kept_findings.clear()


def look_over(
    project: Project, article: Article, glossary: Glossary, stopped: Callable[[], bool]
) -> Overview:
    """Check all segments of an article.

    Args:
        project: The project, on a connection that only this thread uses.
        article: The article.
        glossary: Its concepts.
        stopped: Says whether nobody waits for the answer any more.
    """
    overview = Overview()
    if len(project.segments.ids(article.id)) <= SURROUNDED:
        for checked in check_project(
            project, glossary=glossary, settings=_team_settings(project), article_ids=[article.id]
        ):
            if stopped():
                break
            compared = [one for one in checked.findings if _compares_segments(one)]
            overview.note(checked.segment, checked.findings, compared)
        return overview
    # One by one, without the checks that compare segments: all of them in memory would be too much.
    context = article_context(article, [], glossary=glossary, settings=_team_settings(project))
    live = LiveChecks(project, context, [])
    for segment in project.segments.each(article.id):
        if stopped():
            break
        overview.note(segment, live.findings(segment))
    return overview


def _team_settings(project: Project) -> CheckSettings:
    """Return the team's choices about checks; those of a file that cannot be read are left out.

    `transreview check` says what is wrong with the file; a review goes on without it.
    """
    try:
        return team_checks(project.path)
    except TransreviewError:
        return CheckSettings()


def _compares_segments(finding: Finding) -> bool:
    check = BY_ID.get(finding.check)
    return check is not None and check.scope is Scope.DOCUMENT


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
