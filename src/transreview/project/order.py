"""The order of segments: which come when, and the place of each in its article."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.project.store import Move, Store


class Order:
    """All segments in the order of their articles, as arrays of ids and of sparse places.

    It is never changed in place: who holds an array of ids keeps a list that stays as it was.

    Args:
        rows: (id, article id, place) of every segment, in order.
    """

    def __init__(self, rows: Iterable[tuple[int, int, int]] = ()) -> None:
        self._ids: dict[int, array[int]] = {}
        self._places: dict[int, array[int]] = {}
        self._all: array[int] | None = None
        for segment, article, place in rows:
            if article not in self._ids:
                self._ids[article], self._places[article] = array("q"), array("q")
            self._ids[article].append(segment)
            self._places[article].append(place)

    def of(self, article_id: int | None) -> array[int]:
        """Return the ids of one article's segments, or of all."""
        if article_id is not None:
            return self._ids.get(article_id, array("q"))
        if self._all is None:
            parts = [self._ids[article] for article in sorted(self._ids)]
            self._all = parts[0] if len(parts) == 1 else sum(parts, array("q"))
        return self._all

    def position(self, article_id: int, place: int) -> int:
        """Return the 0-based position in its article of the segment at a place."""
        return bisect_left(self._places[article_id], place)

    def neighbour(self, article_id: int, place: int, step: int) -> int | None:
        """Return the segment `step` positions on in the same article, or None beyond its ends."""
        ids = self._ids[article_id]
        index = self.position(article_id, place) + step
        return ids[index] if 0 <= index < len(ids) else None

    def sorted(self, segment_ids: set[int], article_id: int | None = None) -> array[int]:
        """Return those of some segments that exist, in reading order."""
        return array("q", filter(segment_ids.__contains__, self.of(article_id)))

    def moved(self, moves: Iterable[Move]) -> Order:
        """Return the order after segments came, went or moved."""
        after = Order()
        after._ids, after._places = dict(self._ids), dict(self._places)
        fresh: set[int] = set()
        for segment, article, before, now in moves:
            if article not in fresh:
                fresh.add(article)
                after._ids[article] = after._ids.get(article, array("q"))[:]
                after._places[article] = after._places.get(article, array("q"))[:]
            ids, places = after._ids[article], after._places[article]
            if before is not None:
                index = bisect_left(places, before)
                # Two segments may share a place for a moment, while one takes the other's.
                while ids[index] != segment:
                    index += 1
                del ids[index], places[index]
            if now is not None:
                index = bisect_left(places, now)
                ids.insert(index, segment)
                places.insert(index, now)
        return after


class OrderCache:
    """The present order: carried on over changes made here, read again after those of others.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = -1
        self._order = Order()

    def get(self) -> Order:
        """Return the order as it is now, whoever changed it last."""
        known = self.at(self._store.value("SELECT structure FROM project"))
        if known is not None:
            return known
        with self._store.snapshot():
            version = self._store.value("SELECT structure FROM project")
            if version != self._version:
                steps = [self._store.moves.get(step) for step in range(self._version + 1, version + 1)]
                if self._version >= 0 and all(step is not None for step in steps):
                    self._order = self._order.moved(move for step in steps for move in step or ())
                else:
                    query = "SELECT id, article_id, place FROM segment ORDER BY article_id, place"
                    self._order = Order(self._store.each(query))
                self._version = version
            return self._order

    def take(self, other: OrderCache) -> None:
        """Take what another connection to the same project has read, where nothing was read here yet."""
        with self._store.snapshot():
            if self._version < 0:
                self._order, self._version = other._order, other._version

    def at(self, version: int) -> Order | None:
        """Return the order of a version of the structure, None where it would have to be read."""
        return self._order if version == self._version else None


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
