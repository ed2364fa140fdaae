"""Conditions on segments, put together into one query."""

from __future__ import annotations

from collections.abc import Sequence

OPEN_COMMENT = (
    "EXISTS (SELECT 1 FROM comment WHERE comment.segment_id = segment.id AND comment.resolved_at IS NULL)"
)
BOOKMARK = 'EXISTS (SELECT 1 FROM bookmark WHERE bookmark.segment_id = segment.id AND bookmark."user" = ?)'
CHANGED_BY = (
    "EXISTS (SELECT 1 FROM change JOIN journal ON journal.id = change.entry"
    " WHERE change.segment_id = segment.id AND change.tbl = 'segment' AND journal.\"user\" = ?)"
)
CHANGED_SINCE = (
    "EXISTS (SELECT 1 FROM change JOIN journal ON journal.id = change.entry"
    " WHERE change.segment_id = segment.id AND change.tbl = 'segment' AND journal.at >= ?)"
)


class Selection:
    """Which segments are asked for; a condition that is None asks nothing."""

    def __init__(self) -> None:
        self._conditions = ["1 = 1"]
        self._values: list[object] = []

    def where(self, condition: str, value: object | None) -> None:
        """Ask for those that fit a condition with one value in it."""
        if value is not None:
            self._conditions.append(condition)
            self._values.append(int(value) if isinstance(value, bool) else value)

    def whether(self, condition: str, asked: bool | None, *values: object) -> None:
        """Ask for those that fit, or do not fit, a condition."""
        if asked is not None:
            self._conditions.append(condition if asked else f"NOT ({condition})")
            self._values += values

    def among(self, column: str, values: Sequence[object]) -> None:
        """Ask for those whose column holds one of some values; any, when there are none."""
        if values:
            self._conditions.append(f"{column} IN ({', '.join('?' * len(values))})")
            self._values += values

    def query(self) -> tuple[str, list[object]]:
        """Return the query for their ids in reading order, and its values."""
        where = " AND ".join(self._conditions)
        return f"SELECT id FROM segment WHERE {where} ORDER BY article_id, place", self._values  # noqa: S608
