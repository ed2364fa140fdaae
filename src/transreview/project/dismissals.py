"""Dismissals: findings that a person has judged to be none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.i18n import _
from transreview.model.journal import Action
from transreview.project.changes import changing
from transreview.project.decoding import moment
from transreview.project.store import Store
from transreview.project.texts import kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A finding that a person has judged to be none.

    Attributes:
        fingerprint: What it was said of (`Finding.fingerprint`): it lapses when the text changes.
        check: Id of the check.
        segment_id: Segment it was dismissed on.
        user: Who dismissed it.
        at: When (UTC).
        reason: Why.
    """

    fingerprint: str
    check: str
    segment_id: int
    user: str
    at: datetime
    reason: str


class Dismissals:
    """Findings that do not count, for as long as the texts they were found in stay as they are.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, fingerprint: str, check: str, segment_id: int, reason: str) -> None:
        """Remember that a finding is none, for as long as the texts stay as they are.

        Args:
            fingerprint: `Finding.fingerprint` of it.
            check: Id of the check.
            segment_id: Segment it was found in.
            reason: Why it is none.
        """
        with changing(self._store, Action.DISMISS) as change:
            old = self._store.value("SELECT id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            values = {
                "fingerprint": fingerprint, "check_id": check, "segment_id": segment_id,
                "user": self._store.user, "at": change.at, "reason": kept(reason),
            }  # fmt: skip
            if old is None:
                change.insert("dismissal", values)
            else:
                change.update("dismissal", old, **values)
            change.summary = _("{check} dismissed").format(check=check)

    def reinstate(self, fingerprint: str) -> None:
        """Take a dismissal back: the finding counts again."""
        with changing(self._store, Action.DISMISS) as change:
            old = self._store.value("SELECT id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            if old is not None:
                change.delete("dismissal", old)
            change.summary = _("dismissal taken back")

    def all(self) -> dict[str, Dismissal]:
        """Return all dismissals by fingerprint."""
        query = "SELECT fingerprint, check_id, segment_id, user, at, reason FROM dismissal ORDER BY id"
        return {
            key: Dismissal(
                fingerprint=key, check=check, segment_id=segment_id, user=user, at=moment(at), reason=reason
            )
            for key, check, segment_id, user, at, reason in self._store.all(query)
        }
