"""Finding the units of an article again in a later version of its text (pure, no database)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from transreview.formats.inline_marks import marks_within
from transreview.model.unit import Unit
from transreview.project.restructure.present import UnitRow, join_rows

# Two paragraphs at the same place are versions of one when they are at least this alike (0 to 100).
_ALIKE = 40
# Share of the texts that stand once which must have kept their name, or names are no identity in this format.
_LASTING = 0.9


@dataclass(frozen=True, slots=True)
class Slot:
    """One unit of the new text, and what it was before.

    Attributes:
        unit: The unit; where a person had split its paragraph and it has not changed, one part.
        same: The stored unit with the same words, if any.
        before: The stored units whose changed version it is; empty if it is new.
    """

    unit: Unit
    same: UnitRow | None = None
    before: tuple[UnitRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """What a bilingual file calls the units of one side, by which equal texts are told apart.

    Attributes:
        old: Identity of the segment that a stored unit belongs to, by the segment's number.
        new: Identity of each unit of the new text, in order.
    """

    old: Mapping[int, str]
    new: Sequence[str]


def matched(
    present: Sequence[UnitRow],
    units: Sequence[Unit],
    *,
    by_place: bool,
    identities: Identities | None = None,
) -> list[Slot]:
    """Return the units of a new text with the stored units that they are, or are versions of.

    Args:
        present: The stored units of one side in order; parts of one unit share their place.
        units: The units of the new text.
        by_place: Whether paragraphs that were all exchanged, one for one, are versions of each
            other however little they have in common, as after another machine translation.
        identities: What their file calls them, where it does.

    Returns:
        At least one slot for each unit, in order.
    """
    roots = [tuple(parts) for _place, parts in groupby(present, key=lambda unit: unit.place)]
    texts = [join_rows(parts, " ") for parts in roots]
    same = {} if identities is None else _by_identity(roots, texts, units, identities)
    before: dict[int, int] = {}
    taken = set(same.values())
    olds = [old for old in range(len(texts)) if old not in taken]
    news = [new for new in range(len(units)) if new not in same]
    for tag, i1, i2, j1, j2 in _opcodes([texts[old] for old in olds], [units[new].text for new in news]):
        if tag == "equal":
            same.update(zip(news[j1:j2], olds[i1:i2], strict=True))
        elif tag == "replace":
            before.update(_versions(texts, units, olds[i1:i2], news[j1:j2], by_place=by_place))
    _take_moved(texts, units, same, before)
    slots: list[Slot] = []
    for index, unit in enumerate(units):
        if index in same:
            slots += _unchanged(unit, roots[same[index]])
        else:
            slots.append(Slot(unit, None, roots[before[index]] if index in before else ()))
    return slots


def _by_identity(
    roots: Sequence[tuple[UnitRow, ...]],
    texts: Sequence[str],
    units: Sequence[Unit],
    identities: Identities,
) -> dict[int, int]:
    """Return the units of repeated texts that have kept their name: index in the new text → in the old.

    Where a text stands once it needs no name. Names that were given anew (numbers, counted from the top) say
    nothing: they are believed where the texts that stand once have kept theirs.
    """
    names = [identities.old.get(parts[0].segment_id or 0, "") for parts in roots]
    count_old, count_new = Counter(texts), Counter(unit.text for unit in units)
    place = {text: old for old, text in enumerate(texts)}
    single = [
        identities.new[new] == names[place[unit.text]]
        for new, unit in enumerate(units)
        if count_new[unit.text] == 1 == count_old[unit.text]
    ]
    if sum(single) < _LASTING * len(single):
        return {}
    repeated = {(name, text): old for old, (name, text) in enumerate(zip(names, texts, strict=True)) if name}
    found = {}
    for new, unit in enumerate(units):
        old = repeated.get((identities.new[new], unit.text))
        if old is not None and (count_new[unit.text] > 1 or count_old[unit.text] > 1):
            found[new] = old
    return found


def _opcodes(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield difflib's steps; equal ends are cut off first, for they are most of a text and cost most."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield "equal", 0, start, 0, start
    middle = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False)
    for tag, i1, i2, j1, j2 in middle.get_opcodes():
        yield tag, i1 + start, i2 + start, j1 + start, j2 + start
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _versions(
    texts: Sequence[str], units: Sequence[Unit], olds: Sequence[int], news: Sequence[int], *, by_place: bool
) -> dict[int, int]:
    """Pair the changed units of one stretch with what they were: index in the new text → in the old."""
    from rapidfuzz.fuzz import ratio

    if by_place and len(olds) == len(news):
        return dict(zip(news, olds, strict=True))
    pairs: dict[int, int] = {}
    start = 0
    for new in news:
        scores = [(ratio(texts[olds[at]], units[new].text), -at) for at in range(start, len(olds))]
        best, at = max(scores, default=(0.0, 0))
        if best >= _ALIKE:
            pairs[new] = olds[-at]
            start = -at + 1
    return pairs


def _take_moved(
    texts: Sequence[str], units: Sequence[Unit], same: dict[int, int], before: dict[int, int]
) -> None:
    """Find paragraphs again that stand elsewhere now, when there is no doubt which they are."""
    free_old = {old: texts[old] for old in range(len(texts)) if old not in set(same.values())}
    free_new = {new: units[new].text for new in range(len(units)) if new not in same}
    count_old, count_new = Counter(free_old.values()), Counter(free_new.values())
    place = {text: old for old, text in free_old.items()}
    for new, text in free_new.items():
        if count_old[text] == count_new[text] == 1:
            old = place[text]
            same[new] = old
            for version in [version for version, was in before.items() if was == old or version == new]:
                del before[version]


def _unchanged(unit: Unit, parts: Sequence[UnitRow]) -> list[Slot]:
    """Return the slots of a unit that is as it was, divided as a person had divided it."""
    if len(parts) == 1:
        return [Slot(replace(unit, text=parts[0].text), parts[0])]
    slots, end = list[Slot](), 0
    for number, part in enumerate(parts):
        start = max(unit.text.find(part.text, end), 0)
        end = start + len(part.text)
        slots.append(Slot(_part(unit, part.text, (start, end), is_first=number == 0), part))
    return slots


def _part(unit: Unit, text: str, span: tuple[int, int], *, is_first: bool) -> Unit:
    marks = marks_within(unit.marks, *span)
    if is_first:
        return replace(unit, text=text, marks=marks)
    return replace(unit, text=text, marks=marks, prefix="", marker="")
