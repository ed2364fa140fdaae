"""Time and memory of alignment: `python tests/benchmarks/align_speed.py [FILE …] [--units N …]`.

Texts of N units are made from the sample article: its sentences in shuffled order, numbered anew, some merged,
some lost on one side. FILE has lines {"pair", "source", "target"} as align.py reads them. Each is aligned
in a process of its own, once to warm nothing: what a user waits for. With `--commands` each FILE is aligned by
whole processes in turn, and their processor time is told beside that of galechurch, which is looked for in the
Python that GALECHURCH_PYTHON points to, or in this one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from whole_processes import print_beside

SAMPLE = Path(__file__).parents[2] / "corpus" / "mirror-industry"
GOALS = {2_000: (1.0, 500), 20_000: (15.0, 500)}
"""Units → CPU seconds and MB to stay below."""


def made(count: int) -> tuple[list[str], list[str]]:
    """Return two texts of about `count` sentences that translate each other but for losses and merges."""
    from transreview.alignment import align
    from transreview.formats.registry import read_document
    from transreview.languages import language
    from transreview.model.unit import Granularity

    sides = []
    for name, code in (("zh", "zh"), ("ka.mt", "ka")):
        document = read_document(SAMPLE / f"mirror-industry.{name}.txt", language=code)
        sides.append(document.at(Granularity.SENTENCE, language(code).sentences).units)
    beads = [b for b in align(*sides, "zh", "ka") if b.source and b.target]
    pairs = [
        ("".join(sides[0][i].text for i in b.source), " ".join(sides[1][j].text for j in b.target))
        for b in beads
    ]
    draw = random.Random(7)
    source: list[str] = []
    target: list[str] = []
    while len(source) < count:
        left, right = draw.choice(pairs)
        number = draw.randrange(10_000)
        chance = draw.random()
        if chance > 0.03:
            source.append(f"{left}（{number}）")
        if not 0.03 < chance < 0.06:
            joined = chance > 0.9 and target
            text = f"{right} ({number})"
            target[-1:] = [f"{target[-1]} {text}"] if joined else [*target[-1:], text]
    return source, target


def measured(path: str | None, count: int) -> dict[str, float]:
    """Align one text in this process; return units, beads, CPU seconds and MB."""
    from transreview.alignment import align
    from transreview.model.unit import Unit

    if path is None:
        codes, (source, target) = ["zh", "ka"], made(count)
    else:
        item = json.loads(Path(path).read_text(encoding="utf-8").splitlines()[count])
        codes, source, target = item["pair"].split("-"), item["source"], item["target"]
    units = [[Unit(text, paragraph=i) for i, text in enumerate(side)] for side in (source, target)]
    start = time.process_time()
    beads = align(*units, *codes)
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"units": max(map(len, units)), "beads": len(beads), "seconds": spent, "memory": memory}


def in_own_process(path: str | None, count: int, times: int) -> list[dict[str, float]]:
    """Measure in processes of their own."""
    command = [sys.executable, __file__, "--one", json.dumps([path, count])]
    return [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(times)]


_PEER = """
import json, sys, galechurch
source, target, ratio = json.load(open(sys.argv[1], encoding="utf-8"))
galechurch.align(source, target, mean_xy=ratio)
"""


def whole_processes(path: str, number: int, times: int) -> None:
    """Print the processor time of whole processes over one text, and the ratio of the medians to galechurch's."""
    from transreview.languages.pairs import pair

    item = json.loads(Path(path).read_text(encoding="utf-8").splitlines()[number])
    codes, sides = item["pair"].split("-"), (item["source"], item["target"])
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{code}.txt") for code in codes]
        for file, units in zip(files, sides, strict=True):
            file.write_text("\n\n".join(units) + "\n", encoding="utf-8")
        given = Path(folder, "texts.json")
        given.write_text(json.dumps([*sides, 1 / pair(*codes).length_ratio]), encoding="utf-8")
        languages = ["--source-lang", codes[0], "--target-lang", codes[1]]
        commands = {
            "align, a call of Python": [sys.executable, __file__, "--one", json.dumps([path, number])],
            "transreview align": [sys.executable, "-m", "transreview", "align", *map(str, files), *languages],
            "galechurch": [os.environ.get("GALECHURCH_PYTHON", sys.executable), "-c", _PEER, str(given)],
        }
        print_beside("galechurch", commands, times)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--units", nargs="*", type=int, default=[1_000, 2_000, 5_000, 10_000, 20_000])
    parser.add_argument("--times", type=int, default=3, help="runs of each; the fastest counts")
    parser.add_argument("--commands", action="store_true", help="whole processes beside galechurch's")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        json.dump(measured(*json.loads(options.one)), sys.stdout)
        return 0
    if options.commands:
        for path in options.files:
            for number in range(len(Path(path).read_text(encoding="utf-8").splitlines())):
                whole_processes(path, number, options.times)
        return 0
    jobs: list[tuple[str | None, int]] = [(None, count) for count in options.units]
    for path in options.files:
        jobs += [(path, n) for n in range(len(Path(path).read_text(encoding="utf-8").splitlines()))]
    print(f"{'text':24s} {'units':>7s} {'beads':>7s} {'CPU s':>7s} {'µs/unit':>8s} {'MB':>6s}")
    for path, count in jobs:
        runs = in_own_process(path, count, options.times)
        best = min(runs, key=lambda run: run["seconds"])
        goal = GOALS.get(count) if path is None else None
        reach = f"  (below {goal[0]:g} s, {goal[1]} MB)" if goal else ""
        print(
            f"{Path(path).name if path else 'made of the sample':24s} {best['units']:7.0f} {best['beads']:7.0f}"
            f" {best['seconds']:7.2f} {best['seconds'] / best['units'] * 1e6:8.0f}"
            f" {max(run['memory'] for run in runs):6.0f}{reach}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
