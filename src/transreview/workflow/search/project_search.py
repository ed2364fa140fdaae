"""Searching the segments of a project, or of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.model.article import Article
from transreview.model.finding import Side
from transreview.model.segment import Segment
from transreview.project.project import Project
from transreview.workflow.search.filter_line import read_line
from transreview.workflow.search.query import Finder, Query, Span, finder


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A segment that has what was looked for.

    Attributes:
        article: Its article.
        segment: The segment.
        source: Spans in its source.
        target: Spans in its current text.
        path: The project file it is in.
    """

    article: Article
    segment: Segment
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    path: Path


def search_project(
    project: Project,
    query: Query,
    article_id: int | None = None,
    *,
    line: str = "",
    tell: Callable[[int], None] = lambda _count: None,
) -> Iterator[Found]:
    """Yield the segments of a project that have what is looked for, in reading order.

    Plain text goes through the project's index where it has one; patterns and forms read every text.

    Args:
        project: An open project.
        query: What to look for; without a text it is everything that fits the line.
        article_id: Only in this article.
        line: Only in segments that fit this line of a filter (`workflow.search.filter_line`).
        tell: Called with the number of segments read so far; what it raises ends the search.

    Raises:
        UsageError: The query means nothing.
    """
    count = 0
    anything = bool(line.strip()) and not query.text.strip()
    if anything:
        query = replace(query, text=read_line(line).text)
    for article in project.articles.all():
        if article_id is not None and article.id != article_id:
            continue
        among = _fitting(project, article, line)
        if anything and not query.text:
            for segment in project.segments.get_many(among or ()):
                yield Found(article=article, segment=segment, source=(), target=(), path=project.path)
            continue
        finders = {
            Side.SOURCE: finder(query, article.source_language),
            Side.TARGET: finder(query, article.target_language),
        }
        for segment in _candidates(project, query, article.id):
            if among is not None and segment.id not in among:
                continue
            tell(count := count + 1)
            source = _spans(finders, query, Side.SOURCE, segment.source)
            target = _spans(finders, query, Side.TARGET, segment.target)
            if source or target:
                yield Found(article=article, segment=segment, source=source, target=target, path=project.path)


def _fitting(project: Project, article: Article, line: str) -> dict[int, None] | None:
    """Return the segments that fit the line of a filter, in reading order; None when there is no line."""
    if not line.strip():
        return None
    from transreview.workflow.search.filtering import fitting

    return dict.fromkeys(fitting(project, article, line))


def search_projects(paths: Iterable[Path], query: Query, line: str = "") -> Iterator[Found]:
    """Yield what several project files have; each is opened to be read only.

    Raises:
        InputError: One cannot be opened.
        UsageError: The query means nothing.
    """
    for path in paths:
        with Project.open(path, read_only=True) as project:
            yield from search_project(project, query, line=line)


def _candidates(project: Project, query: Query, article_id: int) -> Iterable[Segment]:
    if query.regex or query.any_form:
        return project.segments.each(article_id)
    return project.segments.get_many(project.search.find(query.text, article_id))


def _spans(finders: dict[Side, Finder], query: Query, side: Side, text: str) -> tuple[Span, ...]:
    return tuple(finders[side](text)) if query.looks_in(side) else ()
