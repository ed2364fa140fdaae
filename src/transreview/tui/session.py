"""The article that is open for review: which segments are shown, and their rows, read when needed."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import islice

from transreview.model.article import Article
from transreview.model.journal import SegmentChange
from transreview.model.segment import Segment
from transreview.project.project import Project
from transreview.tui.widths import cells

CHUNK = 64
"""Segments read at once: about what one screen and its neighbours show."""

KEPT_CHUNKS = 48

FEW = 4
"""Questions for the place of a segment that are answered without a table of all."""

LEAST_SHARE = 0.36
"""Part of the width that either text gets at least."""


class Session:
    """One article of a project under review.

    A segment is read with its neighbours when it is first asked for. The ids of all segments are read
    when something first needs them, or by `load`: a picture of a hundred thousand segments does not.

    Args:
        project: The open project.
        article: The article to begin with.
    """

    def __init__(self, project: Project, article: Article) -> None:
        self.project = project
        self.article = article
        self.is_filtered = False
        self._ids: Sequence[int] | None = None
        self._filtered: Sequence[int] = ()
        self._index: dict[int, int] = {}
        self._asked = 0
        self._chunks: OrderedDict[int, dict[int, Segment]] = OrderedDict()
        self._data_version = project.data_version()
        self._last_entry = project.journal.last_id()
        self.has_news = False
        self._count = project.segments.count(article.id)
        self._history: tuple[Segment | None, list[SegmentChange]] = (None, [])

    @property
    def ids(self) -> Sequence[int]:
        """The segments of the article in reading order."""
        if self._ids is None:
            self._ids = self.project.segments.ids(self.article.id)
        return self._ids

    @property
    def shown(self) -> Sequence[int]:
        """Those that are shown, in reading order."""
        return self._filtered if self.is_filtered else self.ids

    @property
    def total(self) -> int:
        """The number of segments of the article, whether shown or not."""
        return self._count if self._ids is None else len(self._ids)

    def __len__(self) -> int:
        """Return the number of segments shown."""
        return len(self._filtered) if self.is_filtered else self.total

    def load(self) -> None:
        """Read the ids of all segments before something waits for them; for a thread of its own."""
        article = self.article
        ids = self.project.segments.ids(article.id)
        if article is self.article and self._ids is None:
            self._ids = ids

    def open(self, article: Article) -> None:
        """Go to another article, all of it shown."""
        self.article = article
        self.is_filtered = False
        self.reload()

    def reload(self) -> None:
        """Read the order of the segments again; a filter keeps those of its segments that are left."""
        self._ids = self.project.segments.ids(self.article.id)
        self.forget()
        self._index = {}
        if self.is_filtered:
            left = set(self._ids)
            self.show_only(segment_id for segment_id in self._filtered if segment_id in left)

    def show_only(self, segment_ids: Iterable[int]) -> None:
        """Show only these segments, given in reading order."""
        self._filtered = array("q", segment_ids)
        self.is_filtered = True
        self._index = {}
        self._chunks.clear()

    def show_all(self) -> None:
        """Show all segments of the article."""
        self.is_filtered, self._index = False, {}
        self._chunks.clear()

    @property
    def source_share(self) -> float:
        """What part of the width the source needs so that both columns get about equally long.

        Judged by the article's first segments: Georgian takes more than twice the cells of Chinese.
        """
        first = (
            self.project.segments.window(self.article.id, 0, CHUNK)
            if self.is_filtered
            else (self._chunks.get(0) or self._read(0)).values()
        )
        source = sum(cells(segment.source) for segment in first)
        target = sum(cells(segment.target) for segment in first)
        return min(max(source / max(source + target, 1), LEAST_SHARE), 1 - LEAST_SHARE)

    def segment(self, index: int) -> Segment:
        """Return a segment by its place among those shown.

        Raises:
            IndexError: There is none.
        """
        number, offset = divmod(index, CHUNK)
        chunk = self._chunks.get(number)
        if chunk is None:
            chunk = self._read(number)
        if self._is_unread:
            found = next(islice(chunk.values(), offset, None), None)
        else:
            found = chunk.get(self.shown[index])
        if found is None:  # removed by somebody else since the order was read
            raise IndexError(index)
        return found

    @property
    def _is_unread(self) -> bool:
        """Whether segments have to be found by their place, since their ids are not known."""
        return self._ids is None and not self.is_filtered

    def index_of(self, segment_id: int) -> int | None:
        """Return the place of a segment among those shown, or None when it is not shown."""
        if not self._index:
            self._asked += 1
            if self._asked <= FEW and self._is_unread:
                return self.project.segments.position(segment_id, self.article.id)
            if self._asked <= FEW and isinstance(self.shown, array):  # a look through is cheaper than a table
                try:
                    return self.shown.index(segment_id)
                except ValueError:
                    return None
            self._index = {shown: index for index, shown in enumerate(self.shown)}
        return self._index.get(segment_id)

    def nearest(self, segment_id: int) -> int:
        """Return the place of a segment, or of the one shown that stands next after it in the article."""
        index = self.index_of(segment_id)
        if index is not None:
            return index
        order = {known: at for at, known in enumerate(self.ids)}
        at = order.get(segment_id)
        if at is None or not len(self.shown):
            return 0
        return next((i for i, shown in enumerate(self.shown) if order[shown] > at), len(self.shown) - 1)

    def replace(self, segment: Segment) -> None:
        """Take over a segment as the project returned it after a change."""
        index = self.index_of(segment.id)
        if index is not None and index // CHUNK in self._chunks:
            self._chunks[index // CHUNK][segment.id] = segment

    def forget(self, segment_ids: Iterable[int] | None = None) -> None:
        """Read some segments again when they are next needed, or all."""
        if segment_ids is None:
            self._chunks.clear()
            return
        for segment_id in segment_ids:
            index = self.index_of(segment_id)
            if index is not None:
                self._chunks.pop(index // CHUNK, None)

    def history(self, segment: Segment) -> list[SegmentChange]:
        """Return the history of a segment; asked for once, as long as it stays as it is."""
        if self._history[0] != segment:
            self._history = segment, self.project.journal.history(segment.id)
        return self._history[1]

    def changed_elsewhere(self) -> set[int] | None:
        """Return the segments that others may have changed since this was last asked; None if none did.

        Where a server was lost meanwhile these are more than have changed: `has_news` says whether any has.
        """
        version = self.project.data_version()
        if version == self._data_version:
            return None
        self._data_version = version
        last = self.project.journal.last_id()  # first: what comes meanwhile is read twice, and not missed
        changed = self.project.journal.changed_since(self._last_entry, by_others=True)
        self.has_news = bool(changed) and self.project.journal.has_others_since(self._last_entry)
        self._last_entry = last
        return changed

    def _read(self, number: int) -> dict[int, Segment]:
        first, segments = number * CHUNK, self.project.segments
        read = (
            segments.window(self.article.id, first, CHUNK)
            if self._is_unread
            else segments.get_many(self.shown[first : first + CHUNK])
        )
        chunk = {segment.id: segment for segment in read}
        self._chunks[number] = chunk
        if len(self._chunks) > KEPT_CHUNKS:
            self._chunks.popitem(last=False)
        return chunk
