"""Segments as formats of pairs need them: every one has a source; what has none goes with a neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.annotation import Comment
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.project.project import Project
from transreview.workflow.delivery.choice import ALL, Choice


@dataclass(slots=True)
class Sourced:
    """A segment that has a source.

    Attributes:
        segment: The segment.
        comments: Comments on it, and on what goes with it.
        added: Segments without a source that stand behind it, or before it when it is the first.
    """

    segment: Segment
    comments: list[Comment]
    added: list[Segment] = field(default_factory=list)


def sourced_segments(
    project: Project, article: Article, comments: dict[int, list[Comment]], choice: Choice = ALL
) -> Iterator[Sourced]:
    """Yield the segments of an article that have a source, in reading order.

    Text that the translation added has no source to be a pair of: it goes with the segment before
    it, or with the first one, so that it is not lost.

    Raises:
        UsageError: No segment of the article has a source.
    """
    waiting: Sourced | None = None
    first: list[Segment] = []  # what stands before any source
    for segment in project.segments.each(article.id):
        if not choice.takes(segment):
            continue
        if segment.source.strip():
            if waiting is not None:
                yield waiting
            waiting = Sourced(segment, [*comments.get(segment.id, ())])
            if first:
                waiting.added, first = first, []
                waiting.comments += [one for other in waiting.added for one in comments.get(other.id, ())]
        elif waiting is None:
            first.append(segment)
        else:
            waiting.added.append(segment)
            waiting.comments += comments.get(segment.id, ())
    if waiting is not None:
        yield waiting
    elif first and choice.is_all:
        raise UsageError(
            _("{article} has no source text, so there are no pairs to export").format(article=article.slug),
            remedy=_("Export it as .md or .txt."),
        )


def comments_by_segment(project: Project) -> dict[int, list[Comment]]:
    """Return all comments of a project by the segment they are on."""
    found: dict[int, list[Comment]] = {}
    for comment in project.comments.all():
        found.setdefault(comment.segment_id, []).append(comment)
    return found
