"""Pairs a second over a corpus: `python -m tests.benchmarks.corpora [RECORDS]`.

The records are the sample article's segments with other numbers in each. Printed: records a second and peak memory
of a worker for one process, two processes, and a Dask cluster of two workers, each a whole run of the command.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from transreview.resources import shipped

COMMANDS = {
    "check": ["check", "--source-lang", "zh", "--target-lang", "ka", "--fail-on", "never"],
    "score": ["score", "--language", "ka"],
    "terms match": ["terms", "match", "--glossary", str(shipped("glossary", "optical-industry.csv"))],
}


def write_corpus(folder: Path, count: int) -> None:
    """Write records in files of 20,000."""
    article = shipped("corpus", "mirror-industry")
    texts = [
        [line for line in (article / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        for name in ("mirror-industry.zh.txt", "mirror-industry.ka.mt.txt", "mirror-industry.ka.ref.txt")
    ]
    lines = list(zip(*texts, strict=False))
    for first in range(0, count, 20_000):
        with (folder / f"{first:09}.jsonl").open("w", encoding="utf-8") as out:
            for number in range(first, min(count, first + 20_000)):
                source, target, reference = (renumbered(text, number) for text in lines[number % len(lines)])
                record = {"id": str(number), "source": source, "target": target, "reference": reference}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


def renumbered(text: str, by: int) -> str:
    """Return a text with other numbers, so that no two records are equal."""
    return re.sub(r"\d+", lambda found: str((int(found[0]) + by) % 997), text)


def seconds(command: list[str], folder: Path, *more: str) -> float:
    """Return how long a run takes from start to end."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "transreview", *command, str(folder / "corpus"), *more],
        check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"TRANSREVIEW_MEMORY": "off"},
    )  # fmt: skip
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").mkdir()
        write_corpus(folder / "corpus", count)
        for title, command in COMMANDS.items():
            figures = []
            for workers in ("1", "2"):
                out = f"{title}-{workers}".replace(" ", "-")
                took = seconds(command, folder, "--out", out, "--workers", workers)
                figures.append(f"{workers} process{'es' if workers == '2' else ''} {count / took:,.0f}/s")
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{title}: {count:,} records, {', '.join(figures)}; largest process {peak:.0f} MB", flush=True
            )


if __name__ == "__main__":
    main()
