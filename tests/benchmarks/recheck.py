"""What an edit costs the findings of an article: `python tests/benchmarks/recheck.py [SIZE …] [--edits N]`.

An article of SIZE segments (1,000 and 100,000 unless given) is checked; then segments taken at random
are edited, and the processor time of each edit's recheck is measured: the segment itself and every
group, choice and run that the edit touches. The sources repeat and have names, numbers and terms, as
articles do. Prints the median, the 95th percentile and the longest, in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time

from transreview.checks import CheckContext, SegmentText
from transreview.checks.document import DocumentChecks
from transreview.model.glossary import Concept, Glossary, Term

SENTENCES = (
    ("会议在{n}月{m}日召开，{k}人参加。", "შეხვედრა {m}/{n}-ში გაიმართა, მონაწილეობდა {k} ადამიანი."),
    ("特朗普在第{k}次会议上说：“这很重要。”", "ტრამპმა მე-{k} შეხვედრაზე თქვა: „ეს მნიშვნელოვანია“."),
    ("中国眼镜协会第{k}届理事会。", "ჩინეთის სათვალის ასოციაციის {k}-ე საბჭო."),
    ("增长{n}.{m}%，下降{m}.{n}%。", "ზრდა {n},{m}%, კლება {m},{n}%."),
    ("他住在厦门的一所大学里，{k}年。", "ის სიამენში, უნივერსიტეტში ცხოვრობდა {k} წელი."),
    ("会议已经结束。", "შეხვედრა დასრულდა."),
)
GLOSSARY = Glossary(
    (
        Concept("a", terms=(Term("协会", "zh"), Term("ასოციაცია", "ka"), Term("გაერთიანება", "ka"))),
        Concept("b", terms=(Term("会议", "zh"), Term("შეხვედრა", "ka"), Term("სხდომა", "ka"))),
    ),
    ("zh", "ka"),
)


def article(size: int, chance: random.Random) -> list[tuple[int, SegmentText]]:
    texts = []
    for key in range(size):
        source, target = chance.choice(SENTENCES)
        numbers = {"n": chance.randint(1, 12), "m": chance.randint(1, 28), "k": chance.randint(2, 9999)}
        texts.append((key, SegmentText(source.format(**numbers), target.format(**numbers), id=key)))
    return texts


def measure(size: int, edits: int) -> list[float]:
    chance = random.Random(size)
    document = DocumentChecks(CheckContext("zh", "ka", glossary=GLOSSARY))
    document.arrange(article(size, chance))
    begun = time.process_time()
    for _step in document.fill():
        pass
    filled = time.process_time() - begun
    print(
        f"{size:,} segments checked in {filled:.1f} s of processor time, {1000 * filled / size:.2f} ms each"
    )
    times = []
    for _edit in range(edits):
        key = chance.randrange(size)
        text = document.text(key)
        assert text is not None
        other = article(1, chance)[0][1].target
        begun = time.process_time()
        document.update({key: SegmentText(text.source, other, id=key)})
        times.append(1000 * (time.process_time() - begun))
    return sorted(times)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 100_000])
    parser.add_argument("--edits", type=int, default=200)
    options = parser.parse_args()
    medians = {}
    for size in options.sizes:
        times = measure(size, options.edits)
        medians[size] = statistics.median(times)
        late = times[int(0.95 * len(times))]
        print(f"an edit: median {medians[size]:.2f} ms, 95 % {late:.2f} ms, longest {times[-1]:.2f} ms")
    if len(medians) > 1:
        first, last = medians[options.sizes[0]], medians[options.sizes[-1]]
        print(
            f"median at {options.sizes[-1]:,}: {last / first:.2f} of that at {options.sizes[0]:,} (reach 2)"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
