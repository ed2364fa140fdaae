"""Emphasis in Markdown: which runs of * _ ~ open and close it, by the rules of CommonMark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass

from transreview.model.inline_mark import InlineMark, MarkKind

_DEEPEST = 200  # open runs that a closing one looks back over; nobody nests deeper


@dataclass(slots=True)
class Run:
    """A run of one emphasis sign.

    Attributes:
        start: Where its unused signs begin.
        end: One past them.
        sign: "*", "_" or "~".
        opens: May open emphasis.
        closes: May close emphasis.
        length: Signs that it had at first.
    """

    start: int
    end: int
    sign: str
    _: KW_ONLY
    opens: bool
    closes: bool
    length: int


def run_at(text: str, start: int, end: int) -> Run:
    """Return the run of signs at a place, with what its neighbours let it do."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    sign = text[start]
    if sign == "_":
        opens, closes = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
    else:
        opens, closes = left, right
    return Run(start, end, sign, opens=opens, closes=closes, length=end - start)


def pair(runs: Sequence[Run]) -> Iterator[InlineMark]:
    """Yield the emphasis that some runs make, and what is left of runs that made none.

    Args:
        runs: Runs of one text in order, with nothing between them that ends emphasis.
    """
    waiting: list[Run] = []
    for run in runs:
        if run.closes:
            yield from _closed(run, waiting)
        if run.opens and run.start < run.end:
            waiting.append(run)
        elif run.start < run.end:
            yield from _stray(run)
    for run in waiting:
        yield from _stray(run)


def _closed(run: Run, waiting: list[Run]) -> Iterator[InlineMark]:
    """Yield what a run closes; runs that were left open in between are stray."""
    while run.start < run.end:
        opener = next((one for one in reversed(waiting[-_DEEPEST:]) if _fits(one, run)), None)
        if opener is None:
            return
        while waiting[-1] is not opener:
            yield from _stray(waiting.pop())
        signs = min(opener.end - opener.start, run.end - run.start, 2)
        kind = MarkKind.STRONG if signs == 2 else MarkKind.EMPHASIS
        kind = MarkKind.STRIKE if run.sign == "~" else kind
        inner = (opener.end, run.start)
        yield InlineMark(kind, opener.end - signs, run.start + signs, inner=inner)
        opener.end -= signs
        run.start += signs
        if opener.start == opener.end:
            waiting.pop()


def _fits(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign:
        return False
    if closer.sign == "~":
        return opener.length == closer.length <= 2
    both_ways = opener.closes or closer.opens
    thirds = (opener.length + closer.length) % 3 == 0
    return not (both_ways and thirds and (opener.length % 3 or closer.length % 3))


def _stray(run: Run) -> Iterator[InlineMark]:
    """Yield a run that readers see: two signs or more, or one at a word, as nobody writes on purpose."""
    if run.sign == "*" and (run.length > 1 or run.opens != run.closes):
        yield InlineMark(MarkKind.STRAY, run.start, run.end, value=run.sign * (run.end - run.start))


def _is_mark(character: str) -> bool:
    """Return whether a character is punctuation or a symbol to CommonMark."""
    return unicodedata.category(character)[0] in "PS"
