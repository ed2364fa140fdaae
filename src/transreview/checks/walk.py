"""The ledger of checks that walk a document: runs of neighbours, found again only around an edit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from transreview.checks.check import Check
from transreview.checks.choices import ChoiceLedger
from transreview.checks.companions import CompanionLedger
from transreview.checks.comparison import Choices, Companions, Groups, Neighbours, Run
from transreview.checks.features import Features
from transreview.checks.findings import finding_of
from transreview.checks.guard import CheckFailedError, as_failure, called
from transreview.checks.ledgers import Document, GroupLedger, Key, Told, failures, noted
from transreview.i18n import _
from transreview.model.finding import Finding
from transreview.plugins import returned

_UNKNOWN = object()

_STEPS = 256
"""Segments that are walked over without a word to whoever waits."""


class SequenceLedger:
    """Keeps the signal of each segment and the state of the walk before it.

    The walk is a machine of states. Where the state before some later segment comes out as it was,
    everything after it is as it was too; so an edit is walked over from the last place where nothing
    was going on, and no further than that.

    Args:
        check: The check.
        how: Its comparison.
    """

    def __init__(self, check: Check, how: Neighbours) -> None:
        self._check = check
        self._how = how
        self._order: list[Key] = []
        self._signals: list[Any] = []
        # One more than there are segments: what follows the last one.
        self._states: list[Any] = [None]
        self._runs: list[tuple[int, ...]] = [()]
        self._numbers = count()
        self._dirty: set[Key] = set()
        self._unknown: set[Key] = set()
        self._failed: dict[Key, CheckFailedError] = {}
        self._unstepped: dict[Key, CheckFailedError] = {}
        self._gone: list[int] = []
        self._from: int | None = None
        self._until = 0

    def arrange(self, order: list[Key]) -> None:
        """Take the segments in their order; what stands in the middle of two equal ends is walked again."""
        old = self._order
        head = 0
        shortest = min(len(old), len(order))
        while head < shortest and old[head] == order[head]:
            head += 1
        tail = 0
        while tail < shortest - head and old[-1 - tail] == order[-1 - tail]:
            tail += 1
        middle = order[head : len(order) - tail]
        end = len(old) - tail
        known = {old[i]: self._signals[i] for i in range(head, end) if self._signals[i] is not _UNKNOWN}
        gone = set(old[head:end]).difference(middle)
        self._signals[head:end] = [known.get(key, _UNKNOWN) for key in middle]
        for runs in self._runs[head:end]:
            self._gone += runs
        self._states[head:end] = [_UNKNOWN] * len(middle)
        self._runs[head:end] = [()] * len(middle)
        self._order = list(order)
        self._unknown = {key for key in self._unknown if key not in gone}
        self._unknown.update(key for key in middle if key not in known)
        self._dirty -= gone
        for key in gone:
            self._failed.pop(key, None)
            self._unstepped.pop(key, None)
        self._dirty.update(key for key in middle if key in known)
        if head:
            self._dirty.add(order[head - 1])
        if tail:
            self._dirty.add(order[-tail])
        self._walk_from(head, len(order) - tail)

    def _walk_from(self, start: int, end: int) -> None:
        """Remember to walk again from one place, and at least up to another."""
        if self._from is None:
            self._from, self._until = start, end
        else:
            self._from, self._until = min(self._from, start), max(self._until, end)

    def put(self, key: Key, features: Features | None) -> None:
        """Note that a segment has another text; None where it is gone."""
        if features is not None:
            self._dirty.add(key)

    def prepare(self, document: Document, index: int) -> None:
        """Find the signal of a segment whose neighbours are at hand, if it is not known yet."""
        key = self._order[index]
        if key in self._unknown:
            self._unknown.remove(key)
            self._signals[index] = self._signal(document, index)

    def reordered(self) -> None:
        """Do nothing: `arrange` has seen it."""

    def settle(self, document: Document) -> Iterator[Told]:
        """Yield the runs that are gone and those that are new; whoever stops in between begins anew."""
        for index in sorted(self._touched(document)):
            signal = self._signal(document, index)
            # The texts that a run's findings quote may have changed without the signal.
            self._signals[index] = signal
            self._walk_from(index, index + 1)
        self._dirty.clear()
        self._unknown.clear()
        if self._from is not None:
            yield from self._walk(document, self._from, self._until)
        self._from = None
        while self._gone:
            yield (self._check.id, self._gone.pop()), {}
        yield failures(self._check, document, self._unstepped | self._failed)

    def _touched(self, document: Document) -> set[int]:
        size = len(self._order)
        found = {document.index(key) for key in self._unknown}
        for key in self._dirty:
            index = document.index(key)
            found.update(i for i in (index - 1, index, index + 1) if 0 <= i < size)
        return found

    def _signal(self, document: Document, index: int) -> object:
        before = document.features(self._order[index - 1]) if index else None
        own = document.features(self._order[index])
        after = document.features(self._order[index + 1]) if index + 1 < len(self._order) else None
        key = self._order[index]
        try:
            (signal,) = called(self._check, lambda: [self._how.signal(before, own, after)])
            self._failed.pop(key, None)
        except CheckFailedError as error:
            self._failed[key] = error
            return None
        return signal

    def _walk(self, document: Document, start: int, end: int) -> Iterator[Told]:
        while start > 0 and self._states[start] is not None:
            start -= 1
        state: object = None
        size = len(self._order)
        for index in range(start, size + 1):
            if index > end and state is None and self._states[index] is None:
                return
            self._states[index] = state
            self._gone += self._runs[index]
            signal = self._signals[index] if index < size else None
            state, runs = self._stepped(index, state, signal)
            numbers = [next(self._numbers) for _run in runs]
            self._runs[index] = tuple(numbers)
            for number, run in zip(numbers, runs, strict=True):
                yield (self._check.id, number), self._told(document, index, run)
            if not index % _STEPS:
                yield (self._check.id, None, "walked"), {}

    def _stepped(self, index: int, state: object, signal: object) -> tuple[object, tuple[Run, ...]]:
        # The step behind the last segment is told of at that one.
        key = self._order[min(index, len(self._order) - 1)] if self._order else 0
        if index < len(self._order):
            self._unstepped.pop(key, None)
        try:
            state, runs = called(self._check, lambda: self._how.step(state, signal))
            return state, tuple(_fitting(run, index) for run in runs)
        except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
            if self._order:
                self._unstepped[key] = as_failure(error)
            return None, ()

    def _told(self, document: Document, index: int, run: Run) -> dict[Key, list[Finding]]:
        first, last = index - run.start, index - run.end
        keys = self._order[first:last]
        found: dict[Key, list[Finding]] = {}
        around: list[Features | None] = [
            document.features(self._order[i]) if 0 <= i < len(self._order) else None
            for i in range(first - 1, last + 1)
        ]

        def tell() -> None:
            for place, hit in called(self._check, self._how.describe, around, run.what):
                features = around[place + 1]
                assert features is not None
                finding = finding_of(self._check, hit, features, document.context)
                if finding is not None:
                    found.setdefault(keys[place], []).append(finding)

        noted(self._check, document, keys[0], found, tell)
        return found


def _fitting(run: Run, index: int) -> Run:
    """Return a run that ends before a place, if it is one of segments that there are.

    Raises:
        CheckFailedError: It reaches beyond the document, or has no segment.
        UnfitError: It is no run.
    """
    returned(run, Run)
    if not 0 <= run.end < run.start <= index:
        raise CheckFailedError(
            _("it yields a span that is none ({start}–{end})").format(
                start=index - run.start, end=index - run.end
            )
        )
    return run


def ledger_of(check: Check) -> GroupLedger | ChoiceLedger | CompanionLedger | SequenceLedger:
    """Return the empty ledger of a check that compares segments."""
    how = check.document
    if isinstance(how, Groups):
        return GroupLedger(check, how)
    if isinstance(how, Choices):
        return ChoiceLedger(check, how)
    if isinstance(how, Companions):
        return CompanionLedger(check, how)
    assert isinstance(how, Neighbours)
    return SequenceLedger(check, how)
