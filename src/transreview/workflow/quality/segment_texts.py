"""Segments as the checks see them: their texts, and what their files say beside the texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from transreview.checks.segment_text import SegmentText
from transreview.model.article import Article
from transreview.model.inline_mark import InlineMark
from transreview.model.segment import Segment

if TYPE_CHECKING:
    from transreview.project import Project
    from transreview.project.segment_marks import SegmentMarks


def comparable_marks(
    project: Project, article: Article, segment_ids: Iterable[int] | None = None
) -> Mapping[int, SegmentMarks]:
    """Return what stands beside the texts of segments, where both files can say it.

    A translation in plain text has no links or levels to compare: both files must be of one format.

    Args:
        project: The open project.
        article: The article.
        segment_ids: The segments to look at; all when None.
    """
    endings = {PurePath(path).suffix.lower() for path in (article.source_path, article.target_path)}
    return project.articles.marks(article.id, segment_ids) if len(endings) == 1 else {}


def text_of(segment: Segment, target: str | None = None, marks: SegmentMarks | None = None) -> SegmentText:
    """Return a segment as the checks see it.

    Args:
        segment: The segment.
        target: A translation to look at instead of its own.
        marks: What stands beside its texts; None where nothing does.
    """
    text = segment.target if target is None else target
    if marks is None:
        return SegmentText(segment.source, text, id=segment.id, kind=segment.kind)
    return SegmentText(
        segment.source,
        text,
        id=segment.id,
        kind=segment.kind,
        source_marks=marks.source,
        target_marks=carried_marks(marks.machine, segment.machine, text),
        levels=marks.levels if all(marks.levels) else (0, 0),
    )


def carried_marks(marks: Sequence[InlineMark], before: str, after: str) -> tuple[InlineMark, ...]:
    """Return the marks of a text at the places that their words have in an edited one.

    A mark all of whose words are gone is gone with them.

    Args:
        marks: The marks of the text as it was.
        before: That text.
        after: The text as it is.
    """
    if not marks or before == after:
        return tuple(marks)
    from rapidfuzz.distance import Indel

    kept = [
        (one.src_start, one.src_end, one.dest_start)
        for one in Indel.opcodes(before, after)
        if one.tag == "equal"
    ]
    starts = [start for start, _end, _to in kept]

    def first(place: int) -> int | None:
        """Return where the first kept character from a place on stands now."""
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < kept[number][1]:
            return kept[number][2] + place - kept[number][0]
        return kept[number + 1][2] if number + 1 < len(kept) else None

    def past(place: int) -> int:
        """Return where the last kept character before a place ends now."""
        number = bisect_right(starts, place - 1) - 1
        if number < 0:
            return 0
        start, end, to = kept[number]
        return to + min(place, end) - start

    carried: list[InlineMark] = []
    for mark in marks:
        if mark.start == mark.end:  # a picture or note between the words
            carried.append(replace(mark, start=past(mark.start), end=past(mark.start)))
            continue
        start, end = first(mark.start), past(mark.end)
        if start is not None and start < end:
            inner = (start, end) if mark.inner is not None else None
            carried.append(replace(mark, start=start, end=end, inner=inner))
    return tuple(carried)
