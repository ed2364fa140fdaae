"""Figures of Georgian by review pairs: `python tests/benchmarks/georgian_review.py FOLDER [--glossary FILE] [-v]`.

FOLDER holds any of pairs.jsonl ({"id", "source", "target", "expect": "ok" or "bad", "kind"}), apply.jsonl
({"id", "source", "target", "expected"}: what the glossary makes of the target) and paradigms.jsonl
({"term", "hints", "gold": {cell: form}}; a cell is a case, "Gen Plur", or "+" and a postposition).

A right pair counts as flagged when a finding of warning or above stands on it; a wrong one as found when any
finding does but those of length, number of sentences and style. Prints JSON; with -v what went wrong too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transreview.checks import CheckContext, SegmentText, check_segment
from transreview.formats.glossary_csv import read_glossary
from transreview.languages.georgian.declension import POSTPOSITIONS, decline
from transreview.model.finding import Severity
from transreview.model.glossary import Glossary
from transreview.terminology import SegmentTerms

_QUIET = ("len.", "sent.", "awk.")
_FLAGS = (Severity.WARNING, Severity.ERROR, Severity.CRITICAL)
_SHIPPED = Path(__file__).parents[2] / "glossary" / "optical-industry.csv"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON Lines; none where there is no file."""
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def pairs(folder: Path, glossary: Glossary, wrong: list[str]) -> dict[str, Any]:
    """Return how many right pairs are flagged and how many wrong ones found."""
    context = CheckContext("zh", "ka", glossary=glossary)
    right: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for row in rows(folder / "pairs.jsonl"):
        findings = check_segment(SegmentText(row["source"], row["target"]), context)
        said = " ".join(f"{one.check}:{one.severity.value}" for one in findings)
        if row["expect"] == "ok":
            flagged = any(one.severity in _FLAGS for one in findings)
            right["flagged"] += flagged
            right["all"] += 1
            if flagged:
                wrong.append(f"right pair flagged: {row['id']} {row['source']} {row['target']} [{said}]")
            continue
        hit = any(not one.check.startswith(_QUIET) for one in findings)
        kinds[row["kind"]] += 1
        found[row["kind"]] += hit
        if not hit:
            wrong.append(f"not found: {row['id']} ({row['kind']}) {row['source']} {row['target']} [{said}]")
    return {
        "right_pairs_flagged": f"{right['flagged']}/{right['all']}",
        "wrong_pairs_found": f"{found.total()}/{kinds.total()}",
        "found_rate": round(found.total() / max(kinds.total(), 1), 4),
        "found_by_kind": {kind: f"{found[kind]}/{count}" for kind, count in sorted(kinds.items())},
    }


def applied(folder: Path, glossary: Glossary, wrong: list[str]) -> dict[str, Any]:
    """Return how many texts the glossary mends exactly."""
    terms = SegmentTerms(glossary, "zh", "ka")
    exact = total = 0
    for row in rows(folder / "apply.jsonl"):
        uses = terms.uses(row["source"], row["target"])
        text = row["target"]
        edits = [(use.match, use.expected) for concept in uses for use in concept.forbidden]
        for match, expected in sorted(edits, key=lambda edit: -edit[0].start):
            if expected is not None and expected.certain:
                text = text[: match.start] + expected.form + text[match.end :]
        total += 1
        exact += text == row["expected"]
        if text != row["expected"]:
            wrong.append(f"applied wrongly: {row['id']} {text} instead of {row['expected']}")
    return {"applied_exactly": f"{exact}/{total}"}


def paradigms(folder: Path, wrong: list[str]) -> dict[str, Any]:
    """Return how many forms are not the gold ones."""
    bad = total = 0
    for row in rows(folder / "paradigms.jsonl"):
        for cell, gold in row["gold"].items():
            form = _form(row["term"], row["hints"], cell)
            total += 1
            bad += form != gold
            if form != gold:
                wrong.append(f"form: {row['term']} {row['hints']} {cell}: {form} instead of {gold}")
    return {"forms_wrong": f"{bad}/{total}", "forms_wrong_rate": round(bad / max(total, 1), 4)}


def _form(term: str, hints: list[str], cell: str) -> str:
    if cell.startswith("+"):
        return decline(term, POSTPOSITIONS[cell[1:]], postposition=cell[1:], hints=hints)
    case, _, number = cell.partition(" ")
    return decline(term, case, number or "Sing", hints=hints)


def main() -> None:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--glossary", type=Path, default=_SHIPPED)
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    glossary = read_glossary(arguments.glossary)
    wrong: list[str] = []
    figures = {
        **pairs(arguments.folder, glossary, wrong),
        **applied(arguments.folder, glossary, wrong),
        **paradigms(arguments.folder, wrong),
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    if arguments.verbose:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
