"""Finding the segments that a filter shows."""

from __future__ import annotations

from collections.abc import Container, Mapping

from transreview.model.finding import Severity
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.dialogs.filtering import Filter

UNSURE = 0.8
"""Confidence of the alignment below which a segment is worth a look."""


def select(
    project: Project, article_id: int, wanted: Filter, worst: Mapping[int, tuple[Severity, int]]
) -> list[int]:
    """Return the segments that a filter shows, in reading order.

    Args:
        project: The open project.
        article_id: The article.
        wanted: The filter.
        worst: Segments with findings, with the worst severity.
    """
    conditions = wanted.conditions
    untouched = True if "t" in conditions else False if "d" in conditions else None
    ids: list[int] = list(
        project.select(
            article_id,
            statuses=[status for status in Status if status in wanted.statuses],
            needs_work=True if "w" in conditions else None,
            untouched=untouched,
            commented=True if "n" in conditions else None,
            confidence_below=UNSURE if "l" in conditions else None,
        )
    )
    if "u" in conditions:
        finished = set(
            project.select(article_id, statuses=[s for s in Status if s.is_done], needs_work=False)
        )
        ids = [segment for segment in ids if segment not in finished]
    for letter, least in (("f", Severity.WARNING), ("r", Severity.ERROR)):
        if letter in conditions:
            ids = _within(ids, {one for one, (severity, _n) in worst.items() if severity.rank >= least.rank})
    if wanted.text:
        ids = _within(ids, set(project.search(wanted.text, article_id)))
    return ids


def _within(ids: list[int], wanted: Container[int]) -> list[int]:
    return [segment for segment in ids if segment in wanted]
