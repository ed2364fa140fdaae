"""How tables and lines that say little are aligned, kept whole: `python -m tests.kept alignment`.

Tables of which each side lacks rows or has them in another order, and short lines that only place and length speak for.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.alignment.kept_documents import GOLDEN, shown
from tests.varied import SENTENCES
from transreview.alignment import align
from transreview.alignment.signals.tables import shifted_cells
from transreview.model.unit import Unit, UnitKind

_OPTIONS = ("`port`", "`host`", "`user`", "`path`", "8080", "2.5 MB", "Linux", "`--all`", "Unicode 15", "A4")


def tables() -> str:
    """Return how tables are aligned whose rows one side lacks, has more of or has in another order."""
    lines = []
    for seed in range(70):
        chance = random.Random(2000 + seed)
        first, second = chance.sample(sorted(SENTENCES.keys() & {"zh", "en", "de", "ru", "ka", "ja"}), 2)
        size, columns = chance.randint(3, 10), chance.randint(2, 3)
        lacks = chance.sample(range(size), 2) if seed % 2 else None  # a row each
        sides = []
        for number, code in enumerate((first, second)):
            rows = [row for row in range(size) if not lacks or row != lacks[number]]
            for _time in range(0 if lacks else chance.randint(0, 2)):
                at = chance.randrange(len(rows))
                if chance.random() < 0.6 and len(rows) > 2:
                    rows = [*rows[:at], *rows[at + 1 :]]
                else:
                    rows.insert(chance.randrange(len(rows)), rows.pop(at))
            cells = [
                Unit(
                    text,
                    paragraph=place * columns + column,
                    kind=UnitKind.TABLE_CELL,
                    row=place,
                    column=column,
                )
                for place, row in enumerate(rows, 1)
                for column, text in enumerate(
                    (_OPTIONS[row], SENTENCES[code][row], SENTENCES[code][-row - 1])[:columns], 1
                )
            ]
            around = [Unit(text, paragraph=900 + n) for n, text in enumerate(SENTENCES[code][: seed % 3])]
            sides.append([*around, *cells])
        moved = [sorted(cells) for cells in shifted_cells(*sides)]
        lines += [f"{seed} {first}-{second} moved {moved}", f"    {shown(align(*sides, first, second))}"]
    return "\n".join(lines) + "\n"


_NAMELESS = {
    "en": [
        "red",
        "blue",
        "house",
        "river",
        "table",
        "night",
        "window",
        "garden",
        "stone",
        "bread",
        "winter",
        "summer",
        "paper",
        "bridge",
    ],
    "ka": [
        "სკამი",
        "თოვლი",
        "ცხენი",
        "კარი",
        "წიგნი",
        "ყვავილი",
        "მთვარე",
        "ძაღლი",
        "ბილიკი",
        "ფანქარი",
        "ველი",
        "ღრუბელი",
        "ზარი",
        "ხიდი",
    ],
    "de": [
        "Löffel",
        "Wagen",
        "Brille",
        "Feder",
        "Mantel",
        "Fisch",
        "Kerze",
        "Schnee",
        "Pferd",
        "Wolke",
        "Glocke",
        "Stuhl",
        "Korb",
        "Nebel",
    ],
}


def unlike() -> str:
    """Return how short lines are aligned that nothing but their place and length speaks for."""
    lines = []
    for seed in range(60):
        chance = random.Random(3000 + seed)
        first, second = chance.sample(sorted(_NAMELESS), 2)
        sides = []
        for code in (first, second):
            count = chance.randint(2, 12)
            texts = [" ".join(chance.sample(_NAMELESS[code], chance.randint(1, 3))) for _ in range(count)]
            ends = [SENTENCES[code][at] for at in (0, 1)] if seed % 2 else []
            kind = UnitKind.LIST_ITEM if seed % 3 else UnitKind.PARAGRAPH
            sides.append(
                [Unit(text, paragraph=n, kind=kind) for n, text in enumerate([*ends[:1], *texts, *ends[1:]])]
            )
        lines += [f"{seed} {first}-{second}", f"    {shown(align(*sides, first, second))}"]
    return "\n".join(lines) + "\n"


PARTS: dict[Path, Callable[[], str]] = {GOLDEN / "tables.txt": tables, GOLDEN / "unlike.txt": unlike}
