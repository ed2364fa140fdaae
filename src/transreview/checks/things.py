"""What the books of things share: who has to do with a thing, which ways to write it are odd, who knows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Generic, TypeVar

from transreview.checks.check import Check
from transreview.checks.guard import CheckFailedError, as_failure
from transreview.checks.ledgers import Document, Key, Told, failures, noted
from transreview.model.finding import Finding


class Thing:
    """Something that segments have to do with.

    Attributes:
        members: The segments that have.
        verdict: Each way to write it that is odd, with the one that should stand there.
        told: The segments of which something was told.
    """

    __slots__ = ("members", "told", "verdict")

    def __init__(self, members: Collection[Key]) -> None:
        self.members = members
        self.verdict: Mapping[str, str] = {}
        self.told: set[Key] = set()


One = TypeVar("One", bound=Thing)


class ThingLedger(ABC, Generic[One]):
    """Keeps things and judges those that have changed.

    Args:
        check: The check.
        new: Makes a thing that nobody has to do with yet.
    """

    def __init__(self, check: Check, new: type[One]) -> None:
        self._check = check
        self._things: defaultdict[str, One] = defaultdict(new)
        self._dirty: defaultdict[str, set[Key]] = defaultdict(set)
        self._failed: dict[Key, CheckFailedError] = {}
        self._unjudged: dict[str, tuple[Key, CheckFailedError]] = {}

    def reordered(self) -> None:
        """Note again where nobody could judge: the first member has the note. Counts know no order."""
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
            asked = set(touched) if thing.verdict == before else touched.union(thing.members)
            if not thing.verdict:
                asked &= thing.told
            try:
                while asked:
                    key = asked.pop()
                    found: dict[Key, list[Finding]] = {}
                    if key in thing.members:
                        tell = partial(self._tell, document, key, name, thing, found)
                        noted(self._check, document, key, found, tell)
                    if found or key in thing.told:
                        (thing.told.add if found else thing.told.discard)(key)
                        yield (self._check.id, name, key), found
            finally:
                if asked:  # stopped in between
                    self._dirty[name].update(asked)
            if not thing.members and not thing.told and self._things.get(name) is thing:
                del self._things[name]
        yield failures(self._check, document, {**dict(self._unjudged.values()), **self._failed})

    def _judged(self, document: Document, name: str, thing: One) -> Mapping[str, str]:
        self._unjudged.pop(name, None)
        try:
            return self._verdict(document, name, thing)
        except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
            self._unjudged[name] = (min(thing.members, key=document.index), as_failure(error))
            return {}

    @abstractmethod
    def _verdict(self, document: Document, name: str, thing: One) -> Mapping[str, str]:
        """Return which ways to write a thing are odd, each with the right one."""

    @abstractmethod
    def _tell(
        self, document: Document, key: Key, name: str, thing: One, found: dict[Key, list[Finding]], /
    ) -> None:
        """Put what is odd in a member into `found`."""
