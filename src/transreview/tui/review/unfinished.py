"""Which segments somebody still has to work on."""

from __future__ import annotations

from transreview.model.segment import Segment, Status
from transreview.tui.session import Session


def is_open(segment: Segment) -> bool:
    """Return whether somebody still has to work on a segment."""
    return not segment.status.is_done or segment.needs_work


def open_ids(session: Session) -> set[int]:
    """Return the segments of the open article that somebody still has to work on."""
    project, article_id = session.project, session.article.id
    unfinished = [status for status in Status if not status.is_done]
    return {
        *project.segments.select(article_id, statuses=unfinished),
        *project.segments.select(article_id, needs_work=True),
    }
