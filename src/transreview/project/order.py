"""The order of segments: which come when, and the place of each in its article."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cached_property

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.store import Store


class Order:
    """All segments in the order of their articles, as one short array of ids.

    Args:
        rows: (id, article id) of every segment, in order.
    """

    def __init__(self, rows: list[tuple[int, int]]) -> None:
        self.ids = array("q", [segment for segment, _article in rows])
        self.bounds: dict[int, tuple[int, int]] = {}
        start = 0
        for index, (_segment, article) in enumerate(rows):
            if index == len(rows) - 1 or rows[index + 1][1] != article:
                self.bounds[article] = (start, index + 1)
                start = index + 1

    @cached_property
    def _index(self) -> dict[int, int]:
        return {segment: index for index, segment in enumerate(self.ids)}

    def of(self, article_id: int | None) -> array[int]:
        """Return the ids of one article's segments, or of all."""
        if article_id is None:
            return self.ids
        start, end = self.bounds.get(article_id, (0, 0))
        return self.ids[start:end]

    def position(self, segment_id: int, article_id: int) -> int:
        """Return the 0-based place of a segment in its article."""
        return self._index[segment_id] - self.bounds[article_id][0]

    def sorted(self, segment_ids: Iterable[int]) -> array[int]:
        """Return those of some segments that exist, in reading order."""
        return array("q", sorted(filter(self._index.__contains__, segment_ids), key=self._index.__getitem__))

    def neighbour(self, segment_id: int, article_id: int, step: int) -> int | None:
        """Return the segment `step` places on in the same article, or None at its ends."""
        start, end = self.bounds[article_id]
        index = self._index[segment_id] + step
        return self.ids[index] if start <= index < end else None


class OrderCache:
    """The present order, read again only after segments came, went or moved.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._order = Order([])

    def get(self) -> Order:
        """Return the order as it is now, whoever changed it last."""
        version = self._store.value("SELECT structure FROM project")
        if version != self._version:
            self._order = Order(
                self._store.all("SELECT id, article_id FROM segment ORDER BY article_id, place")
            )
            self._version = version
        return self._order


def no_such_segment(store: Store, segment_id: int) -> UsageError:
    """Return the error for a segment number that the project does not have.

    Args:
        store: The project file.
        segment_id: The number asked for.
    """
    return UsageError(
        _("there is no segment {number}").format(number=segment_id),
        path=store.path,
        remedy=_("It may have been merged; read the article again"),
    )
