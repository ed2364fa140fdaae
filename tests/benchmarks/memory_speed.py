"""How long matches and concordance take in a large memory: `python -m tests.benchmarks.memory_speed [PAIRS]`.

The pairs are made of clauses of the sample article and of its glossary's terms, so that many share words, as the
texts of one trade do.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from transreview.formats.glossary_csv import read_glossary
from transreview.memory.file import MemoryFile
from transreview.memory.record import MemoryPair
from transreview.resources import shipped
from transreview.workflow.memories.shelf import MemoryShelf

REACH = 50.0  # milliseconds at 1,000,000 pairs


def material() -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Return clauses of both languages, and terms with their renderings."""
    folder = shipped("corpus", "mirror-industry")
    clauses = [
        [
            part
            for part in re.split(r"(?<=[，。；：,.;:])\s*", (folder / name).read_text(encoding="utf-8"))
            if part.strip()
        ]
        for name in ("mirror-industry.zh.txt", "mirror-industry.ka.ref.txt")
    ]
    terms = [
        (concept.of("zh")[0].text, concept.of("ka")[0].text)
        for concept in read_glossary(shipped("glossary", "optical-industry.csv")).concepts
        if concept.of("zh") and concept.of("ka")
    ]
    return clauses[0], clauses[1], terms


def pairs(count: int, seed: int = 1) -> Iterator[MemoryPair]:
    """Yield pairs, each of two clauses and three terms."""
    chance = random.Random(seed)
    sources, targets, terms = material()
    for number in range(count):
        chosen = chance.sample(terms, 3)
        yield MemoryPair(
            source="".join(
                [
                    chance.choice(sources),
                    *(term for term, _ in chosen),
                    str(number % 977),
                    chance.choice(sources),
                ]
            ),
            target=" ".join(
                [
                    chance.choice(targets),
                    *(term for _, term in chosen),
                    str(number % 977),
                    chance.choice(targets),
                ]
            ),
            source_language="zh",
            target_language="ka",
            collection="bench",
            key=str(number),
        )


def main() -> None:
    """Print milliseconds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.memory"
        start = time.process_time()
        with MemoryFile(path) as memory:
            memory.add(pairs(count))
        filled = time.process_time() - start
        with MemoryShelf(path) as shelf:
            asked = [pair.source for pair in pairs(200, seed=2)]
            matches = [_milliseconds(lambda text=text: shelf.matches(text, "zh", "ka")) for text in asked]
            words = [term for both in material()[2][:100] for term in both]
            found = [_milliseconds(lambda word=word: shelf.concordance(word, "zh", "ka")) for word in words]
        size = path.stat().st_size / 1e6
    print(f"{count:,} pairs: filled in {filled:.0f} s of CPU, {size:.0f} MB")
    for name, times in (("matches", matches), ("concordance", found)):
        worst = sorted(times)[int(len(times) * 0.95)]
        print(
            f"{name}: median {statistics.median(times):.1f} ms of CPU, 95 % {worst:.1f} ms (reach {REACH:.0f} at 1,000,000)"
        )


def _milliseconds(look_up: object) -> float:
    start = time.process_time()
    look_up()  # type: ignore[operator]
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
