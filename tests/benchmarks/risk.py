"""What the order of risk is worth on public MQM data: `python tests/benchmarks/risk.py RAW.tsv AVERAGES.tsv`.

RAW has the texts and raters, AVERAGES the published score of each segment, from which the penalty is taken.
Prints the share of the penalty that lies in the segments read first, as many as make up 20 % of the
translations' characters:

- `renewed while reading`: nothing was reviewed before; the order begins with the shipped weights and is
  made anew after every 1 % of the text from what reading has shown, from 200 segments on;
- `other documents reviewed`: each document is read like that after all others were reviewed (leave one out);
- `other documents reviewed, fixed`: the same, but the order is not made anew while reading;
- `shipped weights`: no review is learnt from; `… of one engine`: each engine's translation as a project of
  its own, which no other engine's translation helps to judge (the mean over engines);
- then every signal alone, and chance, the shortest first, and an order that knows the penalties.

A penalty is seen only once its segment is read: no order but the last knows an unread segment's.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np

from transreview.checks.context import CheckContext
from transreview.checks.engine import check_document
from transreview.checks.segment_text import SegmentText
from transreview.formats.mqm_tsv import read_ratings
from transreview.languages import identify
from transreview.scoring.mqm import published_name
from transreview.scoring.risk.model import Reviewed, estimate
from transreview.scoring.risk.order import found_within, order, read_and_learn
from transreview.scoring.risk.signals import SIGNALS, RiskText, signals
from transreview.workflow.quality.risk_signals import coverage, findings_weight


def read(raw: Path, averages: Path) -> tuple[list[RiskText], list[float], list[str]]:
    """Return the rated texts, their penalties and who rated each (all raters of a segment as one name)."""
    penalties = {}
    for line in averages.read_text(encoding="utf-8").splitlines()[1:]:
        system, score, segment = line.split()
        if score != "None":
            penalties[system, segment] = float(score)
    rows = {}
    raters: dict[tuple[str, str], set[str]] = {}
    for rating in read_ratings(raw):
        key = (published_name(rating.system), rating.segment)
        if key in penalties:
            rows[key] = rating
            raters.setdefault(key, set()).add(rating.rater)
    keys = sorted(rows, key=lambda key: (key[0], rows[key].document, int(key[1])))
    source_language, target_language = (
        identify("\n".join(getattr(rows[key], side) for key in keys[:200])).code
        for side in ("source", "target")
    )
    ratings = [rows[key] for key in keys]
    found = checked(ratings, source_language, target_language)
    covered = coverage(
        [r.source for r in ratings], [r.target for r in ratings], source_language, target_language
    )
    texts = [
        RiskText(
            source=r.source,
            target=r.target,
            article=r.document,
            place=int(r.segment),
            engine=published_name(r.system),
            target_language=target_language,
            findings=weight,
            coverage=share,
        )
        for r, weight, share in zip(ratings, found, covered, strict=True)
    ]
    return texts, [abs(penalties[key]) for key in keys], ["+".join(sorted(raters[key])) for key in keys]


def checked(ratings: list, source_language: str, target_language: str) -> list[float]:
    """Return the weight of the findings of each text, its document checked as one."""
    context = CheckContext(source_language, target_language)
    groups: dict[tuple[str, str], list[int]] = {}
    for index, rating in enumerate(ratings):
        groups.setdefault((rating.system, rating.document), []).append(index)
    weights = [0.0] * len(ratings)
    for members in groups.values():
        texts = [SegmentText(ratings[i].source, ratings[i].target) for i in members]
        for place, findings in check_document(texts, context).items():
            weights[members[place]] = findings_weight(findings)
    return weights


def leave_one_out(
    texts: list[RiskText], penalties: list[float], raters: list[str], table: np.ndarray, *, renew: bool
) -> float:
    """Return the share found when each document is read after the others were reviewed."""
    found = 0.0
    for document in sorted({text.article for text in texts}):
        known = [i for i, text in enumerate(texts) if text.article != document]
        own = [i for i, text in enumerate(texts) if text.article == document]
        if renew:
            read_first = read_and_learn(texts, penalties, raters, known=known, table=table)
            found += sum(penalties[i] for i in read_first)
        else:
            expected = estimate(texts, table, [Reviewed(i, penalties[i], raters[i]) for i in known]).expected
            ranked = order([texts[i] for i in own], expected[own])
            sizes, own_penalties = [len(texts[i].target) for i in own], [penalties[i] for i in own]
            found += (found_within(sizes, own_penalties, ranked) or 0.0) * sum(own_penalties)
    return found / sum(penalties)


def of_one_engine(texts: list[RiskText], penalties: list[float]) -> float:
    """Return the mean over engines of the share found by the shipped weights in its translation alone."""
    shares = []
    for engine in sorted({text.engine for text in texts}):
        own = [i for i, text in enumerate(texts) if text.engine == engine]
        mine = [texts[i] for i in own]
        ranked = order(mine, estimate(mine, signals(mine)).expected)
        shares.append(found_within([len(t.target) for t in mine], [penalties[i] for i in own], ranked) or 0.0)
    return sum(shares) / len(shares)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("raw", type=Path)
    parser.add_argument("averages", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts, penalties, raters = read(options.raw, options.averages)
    table = signals(texts)
    sizes = [len(text.target) for text in texts]

    def share(ranked: list[int]) -> float:
        return found_within(sizes, penalties, ranked) or 0.0

    first = read_and_learn(texts, penalties, raters, table=table)
    figures = {
        "renewed while reading": sum(penalties[i] for i in first) / sum(penalties),
        "other documents reviewed": leave_one_out(texts, penalties, raters, table, renew=True),
        "other documents reviewed, fixed": leave_one_out(texts, penalties, raters, table, renew=False),
        "shipped weights": share(order(texts, estimate(texts, table).expected)),
        "shipped weights of one engine": of_one_engine(texts, penalties),
    }
    for column, name in enumerate(SIGNALS):
        figures[f"signal: {name}"] = share([int(i) for i in np.argsort(-table[:, column], kind="stable")])
    chance = list(range(len(texts)))
    random.Random(1).shuffle(chance)
    figures |= {
        "chance": share(chance),
        "shortest first": share(sorted(range(len(texts)), key=lambda i: sizes[i])),
        "oracle": share(sorted(range(len(texts)), key=lambda i: -penalties[i] / max(sizes[i], 1))),
    }
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{len(texts)} segments; share of the penalty in the first 20 % of the characters")
    for name, value in figures.items():
        print(f"  {name:34s} {value:.3f}")


if __name__ == "__main__":
    main()
