"""How a check compares the segments of a document, so that an edit runs again only what it touches.

Four ways are enough for all checks there are: segments that share a key (`Groups`), things that are
written in several ways (`Choices`), things and the words that go with them (`Companions`), and runs of
neighbours (`Neighbours`). Each says in functions over plain data what it looks at; `checks.document` keeps
the books.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from transreview.checks.environment import Environment
from transreview.checks.features import Features
from transreview.checks.hit import Hit


@dataclass(frozen=True, slots=True)
class Groups:
    """Segments that have a key in common are looked at together.

    Attributes:
        keys: What a segment is grouped by; none leaves it out.
        compare: Looks at a group of two segments or more, in the document's order; yields the number
            of a segment in the group and what is wrong with it.
    """

    keys: Callable[[Features], Iterable[str]]
    compare: Callable[[list[Features]], Iterable[tuple[int, Hit]]]


class Use(NamedTuple):
    """One place where a segment writes a thing in one of its ways.

    Attributes:
        thing: What is written: a concept, a name, "decimal sign".
        choice: The way it is written here.
        start: First character in the translation.
        end: One past its last character.
        text: What stands there.
    """

    thing: str
    choice: str
    start: int
    end: int
    text: str


Judge = Callable[[str, Mapping[str, int], Environment], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Things that are written in several ways are counted, and the odd ways are told.

    Attributes:
        uses: The uses in a segment.
        judge: Takes a thing, the number of uses of each choice and the environment; returns each choice
            that is odd with the one that should stand there.
        describe: Takes a use, the choice that should stand there and the environment; returns the hit.
    """

    uses: Callable[[Features], Iterable[Use]]
    judge: Judge
    describe: Callable[[Use, str, Environment], Hit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Companions:
    """Things of the source are counted with the words that go with them in the translation.

    Nobody has to say in each segment which word stands for what: where a thing is named in several
    segments, the words that go with it show, and an odd one too. A segment that has the right word as well
    is let pass.

    Attributes:
        company: Takes a segment; returns two collections, the things that its source names and the words of
            its translation.
        goes: Takes a thing and words; returns those of them that may stand for it.
        judge: Takes a thing that two segments or more name, how many do, how many of these have each word
            that may stand for it, how many segments of the document have a word, and the environment; returns
            each word that is odd with the one that should stand there.
        places: Takes a segment, a thing and a word; yields where the word stands for the thing.
        describe: Takes such a place, the word that should stand there and the environment; returns the hit.
    """

    company: Callable[[Features], tuple[Iterable[str], Iterable[str]]]
    goes: Callable[[str, Iterable[str]], Iterable[str]]
    judge: Callable[[str, int, Mapping[str, int], Mapping[str, int], Environment], Mapping[str, str]]
    places: Callable[[Features, str, str], Iterable[Use]]
    describe: Callable[[Use, str, Environment], Hit]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring segments that belong together.

    Attributes:
        start: How many segments before the present one it begins.
        end: How many segments before the present one it has ended; 0 for "just before it".
        what: Whatever the check has to remember of it.
    """

    start: int
    end: int
    what: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Segments are walked in their order, and runs of them are told.

    Attributes:
        signal: Takes the segment before, the segment and the one after (None at the ends); returns
            what counts of it, a value that can be compared.
        step: Takes the state before a segment (None where nothing is going on) and its signal (None
            after the last one); returns the state after it and the runs that have ended.
        describe: Takes the segments of a run, one more on either side (None at the ends), and what was
            remembered of it; yields the number of a segment in the run and what is wrong with it.
    """

    signal: Callable[[Features | None, Features, Features | None], Any]
    step: Callable[[Any, Any], tuple[Any, Sequence[Run]]]
    describe: Callable[[list[Features | None], Any], Iterable[tuple[int, Hit]]]


Comparison = Groups | Choices | Companions | Neighbours
