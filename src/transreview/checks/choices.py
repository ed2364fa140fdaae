"""The book of what is written in several ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import partial

from transreview.checks.check import Check
from transreview.checks.comparison import Choices, Use
from transreview.checks.features import Features
from transreview.checks.findings import finding_of
from transreview.checks.guard import as_failure, called
from transreview.checks.hit import Hit
from transreview.checks.ledgers import Document, Key
from transreview.checks.things import Thing, ThingLedger
from transreview.model.finding import Finding
from transreview.plugins import returned


class _Written(Thing):
    """One thing with its uses: who writes it how."""

    __slots__ = ("counts",)
    members: dict[Key, tuple[Use, ...]]

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        super().__init__({})


class ChoiceLedger(ThingLedger[_Written]):
    """Keeps what is written in several ways.

    Args:
        check: The check.
        how: Its comparison.
    """

    def __init__(self, check: Check, how: Choices) -> None:
        super().__init__(check, _Written)
        self._how = how
        self._of: dict[Key, tuple[str, ...]] = {}

    def put(self, key: Key, features: Features | None) -> None:
        """Take a segment as it stands now; None where it is gone."""
        self._failed.pop(key, None)
        for name in self._of.pop(key, ()):
            thing = self._things[name]
            for use in thing.members.pop(key):
                thing.counts[use.choice] -= 1
            self._dirty[name].add(key)
        if features is not None:
            try:
                self._take(key, called(self._check, self._how.uses, features))
            except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
                self._failed[key] = as_failure(error)

    def _take(self, key: Key, uses: list[Use]) -> None:
        by_thing: dict[str, list[Use]] = defaultdict(list)
        for use in uses:
            returned(use, Use)
            by_thing[use.thing].append(use)
        for name, ones in by_thing.items():
            thing = self._things[name]
            thing.members[key] = tuple(ones)
            for use in ones:
                thing.counts[use.choice] += 1
            self._dirty[name].add(key)
        if by_thing:
            self._of[key] = tuple(by_thing)

    def _verdict(self, document: Document, name: str, thing: _Written) -> Mapping[str, str]:
        counts = {choice: count for choice, count in sorted(thing.counts.items()) if count > 0}
        if len(counts) != len(thing.counts):
            thing.counts = Counter(counts)
        if not counts:
            return {}
        judge = partial(self._how.judge, name, counts, document.context)
        return dict(called(self._check, lambda: judge().items()))

    def _described(self, use: Use, better: str, document: Document) -> list[Hit]:
        return [self._how.describe(use, better, document.context)]

    def _tell(
        self, document: Document, key: Key, _name: str, thing: _Written, found: dict[Key, list[Finding]], /
    ) -> None:
        for use in thing.members[key]:
            better = thing.verdict.get(use.choice)
            if better is None:
                continue
            (hit,) = called(self._check, self._described, use, better, document)
            finding = finding_of(self._check, hit, document.features(key), document.context)
            if finding is not None:
                found.setdefault(key, []).append(finding)
