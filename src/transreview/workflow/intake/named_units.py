"""Units that their files call by name: messages by their keys, cues of subtitles by their times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from transreview.model.bead import Bead
from transreview.model.unit import Unit

# A language at the root of a file (zh-CN/nav/home) is another one on each side.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})*")
_TIME = re.compile(r"(?:(?P<hours>\d+):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{1,2})[.,](?P<rest>\d{1,3})")
# Seconds by which two cues that belong together may begin apart, and cues that one may stand for.
_NEAR, _MOST = 0.25, 4
# Seconds that one cue is shown at most: what begins later is no part of it.
_LONGEST = 7.0


def named_pairs(source: Sequence[Unit], target: Sequence[Unit]) -> list[Bead]:
    """Return the beads of units that files of keys or times call by one name on both sides.

    Where a file lists its keys says nothing: a service that translators use may write them in any order.
    """
    if source and target and _TIME.match(source[0].name) and _TIME.match(target[0].name):
        return _timed(source, target)
    names = _alike(_keys(source), _keys(target))
    counts = [Counter(name for name in side if name) for side in names]
    places = {name: index for index, name in enumerate(names[1]) if counts[1][name] == 1}
    pairs = [
        Bead((index,), (places[name],))
        for index, name in enumerate(names[0])
        if name in places and counts[0][name] == 1
    ]
    if 2 * len(pairs) < min(len(source), len(target)):
        return pairs
    # A key that one side alone has says that its text has no counterpart.
    alone = [Bead((i,), ()) for i, name in enumerate(names[0]) if name and not counts[1][name]]
    alone += [Bead((), (j,)) for j, name in enumerate(names[1]) if name and not counts[0][name]]
    return pairs + alone


def _keys(units: Sequence[Unit]) -> list[str]:
    """Return the names of units without the language that all of them begin with."""
    names = [unit.name for unit in units]
    roots = {name.partition("/")[0] for name in names if name}
    nested = len(roots) == 1 and all("/" in name for name in names if name)
    if nested and _LANGUAGE.fullmatch(roots.pop()):
        return [name.partition("/")[2] for name in names]
    return names


def _alike(source: list[str], target: list[str]) -> tuple[list[str], list[str]]:
    """Return the names of both sides, one name for a key with a slash and for keys in each other.

    One file may write "nav/home" as one key where the other has "home" below "nav"; names that both sides
    write alike stay what they are.
    """
    shared = set(source) & set(target)

    def plain(name: str) -> str:
        bare = name.replace("~1", "/")
        return name if name in shared or bare in shared else bare

    return [plain(name) for name in source], [plain(name) for name in target]


def _timed(source: Sequence[Unit], target: Sequence[Unit]) -> list[Bead]:
    """Return the beads of cues that begin together, with those that one of them was cut into."""
    starts = [[_seconds(unit.name) for unit in side] for side in (source, target)]
    cuts: list[tuple[int, int]] = []
    place = 0
    for index, time in enumerate(starts[0]):
        while place < len(target) and starts[1][place] < time - _NEAR:
            place += 1
        if place < len(target) and abs(starts[1][place] - time) <= _NEAR:
            cuts.append((index, place))
            place += 1
    beads = []
    for (top, left), (bottom, right) in pairwise([*cuts, (len(source), len(target))]):
        rows, columns = bottom - top, right - left
        last = max(starts[0][bottom - 1], starts[1][right - 1])
        if min(rows, columns) == 1 and max(rows, columns) <= _MOST and last - starts[0][top] <= _LONGEST:
            beads.append(Bead(tuple(range(top, bottom)), tuple(range(left, right))))
    return beads


def _seconds(name: str) -> float:
    match = _TIME.match(name)
    if match is None:
        return 0.0
    hours, minutes, seconds = (int(match[part] or 0) for part in ("hours", "minutes", "seconds"))
    return 3600 * hours + 60 * minutes + seconds + float(f"0.{match['rest']}")
