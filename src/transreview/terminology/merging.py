"""Two people's changes of one glossary, brought together row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from transreview.model.glossary import Concept, Glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class RowConflict:
    """A concept that both sides changed, each in its own way.

    Attributes:
        id: The concept.
        base: What both began from; None when both added it.
        ours: Our version; None when we removed it.
        theirs: Their version; None when they removed it.
        fields: Names of what differs between ours and theirs ("note", "ka", …).
    """

    id: str
    base: Concept | None
    ours: Concept | None
    theirs: Concept | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of a merge; where there are conflicts, `glossary` has their version of those rows."""

    glossary: Glossary
    conflicts: tuple[RowConflict, ...]


def merge(base: Glossary, ours: Glossary, theirs: Glossary) -> Merged:
    """Bring two changed versions of a glossary together.

    A row that only one side changed is taken from that side; changes that are the same on both
    sides are one change. Everything else is a conflict and stays as they have it.

    Args:
        base: What both began from.
        ours: Our version.
        theirs: The version that is in the file now.

    Returns:
        The merged glossary, in their order with our additions after it, and the conflicts.
    """
    before, mine, other = _rows(base), _rows(ours), _rows(theirs)
    kept: dict[str, Concept] = {}
    conflicts = []
    for id_ in dict.fromkeys([*other, *mine, *before]):
        chosen, clash = _row(id_, before.get(id_), mine.get(id_), other.get(id_))
        if chosen is not None:
            kept[id_] = chosen
        if clash is not None:
            conflicts.append(clash)
    languages = tuple(dict.fromkeys([*theirs.languages, *ours.languages]))
    return Merged(Glossary(tuple(kept.values()), languages), tuple(conflicts))


def differences(one: Concept | None, other: Concept | None) -> tuple[str, ...]:
    """Return what differs between two versions of a concept: field names, and languages for terms."""
    if one is None or other is None:
        return ("id",)
    names = [field.name for field in fields(Concept) if field.name not in {"id", "terms", "origin"}]
    changed = [name for name in names if getattr(one, name) != getattr(other, name)]
    languages = dict.fromkeys(term.language for term in (*one.terms, *other.terms))
    return (*changed, *(code for code in languages if set(one.of(code)) != set(other.of(code))))


def _row(
    id_: str, base: Concept | None, ours: Concept | None, theirs: Concept | None
) -> tuple[Concept | None, RowConflict | None]:
    if _same(ours, base) or _same(ours, theirs):
        return theirs, None
    if _same(theirs, base):
        return ours, None
    return theirs, RowConflict(id=id_, base=base, ours=ours, theirs=theirs, fields=differences(ours, theirs))


def _same(one: Concept | None, other: Concept | None) -> bool:
    if one is None or other is None:
        return one is other
    return replace(one, origin=("", 0)) == replace(other, origin=("", 0))


def _rows(glossary: Glossary) -> Mapping[str, Concept]:
    return {concept.id: concept for concept in glossary.concepts}
