"""Reading a project: articles, segments in their order, units, and how far the review has come."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.segment import Segment, Status
from transreview.model.unit import Unit
from transreview.project import rows
from transreview.project.base import ProjectBase
from transreview.project.progress import Progress, ProgressCount
from transreview.project.store import Row

_CHUNK = 500


class Reading(ProjectBase):
    """The part of a project that answers questions."""

    @cached_property
    def _count(self) -> ProgressCount:
        return ProgressCount(self._store)

    def articles(self) -> list[Article]:
        """Return all articles in the order they were added."""
        with self._store.snapshot():
            return [rows.article(row) for row in self._store.all(f"{rows.ARTICLE} ORDER BY id")]

    def article(self, article_id: int) -> Article:
        """Return one article.

        Raises:
            UsageError: There is no such article.
        """
        row = self._store.one(f"{rows.ARTICLE} WHERE id = ?", (article_id,))
        if row is None:
            raise UsageError(
                _("there is no article {number}").format(number=article_id),
                path=self._store.path,
                remedy=_("`transreview status` lists the articles"),
            )
        return rows.article(row)

    def article_data(self, article_id: int, name: str) -> str | None:
        """Return a text kept with an article (its file's layout, say), or None."""
        value: str | None = self._store.value(
            "SELECT value FROM article_data WHERE article_id = ? AND name = ?", (article_id, name)
        )
        return value

    def segment_ids(self, article_id: int | None = None) -> array[int]:
        """Return the ids of all segments, or of one article's, in reading order; do not change it."""
        return self._order.get().of(article_id)

    def spans(self, article_id: int | None = None) -> list[tuple[int, int, int]]:
        """Return (id, characters of source, characters of target) of each segment in reading order.

        It is read from an index alone: cheap enough to estimate heights for a whole project.
        """
        query = "SELECT id, source_length, target_length FROM segment"
        if article_id is None:
            return self._store.all(f"{query} ORDER BY article_id, place")
        return self._store.all(f"{query} WHERE article_id = ? ORDER BY place", (article_id,))

    def rows(self, ids: Iterable[int]) -> list[Segment]:
        """Return segments in the order of `ids`; those that are gone are left out."""
        found: list[Segment] = []
        remaining = iter(ids)
        while chunk := list(islice(remaining, _CHUNK)):
            marks = ", ".join("?" * len(chunk))
            with self._store.snapshot():
                order = self._order.get()
                read = {
                    row[0]: row for row in self._store.all(f"{rows.SEGMENT} WHERE id IN ({marks})", chunk)
                }
                found += [rows.segment(read[i], order) for i in chunk if i in read]
        return found

    def segments(self, article_id: int | None = None) -> list[Segment]:
        """Return every segment of an article, or of the project, in reading order."""
        return list(self.each_segment(article_id))

    def each_segment(self, article_id: int | None = None) -> Iterator[Segment]:
        """Yield segments in reading order without holding them all in memory."""
        ids = self.segment_ids(article_id)
        for start in range(0, len(ids), _CHUNK):
            yield from self.rows(ids[start : start + _CHUNK])

    def select(
        self,
        article_id: int | None = None,
        *,
        statuses: Sequence[Status] = (),
        needs_work: bool | None = None,
        untouched: bool | None = None,
        commented: bool | None = None,
        confidence_below: float | None = None,
    ) -> array[int]:
        """Return the ids of the segments that fit every condition given, in reading order.

        Args:
            article_id: Only of this article.
            statuses: Only with one of these.
            needs_work: Only with, or only without the flag.
            untouched: Only those whose text is, or is not, the machine translation.
            commented: Only with, or only without comments.
            confidence_below: Only where the alignment is less sure than this.
        """
        conditions, values = ["1"], list[object]()
        for column, value in (
            ("article_id", article_id),
            ("needs_work", needs_work),
            ("untouched", untouched),
            ("EXISTS (SELECT 1 FROM comment WHERE comment.segment_id = segment.id)", commented),
        ):
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(int(value))
        if confidence_below is not None:
            conditions.append("confidence < ?")
            values.append(confidence_below)
        if statuses:
            conditions.append(f"status IN ({', '.join('?' * len(statuses))})")
            values += statuses
        where = " AND ".join(conditions)
        query = f"SELECT id FROM segment WHERE {where} ORDER BY article_id, place"  # noqa: S608
        return array("q", [row[0] for row in self._store.all(query, values)])

    def units(self, article_id: int, side: str) -> list[Unit]:
        """Return the units of one side ("source", "target", "reference") in the text's order."""
        return [rows.unit(row) for row in self._units(article_id, side, rows.UNIT)]

    def segment_units(self, segment_id: int, side: str) -> list[Unit]:
        """Return the units that one side of a segment is made of."""
        query = f"{rows.UNIT} WHERE segment_id = ? AND side = ? ORDER BY place, key"
        return [rows.unit(row) for row in self._store.all(query, (segment_id, side))]

    def beads(self, article_id: int) -> list[Bead]:
        """Return the present alignment of an article, bead by bead in segment order.

        Indexes count the units that `units` returns. A bead is fixed when a person made it or
        has confirmed or approved its segment.
        """
        members: dict[int, tuple[list[int], list[int]]] = {}
        for number, side in enumerate(("source", "target")):
            for index, (segment_id,) in enumerate(
                self._units(article_id, side, "SELECT segment_id FROM unit")
            ):
                members.setdefault(segment_id, ([], []))[number].append(index)
        query = (
            "SELECT id, confidence, crossed, fixed OR status IN ('confirmed', 'approved') FROM segment"
            " WHERE article_id = ? ORDER BY place"
        )
        return [
            Bead(tuple(members[id_][0]), tuple(members[id_][1]), confidence, bool(crossed), bool(fixed))
            for id_, confidence, crossed, fixed in self._store.all(query, (article_id,))
        ]

    def progress(self, article_id: int | None = None) -> Progress:
        """Return how far the review of one article, or of the project, has come."""
        return self._count.progress(article_id)

    def _units(self, article_id: int, side: str, query: str) -> list[Row]:
        return self._store.all(
            f"{query} WHERE article_id = ? AND side = ? ORDER BY place, key", (article_id, side)
        )
