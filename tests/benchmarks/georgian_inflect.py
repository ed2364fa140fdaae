"""Declines and analyses Georgian words: python tests/benchmarks/georgian_inflect.py FILE [--score] [--errors].

FILE has JSON Lines {"id", "lemma", "upos", "nametype", "case", "number", "attr", "post", "clitic",
"style", "surface"}. Printed are JSON Lines {"id", "form", "readings": [[case, number, post, clitic], …]},
readings best first; with --score the figures and what they should reach. The cell asked for and the
kind of name ("Prs" and "Sur": a person) are used to generate, the surface alone to analyse.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from transreview.languages.georgian.declension import analyse, decline
from transreview.languages.georgian.declension.agreement import adjective_like


def attributive(item: dict) -> bool:
    """Treebanks mark only the adjective next to its noun, not the next one in a list.

    An adjective in the plain genitive singular hardly ever is a noun, so it is taken as one of those.
    """
    plain = not (item["post"] or item["clitic"] or item["style"]) and item["number"] != "Plur"
    listed = item["upos"] == "ADJ" and item["case"] == "Gen" and plain and adjective_like(item["lemma"])
    return item["attr"] or listed


def predict(item: dict) -> dict:
    hints = ("name",) if item["nametype"] in ("Prs", "Sur") else ()
    try:
        form = decline(
            item["lemma"],
            item["case"],
            item["number"] or "Sing",
            postposition=item["post"],
            clitic=item["clitic"],
            style=item["style"],
            attributive=attributive(item),
            hints=hints,
        )
    except ValueError:
        form = ""  # a cell that Georgian does not have: a wrong label
    readings = analyse(item["surface"], item["lemma"], hints)
    cells = dict.fromkeys((r.case, r.number, r.postposition, r.clitic) for r in readings)
    return {"id": item["id"], "form": form, "readings": [list(cell) for cell in cells]}


def same(reading: list[str], item: dict) -> bool:
    """A fused postposition decides the case, so the label of the case does not count beside one."""
    case_is_right = reading[0] == item["case"] or bool(item["post"])
    return case_is_right and reading[1:] == [item["number"], item["post"], item["clitic"]]


def score(items: list[dict], predictions: list[dict]) -> dict[str, float]:
    exact = first = among = analysed = 0
    for item, prediction in zip(items, predictions, strict=True):
        exact += prediction["form"] == item["surface"]
        if not item["attr"]:
            analysed += 1
            readings = prediction["readings"]
            first += bool(readings) and same(readings[0], item)
            among += any(same(reading, item) for reading in readings)
    return {
        "generation exact": exact / len(items),
        "first reading": first / analysed,
        "among": among / analysed,
    }


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
    reach = {"generation exact": 0.98, "first reading": 0.975, "among": 0.993}
    for name, value in score(items, predictions).items():
        print(f"{name:20} {value:.4f}  reach {reach[name]}")
    for item, prediction in zip(items, predictions, strict=True) if options.errors else ():
        cell = " ".join(
            str(item[key]) for key in ("case", "number", "attr", "post", "clitic", "style", "nametype")
        )
        if prediction["form"] != item["surface"]:
            print(
                "GENERATION", item["lemma"], cell, "| expected", item["surface"], "| got", prediction["form"]
            )
        readings = prediction["readings"]
        if not item["attr"] and not (readings and same(readings[0], item)):
            print("ANALYSIS", item["lemma"], item["surface"], cell, "| got", readings[:3])


if __name__ == "__main__":
    main()
