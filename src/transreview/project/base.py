"""What every part of a project's interface stands on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from transreview.model.segment import Segment
from transreview.project import rows
from transreview.project.order import OrderCache, no_such_segment
from transreview.project.sidecar import Sidecar
from transreview.project.store import Store


class ProjectBase:
    """The open file, the file beside it, and the order of the segments.

    Args:
        store: The project file.
        sidecar: The file of computed things beside it.
    """

    def __init__(self, store: Store, sidecar: Sidecar) -> None:
        self._store = store
        self._sidecar = sidecar
        self._order = OrderCache(store)

    def segment(self, segment_id: int) -> Segment:
        """Return one segment.

        Raises:
            UsageError: There is no such segment (any more).
        """
        with self._store.snapshot():
            row = self._store.one(f"{rows.SEGMENT} WHERE id = ?", (segment_id,))
            if row is None:
                raise no_such_segment(self._store, segment_id)
            return rows.segment(row, self._order.get())

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let a block see the project as it is at its first question, whatever others write meanwhile."""
        with self._store.snapshot():
            yield
