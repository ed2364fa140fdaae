"""The books kept of a document for the checks that compare segments, so that an edit costs what it touches.

Each ledger takes the features of segments as they come, in any order, and says at `settle` what is
found now by whom: a tag names the group, thing or run, so that its findings can be replaced as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Protocol

from transreview.checks.check import Check
from transreview.checks.comparison import Groups
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.findings import failure, finding_of
from transreview.checks.guard import CheckFailedError, as_failure, called
from transreview.model.finding import Finding

Key = int
"""What the document calls a segment."""

Told = tuple[Hashable, Mapping[Key, list[Finding]]]
"""A tag, and the findings of each segment under it; those it had before are gone."""


class Document(Protocol):
    """What a ledger asks of the document."""

    context: CheckContext

    def features(self, key: Key) -> Features:
        """Return the features of a segment."""

    def index(self, key: Key) -> int:
        """Return the place of a segment."""


def noted(
    check: Check, document: Document, key: Key, found: dict[Key, list[Finding]], function: Callable[[], None]
) -> None:
    """Call what asks a check; when that fails, or its answer is none, note that at a segment."""
    try:
        function()
    except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
        found.clear()
        found[key] = [failure(check, as_failure(error), document.features(key))]


def failures(check: Check, document: Document, failed: Mapping[Key, CheckFailedError]) -> Told:
    """Return the notes of the segments about which a check could not be asked."""
    notes = {key: [failure(check, error, document.features(key))] for key, error in failed.items()}
    return (check.id, None, "failed"), notes


class GroupLedger:
    """Keeps who shares which key.

    Args:
        check: The check.
        how: Its comparison.
    """

    def __init__(self, check: Check, how: Groups) -> None:
        self._check = check
        self._how = how
        self._keys: dict[Key, tuple[str | int, ...]] = {}
        self._members: dict[str | int, list[Key]] = {}
        self._dirty: set[str | int] = set()
        self._failed: dict[Key, CheckFailedError] = {}

    def put(self, key: Key, features: Features | None) -> None:
        """Take a segment as it stands now; None where it is gone."""
        self._failed.pop(key, None)
        for group in self._keys.pop(key, ()):
            members = self._members[group]
            members.remove(key)
            self._dirty.add(group)
            if not members:
                del self._members[group]
        if features is None:
            return
        try:
            groups = tuple(dict.fromkeys(map(_short, called(self._check, self._how.keys, features))))
        except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
            self._failed[key], groups = as_failure(error), ()
        if groups:
            self._keys[key] = groups
            for group in groups:
                self._members.setdefault(group, []).append(key)
                self._dirty.add(group)

    def reordered(self) -> None:
        """Look at every group again: the order of the segments is another one."""
        self._dirty.update(self._members)

    def settle(self, document: Document) -> Iterator[Told]:
        """Yield what is found in the groups that have changed; whoever stops in between goes on next time."""
        while self._dirty:
            group = self._dirty.pop()
            members = sorted(self._members.get(group, ()), key=document.index)
            yield (self._check.id, group), self._compared(document, members)
        yield failures(self._check, document, self._failed)

    def _compared(self, document: Document, members: list[Key]) -> dict[Key, list[Finding]]:
        found: dict[Key, list[Finding]] = {}
        if len(members) < 2:
            return found

        def compare() -> None:
            group = [document.features(key) for key in members]
            for number, hit in called(self._check, self._how.compare, group):
                finding = finding_of(self._check, hit, group[number], document.context)
                if finding is not None:
                    found.setdefault(members[number], []).append(finding)

        noted(self._check, document, members[0], found, compare)
        return found


_LONGEST_REMEMBERED = 24


def _short(key: str) -> str | int:
    """Return what stands for a key in the books: whole texts would be kept twice."""
    return key if len(key) <= _LONGEST_REMEMBERED else hash(key)
