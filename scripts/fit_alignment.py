"""Fit the aligner's weights to aligned text and write them.

    python scripts/fit_alignment.py GOLD.jsonl… -o src/transreview/alignment/data/weights.json

A line of GOLD holds `source`, `target`, `pair` ("zh-ka") and `gold`, the true beads as
[[[source indexes], [target indexes]], …]; `docs` names the documents it was made of.

What is maximised is the probability of the true path under the model (a conditional random field's
likelihood), by pattern search: each number in turn is moved up and down, and the step adapted. With
`--held-out K` the documents whose hash is 0 modulo K are kept out and measured only.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import zlib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from transreview.alignment.band import whole
from transreview.alignment.channels import join
from transreview.alignment.evidence import Evidence
from transreview.alignment.lattice import Lattice, forward
from transreview.alignment.lengths import Lengths
from transreview.alignment.meter import Meter
from transreview.alignment.moves import MOVES
from transreview.alignment.pairing import read_channels
from transreview.alignment.presence import Presence
from transreview.alignment.scoring import Signals, build_lattice
from transreview.alignment.sides import Side, copies
from transreview.alignment.stretches import Stretch, plan
from transreview.alignment.weights import ChannelWeights, Weights, load_weights, parse_weights
from transreview.languages.pairs import pair
from transreview.model.unit import Unit

Bead = tuple[tuple[int, ...], tuple[int, ...]]
# Log sums over the ways to a node: behind a bead, in a run of left units, in a run of right ones.
States = tuple[float, float, float]
NEVER = -1e30


@dataclass(frozen=True)
class Area:
    """A rectangle of pieces between two nodes that the true path passes.

    Attributes:
        start: Its first node.
        end: Its last node.
        cuts: Nodes inside at which both sides stand between two units: the true path avoids them.
        linked: Whether it is a bead; otherwise nothing in it has a counterpart.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    cuts: frozenset[tuple[int, int]]
    linked: bool


@dataclass
class Item:
    """One document with all that does not depend on weights."""

    name: str
    group: str
    left: Side
    right: Side
    tokens: tuple
    presence: Presence
    ratio: float
    truth: list[Area]


def read_item(line: str) -> Item:
    """Read one gold line, its sides in the aligner's own order (the later language code first)."""
    record = json.loads(line)
    codes = record["pair"].split("-")
    sides = [record["source"], record["target"]]
    gold = [(tuple(a), tuple(b)) for a, b in record["gold"]]
    if codes[0] < codes[1]:
        codes, sides, gold = codes[::-1], sides[::-1], [(b, a) for a, b in gold]
    left, right = (
        Side.of([Unit(text, paragraph=i) for i, text in enumerate(side)], code)
        for side, code in zip(sides, codes, strict=True)
    )
    channels = read_channels(left, right, None, (), Meter())
    tokens = join(channels, len(left.pieces), len(right.pieces))
    ratio = math.log(pair(*codes).length_ratio)
    group = "|".join(record.get("docs") or [record["id"]])
    return Item(
        record["id"], group, left, right, tokens, Presence.of(channels), ratio, truth_of(gold, left, right)
    )


def truth_of(gold: Iterable[Bead], left: Side, right: Side) -> list[Area]:
    """Return the areas of pieces that the true beads of units are, in order.

    Units without counterpart between two beads are one area, with the left ones first.
    """
    beads = sorted((b for b in gold if b[0] and b[1]), key=lambda b: b[0])
    rows, columns = len(left.units), len(right.units)
    areas: list[Area] = []
    i = j = 0
    for source, target in [*beads, ((rows,), (columns,))]:
        if source[0] > i or target[0] > j:
            corners = [
                (int(left.first[i]), int(right.first[j])),
                (int(left.first[source[0]]), int(right.first[target[0]])),
            ]
            areas.append(Area(*corners, frozenset(), linked=False))
        if source[0] < rows and target[0] < columns:
            i, j = source[-1] + 1, target[-1] + 1
            start = (int(left.first[source[0]]), int(right.first[target[0]]))
            end = (int(left.first[i]), int(right.first[j]))
            cuts = {
                (int(left.first[a]), int(right.first[b]))
                for a in range(source[0], i + 1)
                for b in range(target[0], j + 1)
            }
            areas.append(Area(start, end, frozenset(cuts - {start, end}), linked=True))
    return areas


def lattice_of(item: Item, weights: Weights) -> Lattice:
    """Return the scored lattice of a document."""
    left, right, associations = item.tokens
    presence = item.presence.weighed(weights.channels)
    signals = Signals(
        evidence=Evidence(left, right, associations, weights.channels, presence),
        lengths=Lengths(
            (item.left.lengths, item.left.kept),
            (item.right.lengths, item.right.kept),
            item.ratio,
            weights.length,
        ),
        anchors=np.zeros((0, 2), np.int64),
        copies=copies(item.left, item.right),
        seams=(item.left.seams(), item.right.seams()),
    )
    rows, columns = left.size, right.size
    keep = plan((), rows, columns)
    return build_lattice(signals, Stretch(0, 0, rows, columns), keep, whole(rows, columns), weights)


def log_probability(item: Item, weights: Weights) -> float:
    """Return the log probability of all paths of pieces that amount to the true beads of units."""
    lattice = lattice_of(item, weights)
    total = forward(lattice).any.row(lattice.rows)[-1]
    states: States = (0.0, NEVER, NEVER)
    for area in item.truth:
        states = _inside(lattice, area, states) if area.linked else _skipped(lattice, area, states)
    return max(_any(states) - total, -60.0)


def _skipped(lattice: Lattice, area: Area, states: States) -> States:
    """Return the sums behind an area without counterparts: its left units first, then its right ones."""
    gaps = lattice.gaps
    bead, in_left, in_right = states
    for _row in range(area.start[0], area.end[0]):
        in_left = _add(bead + gaps.open_left, in_left + gaps.extend_left)
        bead = in_right = NEVER
    for _column in range(area.start[1], area.end[1]):
        in_right = _add(_add(bead, in_left) + gaps.open_right, in_right + gaps.extend_right)
        bead = in_left = NEVER
    return bead, in_left, in_right


def _inside(lattice: Lattice, area: Area, before: States) -> States:
    """Return the sums behind an area, over the paths that pass no node between two units in it."""
    (top, left), (bottom, right) = area.start, area.end
    offsets, gaps = lattice.band.offset, lattice.gaps
    known: dict[tuple[int, int], States] = {area.start: before}
    for i in range(top, bottom + 1):
        for j in range(left, right + 1):
            if (i, j) in area.cuts or (i, j) == area.start:
                continue
            bead = in_left = in_right = NEVER
            for number, (m, n) in enumerate(MOVES):
                if came := known.get((i - m, j - n)):
                    node = offsets[i - m] + 1 + j - n
                    bead = _add(bead, _any(came) + float(lattice.scores[number, node]))
            if above := known.get((i - 1, j)):
                in_left = _add(above[0] + gaps.open_left, above[1] + gaps.extend_left)
            if beside := known.get((i, j - 1)):
                in_right = _add(_add(beside[0], beside[1]) + gaps.open_right, beside[2] + gaps.extend_right)
            known[i, j] = (bead, in_left, in_right)
    return known[area.end]


def _any(states: States) -> float:
    return _add(_add(states[0], states[1]), states[2])


def _add(a: float, b: float) -> float:
    """Return log(exp(a) + exp(b))."""
    top, low = (a, b) if a > b else (b, a)
    return top + math.log1p(math.exp(low - top)) if low - top > -40 else top


def objective(items: list[Item], weights: Weights) -> float:
    """Return the mean log probability of a true bead."""
    return sum(log_probability(item, weights) for item in items) / sum(len(item.truth) for item in items)


@dataclass
class Knob:
    """A number to be fitted: its name, the step to try next, and how weights look with it changed."""

    name: str
    step: float
    change: Callable[[Weights, float], Weights]


def knobs(weights: Weights, channels: Iterable[str]) -> list[Knob]:
    """Return all numbers to be fitted; what is the same for both sides is one knob."""
    found = [
        Knob(f"move {key}", 0.3, lambda w, d, k=key: _move(w, k, d))
        for key in weights.moves
        if key[0] <= key[2]
    ]
    found += [Knob(f"gap {name}", 0.3, lambda w, d, k=name: _gap(w, k, d)) for name in ("open", "extend")]
    found += [
        Knob(f"length {name}", 0.2, lambda w, d, k=name: _length(w, k, d))
        for name in ("weight", "sigma", "sigma_short", "tails")
    ]
    found += [
        Knob(f"{channel} {name}", 0.3, lambda w, d, c=channel, k=name: _channel(w, c, k, d))
        for channel in channels
        for name in ("weight", "miss", "floor")
    ]
    found += [
        Knob(f"{channel} {name}", 0.1, lambda w, d, c=channel, k=name: _presence(w, c, k, d))
        for channel in channels
        for name in ("seen", "unseen")
        if getattr(weights.channels[channel], name)
    ]
    return found


def _move(weights: Weights, key: str, change: float) -> Weights:
    mirrored = f"{key[2]}-{key[0]}"
    return replace(
        weights, moves={k: v + change if k in (key, mirrored) else v for k, v in weights.moves.items()}
    )


def _gap(weights: Weights, name: str, change: float) -> Weights:
    gaps = {k: min(v + change, -0.01) if k.startswith(name) else v for k, v in weights.gaps.items()}
    return replace(weights, gaps=gaps)


def _length(weights: Weights, name: str, change: float) -> Weights:
    old = getattr(weights.length, name)
    return replace(weights, length=replace(weights.length, **{name: old * math.exp(change)}))


def _channel(weights: Weights, channel: str, name: str, change: float) -> Weights:
    old = asdict(weights.channels[channel])
    if name == "miss":
        odds = old[name] / (1 - old[name]) * math.exp(change)
        old[name] = odds / (1 + odds)
    else:
        old[name] *= math.exp(change)
    return replace(weights, channels={**weights.channels, channel: ChannelWeights(**old)})


def _presence(weights: Weights, channel: str, name: str, change: float) -> Weights:
    old = weights.channels[channel]
    changed = replace(old, **{name: getattr(old, name) + change})
    return replace(weights, channels={**weights.channels, channel: changed})


def fit(items: list[Item], weights: Weights, rounds: int, todo: list[Knob], output: Path) -> Weights:
    """Return better weights by pattern search; each round's are written."""
    best = objective(items, weights)
    print(f"start {best:.5f}", file=sys.stderr)
    for number in range(1, rounds + 1):
        before = best
        for knob in todo:
            for sign in (1, -1):
                candidate = knob.change(weights, sign * knob.step)
                value = objective(items, candidate)
                if value > best + 1e-6:
                    weights, best = candidate, value
                    knob.step *= sign * 1.5
                    break
            else:
                knob.step *= 0.4
            knob.step = max(-1.5, min(1.5, knob.step))
        todo_active = [knob for knob in todo if abs(knob.step) > 0.02]
        print(f"round {number}: {best:.5f} ({len(todo_active)} knobs move)", file=sys.stderr)
        output.write_text(dump_weights(weights), encoding="utf-8")
        if best - before < 1e-4:
            break
    return weights


def dump_weights(weights: Weights) -> str:
    """Return the weights as JSON, rounded to what matters."""

    def rounded(value: object) -> object:
        if isinstance(value, dict):
            return {k: rounded(v) for k, v in value.items()}
        return float(f"{value:.4g}") if isinstance(value, float) else value

    return json.dumps(rounded(asdict(weights)), indent=2) + "\n"


def main() -> None:
    """Read gold, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to begin with; the shipped ones otherwise")
    parser.add_argument("--pairs", nargs="+", default=["zh-ka"], help="only lines of these pairs")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--knobs", default="", metavar="REGEX", help="fit only numbers so named")
    parser.add_argument("--held-out", type=int, metavar="K", help="keep every K-th document out")
    arguments = parser.parse_args()
    lines = [line for path in arguments.gold for line in path.read_text(encoding="utf-8").splitlines()]
    items = [read_item(line) for line in lines if json.loads(line)["pair"] in arguments.pairs]
    # What stands in swapped order is not in the lattice: such documents would teach it nonsense.
    items = [item for item in items if all(a.end == b.start for a, b in pairwise(item.truth))]
    held = [i for i in items if arguments.held_out and zlib.crc32(i.group.encode()) % arguments.held_out == 0]
    used = [item for item in items if item not in held]
    weights = parse_weights(arguments.start.read_text()) if arguments.start else load_weights()
    names = sorted({name for item in items for name in item.tokens[2].channels})
    todo = [knob for knob in knobs(weights, names) if re.search(arguments.knobs, knob.name)]
    weights = fit(used, weights, arguments.rounds, todo, arguments.output)
    if held:
        print(f"kept out: {objective(held, weights):.5f} a bead", file=sys.stderr)


if __name__ == "__main__":
    main()
