"""The columns of a glossary row: how a concept is laid out in cells, and cells read as a concept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transreview.model.glossary import Concept, ConceptStatus, Term, TermKind

FIXED = ("id", "subject", "definition", "status", "note")
FACETS = ("", "also", "not", "grammar", "pos")

_LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
_COLUMN = re.compile(rf"(?P<language>{_LANGUAGE})(?::(?P<facet>also|not|grammar|pos))?")
_KINDS = {"": TermKind.PREFERRED, "also": TermKind.ADMITTED, "not": TermKind.FORBIDDEN}
_ORDER = {kind: place for place, kind in enumerate(_KINDS.values())}

# Hints that say what a thing is, not how one word for it inflects: they hold for all its terms.
_SHARED_HINTS = frozenset({"name", "person", "place"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column about a language: "ka" (preferred), "ka:also", "ka:not", "ka:grammar" or "ka:pos"."""

    language: str
    facet: str = ""

    def __str__(self) -> str:
        return f"{self.language}:{self.facet}" if self.facet else self.language


@lru_cache(256)
def parse_column(name: str) -> Column | None:
    """Return the language column that a header cell names, None for any other cell."""
    match = _COLUMN.fullmatch(name)
    if match is None or name in FIXED:
        return None
    return Column(match["language"], match["facet"] or "")


def split_values(cell: str) -> list[str]:
    r"""Split a cell at its bars; `\|` is a bar and `\\` a backslash within a value."""
    if "\\" not in cell:
        return [text for value in cell.split("|") if (text := value.strip())] if cell else []
    values = [""]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            values[-1] += following if following in {"|", "\\"} else character + following
        elif character == "|":
            values.append("")
        else:
            values[-1] += character
    return [value.strip() for value in values if value.strip()]


def join_values(values: Iterable[str]) -> str:
    """Write values into one cell, the inverse of `split_values`."""
    return "|".join(re.sub(r"[\\|]", r"\\\g<0>", value) for value in values)


def concept_of(cells: Mapping[str, str], origin: tuple[str, int]) -> Concept:
    """Read one row.

    Args:
        cells: Cell by column name; the names have been checked.
        origin: File name and line of the row.

    Returns:
        The concept, its terms by language in the order of the columns, preferred first.

    Raises:
        ValueError: The status is none of the three.
    """
    languages = dict.fromkeys(column.language for name in cells if (column := parse_column(name)))
    return Concept(
        id=cells["id"].strip(),
        subject=cells.get("subject", "").strip(),
        definition=cells.get("definition", "").strip(),
        status=ConceptStatus(cells.get("status", "").strip().lower() or ConceptStatus.APPROVED),
        note=cells.get("note", "").strip(),
        terms=tuple(term for language in languages for term in _terms(cells, language)),
        origin=origin,
    )


def cells_of(concept: Concept, columns: Sequence[str]) -> list[str]:
    """Write a concept as the cells of a row, the inverse of `concept_of`."""
    fixed = {
        "id": concept.id,
        "subject": concept.subject,
        "definition": concept.definition,
        "status": concept.status.value,
        "note": concept.note,
    }
    return [fixed[name] if name in fixed else _language_cell(concept, name) for name in columns]


def columns_of(concepts: Iterable[Concept], languages: Iterable[str], kept: Sequence[str] = ()) -> list[str]:
    """Return the header for concepts: the kept columns first, then what else they need.

    Args:
        concepts: What will be written.
        languages: Languages that get columns even without a term.
        kept: Columns of the file as it stands, which keep their places.

    Returns:
        Column names; without `kept` the four main facets of each language, and `:pos` where it is used.
    """
    concepts = list(concepts)
    terms = [term for concept in concepts for term in concept.terms]
    used = {str(Column(term.language, facet)) for term in terms for facet in _facets(term)}
    everything = list(FIXED)
    for language in dict.fromkeys([*languages, *(term.language for term in terms)]):
        for facet in FACETS:
            name = str(Column(language, facet))
            if name in used or (not kept and facet != "pos") or not facet:
                everything.append(name)
    needed = {name for name in FIXED if any(_says(concept, name) for concept in concepts)}
    extra = [name for name in everything if name not in kept and (not kept or name in used | needed)]
    return [*kept, *extra]


def _says(concept: Concept, name: str) -> bool:
    """Whether a fixed column says more of a concept than its absence would."""
    if name == "status":
        return concept.status is not ConceptStatus.APPROVED
    return bool(cells_of(concept, [name])[0])


def _facets(term: Term) -> list[str]:
    facets = [facet for facet, kind in _KINDS.items() if kind is term.kind]
    return facets + ["grammar"] * bool(term.grammar) + ["pos"] * bool(term.pos)


def _terms(cells: Mapping[str, str], language: str) -> list[Term]:
    if not any(cells.get(name) for name in _names(language)):
        return []
    hints = split_values(cells.get(f"{language}:grammar", ""))
    classes = split_values(cells.get(f"{language}:pos", ""))
    found: dict[tuple[str, TermKind], Term] = {}
    named = zip(_KINDS, _names(language), strict=True)
    texts = {facet: split_values(cells.get(name, "")) for facet, name in named}
    known = [text for values in texts.values() for text in values]
    for facet, kind in _KINDS.items():
        for text in texts[facet]:
            grammar = tuple(_values_for(hints, text, kind, known))
            said = _values_for(classes, text, None, known)
            pos = next((value for value, is_own in said.items() if is_own), next(iter(said), ""))
            found.setdefault((text, kind), Term(text, language, kind=kind, grammar=grammar, pos=pos))
    return list(found.values())


@lru_cache(64)
def _names(language: str) -> tuple[str, ...]:
    """Return the names of the columns that hold a language's terms."""
    return tuple(str(Column(language, facet)) for facet in _KINDS)


def _values_for(
    values: Sequence[str], text: str, kind: TermKind | None, known: Sequence[str]
) -> dict[str, bool]:
    """Return the values that concern a term, and whether each is said of it alone.

    Bare ones are taken by rule, "TERM: value" for that term.
    """
    found: dict[str, bool] = {}
    for value in values:
        owner, mark, rest = value.partition(": ")
        if mark and owner in known:
            if owner == text:
                found[rest] = True
        elif kind in {None, TermKind.PREFERRED} or value in _SHARED_HINTS:
            found.setdefault(value, False)
    return found


def _language_cell(concept: Concept, name: str) -> str:
    column = parse_column(name)
    if column is None:
        return ""
    terms = sorted(concept.of(column.language), key=lambda term: _ORDER[term.kind])
    if column.facet in _KINDS:
        return join_values(term.text for term in terms if term.kind is _KINDS[column.facet])
    if column.facet == "pos":
        return join_values(
            _shared_or_owned([(term, [term.pos] if term.pos else []) for term in terms], terms)
        )
    preferred = [term for term in terms if term.kind is TermKind.PREFERRED]
    return join_values(_shared_or_owned([(term, list(term.grammar)) for term in terms], preferred))


def _shared_or_owned(values: Sequence[tuple[Term, list[str]]], owners: Sequence[Term]) -> list[str]:
    """Write a value bare when just those terms have it that a bare one is read for, else with its term."""
    everyone = [term for term, _own in values]
    shared: list[str] = []
    for value in dict.fromkeys(value for _term, own in values for value in own):
        having = [term for term, own in values if value in own]
        readers = everyone if value in _SHARED_HINTS else list(owners)
        if readers and having == readers:
            shared.append(value)
    owned = (f"{term.text}: {value}" for term, own in values for value in own if value not in shared)
    return [*shared, *dict.fromkeys(owned)]
