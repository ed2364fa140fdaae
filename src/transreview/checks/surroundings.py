"""What the segments of a document leave open for one another: quotations that run from one to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transreview.checks import quotation
from transreview.checks.ledgers import Key
from transreview.checks.segment_text import SegmentText


class Surroundings:
    """What segments leave open for others: the quotations of either side."""

    def __init__(self) -> None:
        self._turns: tuple[dict[Key, int], dict[Key, int]] = ({}, {})
        self._states: tuple[dict[Key, tuple[int, bool]], dict[Key, tuple[int, bool]]] = ({}, {})

    def around(self, key: Key, text: SegmentText) -> SegmentText:
        """Return a text with what stands around its segment."""
        source, target = (states.get(key, (0, False)) for states in self._states)
        return replace(
            text, source_open=source[0], target_open=target[0], runs_on=target[1], in_document=True
        )

    def forget(self, key: Key) -> None:
        """Leave a segment out; `arrange` follows."""
        for turns in self._turns:
            turns.pop(key, None)

    def arrange(
        self, order: Sequence[Key], new: Mapping[Key, SegmentText], index: Mapping[Key, int]
    ) -> set[Key]:
        """Take the order of the segments, and the texts of new ones; return who has other surroundings."""
        self._take(new)
        return self._follow(0, order, index) | self._follow(1, order, index)

    def update(
        self, texts: Mapping[Key, SegmentText], order: Sequence[Key], index: Mapping[Key, int]
    ) -> set[Key]:
        """Take new texts; return the segments that have other surroundings now."""
        touched = set()
        for side, differs in enumerate(self._take(texts)):
            if differs:
                touched |= self._follow(side, order, index)
        return touched

    def _take(self, texts: Mapping[Key, SegmentText]) -> tuple[bool, bool]:
        differs = [False, False]
        for key, text in texts.items():
            for side, words in enumerate((text.source, text.target)):
                turns = self._turns[side]
                turn = quotation.turn(words) if quotation.MARK.search(words) else 0
                if turns.get(key, 0) != turn:
                    differs[side] = True
                    if turn:
                        turns[key] = turn
                    else:
                        del turns[key]
        return differs[0], differs[1]

    def _follow(self, side: int, order: Sequence[Key], index: Mapping[Key, int]) -> set[Key]:
        turns, before = self._turns[side], self._states[side]
        places = sorted((index[key], turn) for key, turn in turns.items())
        after = {order[place]: state for place, state in quotation.follow(dict(places)).items()}
        touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        before.clear()
        before.update(after)
        return {key for key in touched if key in index}
