"""How a thing stands in its sentence: 关于关税 is no „for the tariff“ (data/marks.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.chinese_georgian.meaning.things import (
    Standing,
    Thing,
    only_standing,
    things_in,
)
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# Of the modifiers between the word and the thing: how many characters, and which of them part two things.
_MODIFIERS, _PARTS = 8, frozenset("，。；：、！？“”和与及在从对向被由为是到往至未着了过就将会不没把")
# Behind it no more of the same noun.
_MORE = (
    "的", "们的", "中", "期间", "之前", "之后", "前", "后",
    *"化性者人员业品法费率额量部局界力所院室组厅馆会课生机站器证单书时上里内下",
)  # fmt: skip
_GAP, _ENDS = 6, "，。；："


class _Mark(NamedTuple):
    """One turn of a row: what a source says of a thing, and how its word may stand.

    Attributes:
        kind: What is changed where it stands otherwise.
        before: What stands before the thing, up to its first character.
        behind: What stands behind it, in parts with a gap between them; where empty, no more of the noun.
        hows: How the word may stand, or may not.
        may: Whether `hows` are those in which it may.
        excused: Georgian words with which nothing is told; None for none.
    """

    kind: DivergenceKind
    before: str
    behind: tuple[str, ...]
    hows: frozenset[str]
    may: bool
    excused: re.Pattern[str] | None


class _Row(NamedTuple):
    """A line of data/marks.txt in its parts."""

    kind: str
    turns: tuple[str, ...]
    hows: frozenset[str]
    may: bool
    excused: str


@cache
def _rows() -> list[_Row]:
    rows = []
    text = (files(__package__) / "data" / "marks.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _colon, row = line.partition(": ")
            may = " = " in row
            turns, _sign, rest = row.partition(" = " if may else " ≠ ")
            hows, _semicolon, excused = rest.partition(" ; ")
            rows.append(_Row(kind, tuple(turns.split("/")), frozenset(hows.split()), may, excused))
    return rows


@cache
def _marks() -> tuple[AhoCorasick, list[tuple[int, int]]]:
    """Return what finds the keys of turns, and the row and turn of each key."""
    places = [(row, turn) for row, one in enumerate(_rows()) for turn in range(len(one.turns))]
    keys = [_key(_rows()[row].turns[turn]) for row, turn in places]
    return AhoCorasick(keys), places


@cache  # most turns are met in no text: a pattern is made when it is first asked for
def _mark(row: int, turn: int) -> _Mark:
    one = _rows()[row]
    before, _thing, behind = one.turns[turn].partition("N")
    return _Mark(
        DivergenceKind(one.kind),
        before,
        tuple(behind.split("…")),
        one.hows,
        one.may,
        re.compile(f"(?<![ა-ჰ])(?:{one.excused.replace('/', '|')})") if one.excused else None,
    )


def _key(turn: str) -> str:
    """Return the part of a turn by which it is looked for."""
    before, _thing, behind = turn.partition("N")
    return before or behind.partition("…")[0]


SAYS_OF_A_THING = sign_of(lambda: {_key(turn) for row in _rows() for turn in row.turns})


def changed_marks(source: str, target: str) -> Iterator[Divergence]:
    """Yield the words for things that stand otherwise than their source says.

    Args:
        source: Chinese text of a sentence.
        target: Its translation.
    """
    finder, places = _marks()
    said = {hit[0] for hit in finder.find_matches_as_indexes(source, overlapping=True)}
    things = things_in(source) if said else []
    for place, thing in enumerate(things):
        if place + 1 < len(things) and things[place + 1].start == thing.end:
            continue  # the first part of a longer name
        if sum(other.number == thing.number for other in things) > 1:
            continue
        marks = [
            mark for number in sorted(said) if _is_said(mark := _mark(*places[number]), source, thing, things)
        ]
        standing = only_standing(thing, target) if marks else None
        if standing is None or not standing.is_marked:
            continue
        if _stands_wrongly(marks, standing, target):
            yield Divergence(marks[0].kind, (thing.start, thing.end), (standing.start, standing.last))


def _is_said(mark: _Mark, source: str, thing: Thing, things: Sequence[Thing]) -> bool:
    if not _stands_behind(mark.behind, source, thing.end):
        return False
    if not mark.before:
        return True
    start = source.rfind(mark.before, 0, thing.start)
    start += len(mark.before)
    if start < len(mark.before) or thing.start - start > _MODIFIERS:
        return False
    if not _PARTS.isdisjoint(source[start : thing.start]):
        return False
    # Other things between them belong to this one: 关于中国企业的问题.
    between = [one for one in things if start <= one.start < thing.start]
    return all(source[one.end] == "的" or _begins(things, one.end) for one in between)


def _stands_behind(behind: tuple[str, ...], source: str, place: int) -> bool:
    if behind == ("",):
        return not source.startswith(_MORE, place)
    first, *rest = behind
    if not source.startswith(first, place):
        return False
    place += len(first)
    for part in rest:
        following = source.find(part, place, place + _GAP + len(part))
        if following < 0 or any(end in source[place:following] for end in _ENDS):
            return False
        place = following + len(part)
    return True


def _begins(things: Sequence[Thing], place: int) -> bool:
    return any(one.start == place for one in things)


def _stands_wrongly(marks: Sequence[_Mark], standing: Standing, target: str) -> bool:
    """Whether a word stands as some turn forbids, or as none of those says that list how it may."""
    if any(mark.excused is not None and mark.excused.search(target) for mark in marks):
        return False
    if any(standing.how in mark.hows for mark in marks if not mark.may):
        return True
    listing = [mark.hows for mark in marks if mark.may]
    return bool(listing) and not any(standing.how in hows for hows in listing)
