"""The cells of a Georgian paradigm and the readings of a form, in the names of Universal Dependencies."""

from __future__ import annotations

from typing import NamedTuple

CASES = ("Nom", "Erg", "Dat", "Gen", "Ins", "Ess", "Voc")
NUMBERS = ("Sing", "Plur")
# Postpositions written together with the noun, and the case they stand on.
POSTPOSITIONS = {
    "ში": "Dat",
    "ზე": "Dat",
    "თან": "Dat",
    "თვის": "Gen",
    "გან": "Gen",
    "კენ": "Gen",
    "დან": "Ins",
    "მდე": "Ess",
    "ვით": "Nom",
    "ას": "Gen",
    "ადმი": "Gen",
    "ებრ": "Gen",
    "მებრ": "Gen",
    "თანავე": "Gen",
    "ურთ": "Ins",
    "ქვეშ": "Dat",
}
# What may follow all of it: also, the same, only, is, they say; and what is heard stacked.
CLITICS = ("ც", "ვე", "ღა", "ა", "ო", "ცა", "ვეა", "ღაა", "აო", "ვეც", "ცო")
STYLES = ("", "long", "old")


class Reading(NamedTuple):
    """What a form says about its cell.

    Attributes:
        case: UD case; `Ess` is the adverbial.
        number: "Sing" or "Plur".
        postposition: The postposition written together with it, or empty.
        clitic: The clitics after everything, or empty.
        style: "" ordinary, "long" with the emphatic -ა, "old" the plural in -ნი/-თა.
        attributive: Whether it is the form of an adjective before its noun.
        confidence: 0 to 1, how usual this reading is among those of the same form.
    """

    case: str
    number: str = "Sing"
    postposition: str = ""
    clitic: str = ""
    style: str = ""
    attributive: bool = False
    confidence: float = 1.0

    @property
    def cell(self) -> Cell:
        """The cell without what the form alone can tell."""
        return Cell(self.case, self.number, self.postposition, self.clitic, self.style)

    def __str__(self) -> str:
        """Write the reading the way it is shown to users: "Dat Plur +ში +ც old"."""
        parts = [self.case, self.number]
        parts += [f"+{part}" for part in (self.postposition, self.clitic) if part]
        parts += [self.style] if self.style else []
        return " ".join([*parts, "attributive"] if self.attributive else parts)


class Cell(NamedTuple):
    """One cell of a paradigm; the fields are those of `Reading`."""

    case: str
    number: str = "Sing"
    postposition: str = ""
    clitic: str = ""
    style: str = ""
