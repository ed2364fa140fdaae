"""How a modifier agrees with the head of its phrase."""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.declension.cells import Cell, Reading
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.declension.lexicon import lexicon

# Modifiers in -ი by the case of the head; genitive and instrumental look like the nominative.
_AGREEMENT = {"Nom": "ი", "Erg": "მა", "Dat": "", "Gen": "ი", "Ins": "ი", "Ess": "", "Voc": "ო"}
_ATTRIBUTIVE_CASES = {"ი": ("Nom", "Gen", "Ins"), "მა": ("Erg",), "": ("Dat", "Ess"), "ო": ("Voc",)}
# Old and high style agree in full (ქართულსა ენასა); machine translation also leaves wrong endings.
_FULL_AGREEMENT = {
    "ს": ("Dat",),
    "სა": ("Dat",),
    "ის": ("Gen",),
    "ისა": ("Gen",),
    "ით": ("Ins",),
    "ითა": ("Ins",),
    "ად": ("Ess",),
}
# What adjectives and participles look like; nouns that look so too only get a reading too many.
_ADJECTIVES_IN_I = (
    *("ური", "ული", "ითი", "იანი", "იერი", "ოვანი", "ილი", "ელი", "ალი"),
    *("არი", "ენი", "ფერი", "ისი", "ადი", "ივი", "ავი", "ომი"),
)
_ADJECTIVES_IN_O = ("სა", "უ", "მსოფლიო", "მიკრო", "მაკრო", "სრულიად")
_ADJECTIVES_IN_E = ("მდებარე", "გარე", "შიდა", "მოყვარე", "მწვანე", "მძიმე", "სავსე")
# Possessives keep their dative before the noun (ჩვენს პარტიას, ჩვენს პარტიაში); მისი, მათი, თავისი do not.
_POSSESSIVES = frozenset(("ჩემი", "შენი", "ჩვენი", "თქვენი"))
# Demonstratives have one oblique stem for every case and both numbers: ეს ქვეყანა, ამ ქვეყანამ.
DEMONSTRATIVES = {"ეს": "ამ", "ის": "იმ", "ეგ": "მაგ"}
# The points of the compass stand bare before every oblique case: დასავლეთ საქართველოსთვის.
_COMPASS = frozenset(("დასავლეთი", "აღმოსავლეთი", "სამხრეთი", "ჩრდილოეთი"))


def adjective_like(word: str) -> bool:
    """Say whether a folded citation form has the shape of an adjective."""
    if word.endswith(_ADJECTIVES_IN_I):
        return True
    return (word[-1] in "ოე" and word.startswith(_ADJECTIVES_IN_O)) or word.endswith(_ADJECTIVES_IN_E)


def agrees(word: str) -> bool:
    """Say whether a folded modifier changes with its head: it ends in -ი after a consonant.

    Modifiers in -ა, -ე, -ო, -უ, genitives and first names such as გიორგი stay as they are.
    """
    return len(word) > 2 and word[-1] == "ი" and word[-2] not in VOWELS and word not in lexicon().i_stem


def agree(word: str, cell: Cell) -> str:
    """Return a modifier in the form that the cell of its head asks for."""
    if word in DEMONSTRATIVES and (cell.case != "Nom" or cell.postposition not in ("", "ვით")):
        return DEMONSTRATIVES[word]
    if not agrees(word):
        return word
    if word in _POSSESSIVES and cell.case in ("Dat", "Ess"):
        return word[:-1] + "ს"
    if cell.style == "old" and cell.case != "Nom":
        return word[:-1]  # გაერთიანებულ ერთა: bare before the old plural
    if word in _COMPASS and cell.case != "Nom":
        return word[:-1]
    return word[:-1] + _AGREEMENT[cell.case]


@lru_cache(maxsize=65536)
def agreeing_cases(word: str, form: str) -> tuple[str, ...] | None:
    """Return the cases of a head that a modifier's form goes with, or None if it is no form of it.

    An empty answer means that the form belongs to the modifier but agrees with no case.
    """
    if word in DEMONSTRATIVES:
        oblique = tuple(case for case in _AGREEMENT if case != "Nom")
        return ("Nom",) if form == word else oblique if form == DEMONSTRATIVES[word] else None
    if form == word and not agrees(word):
        return tuple(_AGREEMENT)
    if not agrees(word) or not form.startswith(word[:-1]):
        return None
    ending = form[len(word) - 1 :]
    if word in _COMPASS and not ending:
        return tuple(_AGREEMENT)
    if ending == "ს" and word in _POSSESSIVES:
        return ("Dat", "Ess")
    if ending in _ATTRIBUTIVE_CASES:
        return _ATTRIBUTIVE_CASES[ending]
    return _FULL_AGREEMENT.get(ending)


def fits(reading: Reading, cases: tuple[str, ...]) -> bool:
    """Say whether a reading of the head goes with the cases its modifier allows."""
    if reading.style == "old" and reading.case in ("Gen", "Dat", "Erg"):
        return "Dat" in cases or reading.case in cases
    return reading.case in cases
