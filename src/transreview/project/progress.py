"""How far the review has come: counted once, then carried on over the journal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project.decoding import known, moment, parsed
from transreview.project.store import Store

_STATUS = {status.value: status for status in Status}
# With more changes than this to carry on over, counting anew is as fast.
_MANY = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the review of an article, or of the whole project, has come.

    Attributes:
        segments: Number of segments.
        by_status: Number of segments of each status; every status is there.
        untouched: Segments that nobody has edited, confirmed or approved.
        needs_work: Segments with the flag.
        comments: Number of comments.
        last_change: Moment (UTC) of the last change, None before the first.
        last_user: Who made it.
    """

    segments: int
    by_status: dict[Status, int]
    untouched: int
    needs_work: int
    comments: int
    last_change: datetime | None
    last_user: str


class ProgressCount:
    """Segments by article, status, untouched and flag, kept up to date over the journal.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: int | None = None
        self._counts: Counter[tuple[int, str, int, int]] = Counter()

    def progress(self, article_id: int | None) -> Progress:
        """Return how far one article, or the project, has come."""
        with self._store.snapshot():
            self._catch_up()
            comments = self._comments(article_id)
            last = self._last_entry(article_id)
            when, who = self._store.one('SELECT at, "user" FROM journal WHERE id = ?', (last,)) or (None, "")
        by_status = dict.fromkeys(Status, 0)
        flagged = 0
        for (article, status, _is_machines, needs_work), count in self._counts.items():
            if article_id in {None, article}:
                by_status[known(_STATUS, status)] += count
                flagged += count * needs_work
        return Progress(
            segments=sum(by_status.values()),
            by_status=by_status,
            untouched=by_status[Status.MACHINE],
            needs_work=flagged,
            comments=comments,
            last_change=moment(when) if when else None,
            last_user=who,
        )

    def _catch_up(self) -> None:
        last = self._store.value("SELECT max(id) FROM journal") or 0
        # After a crash of the server numbers may have been given twice: then all is counted anew.
        doubtful = self._seen is not None and (self._seen <= self._store.settled or last < self._seen)
        if last == self._seen and not doubtful:
            return
        known = None if doubtful else self._seen
        changes = self._changes_since(known) if known is not None else None
        if changes is None:
            counted = self._store.all(
                "SELECT article_id, status, untouched, needs_work, count(*) FROM segment"
                " GROUP BY article_id, status, untouched, needs_work"
            )
            self._counts = Counter({(*key,): count for *key, count in counted})
        else:
            self._carry_on(changes)
        self._seen = last

    def _changes_since(self, entry: int) -> list[tuple[int, Any, Any]] | None:
        """Return the changes of segments after an entry, or None where counting anew is better."""
        imported = self._store.one(
            "SELECT 1 FROM journal WHERE id > ? AND action = ?", (entry, Action.IMPORT.value)
        )
        if imported:
            return None
        changes = self._store.all(
            "SELECT row, before, after FROM change WHERE entry > ? AND tbl = 'segment' ORDER BY id LIMIT ?",
            (entry, _MANY + 1),
        )
        if len(changes) > _MANY:
            return None
        return [(row, before and parsed(before), after and parsed(after)) for row, before, after in changes]

    def _carry_on(self, changes: list[tuple[int, Any, Any]]) -> None:
        # A row that came or went is in the change as a whole; of the others the article is looked up.
        whole = {row: before or after for row, before, after in changes if not before or not after}
        articles = {row: values["article_id"] for row, values in whole.items()}
        for row in {row for row, _before, _after in changes} - articles.keys():
            articles[row] = self._store.value("SELECT article_id FROM segment WHERE id = ?", (row,))
        for row, before, after in changes:
            for values, step in ((before, -1), (after, 1)):
                if values:
                    key = (articles[row], values["status"], values["untouched"], values["needs_work"])
                    self._counts[key] += step

    def _comments(self, article_id: int | None) -> int:
        if article_id is None:
            return int(self._store.value("SELECT count(*) FROM comment"))
        query = "SELECT count(*) FROM comment JOIN segment ON segment.id = segment_id WHERE article_id = ?"
        return int(self._store.value(query, (article_id,)))

    def _last_entry(self, article_id: int | None) -> int | None:
        """Return the number of the last change of an article, its import if there was none since."""
        if article_id is None:
            last = self._store.value("SELECT max(id) FROM journal")
        else:
            # From the newest change backwards: the first that belongs to the article is the answer.
            last = self._store.value(
                "SELECT entry FROM change CROSS JOIN segment"
                " WHERE segment.id = change.segment_id AND article_id = ? ORDER BY change.id DESC LIMIT 1",
                (article_id,),
            ) or self._store.value("SELECT origin FROM segment WHERE article_id = ? LIMIT 1", (article_id,))
        return None if last is None else int(last)
