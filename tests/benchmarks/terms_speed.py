"""How fast terms are found: `terms_speed.py [--runs N] [--json]`, least and median CPU time of N fresh processes.

Loading the modules is not counted in. Reach: 5,000 terms of both languages built in 0.2 s; over a cold article of 40 segments in 8 ms;
20,000 Chinese terms over 85,000 characters in 50 ms.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
REACH = {
    "modules_ms": 100.0,
    "build_5000_ms": 200.0,
    "article_cold_ms": 8.0,
    "article_warm_ms": 8.0,
    "chinese_20000_ms": 50.0,
}


def measured(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def pairs(count: int) -> Iterator[tuple[str, str]]:
    """Yield different Chinese–Georgian terms made of the shipped glossary's own words."""
    from transreview.formats.glossary_csv import read_glossary
    from transreview.model.glossary import TermKind

    glossary = read_glossary(ROOT / "glossary" / "optical-industry.csv")
    concepts = [(c.of("zh", TermKind.PREFERRED), c.of("ka", TermKind.PREFERRED)) for c in glossary.concepts]
    whole = [(zh[0].text, ka[0].text) for zh, ka in concepts if zh and ka]
    yield from whole
    chance = random.Random(5)
    heads = [pair for pair in whole if " " not in pair[1]]
    modifiers = [(zh, ka.split()[0]) for zh, ka in whole if ka.split()[0][-1:] in "იოს"]
    seen = set(whole)
    while len(seen) < count + len(whole):
        (zh, ka), (head_zh, head_ka) = chance.choice(modifiers), chance.choice(heads)
        made = (zh + head_zh, f"{ka} {head_ka}")
        if made not in seen:
            seen.add(made)
            yield made


def article() -> list[tuple[str, str]]:
    """Return 40 segments of source and translation cut from the sample article."""
    folder = ROOT / "corpus" / "mirror-industry"
    source = (folder / "mirror-industry.zh.txt").read_text(encoding="utf-8")
    target = (folder / "mirror-industry.ka.mt.txt").read_text(encoding="utf-8")
    return list(zip(cut(source, 40), cut(target, 40), strict=True))


def cut(text: str, parts: int) -> list[str]:
    return [text[len(text) * i // parts : len(text) * (i + 1) // parts] for i in range(parts)]


def one_run() -> dict[str, float]:
    from transreview.model.glossary import Concept, Glossary, Term

    def load() -> None:
        import ahocorasick_rs  # noqa: F401

        import transreview.languages.georgian.declension
        import transreview.terminology.chinese
        import transreview.terminology.inflected  # noqa: F401

    figures = {"modules_ms": measured(load)}
    from transreview.terminology import SegmentTerms, TermIndex

    made = enumerate(islice(pairs(5000), 5000))
    concepts = tuple(Concept(str(n), terms=(Term(zh, "zh"), Term(ka, "ka"))) for n, (zh, ka) in made)
    glossary, segments, found = Glossary(concepts, ("zh", "ka")), article(), {}

    def build() -> None:
        found["terms"] = SegmentTerms(glossary, "zh", "ka")
        found["terms"].uses("眼镜", "სათვალე")  # the automaton is made on first use

    def check() -> None:
        for source, target in segments:
            found["terms"].uses(source, target)

    figures["build_5000_ms"] = measured(build)
    figures["article_cold_ms"] = measured(check)
    figures["article_warm_ms"] = measured(check)
    chance = random.Random(7)
    characters = sorted({c for source, _target in segments for c in source if c > "一"})
    words = {"".join(chance.choices(characters, k=chance.randint(2, 6))) for _ in range(21_000)}
    chinese = TermIndex([(w, Term(w, "zh")) for w in sorted(words)[:20_000]], "zh")
    text = ("".join(source for source, _target in segments) * 100)[:85_000]
    chinese.find("眼")
    figures["chinese_20000_ms"] = measured(lambda: chinese.find(text))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one_run()))
        return
    command = [sys.executable, __file__, "--one"]
    runs = [json.loads(subprocess.check_output(command)) for _ in range(options.runs)]
    table = {
        name: {
            "least": min(r[name] for r in runs),
            "median": statistics.median(r[name] for r in runs),
            "reach": reach,
        }
        for name, reach in REACH.items()
    }
    if options.json:
        print(json.dumps(table))
        return
    for name, row in table.items():
        print(
            f"{name:<20} least {row['least']:8.1f}   median {row['median']:8.1f}   reach {row['reach']:6.0f}"
        )


if __name__ == "__main__":
    main()
