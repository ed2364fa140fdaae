"""Alternatives: what several engines proposed for a segment, and which of them was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.alternative import Alternative
from transreview.model.journal import Action
from transreview.model.segment import Segment, Status
from transreview.project import rows
from transreview.project.changes import changing
from transreview.project.decoding import moment
from transreview.project.order import OrderCache
from transreview.project.revisions import changeable, required
from transreview.project.store import Row, Store
from transreview.project.texts import kept

_ALTERNATIVE = "SELECT id, segment_id, engine, at, text, score, chosen FROM alternative"


class Alternatives:
    """Proposals for segments beside the machine translation that they came with.

    Args:
        store: The project file.
        order: The order of its segments.
    """

    def __init__(self, store: Store, order: OrderCache) -> None:
        self._store = store
        self._order = order

    def all(self, segment_id: int | None = None) -> list[Alternative]:
        """Return the proposals for one segment, or for all, in the order they came."""
        if segment_id is None:
            return [_alternative(row) for row in self._store.all(f"{_ALTERNATIVE} ORDER BY id")]
        found = self._store.all(f"{_ALTERNATIVE} WHERE segment_id = ? ORDER BY id", (segment_id,))
        return [_alternative(row) for row in found]

    def engines(self) -> list[str]:
        """Return the names of all who have proposed anything."""
        return [row[0] for row in self._store.all("SELECT DISTINCT engine FROM alternative ORDER BY engine")]

    def add(self, engine: str, texts: Mapping[int, str], *, scores: Mapping[int, float] | None = None) -> int:
        """Keep what one engine proposes; one change, undone as one. An earlier proposal of it gives way.

        Args:
            engine: Who proposes.
            texts: The proposal for each segment, by its id.
            scores: How good the engine thinks each is.

        Returns:
            How many proposals are new or different.

        Raises:
            UsageError: There is no such segment.
        """
        known = {
            row[0]: (row[1], row[2])
            for row in self._store.all(
                "SELECT segment_id, id, text FROM alternative WHERE engine = ? ORDER BY id", (engine,)
            )
        }
        count = 0
        with changing(self._store, Action.CHOOSE) as change:
            for segment_id, text in texts.items():
                required(change, segment_id)
                values = {"at": change.at, "text": kept(text), "score": (scores or {}).get(segment_id)}
                old = known.get(segment_id)
                if old is None:
                    change.insert(
                        "alternative", {"segment_id": segment_id, "engine": engine, "chosen": 0} | values
                    )
                elif old[1] != values["text"]:
                    change.update("alternative", old[0], **values)
                else:
                    continue
                count += 1
            change.arguments = {"done": "add", "engine": engine, "count": count}
        return count

    def choose(self, alternative_id: int, *, revision: int) -> Segment:
        """Make a proposal the text of its segment; it counts as edited, for somebody has chosen.

        Args:
            alternative_id: The proposal.
            revision: The revision of the segment as the caller has seen it.

        Raises:
            StaleRevisionError: Somebody changed the segment after that revision.
            LockedError: The segment is locked.
            UsageError: There is no such proposal.
        """
        with changing(self._store, Action.CHOOSE) as change:
            chosen = change.row("alternative", alternative_id)
            if chosen is None:
                raise UsageError(
                    _("there is no such proposal"), remedy=_("Look at the segment again, and choose another")
                )
            row = changeable(change, self._order, chosen["segment_id"], revision)
            for other in self.all(row["id"]):
                change.update("alternative", other.id, chosen=int(other.id == alternative_id))
            if row["target"] != chosen["text"]:
                change.update("segment", row["id"], target=chosen["text"], status=Status.EDITED.value)
            change.arguments = {"key": row["key"], "done": "choose", "engine": chosen["engine"]}
        return rows.read_segment(self._store, self._order, row["id"])


def _alternative(row: Row) -> Alternative:
    id_, segment_id, engine, at, text, score, chosen = row
    return Alternative(
        id=id_,
        segment_id=segment_id,
        engine=engine,
        at=moment(at),
        text=text,
        score=score,
        chosen=bool(chosen),
    )
