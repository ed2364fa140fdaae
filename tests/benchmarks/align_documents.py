"""Alignment of real documents with parts missing: `python tests/benchmarks/align_documents.py FOLDER`.

FOLDER holds unpacked packages (`dpkg -x PACKAGE.deb FOLDER/PACKAGE`) whose pages keep one structure in every
language: LibreOffice's help (libreoffice-help-en-us, -de, -ja, -ko, -ru, -tr, -zh-cn: the paragraphs of a
page share their identifiers) and GNOME's (gnome-user-docs: all languages in one package, element by element).
That structure is the gold. Each pair of pages is then damaged by chance, with a seed: a section lost on either
side or replaced by another page's, notes added, list items and single units lost, neighbours merged, units torn
at a full stop. Printed, by pair of languages: strict F1 of the beads with text on both sides, beside
galechurch's (if installed), documents below it, beads of six units or more, and how often beads are right by
their confidence.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align_peers import peers
from damaged_pages import Item, Shape, items
from manual_pages import read

from transreview.alignment import align
from transreview.model.unit import Unit

PAIRS = ("zh-en", "ja-en", "ko-en", "ru-en", "de-en", "tr-en", "ja-zh", "ko-zh", "de-ru")
CONFIDENCES = (0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01)
_LARGE = 6


@dataclass
class Score:
    """Sums over documents."""

    right: int = 0
    gold: int = 0
    made: int = 0

    def add(self, gold: set[Shape], made: set[Shape]) -> float:
        """Add a document; return its own F1."""
        right = len(gold & made)
        self.right, self.gold, self.made = self.right + right, self.gold + len(gold), self.made + len(made)
        return 2 * right / max(1, len(gold) + len(made))

    @property
    def f1(self) -> float:
        """Strict F1."""
        return 2 * self.right / max(1, self.gold + self.made)


def numbered(units: Iterable[Unit]) -> list[Unit]:
    """Return units as paragraphs of their own."""
    return [
        Unit(unit.text, kind=unit.kind, level=unit.level, paragraph=n) for n, unit in enumerate(units)
    ]  # fmt: skip


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", nargs="+", default=PAIRS)
    parser.add_argument("--count", type=int, default=40, help="documents of each pair")
    parser.add_argument("--part", type=int, default=1, choices=(0, 1), help="0: those to develop with")
    parser.add_argument("--whole", action="store_true", help="the documents as they are")
    parser.add_argument("--no-kinds", action="store_true", help="headings and list items are not told")
    parser.add_argument("--details", action="store_true", help="name the beads that are wrong")
    parser.add_argument("--gold", type=Path, help="write the documents as JSON Lines with their gold, too")
    options = parser.parse_args()
    pages = read(options.folder)
    if not pages:
        parser.error(
            f"no pages below {options.folder}; unpack a package there: dpkg -x FILE.deb {options.folder}/NAME"
        )
    others, _missing = peers(None)
    rival = others.get("galechurch")
    bins: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    table: dict[str, Any] = {}
    lines: list[str] = []
    total, below, large = Score(), [], 0
    for pair in options.pairs:
        ours, theirs = Score(), Score()
        for item in items(pages, pair, options.count, options.part, damaged=not options.whole):
            gold = item.gold()
            sides = [numbered(side) for side in item.sides]
            if options.no_kinds:
                sides = [[Unit(u.text, paragraph=u.paragraph) for u in side] for side in sides]
            beads = align(*sides, *item.pair)
            made = {(b.source, b.target) for b in beads if b.source and b.target}
            own = ours.add(gold, made)
            large += sum(max(len(a), len(b)) >= _LARGE for a, b in made - gold)
            for bead in beads:
                if bead.source and bead.target:
                    counts = bins[sum(bead.confidence >= limit for limit in CONFIDENCES)]
                    counts[0] += (bead.source, bead.target) in gold
                    counts[1] += 1
            if options.details:
                _tell(item, gold, beads)
            if rival:
                texts = [[unit.text for unit in side] for side in sides]
                rivals = {(tuple(a), tuple(b)) for a, b in rival(*texts, *item.pair) if a and b}
                if own < theirs.add(gold, rivals) - 1e-9:
                    below.append(f"{pair} {item.name}")
            lines.append(_record(item, gold))
        table[pair] = {"F1": round(ours.f1, 4), "beads": ours.gold} | (
            {"galechurch": round(theirs.f1, 4)} if rival else {}
        )
        total = Score(total.right + ours.right, total.gold + ours.gold, total.made + ours.made)
    if options.gold:
        options.gold.write_text("".join(lines), encoding="utf-8")
    json.dump(
        {
            "pairs": table,
            "F1": round(total.f1, 4),
            "below_galechurch": below,
            "beads_of_six_or_more": large,
            "right_by_confidence": _reliability(bins),
        },
        sys.stdout,
        ensure_ascii=False,
        indent=1,
    )
    print()
    return 0


def _reliability(bins: dict[int, list[int]]) -> dict[str, str]:
    limits = (0.0, *CONFIDENCES)
    return {
        f"{limits[number]:.2f}–{min(limits[number + 1], 1):.2f}": f"{right} of {count} = {right / count:.3f}"
        for number, (right, count) in sorted(bins.items())
    }


def _tell(item: Item, gold: set[Shape], beads: Sequence[Any]) -> None:
    made = {(b.source, b.target): b.confidence for b in beads}
    wrong = {shape for shape in made if all(shape)} ^ gold
    if wrong:
        print(f"\n# {item.name} {'-'.join(item.pair)} {dict(Counter(item.done))}", file=sys.stderr)
    for shape in sorted(wrong):
        texts = (" / ".join(item.sides[n][k].text[:60] for k in shape[n]) for n in (0, 1))
        mark = f"made {made[shape]:.2f}" if shape in made else "missed   "
        print(mark, shape, " | ".join(texts), file=sys.stderr)


def _record(item: Item, gold: set[Shape]) -> str:
    texts = [[unit.text for unit in side] for side in item.sides]
    record = {
        "id": f"{item.name} {'-'.join(item.pair)}",
        "pair": "-".join(item.pair),
        "docs": [item.name],
        "source": texts[0],
        "target": texts[1],
        "gold": [[list(a), list(b)] for a, b in sorted(gold)],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
