"""What a project puts into the user's memory: its confirmed segments, as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transreview.memory.file import MemoryFile
from transreview.memory.record import MemoryPair, Origin
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.project.project import Project


@dataclass(frozen=True, slots=True)
class Recorded:
    """What following a project did to a memory.

    Attributes:
        taken: Pairs that were taken in or renewed.
        forgotten: Pairs whose segments are no longer confirmed, or no longer there.
    """

    taken: int
    forgotten: int


def record(project: Project, memory: MemoryFile) -> Recorded:
    """Bring a memory up to date with a project: only what changed since the last time is looked at.

    Confirmed and approved segments are remembered; one that is edited, sent back, merged away or
    undone is forgotten until somebody confirms it again.

    Args:
        project: An open project.
        memory: The user's memory.

    Raises:
        InputError: The memory cannot be written.
    """
    name, label = project.identity, project.name
    seen, last = memory.position(name), project.journal.last_id()
    if seen == last:
        return Recorded(0, 0)
    if seen > last:  # an older copy of the project took its place: what was known of it may be wrong
        memory.remove(name)
        seen = 0
    changed = project.journal.changed_since(seen) if seen else set(project.segments.ids())
    articles = {article.id: article for article in project.articles.all()}
    done = [segment for segment in project.segments.get_many(sorted(changed)) if segment.status.is_done]
    gone = changed - {segment.id for segment in done}
    forgotten = memory.remove(name, map(str, sorted(gone))) if seen else 0
    taken = memory.add(_pairs(done, articles, name, label, project.user))
    memory.set_position(name, label, last)
    return Recorded(taken, forgotten)


def _pairs(
    segments: Iterable[Segment], articles: dict[int, Article], name: str, label: str, user: str
) -> Iterator[MemoryPair]:
    for segment in segments:
        article = articles[segment.article_id]
        yield MemoryPair(
            source=segment.source,
            target=segment.target,
            source_language=article.source_language,
            target_language=article.target_language,
            origin=Origin.MACHINE if segment.is_untouched else Origin.PERSON,
            collection=name,
            key=str(segment.id),
            label=label,
            user=user,
        )
