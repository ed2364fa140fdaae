"""The book of the words that go with what the source names, counted over a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from transreview.checks.check import Check
from transreview.checks.comparison import Companions, Use
from transreview.checks.features import Features
from transreview.checks.findings import finding_of
from transreview.checks.guard import CheckFailedError, as_failure, called
from transreview.checks.ledgers import Document, Key, Told, failures, noted
from transreview.model.finding import Finding
from transreview.plugins import returned


class _Company(NamedTuple):
    """What a segment names, and the words of its translation."""

    things: frozenset[str]
    words: frozenset[str]


_NOTHING = _Company(frozenset(), frozenset())


class _Thing:
    """One thing: who names it, how often its words stand there, which are odd, and who was told so."""

    __slots__ = ("counts", "members", "told", "verdict")

    def __init__(self) -> None:
        self.members: set[Key] = set()
        self.counts: Counter[str] | None = None  # not counted yet
        self.verdict: Mapping[str, str] = {}
        self.told: set[Key] = set()


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


class CompanionLedger:
    """Keeps who names what, and with which words.

    A thing is counted when it is judged for the first time, all segments at once; from then on each
    change is added. What one segment alone names is never counted: nobody says it otherwise.

    Args:
        check: The check.
        how: Its comparison.
    """

    def __init__(self, check: Check, how: Companions) -> None:
        self._check = check
        self._how = how
        self._of: dict[Key, _Company] = {}
        self._things: defaultdict[str, _Thing] = defaultdict(_Thing)
        self._everywhere = _Watched()
        self._dirty: defaultdict[str, set[Key]] = defaultdict(set)
        self._failed: dict[Key, CheckFailedError] = {}
        self._unjudged: dict[str, tuple[Key, CheckFailedError]] = {}

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
            self._things[name].members.discard(key)
            self._count(name, before, -1)
            self._dirty[name].add(key)
        for name in after.things:
            self._things[name].members.add(key)
            self._count(name, after, 1)
            self._dirty[name].add(key)
        self._count_everywhere(before.words, after.words)

    def _count(self, name: str, company: _Company, step: int) -> None:
        """Add a segment to the counts of a thing that has been counted, or take it away."""
        thing = self._things[name]
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

    def reordered(self) -> None:
        """Note again where nobody could judge: the first who names it has the note. Counts know no order."""
        for name in self._unjudged:
            self._dirty.setdefault(name, set())

    def settle(self, document: Document) -> Iterator[Told]:
        """Yield what is found in the things that have changed; whoever stops in between goes on next time."""
        while self._dirty:
            name, touched = self._dirty.popitem()
            thing = self._things.get(name)
            if thing is None:
                continue
            before = thing.verdict
            thing.verdict = self._judged(document, name, thing)
            asked = set(touched) if thing.verdict == before else touched | thing.members
            if not thing.verdict:
                asked &= thing.told
            try:
                while asked:
                    key = asked.pop()
                    found = self._told(document, key, name, thing)
                    if found or key in thing.told:
                        (thing.told.add if found else thing.told.discard)(key)
                        yield (self._check.id, name, key), found
            finally:
                if asked:  # stopped in between
                    self._dirty[name].update(asked)
            if not thing.members and not thing.told and self._things.get(name) is thing:
                del self._things[name]
        yield failures(self._check, document, {**dict(self._unjudged.values()), **self._failed})

    def _judged(self, document: Document, name: str, thing: _Thing) -> Mapping[str, str]:
        self._unjudged.pop(name, None)
        if len(thing.members) < 2:
            return {}
        self._everywhere.reader = name
        try:
            if thing.counts is None:
                thing.counts = self._counted(name, thing)
            counts = {word: count for word, count in sorted(thing.counts.items()) if count > 0}
            judge = partial(
                self._how.judge, name, len(thing.members), counts, self._everywhere, document.context
            )
            return dict(called(self._check, lambda: judge().items()))
        except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
            self._unjudged[name] = (min(thing.members, key=document.index), as_failure(error))
            return {}

    def _counted(self, name: str, thing: _Thing) -> Counter[str]:
        """Count the words of all who name a thing, and keep those that go with it."""
        every = Counter(chain.from_iterable(self._of[key].words for key in thing.members))
        return Counter({word: every[word] for word in called(self._check, self._how.goes, name, every)})

    def _told(self, document: Document, key: Key, name: str, thing: _Thing) -> dict[Key, list[Finding]]:
        """Return what is to be told of a segment: its odd words, unless the right one stands there too."""
        found: dict[Key, list[Finding]] = {}
        words = self._of[key].words if key in thing.members else ()
        odd = [(word, right) for word, right in thing.verdict.items() if word in words and right not in words]
        if odd:
            noted(self._check, document, key, found, partial(self._tell, document, key, name, odd, found))
        return found

    def _tell(
        self,
        document: Document,
        key: Key,
        name: str,
        odd: list[tuple[str, str]],
        found: dict[Key, list[Finding]],
    ) -> None:
        features = document.features(key)
        for word, right in odd:
            for use in called(self._check, self._how.places, features, name, word):
                returned(use, Use)
                finding = finding_of(
                    self._check,
                    self._how.describe(use, right, document.context),
                    features,
                    document.context,
                )
                if finding is not None:
                    found.setdefault(key, []).append(finding)
