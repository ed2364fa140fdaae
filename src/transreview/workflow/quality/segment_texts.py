"""Segments as the checks see them: their texts, and what their files say beside the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING

from transreview.checks.segment_text import CatalogMessage, SegmentText
from transreview.formats.mark_transfer import transfer
from transreview.model.article import Article
from transreview.model.inline_mark import InlineMark
from transreview.model.segment import Segment
from transreview.model.unit import UnitKind
from transreview.project.segment_marks import SegmentMarks

if TYPE_CHECKING:
    from transreview.project import Project


def comparable_marks(
    project: Project, article: Article, segment_ids: Iterable[int] | None = None
) -> Mapping[int, SegmentMarks]:
    """Return what stands beside the texts of segments, where both files can say it.

    A translation in plain text has no links or levels to compare: both files must be of one format, or each
    of one that has such marks.

    Args:
        project: The open project.
        article: The article.
        segment_ids: The segments to look at; all when None.
    """
    endings = {PurePath(path).suffix.lower() for path in (article.source_path, article.target_path)}
    comparable = len(endings) == 1 or endings <= _WITH_MARKS
    return project.articles.marks(article.id, segment_ids) if comparable else {}


_WITH_MARKS = frozenset({
    ".md", ".markdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml", ".docx", ".odt", ".epub",
})  # fmt: skip


def descriptions_alone(article: Article, segments: Iterable[Segment]) -> set[int]:
    """Return the segments that describe one file alone, as the format of the other has no such texts.

    The title and the description of a page and those of front matter stand before all running text.

    Args:
        article: The article.
        segments: Its segments in order; only the first ones are looked at.
    """
    source, target = (PurePath(path).suffix.lower() for path in (article.source_path, article.target_path))
    found: set[int] = set()
    if source == target:
        return found
    for segment in takewhile(lambda one: one.kind is UnitKind.CAPTION, segments):
        alone = target if not segment.source else source if not segment.machine else ""
        if alone in _WITH_DESCRIPTIONS:
            found.add(segment.id)
    return found


_WITH_DESCRIPTIONS = frozenset({".md", ".markdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml", ".epub"})


_NO_MARKS = SegmentMarks()


def text_of(
    segment: Segment,
    target: str | None = None,
    marks: SegmentMarks | None = None,
    *,
    only_here: bool = False,
    source: str | None = None,
    message: CatalogMessage | None = None,
) -> SegmentText:
    """Return a segment as the checks see it.

    Args:
        segment: The segment.
        target: A translation to look at instead of its own.
        marks: What stands beside its texts; None where nothing does.
        only_here: Whether it is one of `descriptions_alone`.
        source: The source to hold it against instead of its own.
        message: What its catalog says of it.
    """
    text = segment.target if target is None else target
    known = marks or _NO_MARKS
    return SegmentText(
        segment.source if source is None else source,
        text,
        id=segment.id,
        kind=segment.kind,
        only_here=only_here,
        message=message,
        source_marks=known.source,
        target_marks=carried_marks(known.machine, segment.machine, text),
        levels=known.levels if all(known.levels) else (0, 0),
    )


def carried_marks(marks: Sequence[InlineMark], before: str, after: str) -> tuple[InlineMark, ...]:
    """Return the marks of a text where the file that is written of it will have them once it is edited.

    A mark whose words are gone is gone with them.

    Args:
        marks: The marks of the text as it was.
        before: That text.
        after: The text as it is.
    """
    if not marks or before == after:
        return tuple(marks)
    around = [mark for mark in marks if mark.start < mark.end]
    between = [mark for mark in marks if mark.start == mark.end]  # pictures and notes
    moved = transfer(before, after, [(m.start, m.end) for m in around], [m.start for m in between])
    carried = [replace(mark, start=at, end=at) for mark, at in zip(between, moved.points, strict=True)]
    for mark, span in zip(around, moved.spans, strict=True):
        if span is not None:
            inner = None if mark.inner is None else span
            carried.append(replace(mark, start=span[0], end=span[1], inner=inner))
    return tuple(sorted(carried, key=lambda mark: (mark.start, -mark.end)))
