"""Repeated segments: the same source more than once in a project, and one translation taken over by all."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.memory.tokens import plain
from transreview.model.journal import JournalEntry
from transreview.model.segment import Segment
from transreview.project.project import Project


def repeats(project: Project, segment: Segment) -> list[Segment]:
    """Return the other segments with the same source and another translation, in reading order.

    Args:
        project: An open project.
        segment: The one whose source is looked for, in all articles of its languages.
    """
    source = plain(segment.source)
    if not source:
        return []
    articles = {article.id: article for article in project.articles.all()}
    own = articles[segment.article_id]
    languages = (own.source_language, own.target_language)
    found = project.segments.get_many(project.search.find(segment.source.strip()))
    return [
        other
        for other in found
        if other.id != segment.id
        and not other.lock
        and plain(other.source) == source
        and other.target != segment.target
        and (articles[other.article_id].source_language, articles[other.article_id].target_language)
        == languages
    ]


def propagate(project: Project, segment: Segment, others: Sequence[Segment]) -> JournalEntry | None:
    """Give other segments the translation of one, as one change that one undo takes back.

    Raises:
        StaleRevisionError: Somebody changed one of them meanwhile; none was changed.
    """
    changes = [(other.id, segment.target, other.revision) for other in others]
    return project.segments.replace_many(changes, {"done": "memory", "key": segment.key})
