"""Alignments of a file of texts: `python tests/benchmarks/align.py FILE [--score]`.

FILE has lines {"id", "pair", "level", "noise", "source": […], "target": […]}; their "gold" is read with --score
only. Prints {"id", "alignment"} lines, or strict F1 by level, pair and noise beside what is to be reached.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def score(path: str) -> None:
    """Print strict F1 pooled over documents, as vecalign's scorer has it: nulls count in precision only."""
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    start = time.process_time()
    for item in items(path):
        gold, found = pairs(item["gold"]), pairs(aligned(item))
        full = {bead for bead in gold if all(bead)}
        count = counts[item["level"], item["pair"], item["noise"]]
        for place, value in enumerate((len(gold & found), len(found), len(full & found), len(full))):
            count[place] += value
    for (level, pair, noise), (right, predicted, recalled, wanted) in sorted(counts.items()):
        precision, recall = right / max(1, predicted), recalled / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        reach = f"  (reach {REACH[level, noise]:.3f})" if pair == "zh-ka" and (level, noise) in REACH else ""
        print(f"{level:9s} {pair} {noise:9s} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}{reach}")
    print(f"{time.process_time() - start:.1f} s of CPU")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file")
    parser.add_argument("--score", action="store_true")
    options = parser.parse_args()
    if options.score:
        score(options.file)
        return
    for item in items(options.file):
        json.dump({"id": item["id"], "alignment": aligned(item)}, sys.stdout)
        print(flush=True)


if __name__ == "__main__":
    main()
