"""How many durable edits one project takes, in a file and on a server, with several people writing at once.

    python tests/benchmarks/scale.py [--writers 1,4,16] [--edits 60] [--segments 2000] [--folder DIR]

Every writer is a process of its own. Beside each store the same number of bare `UPDATE … COMMIT` runs in
the same place: what the database alone costs. "Lost" are acknowledged edits that the journal does not have.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.postgres_server import Server, binaries
from tests.project.conftest import article, pairs, units
from transreview.project import Project

EDITOR = """
import sys, time
from pathlib import Path
from transreview.project import Project
from transreview.project.failures import SaveError, StaleRevisionError
place, number, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with Project.open(place, user=f"writer-{number}") as project:
    ids = project.segments.ids()
    print("ready", flush=True)
    sys.stdin.readline()
    done = stale = busy = 0
    while done < count:
        segment = project.segments.get(ids[(done * 7919 + number * 104729 + stale) % len(ids)])
        began = time.perf_counter()
        try:
            project.segments.edit(segment.id, f"ტექსტი {number} {done} {began}", revision=segment.revision)
        except StaleRevisionError:
            stale += 1
            continue
        except SaveError:
            busy += 1
            continue
        print(f"{1000 * (time.perf_counter() - began):.3f}", flush=True)
        done += 1
    print(f"refused {stale} busy {busy}", flush=True)
"""

BARE = """
import sys, time
place, number, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
if place.startswith("postgresql:"):
    import psycopg
    connection = psycopg.connect(place, autocommit=True)
    begin, update = "BEGIN", "UPDATE bare SET text = %s WHERE id = %s"
else:
    import sqlite3
    connection = sqlite3.connect(place, isolation_level=None, timeout=30)
    connection.execute("PRAGMA synchronous = FULL")
    begin, update = "BEGIN IMMEDIATE", "UPDATE bare SET text = ? WHERE id = ?"
print("ready", flush=True)
sys.stdin.readline()
for done in range(count):
    began = time.perf_counter()
    connection.execute(begin)
    connection.execute(update, (f"ტექსტი {number} {done}", 1 + (done * 7919 + number * 104729) % 1000))
    connection.execute("COMMIT")
    print(f"{1000 * (time.perf_counter() - began):.3f}", flush=True)
print("refused 0 busy 0", flush=True)
"""


def run(program: str, place: str, writers: int, edits: int) -> tuple[float, list[float], str]:
    """Start writers at once; return seconds, the time of each edit in ms, and what was refused."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, place, str(number), str(edits)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=os.environ | {"TRANSREVIEW_BACKUPS": "0", "TRANSREVIEW_MEMORY": "off"},
        )
        for number in range(writers)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    began = time.perf_counter()
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    times, refused, busy = [], 0, 0
    for process in processes:
        *lines, last = process.communicate()[0].splitlines()
        assert process.returncode == 0
        times += map(float, lines)
        words = last.split()
        refused, busy = refused + int(words[1]), busy + int(words[3])
    return time.perf_counter() - began, times, f"{refused} stale, {busy} busy"


def row(name: str, writers: int, seconds: float, times: list[float], rest: str) -> None:
    """Print one measurement."""
    p50, p99 = statistics.median(times), sorted(times)[int(0.99 * (len(times) - 1))]
    print(f"{name:<22}{writers:>4}{len(times) / seconds:>10.0f}/s{p50:>9.2f}{p99:>9.2f}  {rest}", flush=True)


def measure(name: str, place: str, bare: str, counts: list[int], edits: int, segments: int) -> None:
    """Measure one store."""
    with Project.create(Path(place)) as project:
        source = [f"第{n}段，镜片出口额同比增长{n % 90}%。" for n in range(segments)]
        target = [f"აბზაცი {n}: ლინზების ექსპორტი {n % 90}%-ით გაიზარდა." for n in range(segments)]
        project.articles.add(article(), units(source), units(target), pairs(segments))
    for writers in counts:
        with Project.open(Path(place), read_only=True) as project:
            before = project.journal.last_id()
        seconds, times, refused = run(EDITOR, place, writers, edits)
        with Project.open(Path(place), read_only=True) as project:
            stored = project.journal.last_id() - before
            sound = not project.problems()
        base_seconds, base, _none = run(BARE, bare, writers, edits)
        lost = len(times) - stored
        ratio = statistics.median(times) / statistics.median(base)
        row(name, writers, seconds, times, f"{ratio:.2f}× bare; lost {lost}; {refused}; sound {sound}")
        row(f"  bare {name}", writers, base_seconds, base, "")


def main() -> None:
    """Measure both stores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--writers", default="1,4,16")
    parser.add_argument("--edits", type=int, default=60, help="by each writer")
    parser.add_argument("--segments", type=int, default=2000)
    parser.add_argument("--folder", type=Path, help="on the disk to be measured")
    options = parser.parse_args()
    counts = [int(count) for count in options.writers.split(",")]
    print(f"{'store':<22}{'n':>4}{'edits':>12}{'p50 ms':>9}{'p99 ms':>9}")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        bare = Path(folder) / "bare.db"
        connection = sqlite3.connect(bare)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO bare VALUES (?, 'x')", ((n,) for n in range(1, 1001)))
        connection.commit()
        connection.close()
        place = str(Path(folder) / "p.transreview")
        measure("SQLite", place, str(bare), counts, options.edits, options.segments)
    if binaries() is None:
        print("PostgreSQL is not installed: not measured")
        return
    server = Server(durable=True)
    try:
        server.sql("CREATE DATABASE bare")
        server.sql("CREATE TABLE bare AS SELECT id, 'x' AS text FROM generate_series(1, 1000) AS id", "bare")
        server.sql("ALTER TABLE bare ADD PRIMARY KEY (id)", "bare")
        place = server.address("scale")
        measure("PostgreSQL", place, server.address("bare"), counts, options.edits, options.segments)
    finally:
        server.close()


if __name__ == "__main__":
    main()
