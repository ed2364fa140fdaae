"""One Georgian word: its form in a cell, and the readings of a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transreview.languages.georgian.declension.agreement import adjective_like
from transreview.languages.georgian.declension.cells import Cell, Reading
from transreview.languages.georgian.declension.letters import syllables
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.declension.stems import Stems
from transreview.languages.georgian.declension.suffixes import StemClass, endings, form_of, paradigm_rows

# Read on a stem the word does not take itself (see Stems.also), a form is less certain.
_VARIANT = 0.8
# The bare stem of a consonant word: an adjective before a dative or adverbial noun.
_ADJECTIVE_BARE = (
    Reading("Dat", attributive=True, confidence=0.8),
    Reading("Ess", attributive=True, confidence=0.2),
)
# … of a noun: an apposition (ქალაქ თბილისში), a name or half of a pair.
_NOUN_BARE = (
    Reading("Dat", attributive=True, confidence=0.5),
    Reading("Nom", confidence=0.3),
    Reading("Dat", confidence=0.2),
    Reading("Ess", attributive=True, confidence=0.1),
)
_UNLIKELY = 0.1  # an attributive reading where the same form is a case of its own


def decline_word(stems: Stems, cell: Cell) -> str:
    """Return the form of a word in a cell.

    Raises:
        ValueError: No such cell; a postposition stands only on its own case.
    """
    for irregular in lexicon().irregular.get(stems.citation, ()):
        if irregular.cell == cell and irregular.usual:
            return irregular.form
    if _keeps_bare_citation(stems, cell):
        return stems.citation
    if cell == Cell("Voc") and stems.stem_class in ("A", "E") and syllables(stems.full) == 1:
        return stems.full + "ო"  # ძმაო, მზეო
    grade, ending = form_of(stems.stem_class, cell)
    short = stems.plural_short if stems.plural_short and cell.number == "Plur" else stems.short
    return (stems.full if grade == "F" else short) + ending


def forms_in_use(stems: Stems, cell: Cell) -> list[str]:
    """Return the form of a word in a cell and the others that are in use beside it.

    Two forms are usual where a stem wavers (სამართლის, სამართალის), where a form outside the
    table stands beside the regular one (ადგილს, ადგილას), and in the vocative of vowel stems.
    """
    forms = [decline_word(stems, cell)]
    if stems.variant:
        forms.append(decline_word(replace(stems, short=stems.variant), cell))
    if cell == Cell("Voc") and stems.stem_class not in ("C", "P"):
        forms += [stems.full + ending for _, ending in paradigm_rows(stems.stem_class)[cell]]
    irregular = lexicon().irregular.get(stems.citation, ())
    forms += [other.form for other in irregular if other.cell == cell]
    return list(dict.fromkeys(forms))


def _keeps_bare_citation(stems: Stems, cell: Cell) -> bool:
    """Say whether a name cited without -ი (მიხეილ) or a kin term (დედა) stands as it is cited."""
    if cell == Cell("Voc") and stems.citation in lexicon().kin:
        return True
    return (
        stems.stem_class == StemClass.CONSONANT
        and stems.citation == stems.full
        and cell in (Cell("Nom"), Cell("Voc"))
    )


def stem_grades(stems: Stems) -> Iterator[tuple[str, str, float]]:
    """Yield each stem to recognise with its grades and how certain a form on it is."""
    if stems.short == stems.full:
        yield stems.full, "FS", 1.0
    else:
        yield stems.full, "F", 1.0
        yield stems.short, "S", 1.0
    for variant in stems.also:
        yield variant, "S", _VARIANT


def read_word(stems: Stems, form: str, *, modified: bool = False) -> list[Reading]:
    """Return the readings of a folded form as a form of a word, best first, or nothing.

    Args:
        stems: The word.
        form: What stands in the text.
        modified: Whether it is the head of a phrase with modifiers.
    """
    found: dict[Reading, float] = {}
    for stem, grades, certainty in stem_grades(stems):
        if form.startswith(stem):
            for reading in endings(stems.stem_class, grades).get(form[len(stem) :], ()):
                value = reading.confidence * certainty
                key = reading._replace(confidence=1.0)
                found[key] = max(value, found.get(key, 0.0))
    if form == stems.full and stems.stem_class == StemClass.CONSONANT:
        return bare_stem_readings(stems, modified=modified)
    ordered = sorted(found.items(), key=lambda item: -item[1])
    readings = [reading._replace(confidence=value) for reading, value in ordered]
    if form == stems.full + "ო" and stems.stem_class in ("A", "E") and syllables(stems.full) == 1:
        readings.sort(key=lambda reading: reading.case != "Voc")  # ძმაო
        readings = [reading._replace(confidence=0.5) for reading in readings]
    return readings + irregular_readings(stems, form) + _attributive_readings(stems, form)


def irregular_readings(stems: Stems, form: str) -> list[Reading]:
    """Return the readings of forms that no table has: ადგილას, ხელთ."""
    irregular = lexicon().irregular.get(stems.citation, ())
    return [Reading(*other.cell) for other in irregular if other.form == form]


def irregular_forms(stems: Stems) -> list[str]:
    """Return the forms of a word that no table has."""
    return [other.form for other in lexicon().irregular.get(stems.citation, ())]


def _attributive_readings(stems: Stems, form: str) -> list[Reading]:
    """An adjective in its citation form may also stand before a genitive or instrumental noun."""
    if form != stems.citation or not adjective_like(form):
        return []
    cases = ("Gen", "Ins") if stems.stem_class == StemClass.CONSONANT else ("Gen", "Dat", "Ins", "Ess", "Erg")
    return [Reading(case, attributive=True, confidence=_UNLIKELY) for case in cases]


def bare_stem_readings(stems: Stems, *, modified: bool = False) -> list[Reading]:
    """Return what a consonant word without any ending may be; with modifiers it is no adjective itself."""
    if stems.citation == stems.full:
        return [Reading("Nom"), Reading("Voc", confidence=0.1), *_ADJECTIVE_BARE[1:]]
    return list(_ADJECTIVE_BARE if adjective_like(stems.citation) and not modified else _NOUN_BARE)
