"""Dismissals: findings that a person has judged to be none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.model.journal import Action
from transreview.project.changes import changing
from transreview.project.decoding import moment
from transreview.project.revisions import required
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
        found: The words that the finding was about, as far as they were kept.
        expected: What it had asked for instead.
    """

    fingerprint: str
    check: str
    segment_id: int
    user: str
    at: datetime
    reason: str
    found: str = ""
    expected: str = ""


class Dismissals:
    """Findings that do not count, for as long as the texts they were found in stay as they are.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(
        self,
        fingerprint: str,
        check: str,
        segment_id: int,
        reason: str,
        *,
        found: str = "",
        expected: str = "",
    ) -> None:
        """Remember that a finding is none, for as long as the texts stay as they are.

        Args:
            fingerprint: `Finding.fingerprint` of it.
            check: Id of the check.
            segment_id: Segment it was found in.
            reason: Why it is none.
            found: The words that it is about, to know it again in a list.
            expected: What it asks for instead.

        Raises:
            UsageError: There is no such segment (any more).
        """
        with changing(self._store, Action.DISMISS) as change:
            required(change, segment_id)
            old = self._store.value("SELECT id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            values = {
                "fingerprint": fingerprint, "check_id": check, "segment_id": segment_id,
                "user": self._store.user, "at": change.at, "reason": kept(reason),
                "found": kept(found), "expected": kept(expected),
            }  # fmt: skip
            if old is None:
                change.insert("dismissal", values)
            else:
                change.update("dismissal", old, **values)
            change.arguments = {"check": check, "done": "dismiss"}

    def reinstate(self, fingerprint: str) -> None:
        """Take a dismissal back: the finding counts again."""
        with changing(self._store, Action.DISMISS) as change:
            old = self._store.one("SELECT id, check_id FROM dismissal WHERE fingerprint = ?", (fingerprint,))
            if old is not None:
                change.delete("dismissal", old[0])
                change.arguments = {"check": old[1], "done": "reinstate"}

    def all(self) -> dict[str, Dismissal]:
        """Return all dismissals by fingerprint."""
        query = (
            'SELECT fingerprint, check_id, segment_id, "user", at, reason, found, expected'
            " FROM dismissal ORDER BY id"
        )
        return {
            key: Dismissal(
                fingerprint=key,
                check=check,
                segment_id=segment_id,
                user=user,
                at=moment(at),
                reason=reason,
                found=found,
                expected=expected,
            )
            for key, check, segment_id, user, at, reason, found, expected in self._store.all(query)
        }
