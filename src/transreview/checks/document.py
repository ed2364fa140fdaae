"""The findings of one document, kept true through every change of its texts and their order."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from time import perf_counter

from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.findings import batch_findings, distinct, segment_findings, together
from transreview.checks.ledgers import Key
from transreview.checks.segment_text import SegmentText
from transreview.checks.surroundings import Surroundings
from transreview.checks.walk import SequenceLedger, ledger_of
from transreview.model.finding import Finding

_KEPT_FEATURES = 256
# Tag of the findings of an earlier run; they stand until the comparison is done anew.
_REMEMBERED = "remembered"

_STEP_SECONDS = 0.01
"""How long segments are compared before whoever waits is let in."""

_AT_HAND, _AT_HAND_CHARACTERS = 16, 100_000
"""Texts, and characters of theirs, that are looked at there and then; more are left for `fill`."""


def too_much_at_hand(texts: Iterable[SegmentText]) -> bool:
    """Return whether texts are too long to be looked at there and then."""
    return sum(len(text.source) + len(text.target) for text in texts) > _AT_HAND_CHARACTERS


class DocumentChecks:
    """Knows what the checks find in each segment of a document, and finds again what a change touches.

    Args:
        context: Languages, glossary, choices and checks.

    Attributes:
        context: The same; set another one with `renew`.
    """

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self._order: list[Key] = []
        self._index: dict[Key, int] = {}
        self._texts: dict[Key, SegmentText] = {}
        self._surroundings = Surroundings()
        self._own: dict[Key, Sequence[Finding]] = {}
        self._filed: set[Key] = set()
        # Looked at with others of a batch; nobody has been told of their findings yet.
        self._untold: set[Key] = set()
        # By what was compared; replaced and never changed, so that anybody may read while others compare.
        self._compared: dict[Key, dict[object, list[Finding]]] = {}
        self._tagged: dict[object, list[Key]] = {}
        self._features: OrderedDict[Key, Features] = OrderedDict()
        self._ledgers = [ledger_of(check) for check in context.document_plan]
        self._settled = False
        # Whether a `fill` is in the middle of comparing, and whether texts have changed since it began.
        self._comparing = self._changed_meanwhile = False
        self._remembered = False

    def __len__(self) -> int:
        """Return the number of segments."""
        return len(self._order)

    @property
    def done(self) -> int:
        """Number of segments that were looked at and told of."""
        return len(self._filed) - len(self._untold)

    @property
    def is_complete(self) -> bool:
        """Whether every segment was looked at and all were compared."""
        return self._settled and len(self._filed) == len(self._order)

    @property
    def is_remembered(self) -> bool:
        """Whether all findings are those of an earlier run in the very same document."""
        return self._remembered

    @property
    def keys(self) -> Sequence[Key]:
        """What the segments are called, in their order."""
        return self._order

    def text(self, key: Key) -> SegmentText | None:
        """Return a segment's texts as they were last told, None where there is no such segment."""
        return self._texts.get(key)

    def texts(self) -> list[tuple[Key, SegmentText]]:
        """Return the segments with their texts as they were last told, in their order."""
        return [(key, self._texts[key]) for key in self._order]

    def index(self, key: Key) -> int:
        """Return the place of a segment."""
        return self._index[key]

    def features(self, key: Key) -> Features:
        """Return the features of a segment among its neighbours."""
        found = self._features.get(key)
        if found is None:
            text = self._surroundings.around(key, self._texts[key])
            found = self._features[key] = Features(text, self.context)
            if len(self._features) > _KEPT_FEATURES:
                self._features.popitem(last=False)
        return found

    def findings(self, key: Key) -> list[Finding]:
        """Return what is found in a segment as it stands, worst first."""
        own = self._own.get(key, ())
        compared = self._compared.get(key)
        if not compared:
            return list(own)
        return together(own, distinct(chain.from_iterable(compared.values())))

    def looked_at(self, key: Key) -> bool:
        """Whether a segment was looked at by itself."""
        return key in self._own

    def look_at(self, text: SegmentText, key: Key) -> list[Finding]:
        """Return what is found in a text that would stand in a segment's place, compared with nothing."""
        around = self._surroundings.around(key, text) if key in self._texts else text
        return segment_findings(Features(around, self.context), self.context)

    def arrange(self, texts: Iterable[tuple[Key, SegmentText]]) -> set[Key]:
        """Take the segments of the document in their order; what is as it was stays known.

        Returns:
            The segments whose findings have changed; new ones are looked at by `fill` or `update`.
        """
        new = dict(texts)
        order = list(new)
        for key in [key for key in self._order if key not in new]:
            self._forget(key)
        kept = [key for key in self._order if key in new]
        moved = kept != [key for key in order if key in self._texts]
        changed = {key: text for key, text in new.items() if key in self._texts and self._texts[key] != text}
        self._order, self._index = order, {key: index for index, key in enumerate(order)}
        for key, text in new.items():
            self._texts.setdefault(key, text)
        for ledger in self._ledgers:
            if isinstance(ledger, SequenceLedger):
                ledger.arrange(order)
            if moved:
                ledger.reordered()
        self._settled = self._settled and not moved and order == kept
        self._remembered = False
        touched = self._surroundings.arrange(
            order, {key: new[key] for key in order if key not in kept}, self._index
        )
        return self.update(changed, also=touched)

    def _forget(self, key: Key) -> None:
        for ledger in self._ledgers:
            ledger.put(key, None)
        del self._texts[key]
        self._own.pop(key, None)
        self._filed.discard(key)
        self._untold.discard(key)
        self._features.pop(key, None)
        self._surroundings.forget(key)
        self._compared.pop(key, None)

    def update(self, texts: Mapping[Key, SegmentText], *, also: Iterable[Key] = ()) -> set[Key]:
        """Take new texts of segments.

        Args:
            texts: Segment → its texts as they are now.
            also: Segments to look at again though their texts are the same.

        Returns:
            The segments whose findings have changed, those of neighbours and partners among them. Where
            many texts change at once they are known no longer: `fill` looks at them.
        """
        changed = {key: text for key, text in texts.items() if self._texts.get(key) != text}
        self._texts.update(changed)
        again = set(changed) | {key for key in also if key in self._own}
        self._remembered = self._remembered and not again
        again |= self._surroundings.update(changed, self._order, self._index)
        for key in again:
            self._features.pop(key, None)
        if len(again) > _AT_HAND or too_much_at_hand(self._texts[key] for key in again):
            return self._leave(again)
        touched = set()
        for key in again:
            if key in changed or key in self._own:
                touched |= self._look(key, put=key in changed or key in also)
        if len(self._filed) == len(self._order):
            touched |= self._untold
            self._untold.clear()
            if self._comparing:  # whoever compares in steps goes on with what is new
                self._changed_meanwhile = True
            else:
                touched.update(*self._settle(float("inf")))
        return touched

    def _leave(self, keys: Iterable[Key]) -> set[Key]:
        """Know nothing of some segments until `fill` looks at them; return those that had findings."""
        touched = {key for key in keys if self.findings(key)}
        for key in keys:
            for ledger in self._ledgers:
                ledger.put(key, None)
            self._own.pop(key, None)
            self._compared.pop(key, None)
            self._filed.discard(key)
            self._untold.discard(key)
        self._settled, self._changed_meanwhile = False, True
        return touched

    def _look(self, key: Key, *, put: bool) -> set[Key]:
        features = self.features(key)
        before = self._own.get(key)
        self._own[key] = segment_findings(features, self.context) or ()
        if put or key not in self._filed:
            self._filed.add(key)
            for ledger in self._ledgers:
                ledger.put(key, features)
        if put:
            self._without(_REMEMBERED, key)
        differs = before is None or key in self._untold or list(before) != list(self._own[key])
        self._untold.discard(key)
        return {key} if differs else set()

    def _settle(self, seconds: float) -> Iterator[set[Key]]:
        """Compare what has not been compared as it stands.

        Args:
            seconds: How long a step takes; between two steps anything may be changed.

        Yields:
            The segments whose findings have changed.
        """
        order, ledgers, touched = self._order, self._ledgers, set[Key]()
        self._comparing = self._changed_meanwhile = True
        until = perf_counter() + seconds
        self._settled = False
        try:
            while self._changed_meanwhile:
                self._changed_meanwhile = False
                for tag, found in chain.from_iterable(ledger.settle(self) for ledger in ledgers):
                    touched |= self._record(tag, found)
                    if perf_counter() > until:
                        yield touched
                        if self._order is not order or self._ledgers is not ledgers:
                            return  # another order, or other checks: the next `fill` compares
                        until, touched = perf_counter() + seconds, set()
            touched |= self._record(_REMEMBERED, {})
            self._settled = len(self._filed) == len(self._order)
        finally:
            self._comparing = False
        yield touched

    def _record(self, tag: object, found: Mapping[Key, list[Finding]]) -> set[Key]:
        """Put what is found under a tag in the place of what was; return whose findings differ."""
        before: dict[Key, list[Finding]] = {}
        for key in self._tagged.pop(tag, ()):
            removed = self._without(tag, key)
            if removed is not None:
                before[key] = removed
        for key, findings in found.items():
            self._compared[key] = {**self._compared.get(key, {}), tag: findings}
        if found:
            self._tagged[tag] = list(found)
        return {key for key in before.keys() | found.keys() if before.get(key) != found.get(key)}

    def _without(self, tag: object, key: Key) -> list[Finding] | None:
        """Take away what is found in a segment under a tag, and return it."""
        mine = self._compared.get(key)
        if mine is None or tag not in mine:
            return None
        if len(mine) == 1:
            del self._compared[key]
        else:
            self._compared[key] = {other: found for other, found in mine.items() if other != tag}
        return mine[tag]

    def fill(self, near: int = 0, *, at_once: int = 1) -> Iterator[set[Key]]:
        """Look at the segments that nobody has looked at yet, the nearest to a place first.

        Between two steps texts may be changed by `update` and `arrange`.

        Args:
            near: Place of the segment to begin with.
            at_once: How many segments the checks go through together, before the first of them is told of:
                several take less time, and longer until the next step.

        Yields:
            The segments whose findings are known now or have changed: one, then at the end those in which
            the comparison has found something, in steps too.
        """
        order = _nearest_first(self._order, near)
        for start in range(0, len(order), at_once):
            keys = [key for key in order[start : start + at_once] if key in self._texts]
            self._look_at_several([key for key in keys if key not in self._own])
            keys = [key for key in keys if key not in self._filed or key in self._untold]
            self._file([key for key in keys if key not in self._filed])
            for key in keys:
                untold = {key} & self._untold
                self._untold -= untold
                yield untold
        if not self._settled and len(self._filed) == len(self._order):
            yield from self._settle(_STEP_SECONDS)

    def _look_at_several(self, keys: Sequence[Key]) -> None:
        """Find what single segments show of themselves."""
        of_each = batch_findings([self.features(key) for key in keys], self.context)
        for key, found in zip(keys, of_each, strict=True):
            self._own[key] = found or ()
        self._untold.update(keys)

    def _file(self, keys: Sequence[Key]) -> None:
        """Put segments into the books of what is compared, book by book."""
        self._filed.update(keys)
        for ledger in self._ledgers:
            if not isinstance(ledger, SequenceLedger):
                for key in keys:
                    ledger.put(key, self.features(key))
        walks = [ledger for ledger in self._ledgers if isinstance(ledger, SequenceLedger)]
        for key in keys:
            self._prepare(walks, self._index[key])

    def _prepare(self, walks: Sequence[SequenceLedger], place: int) -> None:
        last = len(self._order) - 1
        for index in (place - 1, place, place + 1):
            if 0 <= index <= last and all(
                self._order[i] in self._filed for i in (index - 1, index, index + 1) if 0 <= i <= last
            ):
                for walk in walks:
                    walk.prepare(self, index)

    def remember(self, own: Mapping[Key, Sequence[Finding]], compared: Mapping[Key, list[Finding]]) -> None:
        """Take what an earlier run has found in the very same document; `fill` then only files the texts.

        Args:
            own: What was found in each segment by itself, for every segment.
            compared: What was found by comparing.
        """
        self._own.update(own)
        self._record(_REMEMBERED, compared)
        self._remembered = True

    def by_origin(self) -> tuple[dict[Key, list[Finding]], dict[Key, list[Finding]]]:
        """Return what was found in single segments, and what was found by comparing, where there is any."""
        own = {key: list(found) for key, found in self._own.items() if found}
        compared = {
            key: distinct(chain.from_iterable(mine.values())) for key, mine in self._compared.items() if mine
        }
        return own, compared

    def renew(self, context: CheckContext, touched: Iterable[Key] | None = None) -> set[Key]:
        """Check by another context from now on.

        Args:
            context: Of the same languages.
            touched: The only segments for which it can make a difference; all, when `fill` is next
                called, where it is None.

        Returns:
            The segments whose findings have changed already.
        """
        same = [check.id for check in context.document_plan] == [
            check.id for check in self.context.document_plan
        ]
        self.context = context
        self._features.clear()
        if touched is not None and same:
            return self.update({}, also=touched)
        self._own.clear()
        self._filed.clear()
        self._untold.clear()
        self._compared.clear()
        self._tagged.clear()
        self._ledgers = [ledger_of(check) for check in context.document_plan]
        for ledger in self._ledgers:
            if isinstance(ledger, SequenceLedger):
                ledger.arrange(self._order)
        self._settled = False
        return set()


def _nearest_first(order: Sequence[Key], near: int) -> list[Key]:
    ahead, behind = order[near:], order[:near][::-1]
    pairs = zip_longest(ahead, behind)
    return [key for pair in pairs for key in pair if key is not None]
