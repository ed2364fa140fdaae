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
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from align_peers import peers
from lxml import etree, html

from transreview.alignment import align
from transreview.languages import language
from transreview.model.unit import Unit, UnitKind

PAIRS = ("zh-en", "ja-en", "ko-en", "ru-en", "de-en", "tr-en", "ja-zh", "ko-zh", "de-ru")
CONFIDENCES = (0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.01)
_LARGE = 6
# Fewer units make no document, more take long.
_FEWEST, _MOST = 8, 120
# Pages whose translation is still English for more than this share of their units are left out.
_UNTRANSLATED = 0.2
_HELP_CODES = {"en-US": "en", "zh-CN": "zh"}
_PAGE_CODES = {"C": "en", "zh_CN": "zh"}

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")

Shape = tuple[tuple[int, ...], tuple[int, ...]]
Page = dict[str, Unit]


# --- pages ---------------------------------------------------------------------------------------


def read(folder: Path) -> dict[str, dict[str, Page]]:
    """Return page → language → units by the key that they share with the other languages."""
    pages: dict[str, dict[str, Page]] = defaultdict(dict)
    for text in sorted(folder.glob("*/usr/share/libreoffice/help/*/text")):
        code = _HELP_CODES.get(text.parent.name, text.parent.name)
        for path in sorted(text.rglob("*.html")):
            pages[f"libreoffice/{path.relative_to(text)}"][code] = _help_page(path)
    for book in sorted(folder.glob("*/usr/share/help/*/*")):
        code = _PAGE_CODES.get(book.parent.name, book.parent.name)
        for path in sorted(book.glob("*.page")):
            pages[f"{book.name}/{path.name}"][code] = _mallard_page(path)
    return pages


def _help_page(path: Path) -> Page:
    area = html.parse(str(path)).getroot().find(".//*[@id='DisplayArea']")
    page: Page = {}
    for element in [] if area is None else area.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"):
        key, text = element.get("id") or "", _marked(element)
        if not key or key in page or not text:
            continue
        if element.tag[0] == "h":
            page[key] = Unit(text, kind=UnitKind.HEADING, level=int(element.tag[1]))
        elif any(parent.tag == "li" for parent in element.iterancestors()):
            page[key] = Unit(text, kind=UnitKind.LIST_ITEM)
        else:
            page[key] = Unit(text)
    return page


def _mallard_page(path: Path) -> Page:
    tree = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
    page: Page = {}
    for element in tree.iter("{*}title", "{*}p", "{*}code", "{*}screen"):
        above = [etree.QName(parent).localname for parent in element.iterancestors()]
        name, text = etree.QName(element).localname, _marked(element)
        if {"info", "p"} & set(above) or not text:
            continue
        key = tree.getroottree().getpath(element).replace("ns0:", "")
        if name == "title":
            page[key] = Unit(text, kind=UnitKind.HEADING, level=1 + above.count("section"))
        else:
            page[key] = Unit(text, kind=UnitKind.LIST_ITEM if "item" in above else UnitKind.PARAGRAPH)
    return page


def _marked(element: Any) -> str:
    """Return an element's text as Markdown has it: code and addresses in their marks."""
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            parts.append(child.tail or "")
            continue
        inner, name = _marked(child), etree.QName(child).localname
        target = (child.get("href") or child.get("xref") or "").split("/text/")[-1]
        if name in {"code", "cmd", "input", "sys", "file", "literal"} or child.get("class") == "literal":
            inner = f"`{inner}`" if inner else ""
        elif name in {"a", "link"} and target:
            inner = f"[{inner}]({target})"
        elif name == "img":
            inner = f"![{child.get('alt', '')}]({child.get('src', '').rpartition('/')[2]})"
        parts += [inner, child.tail or ""]
    return " ".join("".join(parts).split())


# --- damage --------------------------------------------------------------------------------------


@dataclass
class Item:
    """Two sides with the beads that are right: units carry the keys of what they hold."""

    name: str
    pair: tuple[str, str]
    sides: tuple[list[Unit], list[Unit]]
    keys: tuple[list[frozenset[str]], list[frozenset[str]]]
    done: list[str] = field(default_factory=list)

    def gold(self) -> set[Shape]:
        """Return the right beads with text on both sides: units that share keys, directly or by others."""
        groups: dict[str, str] = {}

        def top(key: str) -> str:
            while groups.setdefault(key, key) != key:
                key = groups[key]
            return key

        for unit in (*self.keys[0], *self.keys[1]):
            for key in unit:
                groups[top(key)] = top(min(unit))
        found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side in (0, 1):
            for index, unit in enumerate(self.keys[side]):
                found[top(min(unit))][side].append(index)
        return {(tuple(a), tuple(b)) for a, b in found.values() if a and b}


def items(
    pages: dict[str, dict[str, Page]], pair: str, count: int, part: int, *, damaged: bool
) -> Iterator[Item]:
    """Yield documents of a pair.

    Args:
        pages: What `read` found.
        pair: Two codes ("zh-en").
        count: How many.
        part: 0 or 1: which half of the pages, by a hash of their names.
        damaged: Whether anything is done to them.
    """
    first, second = pair.split("-")
    draw = random.Random(f"{pair} {part}")
    names = [name for name, by_code in pages.items() if {first, second, "en"} <= by_code.keys()]
    names = [name for name in sorted(names) if zlib.crc32(name.encode()) % 2 == part]
    draw.shuffle(names)
    made = 0
    for name in names:
        item = _whole(name, pages[name], (first, second))
        if item is None or made == count:
            continue
        made += 1
        if draw.random() < 0.5:
            item.sides = tuple([_plain(unit) for unit in side] for side in item.sides)  # type: ignore[assignment]
        if damaged:
            _damage(item, _another(names, pages, (first, second), draw) or item, draw)
        yield item


def _another(
    names: list[str], pages: dict[str, dict[str, Page]], pair: tuple[str, str], draw: random.Random
) -> Item | None:
    """Return a page whose text is put into others."""
    tried = (draw.choice(names) for _time in range(200))
    return next(filter(None, (_whole(name, pages[name], pair) for name in tried)), None)


def _whole(name: str, by_code: dict[str, Page], pair: tuple[str, str]) -> Item | None:
    pages = [by_code[code] for code in pair]
    shared = [key for key in pages[0] if key in pages[1]]
    if not _FEWEST <= len(shared) <= _MOST:
        return None
    # Elements without identifiers can only be told apart where no element is missing.
    if any(key.startswith("/") for key in shared) and pages[0].keys() != pages[1].keys():
        return None
    english = {unit.text for unit in by_code["en"].values()}
    for code, page in zip(pair, pages, strict=True):
        same = sum(page[key].text in english for key in shared)
        if code != "en" and same > _UNTRANSLATED * len(shared):
            return None
    sides = [[page[key] for key in page if key in shared] for page in pages]
    keys = [[frozenset({key}) for key in page if key in shared] for page in pages]
    return Item(name, pair, (sides[0], sides[1]), (keys[0], keys[1])) if keys[0] == keys[1] else None


def _plain(unit: Unit) -> Unit:
    """Return a unit as an article without markup has it."""
    text = unit.text
    for found in reversed([*_LINK.finditer(text)]):
        text = text[: found.start()] + found[1] + text[found.end() :]
    return Unit(text.replace("`", "") or unit.text, kind=unit.kind, level=unit.level)


def _damage(item: Item, other: Item, draw: random.Random) -> None:
    """Do to an item what happens to documents that are translated and then go on being edited."""
    if draw.random() < 0.75:
        for _time in range(draw.choice((1, 1, 2))):
            _lose_section(item, draw.randrange(2), draw)
    if draw.random() < 0.25:
        _replace_section(item, other, draw)
    if draw.random() < 0.35:
        _add_notes(item, other, draw.randrange(2), draw)
    for side in (0, 1):
        for _time in range(len(item.sides[side]) // 10):
            draw.choice((_lose_unit, _merge, _tear, _lose_items))(item, side, draw)


def _section(units: Sequence[Unit], draw: random.Random) -> tuple[int, int]:
    """Return where a section begins and ends: a heading with all below it, or some units."""
    headings = [n for n, unit in enumerate(units) if unit.kind is UnitKind.HEADING and n]
    if headings and draw.random() < 0.75:
        first = draw.choice(headings)
        level = units[first].level
        last = next((n for n in headings if n > first and units[n].level <= level), len(units))
        if last - first <= len(units) / 2:
            return first, last
    size = draw.randint(2, max(3, len(units) // 3))
    first = draw.choice((0, len(units) - size, draw.randint(0, max(0, len(units) - size))))
    return max(first, 0), min(first + size, len(units))


def _cut(item: Item, side: int, first: int, last: int) -> None:
    if last - first < len(item.sides[side]) - 2:
        del item.sides[side][first:last]
        del item.keys[side][first:last]


def _lose_section(item: Item, side: int, draw: random.Random) -> None:
    item.done.append("section lost")
    _cut(item, side, *_section(item.sides[side], draw))


def _replace_section(item: Item, other: Item, draw: random.Random) -> None:
    """Put another text's section where one side has its own."""
    item.done.append("section replaced")
    first, last = _section(item.sides[1], draw)
    begin, end = _section(other.sides[1], draw)
    item.sides[1][first:last] = other.sides[1][begin:end]
    item.keys[1][first:last] = [frozenset({f"other {n}"}) for n in range(begin, end)]


def _add_notes(item: Item, other: Item, side: int, draw: random.Random) -> None:
    """Put some units of another text before, into or behind one side."""
    item.done.append("notes added")
    at = draw.choice((0, 1, len(item.sides[side]), draw.randrange(len(item.sides[side]))))
    begin = draw.randrange(len(other.sides[side]))
    found = other.sides[side][begin : begin + draw.randint(1, 4)]
    item.sides[side][at:at] = found
    item.keys[side][at:at] = [frozenset({f"note {begin + n}"}) for n in range(len(found))]


def _lose_unit(item: Item, side: int, draw: random.Random) -> None:
    item.done.append("unit lost")
    at = draw.randrange(len(item.sides[side]))
    _cut(item, side, at, at + 1)


def _lose_items(item: Item, side: int, draw: random.Random) -> None:
    places = [n for n, unit in enumerate(item.sides[side]) if unit.kind is UnitKind.LIST_ITEM]
    if places:
        item.done.append("list items lost")
        at = draw.choice(places)
        _cut(item, side, at, at + draw.randint(1, 4))


def _merge(item: Item, side: int, draw: random.Random) -> None:
    units, keys = item.sides[side], item.keys[side]
    places = [
        n for n in range(len(units) - 1) if units[n].kind is units[n + 1].kind is UnitKind.PARAGRAPH
    ]  # fmt: skip
    if places:
        item.done.append("merged")
        at = draw.choice(places)
        space = " " if language(item.pair[side]).spaced else ""
        units[at : at + 2] = [Unit(units[at].text + space + units[at + 1].text)]
        keys[at : at + 2] = [keys[at] | keys[at + 1]]


def _tear(item: Item, side: int, draw: random.Random) -> None:
    units, keys = item.sides[side], item.keys[side]
    known = language(item.pair[side])
    places = [n for n, unit in enumerate(units) if len(known.sentences(unit.text)) > 1]
    if places:
        item.done.append("torn")
        at = draw.choice(places)
        end = known.sentences(units[at].text)[0][1]
        text = units[at].text
        units[at : at + 1] = [
            Unit(text[:end].strip(), kind=units[at].kind),
            Unit(text[end:].strip(), kind=units[at].kind),
        ]
        keys[at : at + 1] = [keys[at], keys[at]]


# --- scores --------------------------------------------------------------------------------------


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
