"""Finds Georgian terms in sentences: python tests/benchmarks/georgian_match.py FILE [--score] [--errors].

FILE has JSON Lines: {"type": "sentence", "sid", "text"} and {"type": "term", "tid", "term", "kind",
"gold": [[sid, start, end, case, number], …], "ignore": [[sid, start, end], …]}. Every term is searched
in every sentence. Lines {"id", "term", "text", "gold"} are a term with a text of its own; their id is
printed as both. Printed are JSON Lines {"tid", "sid", "start", "end"}; with --score the figures.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path

from transreview.terminology.georgian import GeorgianIndex

UNLIKELY = 0.3  # what is rather another word (მოქმედების "of the action" for მოქმედი) does not count
_WORD = re.compile(r"\w+")
Span = tuple[str, int, int]


def predict(lines: list[dict]) -> list[dict]:
    """Search all terms in all sentences, and each term that has a text of its own in that."""
    index = GeorgianIndex((line["tid"], line["term"], ()) for line in lines if line.get("type") == "term")
    found = []
    for line in lines:
        if line.get("type") == "sentence":
            matches = index.find(line["text"])
            found += [_prediction(m, line["sid"]) for m in matches if m.confidence > UNLIKELY]
        elif "text" in line:
            own = GeorgianIndex([(line["id"], line["term"], ())])
            found += [_prediction(match, line["id"]) for match in own.find(line["text"])]
    return found


def _prediction(match, sid: str) -> dict:
    return {"tid": match.key, "sid": sid, "start": match.start, "end": match.end}


class Scorer:
    """Compares spans as ranges of the words they touch, so that a span of the stem alone counts."""

    def __init__(self, lines: list[dict]) -> None:
        self.texts = {line.get("sid", line.get("id")): line["text"] for line in lines if "text" in line}
        self.terms = {line.get("tid", line.get("id")): line for line in lines if "term" in line}
        self.words = {sid: [m.span() for m in _WORD.finditer(text)] for sid, text in self.texts.items()}

    def words_of(self, sid: str, start: int, end: int) -> Span | None:
        touched = [i for i, (a, b) in enumerate(self.words[sid]) if a < end and b > start]
        return (sid, touched[0], touched[-1]) if touched else None

    def score(self, predictions: list[dict]) -> tuple[Counter, list[str]]:
        predicted: dict[str, set[Span]] = {}
        for p in predictions:
            span = self.words_of(p["sid"], p["start"], p["end"])
            if span:
                predicted.setdefault(p["tid"], set()).add(span)
        counts: Counter = Counter()
        errors: list[str] = []
        for tid, term in self.terms.items():
            self._count(tid, term, predicted.get(tid, set()), counts, errors)
        return counts, errors

    def _count(self, tid: str, term: dict, found: set[Span], counts: Counter, errors: list[str]) -> None:
        gold = {}
        for g in term["gold"]:
            sid, start, end = g[:3] if isinstance(g[0], str) else (tid, *g[:2])
            gold[self.words_of(sid, start, end)] = (self.texts[sid][start:end], g[3:])
        ignored = {self.words_of(*g[:3]) for g in term.get("ignore", ())}
        kind = "multiword" if " " in term["term"] else "single"
        for span in found - ignored - gold.keys():
            counts[kind, "false"] += 1
            sid, first, last = span
            words = self.words[sid]
            context = self.texts[sid][max(0, words[first][0] - 30) : words[last][1] + 30]
            errors.append(
                f"FALSE {term['term']} | {self.texts[sid][words[first][0] : words[last][1]]} | {context}"
            )
        for span, (surface, cell) in gold.items():
            inflected = surface.lower() != term["term"]
            counts["inflected", "gold"] += inflected
            counts["inflected", "found"] += inflected and span in found
            counts[kind, "found" if span in found else "missed"] += 1
            if span not in found:
                errors.append(f"MISSED {term['term']} | {surface} | {cell}")


def f1(counts: Counter, kinds: tuple[str, ...]) -> float:
    found, false, missed = (sum(counts[k, what] for k in kinds) for what in ("found", "false", "missed"))
    return 2 * found / max(1, 2 * found + false + missed)


def report(lines: list[dict], predictions: list[dict], show_errors: bool) -> None:
    counts, errors = Scorer(lines).score(predictions)
    recall = counts["inflected", "found"] / max(1, counts["inflected", "gold"])
    print(f"{'match F1':20} {f1(counts, ('single', 'multiword')):.4f}  reach 0.985")
    print(f"{'recall on inflected':20} {recall:.4f}  reach 0.995")
    print(f"{'multiword F1':20} {f1(counts, ('multiword',)):.4f}  reach 0.993")
    print(f"{'counts':20} {dict(counts)}")
    for error in errors if show_errors else ():
        print(error)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--score", action="store_true", help="print figures instead of predictions")
    arguments.add_argument("--errors", action="store_true", help="with --score, list what was wrong")
    options = arguments.parse_args()
    lines = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    started = time.process_time()
    predictions = predict(lines)
    seconds = time.process_time() - started
    if not options.score:
        for prediction in predictions:
            print(json.dumps(prediction, ensure_ascii=False))
        return
    report(lines, predictions, options.errors)
    print(f"{'CPU seconds':20} {seconds:.3f}")


if __name__ == "__main__":
    main()
