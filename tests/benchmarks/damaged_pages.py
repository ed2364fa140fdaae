"""Two languages of a page, damaged as documents are that go on being edited, with the beads that are right."""

from __future__ import annotations

import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from manual_pages import Page

from transreview.languages import language
from transreview.model.unit import Unit, UnitKind

# Fewer units make no document, more take long.
_FEWEST, _MOST = 8, 120
# Pages whose translation is still English for more than this share of their units are left out.
_UNTRANSLATED = 0.2

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")

Shape = tuple[tuple[int, ...], tuple[int, ...]]


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
