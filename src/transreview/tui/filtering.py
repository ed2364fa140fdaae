"""Finding the segments that a filter shows."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.filter_line import read_line
from transreview.tui.segment_filter import UNSURE, SegmentFilter


def select(
    project: Project,
    article_id: int,
    wanted: SegmentFilter,
    worst: Mapping[int, tuple[Severity, int]],
    with_check: Callable[[str], set[int]] = lambda _check: set(),
    with_term: Callable[[str], set[int]] = lambda _term: set(),
) -> list[int]:
    """Return the segments that a filter shows, in reading order.

    Args:
        project: The open project.
        article_id: The article.
        wanted: The filter.
        worst: Segments with findings, with the worst severity.
        with_check: Gives the segments in which a check has found something, by the beginning of its id.
        with_term: Gives the segments that a term concerns.
    """
    conditions, said = wanted.conditions, read_line(wanted.text)
    untouched = True if "t" in conditions else False if "d" in conditions else None
    ids: list[int] = list(
        project.segments.select(
            article_id,
            statuses=[status for status in Status if status in wanted.statuses],
            needs_work=True if "w" in conditions else None,
            untouched=untouched,
            commented=True if "n" in conditions else None,
            confidence_below=said.confidence or (UNSURE if "l" in conditions else None),
            locked=True if "k" in conditions else None,
            open_comments=True if "o" in conditions else None,
            bookmarked=True if "b" in conditions else None,
            changed_by=said.user or None,
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
