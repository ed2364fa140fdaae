"""Finding segments by words: through the index beside the project, or by reading all texts."""

from __future__ import annotations

from array import array

from transreview.project.cache_file import CacheFile
from transreview.project.order import OrderCache
from transreview.project.store import Store

_BETWEEN = "\x1f"  # stands between source and target in the index, so that nothing matches across
_AT_ONCE = 500
_CATCH_UP = 2000


class Index:
    """The trigram index of all texts; it follows the journal, and is rebuilt when it is lost.

    Every segment has one line in it. A line is never changed: when a text changes, the segment
    is pointed to a new line, so that the index cannot contradict the project, only miss a text.

    Args:
        store: The project file.
        cache_file: The file that holds the index.
    """

    def __init__(self, store: Store, cache_file: CacheFile) -> None:
        self._store = store
        self._cache_file = cache_file

    def find(self, text: str) -> list[int] | None:
        """Return the segments that hold a text, or None when the index cannot say.

        Args:
            text: At least three characters.
        """
        if len(text) < 3 or not self._follow() or self._missing() > _CATCH_UP:
            return None
        while remaining := self._missing():
            if self.grow() >= remaining:
                return None
        phrase = '"' + text.casefold().replace('"', '""') + '"'
        found = self._cache_file.query(
            "SELECT segment_id FROM texts JOIN indexed ON indexed.line = texts.rowid WHERE texts MATCH ?",
            (phrase,),
        )
        return None if found is None else [row[0] for row in found]

    def grow(self) -> int:
        """Take some more segments in.

        Returns:
            How many are still missing; 0 when the index is complete.
        """
        if not self._follow():
            return 0
        done = self._cache_file.query("SELECT segment_id FROM indexed")
        if done is None:
            return 0
        have = {row[0] for row in done}
        missing = [row[0] for row in self._store.all("SELECT id FROM segment") if row[0] not in have]
        now, later = missing[:_CATCH_UP], missing[_CATCH_UP:]
        for start in range(0, len(now), _AT_ONCE):
            if not self._add(now[start : start + _AT_ONCE]):
                return 0
        return len(later)

    def _follow(self) -> bool:
        """Let go of the lines of segments that changed since; return whether the index is of use."""
        seen = self._cache_file.query("SELECT seen, lines FROM about")
        if not seen:
            return False
        (last_seen, lines) = seen[0]
        last = self._store.value("SELECT max(id) FROM journal") or 0
        if last == last_seen:
            return True
        if last < last_seen or lines > 3 * self._count() + 10_000:
            # An older copy of the project was put back, or most lines are of old texts: begin again.
            return self._cache_file.change(
                [
                    ("DELETE FROM indexed", [()]),
                    ("INSERT INTO texts (texts) VALUES ('delete-all')", [()]),
                    ("UPDATE about SET seen = ?, lines = 0", [(last,)]),
                ]
            )
        changed = self._store.all(
            "SELECT DISTINCT row FROM change WHERE entry > ? AND tbl = 'segment'", (last_seen,)
        )
        return self._cache_file.change(
            [
                ("DELETE FROM indexed WHERE segment_id = ?", changed),
                ("UPDATE about SET seen = ?", [(last,)]),
            ]
        )

    def _add(self, segment_ids: list[int]) -> bool:
        marks = ", ".join("?" * len(segment_ids))
        texts = self._store.all(
            f"SELECT id, source, target FROM segment WHERE id IN ({marks})",  # noqa: S608
            segment_ids,
        )
        lines = self._cache_file.query("SELECT lines FROM about")
        if not lines:
            return False
        first = lines[0][0] + 1
        return self._cache_file.change(
            [
                (
                    "INSERT INTO texts (rowid, text) VALUES (?, ?)",
                    [
                        (first + i, f"{source}{_BETWEEN}{target}".casefold())
                        for i, (_id, source, target) in enumerate(texts)
                    ],
                ),
                ("INSERT INTO indexed VALUES (?, ?)", [(row[0], first + i) for i, row in enumerate(texts)]),
                ("UPDATE about SET lines = lines + ?", [(len(texts),)]),
            ]
        )

    def _missing(self) -> int:
        count = self._cache_file.query("SELECT count(*) FROM indexed")
        return 0 if count is None else self._count() - int(count[0][0])

    def _count(self) -> int:
        return int(self._store.value("SELECT count(*) FROM segment"))


class Search:
    """Finds segments by words.

    Args:
        store: The project file.
        order: The order of its segments.
        cache_file: The file that holds the index.
    """

    def __init__(self, store: Store, order: OrderCache, cache_file: CacheFile) -> None:
        self._store = store
        self._order = order
        self._index = Index(store, cache_file)

    def find(self, text: str, article_id: int | None = None) -> array[int]:
        """Return the segments whose source or target holds a text, in reading order.

        Case does not matter. Without a complete index, or for one or two characters, all texts are
        read; then letters outside ASCII match as typed, in lower and in upper case.

        Args:
            text: What to look for.
            article_id: Only in this article.
        """
        if not text:
            return array("q")
        found = self._index.find(text)
        if found is None:
            found = self._scan(text)
        return self._order.get().sorted(set(found), article_id)

    def grow(self) -> int:
        """Take up to 2,000 more segments into the search index; for a background thread.

        Returns:
            How many segments are still missing; 0 when there is nothing more to do.
        """
        return self._index.grow()

    def _scan(self, text: str) -> list[int]:
        variants = dict.fromkeys((text, text.lower(), text.upper()))
        patterns = [f"%{_escaped(variant)}%" for variant in variants]
        like = self._store.like
        test = " OR ".join([f"source {like} ? ESCAPE '\\' OR target {like} ? ESCAPE '\\'"] * len(patterns))
        values = [pattern for pattern in patterns for _side in range(2)]
        return [row[0] for row in self._store.all(f"SELECT id FROM segment WHERE {test}", values)]  # noqa: S608


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
