"""The segments of a project: read in their order, and edited one by one or many as one change."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.journal import Action, JournalEntry, SegmentChange
from transreview.model.segment import Lock, Segment, Status
from transreview.model.unit import Unit
from transreview.project import rows
from transreview.project.articles import keep_data
from transreview.project.changes import Change, Values, changing
from transreview.project.decoding import stored_moment
from transreview.project.order import OrderCache
from transreview.project.revisions import changeable, current
from transreview.project.selection import BOOKMARK, CHANGED_BY, CHANGED_SINCE, OPEN_COMMENT, Selection
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

    def take_order(self, other: Segments) -> None:
        """Know the order of the segments as another connection to the same project has just read it.

        Whoever shows segments need not wait meanwhile, as the thread that reads on this connection would
        make them.
        """
        self._order.take(other._order)

    def count(self, article_id: int) -> int:
        """Return how many segments an article has, without reading their order."""
        return int(self._store.value("SELECT count(*) FROM segment WHERE article_id = ?", (article_id,)))

    def position(self, segment_id: int, article_id: int) -> int | None:
        """Return the 0-based position of a segment in an article, or None; the order of all stays unread."""
        place = self._store.value(
            "SELECT place FROM segment WHERE id = ? AND article_id = ?", (segment_id, article_id)
        )
        if place is None:
            return None
        query = "SELECT count(*) FROM segment WHERE article_id = ? AND place < ?"
        return int(self._store.value(query, (article_id, place)))

    def window(self, article_id: int, first: int, count: int) -> list[Segment]:
        """Return some segments of an article in reading order, without reading the order of all.

        Args:
            article_id: The article.
            first: 0-based position of the first.
            count: How many at most.
        """
        query = f"{rows.SEGMENT} WHERE article_id = ? ORDER BY place LIMIT ? OFFSET ?"
        found = self._store.all(query, (article_id, count, first))
        return [rows.segment(row, position) for position, row in enumerate(found, first)]

    def spans(self, article_id: int | None = None) -> list[tuple[int, int, int]]:
        """Return (id, characters of source, characters of target) of each segment in reading order.

        It is read from an index alone: cheap enough to estimate heights for a whole project.
        """
        query = "SELECT id, source_length, target_length FROM segment"
        if article_id is None:
            return self._store.all(f"{query} ORDER BY article_id, place")
        return self._store.all(f"{query} WHERE article_id = ? ORDER BY place", (article_id,))

    def untranslated(self, article_id: int | None = None) -> int:
        """Return how many segments have a source and no translation yet."""
        query = "SELECT count(*) FROM segment WHERE source_length > 0 AND target_length = 0"
        if article_id is None:
            return int(self._store.value(query))
        return int(self._store.value(f"{query} AND article_id = ?", (article_id,)))

    def get_many(self, ids: Iterable[int]) -> list[Segment]:
        """Return segments in the order of `ids`; those that are gone are left out."""
        found: list[Segment] = []
        remaining = iter(ids)
        while chunk := list(islice(remaining, _CHUNK)):
            read = rows.read_segments(self._store, self._order, chunk)
            found += [read[i] for i in chunk if i in read]
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
        locked: bool | None = None,
        open_comments: bool | None = None,
        bookmarked: bool | None = None,
        changed_by: str | None = None,
        changed_since: datetime | None = None,
        longer_than: int | None = None,
        shorter_than: int | None = None,
    ) -> array[int]:
        """Return the ids of the segments that fit every condition given, in reading order.

        Args:
            article_id: Only of this article.
            statuses: Only with one of these.
            needs_work: Only with, or only without the flag.
            untouched: Only those whose text is, or is not, the machine translation.
            commented: Only with, or only without comments.
            confidence_below: Only where the alignment is less sure than this.
            locked: Only those that are, or are not, locked.
            open_comments: Only with, or only without comments that nobody has settled.
            bookmarked: Only with, or only without a bookmark of this user.
            changed_by: Only those that this person has changed.
            changed_since: Only those that were changed from this moment on.
            longer_than: Only those whose source has more characters.
            shorter_than: Only those whose source has fewer characters.
        """
        asked = Selection()
        asked.where("article_id = ?", article_id)
        asked.where("needs_work = ?", needs_work)
        asked.where("untouched = ?", untouched)
        asked.whether("EXISTS (SELECT 1 FROM comment WHERE comment.segment_id = segment.id)", commented)
        asked.where("confidence < ?", confidence_below)
        asked.whether("locked != ''", locked)
        asked.whether(OPEN_COMMENT, open_comments)
        asked.whether(BOOKMARK, bookmarked, self._store.user)
        asked.where(CHANGED_BY, changed_by)
        asked.where(CHANGED_SINCE, changed_since and stored_moment(changed_since))
        asked.where("source_length > ?", longer_than)
        asked.where("source_length < ?", shorter_than)
        asked.among("status", [status.value for status in statuses])
        return array("q", [row[0] for row in self._store.all(*asked.query())])

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
            row = changeable(change, self._order, segment_id, revision)
            _set_text(change, row, text)
            _drop_draft(change, segment_id)
            change.arguments = {"key": row["key"]}
        return self.get(segment_id)

    def bring_back(self, segment_id: int, change: SegmentChange, *, revision: int) -> Segment:
        """Set the target to what it was after an earlier change, as a change of its own.

        Args:
            segment_id: The segment.
            change: One line of its history (`Project.journal.history`).
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            UsageError: There was no text after that change.
        """
        text = change.after
        if text is None:
            raise UsageError(_("there was no text then"), remedy=_("Choose another line of the history"))
        with changing(self._store, Action.RESTORE) as made:
            row = changeable(made, self._order, segment_id, revision)
            _set_text(made, row, kept(text))
            _drop_draft(made, segment_id)
            made.arguments = {"key": row["key"], "done": "history", "entry": change.entry.id}
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
            row = changeable(change, self._order, segment_id, revision)
            change.update("segment", segment_id, target=row["machine"], status=Status.MACHINE.value)
            _drop_draft(change, segment_id)
            change.arguments = {"key": row["key"], "done": "machine"}
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
            row = changeable(change, self._order, segment_id, revision)
            keep_data(change, row["article_id"], name, engine)
            _set_text(change, row, text)
            _drop_draft(change, segment_id)
            change.arguments = {"key": row["key"], "done": "start", "engine": engine}
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
                row = changeable(change, self._order, segment_id, revision)
                if status is Status.MACHINE and not row["untouched"]:
                    raise UsageError(
                        _("the text of {key} is not the machine's any more").format(key=row["key"]),
                        remedy=_("Restore the machine translation instead"),
                    )
                change.update("segment", segment_id, status=status.value)
                keys.append(row["key"])
            change.arguments = {"keys": keys[:3], "count": len(keys), "status": status.value}
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
            change.arguments = {"key": row["key"], "done": "needs-work", "set": flag}
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
            change.arguments = {"key": row["key"], "done": "alignment", "set": flag}
        return self.get(segment_id)

    def set_lock(self, segment_id: int, locked: bool, *, revision: int) -> Segment:
        """Lock a segment, so that its text and status cannot be changed, or open it.

        Args:
            segment_id: The segment.
            locked: Whether it shall be locked; a lock that its file brought can be opened as well.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
        """
        with changing(self._store, Action.LOCK) as change:
            row = current(change, self._order, segment_id, revision)
            if bool(row["locked"]) != locked:
                lock = Lock.PERSON if locked else Lock.NONE
                change.update("segment", segment_id, locked=lock.value)
            change.arguments = {"key": row["key"], "set": locked}
        return self.get(segment_id)

    def replace_many(
        self, changes: Sequence[tuple[int, str, int]], done: Mapping[str, object] | None = None
    ) -> JournalEntry | None:
        """Edit several segments, undone as one.

        Args:
            changes: (segment id, new text, revision as the caller has seen it).
            done: What was done, as data for the journal: "done" names it ("words", "terms", "findings",
                "memory", "merge"), the rest goes with that (`workflow.journal_sentences`).

        Returns:
            The journal entry, or None when every text was as it is.

        Raises:
            StaleRevisionError: Somebody changed one of them; none was changed.
            SaveError: It could not be stored.
        """
        with changing(self._store, Action.REPLACE) as change:
            for segment_id, text, revision in changes:
                row = changeable(change, self._order, segment_id, revision)
                _set_text(change, row, kept(text))
            change.arguments = {"count": len(change.segment_ids), **(done or {})}
        return change.entry


def _set_text(change: Change, row: Values, text: str) -> None:
    if text != row["target"]:
        change.update("segment", row["id"], target=text, status=Status.EDITED.value)


def _drop_draft(change: Change, segment_id: int) -> None:
    """A saved text makes the draft of it pointless; both go in one transaction."""
    change.connection.execute(
        'DELETE FROM draft WHERE segment_id = ? AND "user" = ?', (segment_id, change.store.user)
    )
