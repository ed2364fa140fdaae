"""The project file at scale: reach an open in 0.1 s and one durable edit in 5 ms (p50) at 100,000 segments.

`python tests/benchmarks/project_speed.py [--segments 100000] [--edits 400] [--kills 200] [--folder DIR]`.
Times are wall times but for those marked CPU. A durable edit is mostly the disk's flush, so the time of
a bare flush of 4 KB is printed beside it. At the end the program is killed `--kills` times amid edits.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project import Project

CORPUS = Path(__file__).parents[2] / "corpus" / "mirror-industry"

EDITOR = """
import sys
from transreview.project import Project
project = Project.open(sys.argv[1], user="bench")
ids = project.segments.ids()
number = int(sys.argv[2])
while True:
    segment = project.segments.get(ids[number * 7919 % len(ids)])
    project.segments.edit(segment.id, f"ტექსტი {number}", revision=segment.revision)
    sys.stdout.write(f"{segment.id} {number}\\n")
    sys.stdout.flush()
    number += 1
"""


def sides(count: int) -> tuple[list[Unit], list[Unit]]:
    """Return units made of the sample article's paragraphs, no two alike."""
    texts = [
        [line.strip() for line in (CORPUS / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        for name in ("mirror-industry.zh.txt", "mirror-industry.ka.mt.txt")
    ]
    return tuple(  # type: ignore[return-value]
        [Unit(f"{lines[i % len(lines)]} {i}", paragraph=i, line=i + 1) for i in range(count)]
        for lines in texts
    )


def timed(words: str, act: Callable[[], object], *, times: int = 1) -> None:
    """Run something and print its median time."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    print(
        f"{words:46s} {statistics.median(walls) * 1000:10.1f} ms  CPU {statistics.median(cpus) * 1000:9.1f} ms"
    )


def latencies(words: str, acts: list[Callable[[], object]]) -> None:
    """Run things one by one and print the middle, the 99th percentile and the worst time."""
    walls = []
    for act in acts:
        start = time.perf_counter()
        act()
        walls.append((time.perf_counter() - start) * 1000)
    walls.sort()
    middle, late = walls[len(walls) // 2], walls[int(len(walls) * 0.99)]
    print(f"{words:46s} p50 {middle:8.2f} ms  p99 {late:8.2f} ms  worst {walls[-1]:8.2f} ms")


def flushes(folder: Path, count: int) -> None:
    """Print how long the disk takes to make 4 KB durable."""
    with (folder / "flush").open("wb") as file:

        def flush() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())

        latencies("the disk alone: append 4 KB and flush", [flush] * count)


def build(path: Path, count: int) -> None:
    source, target = sides(count)
    beads = [Bead((i,), (i,)) for i in range(count)]
    with Project.building(path, user="bench") as project:
        timed(
            f"import {count} segments",
            lambda: project.articles.add(
                Article(id=0, slug="big", title="Big", source_language="zh", target_language="ka"),
                source,
                target,
                beads,
            ),
        )
    print(f"{'size of the file':46s} {path.stat().st_size / 1e6:10.1f} MB")


def first_look(path: Path) -> None:
    """What a screen asks for before it can paint."""
    with Project.open(path, user="bench") as project:
        ids = project.segments.ids()
        project.segments.get_many(ids[:50])


def measure(path: Path, edits: int) -> None:
    timed("open and close", lambda: Project.open(path, user="bench").close(), times=5)
    timed("open, order of all segments, first 50 rows", lambda: first_look(path), times=5)
    with Project.open(path, user="bench") as project:
        ids = project.segments.ids()
        chance = random.Random(1)
        timed("lengths of all segments (spans)", project.segments.spans, times=5)
        timed(
            "50 rows somewhere",
            lambda: project.segments.get_many(ids[(s := chance.randrange(len(ids))) : s + 50]),
            times=20,
        )
        timed("progress of the project", project.progress, times=5)
        timed("edited segments (select)", lambda: project.segments.select(statuses=[Status.EDITED]), times=5)
        timed("read every segment", lambda: sum(1 for _ in project.segments.each()))
        chosen = [project.segments.get(i) for i in chance.sample(list(ids), edits)]
        latencies(
            f"durable edit ({edits})",
            [
                lambda s=s: project.segments.edit(s.id, s.target + " შესწორებული", revision=s.revision)
                for s in chosen
            ],
        )
        latencies(f"undo ({edits // 4})", [project.journal.undo] * (edits // 4))
        latencies(f"redo ({edits // 4})", [project.journal.redo] * (edits // 4))
        few = chosen[: edits // 8]
        latencies("split", [lambda s=s: project.structure.split(s.id, 5, 9) for s in few])
        latencies("merge", [lambda s=s: project.structure.merge(s.id) for s in few])
        timed("order after a merge", project.segments.ids)
        rows = project.segments.get_many(ids[:1000])
        timed(
            "replace in 1,000 segments",
            lambda: project.segments.replace_many([(s.id, "ა", s.revision) for s in rows], ""),
        )
        timed("undo of that", project.journal.undo)
        searches(project)


def searches(project: Project) -> None:
    for word in ("眼镜", "სათვალ", "შეხვედრა 99"):
        timed(f"search without an index: {word}", lambda word=word: project.search.find(word), times=3)

    def grow() -> None:
        while project.search.grow():
            pass

    timed("build the search index", grow)
    for word in ("眼镜", "სათვალ", "შეხვედრა 99"):
        timed(f"search with the index: {word}", lambda word=word: project.search.find(word), times=3)
    project.cache.put_many("k", {str(i): b"x" * 200 for i in range(10_000)})
    keys = [str(i) for i in range(0, 10_000, 100)]
    timed("100 cached results", lambda: project.cache.get_many("k", keys), times=5)


def kill(path: Path, kills: int) -> bool:
    """Kill the program amid edits; print and return whether every acknowledged edit was there."""
    chance = random.Random(2)
    number = acknowledged = lost = 0
    for _kill in range(kills):
        process = subprocess.Popen(
            [sys.executable, "-c", EDITOR, str(path), str(number)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randrange(1, 50))]
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        edits = [tuple(map(int, line.split())) for line in lines if line.endswith("\n")]
        with Project.open(path) as project:
            lost += sum(project.segments.get(segment).target != f"ტექსტი {n}" for segment, n in edits)
        acknowledged += len(edits)
        number = edits[-1][1] + 2  # one more may have been stored than was acknowledged
    with Project.open(path) as project:
        project.verify()
    print(f"{kills} kills: {acknowledged} acknowledged edits, {lost} lost, the file is sound")
    return lost == 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=400)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where to work; a folder on the disk to be measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "big.transreview"
        build(path, options.segments)
        flushes(Path(folder), options.edits)
        measure(path, options.edits)
        print(f"{'peak memory':46s} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:10.1f} MB")
        small = Path(folder) / "small.transreview"
        source, target = sides(200)
        with Project.create(small, user="bench") as project:
            article = Article(id=0, slug="small", title="Small", source_language="zh", target_language="ka")
            project.articles.add(article, source, target, [Bead((i,), (i,)) for i in range(200)])
        return 0 if kill(small, options.kills) else 1


if __name__ == "__main__":
    sys.exit(main())
