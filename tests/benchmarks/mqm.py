"""Segment scores of a public MQM TSV: `python tests/benchmarks/mqm.py RAW.tsv [--published AVG.tsv]`.

Prints {"system", "seg_id", "score"} for every rated segment. With --published, the file of averaged
segment scores that Google publishes beside the data, prints how many differ instead.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from transreview.formats.mqm_tsv import read_ratings
from transreview.scoring.mqm import segment_scores, system_scores


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("raw", type=Path)
    parser.add_argument("--published", type=Path)
    options = parser.parse_args()
    scores = segment_scores(read_ratings(options.raw))
    if options.published is None:
        for (system, segment), score in scores.items():
            seg_id = int(segment) if segment.isdecimal() else segment
            print(json.dumps({"system": system, "seg_id": seg_id, "score": score}, ensure_ascii=False))
        return 0
    return compare(scores, options.published)


def compare(scores: dict[tuple[str, str], float], published: Path) -> int:
    """Print the segments whose score differs from the published one."""
    expected = {}
    for line in published.read_text(encoding="utf-8").splitlines()[1:]:
        system, score, segment = line.split()
        if score != "None":
            expected[system, segment] = float(score)
    wrong = [key for key, score in expected.items() if abs(scores.get(key, 1e9) - score) > 5e-7]
    for key in wrong[:20]:
        print(key, "published", expected[key], "ours", scores.get(key))
    print(f"{len(expected) - len(wrong)} of {len(expected)} published segment scores reproduced")
    for system, score in system_scores(scores).items():
        print(f"  {system:24s} {-score:.3f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
