"""Findings of one document a line: `python tests/benchmarks/checks_documents.py FILE [--score]`.

FILE holds {"id", "segments": [{"n", "source", "target"}, …]}. Prints
{"id", "checks": [{"id", "severity", "segment"}, …]} through the product's own code. With --score,
FILE also says what was seeded ("injected"), and the figures are printed beside the numbers to reach.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from transreview.checks import CheckContext, SegmentText, check_document

REACH = {"cons.source": 0.95, "cons.target": 0.95, "name.inconsistent": 0.7, "align.shift": 0.6}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--score", action="store_true", help="print figures, not findings")
    parser.add_argument("--source-language", default="zh")
    parser.add_argument("--target-language", default="ka")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    context = CheckContext(options.source_language, options.target_language)
    found = {}
    for document in documents:
        segments = document["segments"]
        findings = check_document([SegmentText(s["source"], s["target"]) for s in segments], context)
        found[document["id"]] = [
            {"id": one.check, "severity": one.severity.value, "segment": segments[index].get("n", index)}
            for index, ones in findings.items()
            for one in ones
        ]
        if not options.score:
            print(json.dumps({"id": document["id"], "checks": found[document["id"]]}))
    if options.score:
        score(documents, found)
    return 0


def score(documents: list[dict[str, object]], found: dict[str, list[dict[str, object]]]) -> None:
    """Print recall by seeded kind and what is reported on clean documents."""
    for kind, reach in REACH.items():
        seeded = [document for document in documents if document["injected"] == kind]
        hits = sum(any(one["id"] == kind for one in found[document["id"]]) for document in seeded)
        print(f"{kind:18s} {hits / max(1, len(seeded)):.3f} of {len(seeded)} (reach {reach:.2f})")
    clean = [document for document in documents if document["injected"] is None]
    for level in ("critical", "error", "warning", "info"):
        counts = Counter(
            check
            for document in clean
            for check in {one["id"] for one in found[document["id"]] if one["severity"] == level}
        )
        of_kinds = {check: count for check, count in counts.items() if check in REACH}
        print(
            f"on {len(clean)} clean documents at {level}: {of_kinds or 'none of these'}; all {dict(counts)}"
        )


if __name__ == "__main__":
    sys.exit(main())
