"""Latin letters and digits with Georgian endings after a hyphen: NATO-ს, TSMC-მ, 5G-ის, 2020-დან.

Which endings follow depends on how the word sounds at its end when a Georgian reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from transreview.languages.georgian.declension.cells import Cell, Reading
from transreview.languages.georgian.declension.suffixes import endings, form_of

# Letters whose English name, by which Georgian spells acronyms, ends in a consonant: F "eph", X "iks" …
_CONSONANT_NAMES = frozenset("FHLMNRSXZ")
_NAMES_IN_I = frozenset("BCDEGPTV")  # "bi", "si": written BBC-მ, but BBC-ის, 5G-ის
_VOWEL_LETTERS = frozenset("aeiouyáàâäãåéèêëíìîïóòôöõúùûüAEIOUY")
# Acronyms that are read as words although they could be spelt.
_SHORTEST_READ_ACRONYM = 4
_VOWEL_DIGITS = "89"  # რვა, ცხრა
_SYMBOL_SOUNDS = {"%": "C", "°": "C", "€": "V", "$": "C", "+": "C", "#": "C", "&": "C"}


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """A head in another script.

    Attributes:
        text: The word as written.
        stem_class: "C", "V", "O" or "A" by its last sound.
        read_aloud: Whether it ends in a digit, a sign or a Georgian abbreviation, which are read as words.
    """

    text: str
    stem_class: str
    read_aloud: bool


@lru_cache(maxsize=4096)
def foreign_word(text: str) -> ForeignWord:
    """Return a word in another script with the class of its last sound."""
    core = text.rstrip("'’ ")
    last = core[-1:]
    if last.isdigit():
        return ForeignWord(text, _digit_class(core), True)
    if last in _SYMBOL_SOUNDS:
        return ForeignWord(text, _SYMBOL_SOUNDS[last], True)
    return ForeignWord(text, _letter_class(core), "ა" <= last <= "ჰ")


def _digit_class(text: str) -> str:
    """Eight and nine end in a vowel (რვა, ცხრა), eighteen and nineteen do not (თვრამეტი)."""
    digits = re.findall(r"\d", text)
    teen = len(digits) > 1 and int(digits[-2]) % 2 == 1
    return "A" if digits and digits[-1] in _VOWEL_DIGITS and not teen else "C"


def _letter_class(text: str) -> str:
    run = re.split(r"[^A-Za-zÀ-ɏ]+", text)[-1] or text
    last = run[-1:]
    if run.isupper() and not _read_as_word(run):
        return "C" if last in _CONSONANT_NAMES else "O" if last in _NAMES_IN_I else "V"
    if len(run) > 3 and last == "e" and run[-2].lower() not in _VOWEL_LETTERS:
        return "C"  # Google, Apple: the e is silent
    return "V" if last in _VOWEL_LETTERS else "C"


def _read_as_word(acronym: str) -> bool:
    """Say whether an acronym is read as a word: four letters or more, vowels and consonants taking turns."""
    if len(acronym) < _SHORTEST_READ_ACRONYM:
        return False
    vowels = [letter in _VOWEL_LETTERS for letter in acronym]
    return any(vowels) and not re.search(r"CCC|VVV", "".join("V" if v else "C" for v in vowels))


def decline_foreign(word: ForeignWord, cell: Cell) -> str:
    """Return the word with the ending of a cell after a hyphen."""
    if cell in (Cell("Nom"), Cell("Voc")):
        return word.text
    grade, ending = form_of(word.stem_class, cell)
    if word.stem_class == "A" and grade == "F" and not ending:
        return word.text
    if word.read_aloud and cell.postposition in ("დან", "მდე") and cell.number == "Sing":
        ending = ending.lstrip("ია")  # 2020-დან, 20%-მდე, აშშ-დან: the vowel belongs to what is read aloud
    return f"{word.text}-{ending}" if ending else word.text


@lru_cache(maxsize=1)
def hyphenated_endings() -> dict[str, tuple[Reading, ...]]:
    """Return every ending that may follow a hyphen, whatever the sound before it, with its readings.

    Texts differ in how they sound a foreign word, so the endings of all classes are recognised.
    """
    table: dict[str, dict[Reading, None]] = {}
    for stem_class in ("C", "V"):
        for ending, readings in endings(stem_class, "FS").items():
            if ending:
                table.setdefault(ending, {}).update(dict.fromkeys(readings))
    for ending, readings in endings("C", "FS").items():
        for bare in (ending[1:],) if ending.startswith(("იდან", "ამდე")) else ():
            table.setdefault(bare, {}).update(dict.fromkeys(readings))
    return {ending: tuple(sorted(r, key=lambda x: -x.confidence)) for ending, r in table.items()}


def read_apart(stem_class: str, ending: str) -> tuple[Reading, ...]:
    """Return the readings of an ending that stands after a Georgian word in quotes: „კლასტერი“-ს.

    The word's own endings come first; texts also take others, sounding the title as a whole.
    """
    return endings(stem_class, "FS").get(ending) or hyphenated_endings().get(ending, ())


def read_foreign(ending: str) -> tuple[Reading, ...]:
    """Return the readings of what follows the hyphen; an empty ending is the nominative."""
    if not ending:
        return (Reading("Nom"), Reading("Voc", confidence=0.01))
    return hyphenated_endings().get(ending, ())
