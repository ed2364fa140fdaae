"""Alignments of a file of texts: `python tests/benchmarks/align.py FILE [--score]`.

FILE has lines {"id", "pair", "level", "noise", "source": […], "target": […]}; their "gold" is read with --score
only. Prints {"id", "alignment"} lines, or strict F1 by level, pair and noise beside what is to be reached and
the F1 of other aligners that are installed, in the same run.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align_peers import peers

from transreview.alignment import align
from transreview.model.unit import Unit

Item = dict[str, Any]
Alignment = list[list[list[int]]]

REACH = {
    ("sentence", "clean"): 0.985,
    ("sentence", "moderate"): 0.955,
    ("sentence", "hard"): 0.90,
    ("paragraph", "clean"): 0.985,
    ("paragraph", "moderate"): 0.96,
    ("paragraph", "hard"): 0.90,
}


def items(path: str) -> Iterator[Item]:
    with Path(path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def aligned(item: Item) -> Alignment:
    """Align one item with the product's own code and weights."""
    source, target = item["pair"].split("-")
    beads = align(
        [Unit(text, paragraph=place) for place, text in enumerate(item["source"])],
        [Unit(text, paragraph=place) for place, text in enumerate(item["target"])],
        source,
        target,
    )
    return [[list(bead.source), list(bead.target)] for bead in beads]


def pairs(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the beads with their indexes sorted; a block missing on one side is a bead for each unit."""
    found = set()
    for source, target in alignment:
        if source and target:
            found.add((tuple(sorted(source)), tuple(sorted(target))))
        else:
            found |= {((i,), ()) for i in source} | {((), (j,)) for j in target}
    return found


def score(path: str, model: str | None) -> None:
    """Print strict F1 pooled over documents, as vecalign's scorer has it: nulls count in precision only."""
    others, missing = peers(model)
    aligners = {"transreview": aligned} | {
        name: (lambda item, peer=peer: peer(item["source"], item["target"], *item["pair"].split("-")))
        for name, peer in others.items()
    }
    counts: dict[tuple[str, str, str], dict[str, list[int]]] = defaultdict(
        lambda: {name: [0, 0, 0, 0] for name in aligners}
    )
    seconds = dict.fromkeys(aligners, 0.0)
    for item in items(path):
        gold = pairs(item["gold"])
        full = {bead for bead in gold if all(bead)}
        for name, run in aligners.items():
            start = time.process_time() + children()
            found = pairs(run(item))
            seconds[name] += time.process_time() + children() - start
            count = counts[item["level"], item["pair"], item["noise"]][name]
            for place, value in enumerate((len(gold & found), len(found), len(full & found), len(full))):
                count[place] += value
    print(f"{'':25s} {'P':>6s} {'R':>6s} {'F1':>6s} {'reach':>6s}" + "".join(f"{n:>12s}" for n in others))
    for (level, pair, noise), by_name in sorted(counts.items()):
        precision, recall, f1 = figures(by_name["transreview"])
        reach = REACH.get((level, noise)) if pair == "zh-ka" else None
        print(
            f"{level:9s} {pair} {noise:9s} {precision:6.3f} {recall:6.3f} {f1:6.3f} {reach or '':>6}"
            + "".join(f"{figures(by_name[name])[2]:12.3f}" for name in others)
        )
    print("CPU seconds: " + ", ".join(f"{name} {spent:.1f}" for name, spent in seconds.items()))
    for line in missing:
        print(f"left out: {line}")


def figures(count: list[int]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    right, predicted, recalled, wanted = count
    precision, recall = right / max(1, predicted), recalled / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def children() -> float:
    """Return the CPU seconds of programs that were called."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file")
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--encoder", metavar="MODEL", help="sentence-transformers model for sentalign")
    options = parser.parse_args()
    if options.score:
        score(options.file, options.encoder)
        return
    for item in items(options.file):
        json.dump({"id": item["id"], "alignment": aligned(item)}, sys.stdout)
        print(flush=True)


if __name__ == "__main__":
    main()
