"""From a cell to a form, for terms of one word or many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transreview.languages.georgian.declension.agreement import agree
from transreview.languages.georgian.declension.cells import CASES, NUMBERS, POSTPOSITIONS, STYLES, Cell
from transreview.languages.georgian.declension.foreign import decline_foreign
from transreview.languages.georgian.declension.letters import fold
from transreview.languages.georgian.declension.phrase import FIXED, Phrase, Role, phrase_of
from transreview.languages.georgian.declension.stems import stems_of
from transreview.languages.georgian.declension.word import decline_word, forms_in_use

# Cells of the preview: what a maintainer reads to see whether the stems are right.
_PREVIEW_POSTPOSITIONS = ("ში", "ზე", "თან", "თვის", "გან", "კენ", "დან", "მდე", "ვით")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of a term for a reader.

    Attributes:
        term: The citation form.
        forms: Cell → form, cases of singular and plural first, then the fused postpositions.
    """

    term: str
    forms: dict[Cell, str]

    def __getitem__(self, cell: Cell) -> str:
        return self.forms[cell]


def decline(
    term: str,
    case: str,
    number: str = "Sing",
    *,
    postposition: str = "",
    clitic: str = "",
    style: str = "",
    attributive: bool = False,
    hints: Iterable[str] = (),
) -> str:
    """Return a term in one cell of its paradigm, every word of it agreeing.

    Args:
        term: Citation form (nominative singular, or plural of a plural-only term).
        case: UD name: Nom, Erg, Dat, Gen, Ins, Ess (adverbial), Voc. A postposition decides it.
        number: "Sing" or "Plur".
        postposition: One that is written together with the noun ("ში", "თვის" …).
        clitic: What follows everything ("ც", "ა" …).
        style: "", "long" (emphatic -ა) or "old" (plural in -ნი/-თა).
        attributive: Decline the last word as an adjective before a noun (with a postposition or
            a clitic it is a noun itself).
        hints: Hints of the entry: "stem=…", "name", "indeclinable", "plural-only", "exact",
            "head=N", "syncope", "no-syncope".

    Raises:
        ValueError: There is no such cell.
    """
    known = case in CASES and number in NUMBERS and style in STYLES
    if not known or (postposition and postposition not in POSTPOSITIONS):
        raise ValueError(f"no such cell of a Georgian paradigm: {case} {number} {postposition}")
    cell = Cell(case, number, postposition, clitic, style)
    return decline_cell(term, cell, attributive=attributive, hints=tuple(hints))


def decline_cell(term: str, cell: Cell, *, attributive: bool = False, hints: tuple[str, ...] = ()) -> str:
    """Return a term in a cell; see `decline`."""
    return all_forms(term, cell, attributive=attributive, hints=hints)[0]


def all_forms(term: str, cell: Cell, *, attributive: bool = False, hints: tuple[str, ...] = ()) -> list[str]:
    """Return a term in a cell, the usual form first, then others in use (სამართლის, სამართალის)."""
    phrase = phrase_of(term, hints)
    if not phrase.words or any(hint in FIXED for hint in hints):
        return [term]
    forms = [_modifier(phrase, index, cell) for index in range(len(phrase.words))]
    assembled = []
    for head in _heads(phrase, cell, attributive):
        forms[phrase.head] = head
        assembled.append(_assembled(phrase, forms))
    whole = [index for index, word in enumerate(phrase.words) if word == "მთელი" and index != phrase.head]
    if whole and cell.case == "Dat" and cell.style != "old":
        # Print has both მთელ ქვეყანაში and მთელს ქვეყანაში.
        forms[whole[0]] += "ს"
        assembled.append(_assembled(phrase, forms))
    return assembled


def _heads(phrase: Phrase, cell: Cell, attributive: bool) -> list[str]:
    if phrase.foreign is not None:
        return [decline_foreign(phrase.foreign, cell)]
    assert phrase.stems is not None
    if attributive and not cell.postposition and not cell.clitic:
        return [agree(phrase.words[phrase.head], cell)]
    return forms_in_use(phrase.stems, cell)


def _modifier(phrase: Phrase, index: int, cell: Cell) -> str:
    word, role = phrase.words[index], phrase.roles[index]
    if role is Role.AGREES:
        return agree(word, cell)
    if role is Role.JOINED:
        listed = "," in phrase.gaps[index + 1]
        return decline_word(stems_of(word, ()), _before_conjunction(cell, listed=listed))
    return word


def _before_conjunction(cell: Cell, *, listed: bool) -> Cell:
    """კვლევისა და განვითარებისთვის: the first noun has the case only, with the emphatic -ა before და.

    -დან and -მდე stand on both nouns: their bare case would say something else (კვლევით, კვლევად).
    """
    if cell.postposition in ("დან", "მდე"):
        return cell._replace(clitic="")
    case = POSTPOSITIONS.get(cell.postposition, cell.case)
    emphatic = case in ("Dat", "Gen", "Ins") and cell.style != "old" and not listed
    style = "long" if emphatic else cell.style
    return Cell(case, cell.number, style=style)


def _assembled(phrase: Phrase, forms: list[str]) -> str:
    gaps = list(phrase.gaps)
    last = len(forms) - 1
    if phrase.foreign is not None and phrase.head == last:
        gaps[-1] = ""  # already inside the foreign word
    return gaps[0] + "".join(form + gap for form, gap in zip(forms, gaps[1:], strict=True))


def paradigm(term: str, hints: Iterable[str] = ()) -> Paradigm:
    """Return the forms of a term that show its declension: all cases, both numbers, the postpositions."""
    fixed = tuple(hints)
    phrase = phrase_of(term, fixed)
    plural = phrase.stems is not None and phrase.stems.stem_class == "P"
    cells = [Cell(case, number) for number in (("Plur",) if plural else NUMBERS) for case in CASES]
    number = "Plur" if plural else "Sing"
    cells += [Cell(POSTPOSITIONS[post], number, post) for post in _PREVIEW_POSTPOSITIONS]
    return Paradigm(fold(term), {cell: decline_cell(term, cell, hints=fixed) for cell in cells})
