"""Checking a project: every article through the checks, results kept by content, dismissals respected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_document, check_segment
from transreview.checks.fingerprint import context_fingerprint
from transreview.checks.lengths import bands_for, fit
from transreview.checks.quotation import follow_quotations
from transreview.checks.registry import installed_checks
from transreview.checks.segment_text import SegmentText
from transreview.checks.settings import CheckSettings
from transreview.model.article import Article
from transreview.model.finding import Finding, Fix, Severity, Side
from transreview.model.glossary import Glossary
from transreview.model.segment import Segment
from transreview.workflow.quality.check_results import CheckedText

if TYPE_CHECKING:
    from transreview.project import Project

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class CheckedSegment:
    """A segment with what the checks say of it.

    Attributes:
        article: The article it belongs to.
        segment: The segment.
        findings: What was found, worst first, without what was dismissed.
        dismissed: What a person has judged to be no fault.
    """

    article: Article
    segment: Segment
    findings: tuple[Finding, ...]
    dismissed: tuple[Finding, ...] = ()


def check_project(
    project: Project,
    *,
    glossary: Glossary | None = None,
    settings: CheckSettings | None = None,
    article_ids: Sequence[int] = (),
    progress: Progress | None = None,
) -> Iterator[CheckedSegment]:
    """Check a project's articles.

    An article whose texts, glossary and settings are as they were at the last check costs one look
    into the file beside the project.

    Args:
        project: An open project.
        glossary: Concepts to check by.
        settings: Which checks run and how; the team's settings file beside the project when None.
        article_ids: Only these articles; all when empty.
        progress: Called with the number of segments done and of all.

    Yields:
        Every segment in reading order, those without a finding too.
    """
    if settings is None:
        settings = team_checks(project.path)
    dismissed = frozenset(project.dismissals.all())
    articles = [a for a in project.articles.all() if not article_ids or a.id in article_ids]
    total = sum(len(project.segments.ids(article.id)) for article in articles)
    done = 0
    for article in articles:
        segments = project.segments.all(article.id)
        context = article_context(article, segments, glossary=glossary, settings=settings)
        found = _article_findings(project, article, segments, context)
        for index, segment in enumerate(segments):
            yield _checked(article, segment, found.get(index, ()), dismissed)
        done += len(segments)
        if progress is not None:
            progress(done, total)


def article_context(
    article: Article,
    segments: Sequence[Segment],
    *,
    glossary: Glossary | None = None,
    settings: CheckSettings | None = None,
) -> CheckContext:
    """Return what an article is checked with.

    The bands of usual lengths are fitted to its confirmed segments when there are enough of them.

    Args:
        article: The article.
        segments: All its segments.
        glossary: Concepts to check by.
        settings: Which checks run and how.
    """
    context = CheckContext(
        article.source_language,
        article.target_language,
        glossary=glossary,
        settings=settings,
        extra_checks=installed_checks(),
    )
    confirmed = ((s.source, s.target) for s in segments if s.status.is_done)
    context.lengths = fit(confirmed, bands_for(context.source, context.target, context.pair))
    return context


def team_checks(path: Path) -> CheckSettings:
    """Return the team's choices about checks for a project, the defaults where there are none.

    Args:
        path: The project file.
    """
    from transreview.workflow.settings import find_settings, read_settings

    return read_settings(find_settings(path)).checks


def text_of(segment: Segment, target: str | None = None) -> SegmentText:
    """Return a segment as the checks see it, with another translation when one is given."""
    return SegmentText(segment.source, segment.target if target is None else target, segment.id, segment.kind)


class LiveChecks:
    """The checks of one article as its text is being written.

    Args:
        project: The open project, for the dismissals.
        context: What the article is checked with.
        segments: Its segments in reading order.
    """

    def __init__(self, project: Project, context: CheckContext, segments: Sequence[Segment]) -> None:
        self._project = project
        self._context = context
        followed = follow_quotations([text_of(segment) for segment in segments])
        self._surroundings = {text.id: text for text in followed}

    def findings(self, segment: Segment, target: str | None = None) -> list[Finding]:
        """Return what is found in one segment, worst first, without what was dismissed.

        Args:
            segment: The segment.
            target: Text to check instead of its own, as it stands in the editor.
        """
        text = text_of(segment, target)
        known = self._surroundings.get(segment.id)
        if known is not None:
            text = replace(
                text,
                source_open=known.source_open,
                target_open=known.target_open,
                runs_on=known.runs_on,
                in_document=True,
            )
        findings = check_segment(text, self._context)
        if not findings:
            return findings
        dismissed = self._project.dismissals.all()
        return [one for one in findings if one.fingerprint(text.source, text.target) not in dismissed]


def _checked(
    article: Article, segment: Segment, findings: Sequence[Finding], dismissed: frozenset[str]
) -> CheckedSegment:
    open_ones: list[Finding] = []
    closed: list[Finding] = []
    for finding in findings:
        known = finding.fingerprint(segment.source, segment.target) in dismissed
        (closed if known else open_ones).append(finding)
    return CheckedSegment(article, segment, tuple(open_ones), tuple(closed))


_CACHE = "check"


def _article_findings(
    project: Project, article: Article, segments: Sequence[Segment], context: CheckContext
) -> dict[int, list[Finding]]:
    """Return the article's findings by index, from the cache when nothing has changed.

    One result is kept for an article, with the hash of all that it was made from.
    """
    content = _content_hash(segments, context)
    stored = project.cache.get(_CACHE, str(article.id))
    if stored is not None:
        kept = json.loads(stored)
        if kept["content"] == content:
            return {int(i): [_from_plain(one) for one in ones] for i, ones in kept["findings"].items()}
    found = check_document([text_of(segment) for segment in segments], context)
    plain = {index: [_to_plain(one) for one in ones] for index, ones in found.items()}
    kept = {"content": content, "findings": plain}
    project.cache.put(_CACHE, str(article.id), json.dumps(kept, ensure_ascii=False).encode())
    return found


def _content_hash(segments: Sequence[Segment], context: CheckContext) -> str:
    content = hashlib.blake2b(context_fingerprint(context).encode(), digest_size=16)
    for segment in segments:
        fields = (str(segment.id), segment.kind.value, segment.source, segment.target)
        content.update("\x1f".join(fields).encode("utf-8", "surrogatepass") + b"\x1e")
    return content.hexdigest()


def _to_plain(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        finding.check,
        finding.severity.value,
        finding.mqm,
        finding.side.value,
        finding.start,
        finding.end,
        finding.message,
        finding.expected,
        finding.found,
        None if fix is None else [fix.start, fix.end, fix.text],
        finding.segment_id,
        finding.confidence,
        finding.concept_id,
    ]


def _from_plain(plain: Sequence[Any]) -> Finding:
    check, severity, mqm, side, start, end, message, expected, found, fix, segment, confidence, concept = (
        plain
    )
    return Finding(
        check=check,
        severity=Severity(severity),
        mqm=mqm,
        side=Side(side),
        start=start,
        end=end,
        message=message,
        expected=expected,
        found=found,
        fix=None if fix is None else Fix(*fix),
        segment_id=segment,
        confidence=confidence,
        concept_id=concept,
    )


def located(checked: CheckedSegment, path: Path) -> CheckedText:
    """Return a checked segment with the place where it is to be found.

    Args:
        checked: The segment.
        path: The project file, which is named where the translation's file is not known.
    """
    article, segment = checked.article, checked.segment
    return CheckedText(
        path=article.target_path or str(path),
        line=segment.target_line if article.target_path else 0,
        document=article.slug,
        id=f"{article.slug}:{segment.key}",
        source=segment.source,
        target=segment.target,
        findings=checked.findings,
        dismissed=len(checked.dismissed),
    )
