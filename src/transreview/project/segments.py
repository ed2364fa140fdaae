"""The segments of a project: read in their order, and edited one by one or many as one change."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Segment, Status
from transreview.model.unit import Unit
from transreview.project import rows
from transreview.project.articles import keep_data
from transreview.project.changes import Change, Values, changing
from transreview.project.order import OrderCache
from transreview.project.revisions import current
from transreview.project.store import Store
from transreview.project.texts import kept

_CHUNK = 500


class Segments:
    """What is reviewed.

    Args:
        store: The project file.
        order: The order of the segments.
    """

    def __init__(self, store: Store, order: OrderCache) -> None:
        self._store = store
        self._order = order

    def get(self, segment_id: int) -> Segment:
        """Return one segment.

        Raises:
            UsageError: There is no such segment (any more).
        """
        return rows.read_segment(self._store, self._order, segment_id)

    def ids(self, article_id: int | None = None) -> array[int]:
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

    def get_many(self, ids: Iterable[int]) -> list[Segment]:
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

    def all(self, article_id: int | None = None) -> list[Segment]:
        """Return every segment of an article, or of the project, in reading order."""
        return list(self.each(article_id))

    def each(self, article_id: int | None = None) -> Iterator[Segment]:
        """Yield segments in reading order without holding them all in memory."""
        ids = self.ids(article_id)
        for start in range(0, len(ids), _CHUNK):
            yield from self.get_many(ids[start : start + _CHUNK])

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

    def units(self, segment_id: int, side: str) -> list[Unit]:
        """Return the units that one side of a segment is made of."""
        query = f"{rows.UNIT} WHERE segment_id = ? AND side = ? ORDER BY place, key"
        return [rows.unit(row) for row in self._store.all(query, (segment_id, side))]

    def edit(self, segment_id: int, text: str, *, revision: int) -> Segment:
        """Set the target text; when it returns, the edit is on disk.

        A confirmed or approved segment drops to edited, as the segment returned says. The text of
        the machine typed again counts as edited too: somebody has looked at it (`restore` goes back
        to machine). A text equal to the present one changes nothing and leaves no journal entry.

        Args:
            segment_id: The segment.
            text: Its new text; blanks around it are dropped.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            SaveError: It could not be stored; the caller still holds the text.
        """
        text = kept(text)
        with changing(self._store, Action.EDIT) as change:
            row = current(change, self._order, segment_id, revision)
            _set_text(change, row, text)
            _drop_draft(change, segment_id)
            change.summary = _("edit of {key}").format(key=row["key"])
        return self.get(segment_id)

    def restore(self, segment_id: int, *, revision: int) -> Segment:
        """Set the target back to the machine translation and the status back to machine.

        Args:
            segment_id: The segment.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.EDIT) as change:
            row = current(change, self._order, segment_id, revision)
            change.update("segment", segment_id, target=row["machine"], status=Status.MACHINE.value)
            _drop_draft(change, segment_id)
            change.summary = _("machine translation of {key} restored").format(key=row["key"])
        return self.get(segment_id)

    def start_from(self, segment_id: int, engine: str, text: str, *, name: str, revision: int) -> Segment:
        """Start the review of a segment from another engine's translation, and remember whose it is.

        Args:
            segment_id: The segment.
            engine: Name of the engine.
            text: Its translation of the segment.
            name: Name under which the article keeps the choice.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            SaveError: It could not be stored.
        """
        text = kept(text)
        with changing(self._store, Action.CHOOSE) as change:
            row = current(change, self._order, segment_id, revision)
            keep_data(change, row["article_id"], name, engine)
            _set_text(change, row, text)
            _drop_draft(change, segment_id)
            change.summary = _("{key} starts from {engine}").format(key=row["key"], engine=engine)
        return self.get(segment_id)

    def set_status(self, segment_id: int, status: Status, *, revision: int) -> Segment:
        """Set how far a segment has come.

        Args:
            segment_id: The segment.
            status: The new status; machine only where the text is the machine's.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            UsageError: Machine was asked for an edited text.
        """
        self.set_status_many([(segment_id, revision)], status)
        return self.get(segment_id)

    def set_status_many(self, segments: Sequence[tuple[int, int]], status: Status) -> JournalEntry | None:
        """Set the status of several segments, undone as one.

        Args:
            segments: (segment id, revision as the caller has seen it).
            status: The new status; machine only where the text is the machine's.

        Returns:
            The journal entry, or None when all of them had that status.

        Raises:
            StaleRevisionError: Somebody changed one of them; none was changed.
            UsageError: Machine was asked for an edited text.
        """
        with changing(self._store, Action.STATUS) as change:
            keys = []
            for segment_id, revision in segments:
                row = current(change, self._order, segment_id, revision)
                if status is Status.MACHINE and not row["untouched"]:
                    raise UsageError(
                        _("the text of {key} is not the machine's any more").format(key=row["key"]),
                        remedy=_("Restore the machine translation instead"),
                    )
                change.update("segment", segment_id, status=status.value)
                keys.append(row["key"])
            change.summary = _("{key} {status}").format(key=_some(keys), status=_(status.value))
        return change.entry

    def set_needs_work(self, segment_id: int, flag: bool, *, revision: int) -> Segment:
        """Set or clear the flag that asks somebody to look again.

        Args:
            segment_id: The segment.
            flag: Whether it needs work.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.FLAG) as change:
            row = current(change, self._order, segment_id, revision)
            change.update("segment", segment_id, needs_work=int(flag))
            words = _("{key} marked as needing work") if flag else _("mark taken off {key}")
            change.summary = words.format(key=row["key"])
        return self.get(segment_id)

    def set_fixed(self, segment_id: int, flag: bool, *, revision: int) -> Segment:
        """Vouch for the alignment of a segment, so that realigning leaves it alone, or take that back.

        Args:
            segment_id: The segment.
            flag: Whether its alignment is right.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.FLAG) as change:
            row = current(change, self._order, segment_id, revision)
            change.update("segment", segment_id, fixed=int(flag))
            words = _("alignment of {key} vouched for") if flag else _("alignment of {key} left open")
            change.summary = words.format(key=row["key"])
        return self.get(segment_id)

    def replace_many(self, changes: Sequence[tuple[int, str, int]], summary: str) -> JournalEntry | None:
        """Edit several segments, undone as one.

        Args:
            changes: (segment id, new text, revision as the caller has seen it).
            summary: The change in a few words, for the journal and for undo.

        Returns:
            The journal entry, or None when every text was as it is.

        Raises:
            StaleRevisionError: Somebody changed one of them; none was changed.
            SaveError: It could not be stored.
        """
        with changing(self._store, Action.REPLACE) as change:
            for segment_id, text, revision in changes:
                row = current(change, self._order, segment_id, revision)
                _set_text(change, row, kept(text))
            count = len(change.segment_ids)
            change.summary = summary or ngettext(
                "{n} segment replaced", "{n} segments replaced", count
            ).format(n=count)
        return change.entry


def _set_text(change: Change, row: Values, text: str) -> None:
    if text != row["target"]:
        change.update("segment", row["id"], target=text, status=Status.EDITED.value)


def _drop_draft(change: Change, segment_id: int) -> None:
    """A saved text makes the draft of it pointless; both go in one transaction."""
    change.connection.execute(
        "DELETE FROM draft WHERE segment_id = ? AND user = ?", (segment_id, change.store.user)
    )


def _some(keys: Sequence[str]) -> str:
    """Name a few segments, and how many more there are."""
    if len(keys) <= 3:
        return ", ".join(keys)
    return _("{first} and {n} more").format(first=keys[0], n=len(keys) - 1)
