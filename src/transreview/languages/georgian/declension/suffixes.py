"""The one table of endings: it generates forms, and read backwards it recognises them.

A noun has a full stem and a short one (syncopated, truncated, or equal to the full). For every
stem class a row of `_SINGULAR` says, slot by slot, on which stem ("F" full, "S" short) which ending
stands; the plural is the class's plural base followed by the endings of a consonant stem.
Several alternatives in a slot are all recognised; the first one is generated.
Postpositions, the long style and the clitics are built on the slots by rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from transreview.languages.georgian.declension.cells import Cell, Reading
from transreview.languages.georgian.declension.letters import VOWELS


class StemClass(StrEnum):
    """How the endings join a stem; see the rows of the table."""

    CONSONANT = "C"  # ქალაქი, წყალი
    A = "A"  # ძალა, ქვეყანა
    E = "E"  # საქმე
    VOWEL = "V"  # სახელმწიფო, კაფე, ჰილდე
    SHORT_VOWEL = "O"  # დრო: one syllable
    I = "I"  # ჩაი, გიორგი: the ი belongs to the stem  # noqa: E741 - the letter it is named after
    NAME = "N"  # ანა, ჰილდე as a person's name: nothing is cut off
    FIXED = "G"  # მინისტრთა: an old genitive cited as it stands
    PLURAL = "P"  # ფასიანი ქაღალდები: the citation form is a plural


Form = tuple[str, str]  # stem grade "F" or "S", ending

_SLOTS = ("nom", "erg", "dat", "gen", "ins", "ess", "voc", "loc", "at", "from", "until", "like", "plural")
# loc: before -ში and -ზე; at: before -თან; from: before -დან; until: before -მდე; like: before -ვით.
_SINGULAR = {
    #    nom   erg    dat   gen        ins         ess    voc            loc  at    from  until like    plural
    "C": "F:ი  F:მა   F:ს   S:ის       S:ით        S:ად   F:ო            F:   F:    S:ი   S:ა   F:ი     S:ებ",
    "A": "F:   F:მ    F:ს   S:ის       S:ით        F:დ    F:ვ|F:|F:ო     F:   F:ს   S:ი   F:    F:სა    S:ებ",
    "E": "F:   F:მ    F:ს   S:ის       S:ით        F:დ    F:ვ|F:|F:ო     F:   F:ს   S:ი   F:    F:სა    F:ებ",
    "V": "F:   F:მ    F:ს   F:ს        F:თი        F:დ    F:ვ|F:|F:ო     F:   F:ს   F:    F:    F:სა    F:ებ",
    "O": "F:   F:მ    F:ს   F:ის|F:ს   F:ით|F:თი   F:დ    F:ო|F:ვ|F:     F:   F:ს   F:ი|F: F:   F:სა    F:ებ",
    "I": "F:   F:მ    F:ს   F:ს        F:თ|F:თი    F:დ    F:|F:ვ|F:ო     F:   F:ს   F:    F:    F:სა    F:ებ",
    "N": "F:   F:მ    F:ს   F:ს        F:თი        F:დ    F:|F:ვ|F:ო     F:   F:ს   F:    F:    F:სა    S:ებ",
    "G": "F:   F:     F:    F:         F:          F:     F:             F:   F:    F:    F:    F:      F:",
}
_GENITIVE_POSTPOSITIONS = ("თვის", "გან", "კენ")


def _slots(stem_class: str) -> dict[str, list[Form]]:
    columns = _SINGULAR[stem_class].split()
    return {
        slot: [(part[0], part[2:]) for part in column.split("|")]
        for slot, column in zip(_SLOTS, columns, strict=True)
    }


def _plural_slots(stem_class: str) -> dict[str, list[Form]]:
    """Put the endings of a consonant stem on the plural base of the class; what is fixed has no other."""
    if stem_class == "G":
        return {slot: forms for slot, forms in _slots("G").items() if slot != "plural"}
    base = [("F", "")] if stem_class == "P" else _slots(stem_class)["plural"]
    return {
        slot: [(grade, plural + ending) for grade, plural in base for _, ending in forms]
        for slot, forms in _slots("C").items()
        if slot != "plural"
    }


def _cases(slots: dict[str, list[Form]], number: str) -> Iterator[tuple[Cell, list[Form]]]:
    for slot, case in zip(_SLOTS, ("Nom", "Erg", "Dat", "Gen", "Ins", "Ess", "Voc"), strict=False):
        yield Cell(case, number), slots[slot]
        if case in ("Dat", "Gen", "Ins", "Ess"):
            yield Cell(case, number, style="long"), _plus(_closed(slots[slot]), "ა")


def _closed(forms: list[Form]) -> list[Form]:
    """Keep the forms that end in a consonant: only these take the emphatic -ა."""
    return [form for form in forms if form[1] and form[1][-1] not in VOWELS]


def _plus(forms: list[Form], ending: str) -> list[Form]:
    return [(grade, base + ending) for grade, base in forms]


def _postpositions(slots: dict[str, list[Form]], number: str) -> Iterator[tuple[Cell, list[Form]]]:
    for post in ("ში", "ზე"):
        yield Cell("Dat", number, post), _plus(slots["loc"], post)
    for post in ("თან", "ქვეშ"):
        yield Cell("Dat", number, post), _plus(slots["at"], post)
    for post in _GENITIVE_POSTPOSITIONS:
        yield Cell("Gen", number, post), _plus(slots["gen"], post)
        yield Cell("Gen", number, post, style="long"), _plus(slots["gen"], "ა" + post)
    for post in ("ადმი", "ებრ", "ას"):
        yield Cell("Gen", number, post), _plus(slots["gen"], post)
    yield Cell("Gen", number, "თანავე", "ვე"), _plus(slots["gen"], "თანავე")  # -ვე is part of it
    yield Cell("Gen", number, "მებრ", style="long"), _plus(slots["gen"], "ამებრ")
    yield Cell("Ins", number, "დან"), _plus(slots["from"], "დან")
    yield Cell("Ins", number, "ურთ"), _plus(slots["ins"], "ურთ")
    yield Cell("Ess", number, "მდე"), _plus(slots["until"], "მდე")
    if slots["like"][0][1].endswith("სა"):
        yield Cell("Dat", number, "ვით", style="long"), _plus(slots["like"], "ვით")
    else:
        yield Cell("Nom", number, "ვით"), _plus(slots["like"], "ვით")
        yield Cell("Dat", number, "ვით", style="long"), _plus(slots["dat"], "ავით")


def _old_plural(stem_class: str) -> Iterator[tuple[Cell, list[Form]]]:
    """The plural in -ნი and -თა, on the full stem; consonant stems also on the short one.

    A plural citation form has it on what stands before its -ებ, which is its short stem.
    """
    grades = {"C": ("F", "S"), "P": ("S",)}.get(stem_class, ("F",))

    def on_stem(ending: str) -> list[Form]:
        return [(grade, ending) for grade in grades]

    yield Cell("Nom", "Plur", style="old"), on_stem("ნი")
    yield Cell("Gen", "Plur", style="old"), on_stem("თა")
    yield Cell("Dat", "Plur", style="old"), on_stem("თა")
    yield Cell("Erg", "Plur", style="old"), on_stem("თა")
    yield Cell("Voc", "Plur", style="old"), on_stem("ნო")
    for post in _GENITIVE_POSTPOSITIONS:
        yield Cell("Gen", "Plur", post, style="old"), on_stem("თა" + post)


def _with_clitics(cell: Cell, forms: list[Form]) -> Iterator[tuple[Cell, list[Form]]]:
    """Put each clitic after a form, with the linking -ა- that consonants want."""
    yield cell, forms
    if cell.clitic or cell.case == "Voc" or (cell.style == "long" and not cell.postposition):
        return
    joins: dict[str, list[Form]] = {}
    for grade, ending in forms:
        for clitic, tail in _clitic_tails(ending, cell):
            joins.setdefault(clitic, []).append((grade, ending + tail))
    case, number, postposition, _, style = cell
    for clitic, joined in joins.items():
        yield Cell(case, number, postposition, clitic, style), joined


def _clitic_tails(ending: str, cell: Cell) -> tuple[tuple[str, str], ...]:
    if not ending or ending[-1] in VOWELS:  # no ending: a bare vowel stem
        return _AFTER_VOWEL_A if cell.postposition in ("ში", "ზე") else _AFTER_VOWEL
    genitive = ending[-1] == "ს" and cell.case == "Gen" and not cell.postposition
    return _AFTER_GENITIVE if genitive else _AFTER_CONSONANT


_AFTER_VOWEL = (
    *((clitic, clitic) for clitic in ("ც", "ვე", "ღა", "ა", "ო", "აო", "ვეც", "ცო", "ვეა", "ღაა")),
    ("ცა", "ცაა"),
)
_AFTER_VOWEL_A = (*_AFTER_VOWEL, ("ც", "აც"))  # -შიაც: an old -ა of the postposition
_LINKED = (*((clitic, "ა" + clitic) for clitic in ("ც", "ა", "აო", "ცო")), ("ცა", "აცაა"))
_UNLINKED = ("ვე", "ღა", "ო", "ვეც", "ვეა", "ღაა")  # with the linking -ა- or without
_AFTER_CONSONANT = (*((c, c) for c in _UNLINKED), *((c, "ა" + c) for c in _UNLINKED), *_LINKED)
_AFTER_GENITIVE = (*((c, "ა" + c) for c in _UNLINKED), *((c, c) for c in _UNLINKED), *_LINKED)


@cache
def paradigm_rows(stem_class: str) -> dict[Cell, tuple[Form, ...]]:
    """Return for each cell of a stem class its forms as (stem grade, ending), the one to generate first."""
    rows: list[tuple[Cell, list[Form]]] = []
    if stem_class != "P":
        slots = _slots(stem_class)
        rows += [*_cases(slots, "Sing"), *_postpositions(slots, "Sing")]
    plural = _plural_slots(stem_class)
    rows += [*_cases(plural, "Plur"), *_postpositions(plural, "Plur")]
    rows += _old_plural(stem_class)
    table: dict[Cell, tuple[Form, ...]] = {}
    for cell, forms in rows:
        for with_clitic, joined in _with_clitics(cell, forms):
            if joined:
                table[with_clitic] = tuple(dict.fromkeys(joined))
    return table


@cache
def _by_postposition(stem_class: str) -> dict[tuple[str, str, str, str], Cell]:
    return {cell[1:]: cell for cell in reversed(paradigm_rows(stem_class)) if cell.postposition}


def form_of(stem_class: str, cell: Cell) -> Form:
    """Return the stem grade and ending to generate for a cell.

    A postposition decides the case (like -ვით: nominative after consonants, dative after vowels).
    Where a style has no form of its own the ordinary one stands; a plural citation has no singular.

    Raises:
        ValueError: There is no such cell.
    """
    if stem_class == "P":
        cell = cell._replace(number="Plur")
    rows = paradigm_rows(stem_class)
    if cell.postposition == "თანავე":
        cell = cell._replace(clitic="ვე")
    for wanted in (cell, cell._replace(style=""), cell._replace(style="long")):
        if wanted in rows:
            return rows[wanted][0]
        by_postposition = _by_postposition(stem_class).get(wanted[1:]) if wanted.postposition else None
        if by_postposition is not None:
            return rows[by_postposition][0]
    raise ValueError(f"no such cell of a Georgian paradigm: {cell}")


# How usual a cell is, for ranking the readings of one form. Counted over running text: the nominative
# over the vocative, genitive -თა over dative -თა, of vowel stems the genitive over the dative
# (111 to 43), but the dative in the long style and of persons (32 to 14).
_USUAL = {"Nom": 1.0, "Gen": 0.9, "Dat": 0.85, "Ins": 0.6, "Erg": 0.4, "Ess": 0.4, "Voc": 0.02}
_DATIVE_FIRST = 1.2


def _usual(cell: Cell, stem_class: str) -> float:
    value = _USUAL[cell.case]
    if cell.case == "Dat" and (cell.style == "long" or stem_class == "N"):
        value *= _DATIVE_FIRST
    value *= 1.0 if cell.style != "long" else 0.5
    value *= 1.0 if not cell.clitic else 0.2 if len(cell.clitic) == 1 else 0.05
    return value if cell.number == "Sing" or cell.style != "old" else value * 0.5


@cache
def endings(stem_class: str, grades: str) -> dict[str, tuple[Reading, ...]]:
    """Return every ending that may stand on a stem, with its readings best first.

    Args:
        stem_class: A `StemClass`.
        grades: Which stem it is: "F", "S", or "FS" where both are the same.
    """
    found: dict[str, list[tuple[float, Cell]]] = {}
    for cell, forms in paradigm_rows(stem_class).items():
        for rank, (grade, ending) in enumerate(forms):
            if grade in grades:
                value = _usual(cell, stem_class) * (1.0 if rank == 0 else 0.9)
                found.setdefault(ending, []).append((value, cell))
    return {ending: _ranked(cells) for ending, cells in found.items()}


def _ranked(cells: list[tuple[float, Cell]]) -> tuple[Reading, ...]:
    if len(cells) == 1:  # four of five endings
        return (Reading(*cells[0][1]),)
    best: dict[Cell, float] = {}
    for usual, cell in cells:
        best[cell] = max(usual, best.get(cell, 0.0))
    total = sum(best.values())
    ordered = sorted(best.items(), key=lambda item: -item[1])
    return tuple(Reading(*cell, confidence=round(usual / total, 3)) for cell, usual in ordered)
