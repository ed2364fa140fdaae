"""Puts one Georgian term in the place of another: python tests/benchmarks/georgian_transfer.py FILE [--score] [--errors].

FILE has JSON Lines {"id", "src_term", "src_surface", "tgt_term", "expected"}. Printed are JSON Lines
{"id", "form", "candidates"}; with --score the figures and what they should reach.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from transreview.languages.georgian.declension import transfer


def predict(item: dict) -> dict:
    result = transfer(item["src_term"], item["src_surface"], item["tgt_term"])
    return {"id": item["id"], "form": result.form, "candidates": list(result.candidates)}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--score", action="store_true", help="print figures instead of predictions")
    arguments.add_argument("--errors", action="store_true", help="with --score, list what was wrong")
    options = arguments.parse_args()
    items = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    predictions = [predict(item) for item in items]
    if not options.score:
        for prediction in predictions:
            print(json.dumps(prediction, ensure_ascii=False))
        return
    pairs = list(zip(items, predictions, strict=True))
    wrong = [(i, p) for i, p in pairs if p["form"] != i["expected"]]
    silent = [(i, p) for i, p in wrong if len(p["candidates"]) == 1]
    among = sum(i["expected"] in p["candidates"] for i, p in pairs)
    several = sum(len(p["candidates"]) > 1 for p in predictions)
    print(f"{'transfer exact':28} {1 - len(wrong) / len(items):.4f}  reach 0.98")
    print(f"{'one candidate and wrong':28} {len(silent) / len(items):.4f}  at most 0.01")
    print(f"{'among the candidates':28} {among / len(items):.4f}")
    print(f"{'more than one candidate':28} {several / len(items):.4f}")
    for item, prediction in wrong if options.errors else ():
        cell = " ".join(item[key] for key in ("case", "number", "post", "clitic", "style"))
        shown = f"{item['src_term']} {item['src_surface']} → {item['tgt_term']} {cell}"
        print("WRONG", shown, "| expected", item["expected"], "| got", prediction["candidates"])


if __name__ == "__main__":
    main()
