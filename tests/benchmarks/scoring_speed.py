"""Time and peak memory of scoring beside sacrebleu's single call: reach 400 MB for 100,000 segments.

`python tests/benchmarks/scoring_speed.py [--sizes 2000,20000,100000] [--no-peer]`. Each measurement is a
process of its own. sacrebleu's single call over 100,000 segments takes minutes and 7 GB.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus" / "mirror-industry"


def texts(size: int) -> tuple[list[str], list[str]]:
    """Return references made of the sample article's words, and hypotheses with words left out."""
    rng = random.Random(1)
    words = (CORPUS / "mirror-industry.ka.ref.txt").read_text(encoding="utf-8").split()
    references, hypotheses = [], []
    for _ in range(size):
        start, length = rng.randrange(len(words) - 40), rng.randrange(8, 30)
        sentence = words[start : start + length]
        references.append(" ".join(sentence))
        hypotheses.append(" ".join(word for word in sentence if rng.random() > 0.15))
    return references, hypotheses


def ours(name: str, size: int) -> dict[str, float]:
    from transreview.scoring.corpus_score import corpus_score
    from transreview.scoring.metrics import build_metric, statistics

    references, hypotheses = texts(size)
    start = time.perf_counter()
    rows = statistics(build_metric(name, "ka"), hypotheses, [references])
    return {"score": corpus_score(name, "ka", rows).value, "seconds": time.perf_counter() - start}


def peer(name: str, size: int) -> dict[str, float]:
    from sacrebleu.metrics import BLEU, CHRF, TER

    references, hypotheses = texts(size)
    metric = {"chrf": lambda: CHRF(word_order=2), "bleu": BLEU, "ter": TER}[name]()
    start = time.perf_counter()
    score = metric.corpus_score(hypotheses, [references]).score
    return {"score": score, "seconds": time.perf_counter() - start}


def one_edit(name: str, size: int) -> dict[str, float]:
    """Score a project, edit one segment, and time the second scoring."""
    from transreview.project import Project
    from transreview.scoring.corpus_score import corpus_score
    from transreview.scoring.kept_statistics import kept_statistics
    from transreview.scoring.metrics import build_metric

    references, hypotheses = texts(size)
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "p.transreview") as project:
        metric = build_metric(name, "ka")
        kept_statistics(project.cache, metric, hypotheses, [references])
        hypotheses[size // 2] += " შესწორებულია"
        start = time.perf_counter()
        rows = kept_statistics(project.cache, metric, hypotheses, [references])
        return {"score": corpus_score(name, "ka", rows).value, "seconds": time.perf_counter() - start}


MEASURES = {"ours": ours, "sacrebleu": peer, "one edit": one_edit}

COMMANDS = {
    "transreview": [
        "transreview",
        "score",
        "hyp.txt",
        "--reference",
        "ref.txt",
        "--language",
        "ka",
        "--metric",
        "chrf",
    ],
    "sacrebleu": ["sacrebleu", "ref.txt", "-i", "hyp.txt", "-m", "chrf", "--chrf-word-order", "2"],
}


def commands(size: int) -> None:
    """Print CPU time and peak memory of both whole commands, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        references, hypotheses = texts(size)
        for name, lines in (("ref.txt", references), ("hyp.txt", hypotheses)):
            (Path(folder) / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = {}
        for name, command in COMMANDS.items():
            program = str(Path(sys.executable).parent / command[0])
            child = subprocess.Popen([program, *command[1:]], cwd=folder, stdout=subprocess.PIPE, text=True)
            printed = child.stdout.read() if child.stdout else ""
            _pid, _status, used = os.wait4(child.pid, 0)
            child.returncode = 0
            score = re.search(r"(?:chrF2\+\+ +|\"score\": )([0-9.]+)", printed)
            found[name] = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, score[1] if score else "?"
        for name, (seconds, megabytes, score) in found.items():
            print(f"{size:7d} command {name:12s} {seconds:6.2f} s CPU {megabytes:6.0f} MB  {score}")
        time_ratio, memory_ratio = (found["transreview"][i] / found["sacrebleu"][i] for i in (0, 1))
        print(f"{size:7d} command ratio: {time_ratio:.2f} of the CPU time, {memory_ratio:.2f} of the memory")


def measure(what: str, name: str, size: int) -> dict[str, float]:
    """Run one measurement in its own process and return score, seconds and peak memory in MB."""
    command = [sys.executable, __file__, "--run", what, name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="2000,20000")
    parser.add_argument("--metrics", default="chrf,bleu,ter")
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--commands", action="store_true", help="compare the whole commands, chrF2++ alone")
    parser.add_argument("--run", nargs=3, metavar=("WHAT", "METRIC", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        what, name, size = options.run
        result = MEASURES[what](name, int(size))
        result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
        return
    for size in map(int, options.sizes.split(",")):
        if options.commands:
            commands(size)
            continue
        for name in options.metrics.split(","):
            scores = set()
            for what in MEASURES:
                if what == "sacrebleu" and options.no_peer:
                    continue
                figures = measure(what, name, size)
                if what != "one edit":
                    scores.add(round(figures["score"], 9))
                print(
                    f"{size:7d} {name:4s} {what:10s} {figures['seconds']:8.2f} s {figures['megabytes']:6.0f} MB"
                    f"  {figures['score']:.6f}",
                    flush=True,
                )
            if len(scores) > 1:
                sys.exit(f"scores differ: {scores}")


if __name__ == "__main__":
    main()
