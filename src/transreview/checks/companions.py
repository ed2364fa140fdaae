"""The book of the words that go with what the source names, counted over a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from transreview.checks.check import Check
from transreview.checks.comparison import Companions, Use
from transreview.checks.features import Features
from transreview.checks.findings import finding_of
from transreview.checks.guard import as_failure, called
from transreview.checks.ledgers import Document, Key
from transreview.checks.things import Thing, ThingLedger
from transreview.model.finding import Finding
from transreview.plugins import returned


class _Company(NamedTuple):
    """What a segment names, and the words of its translation."""

    things: frozenset[str]
    words: frozenset[str]


_NOTHING = _Company(frozenset(), frozenset())


class _Named(Thing):
    """One thing, and how often the words that may stand for it do; None while nobody has counted them."""

    __slots__ = ("counts",)
    members: set[Key]

    def __init__(self) -> None:
        self.counts: Counter[str] | None = None
        super().__init__(set())


class _Watched(Mapping[str, int]):
    """How many segments have each word; it remembers which thing has asked for which."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.readers: dict[str, set[str]] = {}
        self.reader = ""

    def __getitem__(self, word: str) -> int:
        self.readers.setdefault(word, set()).add(self.reader)
        return self.counts[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)


class CompanionLedger(ThingLedger[_Named]):
    """Keeps who names what, and with which words.

    A thing is counted when it is judged for the first time, all segments at once; from then on each
    change is added. What one segment alone names is never counted: nobody says it otherwise.

    Args:
        check: The check.
        how: Its comparison.
    """

    def __init__(self, check: Check, how: Companions) -> None:
        super().__init__(check, _Named)
        self._how = how
        self._of: dict[Key, _Company] = {}
        self._everywhere = _Watched()

    def put(self, key: Key, features: Features | None) -> None:
        """Take a segment as it stands now; None where it is gone."""
        self._failed.pop(key, None)
        before, after = self._of.pop(key, _NOTHING), _NOTHING
        if features is not None:
            try:
                things, words = called(self._check, self._how.company, features)
                after = _Company(frozenset(things), frozenset(words))
            except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
                self._failed[key] = as_failure(error)
        if after is not _NOTHING:
            self._of[key] = after
        for name in before.things:
            thing = self._things[name]
            thing.members.discard(key)
            self._count(name, thing, before, -1)
            self._dirty[name].add(key)
        for name in after.things:
            thing = self._things[name]
            thing.members.add(key)
            self._count(name, thing, after, 1)
            self._dirty[name].add(key)
        self._count_everywhere(before.words, after.words)

    def _count(self, name: str, thing: _Named, company: _Company, step: int) -> None:
        """Add a segment to the counts of a thing that has been counted, or take it away."""
        if thing.counts is None:
            return
        try:
            for word in called(self._check, self._how.goes, name, company.words):
                thing.counts[word] += step
        except Exception:  # noqa: BLE001 - the check is asked again when the thing is judged, and that is told
            thing.counts = None

    def _count_everywhere(self, before: frozenset[str], after: frozenset[str]) -> None:
        gone, new = (before - after, after - before) if before else (before, after)
        watched = self._everywhere
        watched.counts.update(new)
        watched.counts.subtract(gone)
        if watched.readers:
            for name in {name for word in chain(gone, new) for name in watched.readers.get(word, ())}:
                self._dirty.setdefault(name, set())

    def _verdict(self, document: Document, name: str, thing: _Named) -> Mapping[str, str]:
        if len(thing.members) < 2:
            return {}
        if thing.counts is None:
            thing.counts = self._counted(name, thing)
        counts = {word: count for word, count in sorted(thing.counts.items()) if count > 0}
        self._everywhere.reader = name
        judge = partial(self._how.judge, name, len(thing.members), counts, self._everywhere, document.context)
        return dict(called(self._check, lambda: judge().items()))

    def _counted(self, name: str, thing: _Named) -> Counter[str]:
        """Count the words that go with a thing, over all who name it."""
        texts = [self._of[key].words for key in thing.members]
        going = set(called(self._check, self._how.goes, name, set().union(*texts)))
        return Counter(chain.from_iterable(map(going.intersection, texts)))

    def _tell(
        self, document: Document, key: Key, name: str, thing: _Named, found: dict[Key, list[Finding]], /
    ) -> None:
        words = self._of[key].words
        for word, right in thing.verdict.items():
            if word not in words or right in words:  # the right one stands there too: both are meant
                continue
            features = document.features(key)
            for use in called(self._check, self._how.places, features, name, word):
                returned(use, Use)
                hit = self._how.describe(use, right, document.context)
                finding = finding_of(self._check, hit, features, document.context)
                if finding is not None:
                    found.setdefault(key, []).append(finding)
