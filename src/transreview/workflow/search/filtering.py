"""Finding the segments that fit a filter."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from transreview.model.article import Article
from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.project.segment_filter import UNSURE, SegmentFilter
from transreview.workflow.search.filter_line import ME, read_line

_LETTERS = {
    "unfinished": "u", "needs-work": "w", "warning": "f", "error": "r", "untouched": "t", "changed": "d",
    "commented": "n", "unsure": "l", "open-comments": "o", "bookmarked": "b", "locked": "k",
}  # fmt: skip
"""State of a line → letter of the condition of a filter."""


def fitting(project: Project, article: Article, line: str) -> list[int]:
    """Return the segments of an article that fit the line of a filter, in reading order.

    The checks run where the line asks what they have found.

    Raises:
        InputError: A glossary of the project that is needed cannot be read.
        UsageError: A word of the line cannot be read.
    """
    said = read_line(line)
    worst: dict[int, tuple[Severity, int]] = {}
    checks: dict[int, list[str]] = {}
    if said.check or said.states & {"warning", "error"}:
        from transreview.workflow.quality.checking import check_project
        from transreview.workflow.terms.glossaries import project_glossary

        for one in check_project(project, glossary=project_glossary(project), article_ids=[article.id]):
            if one.findings:
                worst[one.segment.id] = (one.findings[0].severity, len(one.findings))
                checks[one.segment.id] = [finding.check for finding in one.findings]

    def with_check(beginning: str) -> set[int]:
        return {one for one, found in checks.items() if any(check.startswith(beginning) for check in found)}

    def with_term(term: str) -> set[int]:
        from transreview.workflow.search.term_places import segments_with_term
        from transreview.workflow.terms.glossaries import project_glossary

        return segments_with_term(project, article, term, project_glossary(project))

    return select(project, article.id, SegmentFilter(text=line), worst, with_check, with_term)


def select(
    project: Project,
    article_id: int,
    wanted: SegmentFilter,
    worst: Mapping[int, tuple[Severity, int]],
    with_check: Callable[[str], set[int]] = lambda _check: set(),
    with_term: Callable[[str], set[int]] = lambda _term: set(),
) -> list[int]:
    """Return the segments that fit a filter, in reading order.

    Args:
        project: The open project.
        article_id: The article.
        wanted: The filter.
        worst: Segments with findings, with the worst severity.
        with_check: Gives the segments in which a check has found something, by the beginning of its id.
        with_term: Gives the segments that a term concerns.
    """
    said = read_line(wanted.text)
    conditions = wanted.conditions | {_LETTERS[state] for state in said.states if state in _LETTERS}
    statuses = wanted.statuses | {status for status in Status if status.value in said.states}
    untouched = True if "t" in conditions else False if "d" in conditions else None
    ids: list[int] = list(
        project.segments.select(
            article_id,
            statuses=[status for status in Status if status in statuses],
            needs_work=True if "w" in conditions else None,
            untouched=untouched,
            commented=True if "n" in conditions else None,
            confidence_below=said.confidence or (UNSURE if "l" in conditions else None),
            locked=True if "k" in conditions else None,
            open_comments=True if "o" in conditions else None,
            bookmarked=True if "b" in conditions else None,
            changed_by=project.user if said.user == ME else said.user or None,
            changed_since=said.since,
            longer_than=said.longer,
            shorter_than=said.shorter,
        )
    )
    if "u" in conditions:
        finished = set(
            project.segments.select(article_id, statuses=[s for s in Status if s.is_done], needs_work=False)
        )
        ids = [segment for segment in ids if segment not in finished]
    if "untranslated" in said.states:
        ids = _within(ids, {one for one, _source, target in project.segments.spans(article_id) if not target})
    for letter, least in (("f", Severity.WARNING), ("r", Severity.ERROR)):
        if letter in conditions:
            ids = _within(ids, {one for one, (severity, _n) in worst.items() if severity.rank >= least.rank})
    if said.check:
        ids = _within(ids, with_check(said.check))
    if said.term:
        ids = _within(ids, with_term(said.term))
    if said.text:
        ids = _within(ids, set(project.search.find(said.text, article_id)))
    return ids


def _within(ids: list[int], wanted: Container[int]) -> list[int]:
    return [segment for segment in ids if segment in wanted]
