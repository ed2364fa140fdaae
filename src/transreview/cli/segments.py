"""Naming segments on the command line: by key or number, one, several, or a run of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transreview.errors import UsageError
from transreview.i18n import _

if TYPE_CHECKING:
    from transreview.model.segment import Segment
    from transreview.project import Project


def named_article(project: Project, article: int | None) -> int:
    """Return the article that segments are counted in: the one named, or the only one.

    Raises:
        UsageError: It is not there, or there are several and none was named.
    """
    ids = [one.id for one in project.articles.all()]
    if article is None and len(ids) == 1:
        return ids[0]
    if article in ids:
        assert article is not None
        return article
    wrong = _("the project has several articles") if article is None else _("there is no such article")
    raise UsageError(
        wrong, path=project.path, remedy=_("Name one with --article; `transreview status` lists them")
    )


def named_segments(project: Project, article_id: int, words: Sequence[str]) -> list[Segment]:
    """Return the segments that some words name, in the order of the words.

    Args:
        project: An open project.
        article_id: Where numbers count.
        words: Each a key ("0004"), a 1-based number ("4") or a run of numbers ("4-9").

    Raises:
        UsageError: A word names no segment.
    """
    segments = project.segments.all(article_id)
    by_key = {segment.key: segment for segment in segments}
    found: list[Segment] = []
    for word in words:
        if word in by_key:
            found.append(by_key[word])
            continue
        first, dash, last = word.partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise _unknown(project, word, len(segments))
        low, high = int(first), int(last or first)
        if not 1 <= low <= high <= len(segments):
            raise _unknown(project, word, len(segments))
        found += segments[low - 1 : high]
    return list({segment.id: segment for segment in found}.values())


def _unknown(project: Project, word: str, count: int) -> UsageError:
    return UsageError(
        _("“{word}” names no segment").format(word=word),
        path=project.path,
        remedy=_("Name it by its key (0004), its number (1 to {count}) or a run (4-9)").format(count=count),
    )
