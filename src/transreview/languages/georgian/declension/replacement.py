"""One term in the place of another: the same cell, rebuilt word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from transreview.languages.georgian.declension.agreement import adjective_like
from transreview.languages.georgian.declension.cells import Reading
from transreview.languages.georgian.declension.generation import all_forms
from transreview.languages.georgian.declension.letters import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    VOWELS,
    fold,
    is_mtavruli,
    to_mtavruli,
)
from transreview.languages.georgian.declension.phrase import WORD, phrase_of
from transreview.languages.georgian.declension.recognition import analyse
from transreview.languages.georgian.derivation import derived_alike
from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern

# A second reading is offered only if it is at least this usual beside the first.
_OFFERED = 0.25
_QUOTES = frozenset(OPENING_QUOTES + CLOSING_QUOTES)
# A word in quotes with its ending inside or out; a span may begin after the opening quote.
_QUOTED = lazy_pattern(
    rf"([{re.escape(OPENING_QUOTES)}]?)(.+)([{re.escape(CLOSING_QUOTES)}])(-?[ა-ჿ]*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Transfer:
    """What replaces a form.

    Attributes:
        form: The best form, or empty where the surface is no form of the term.
        candidates: All forms between which only context or a person can decide, `form` first.
    """

    form: str
    candidates: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether a person should choose."""
        return len(self.candidates) > 1


def transfer(
    from_term: str,
    surface: str,
    to_term: str,
    from_hints: Iterable[str] = (),
    to_hints: Iterable[str] = (),
    *,
    following: str = "",
) -> Transfer:
    """Return the form of one term that stands where a form of another stood.

    Args:
        from_term: Citation form of the term in the text.
        surface: What stands in the text, quotes and hyphenated endings included.
        to_term: Citation form of the term to put there.
        from_hints: Hints of the entry of `from_term`.
        to_hints: Hints of the entry of `to_term`.
        following: The word that follows in the text, if any.

    Returns:
        More than one candidate only where the form is ambiguous and its readings differ in the
        new term (dative and genitive of სახელმწიფო), where the old term has a plural only or the new
        one hardly any (ჩანაცვლება), or where the new one has two forms in use (სამართლის,
        სამართალის); none where the surface is no form of `from_term`.
    """
    target_hints = tuple(to_hints)
    source_hints = tuple(from_hints)
    readings = analyse(surface, from_term, source_hints)
    if not readings and "place" in source_hints:
        form = derived_alike(fold(from_term), fold(surface), fold(to_term))
        return Transfer(form, (form,)) if form else Transfer("", ())
    if not readings:
        return Transfer("", ())
    offered = [r for r in readings if r.confidence >= _OFFERED * readings[0].confidence]
    if "place" in target_hints and fold(surface).endswith(_NAME_LIKE_GENITIVES) and to_term[-1] in "აე":
        offered = _of_a_place(offered, following)
    if offered[0].attributive and not _is_adjective(to_term, target_hints):
        # A bare stem says no case to a noun: it may be half of a name, an apposition or a dative.
        offered += [Reading("Nom"), Reading("Dat")]
    if _is_plural(from_term, source_hints) and not _is_plural(to_term, target_hints):
        # A plural-only term does not say whether its replacement is meant as one or as many.
        offered += [r._replace(number="Sing") for r in offered if r.style != "old"]
    elif offered[0].number == "Plur" and _has_no_plural(to_term):
        offered += [r._replace(number="Sing", style="") for r in offered]
    if _is_bare_nominative(offered[0], surface):
        offered += [Reading("Gen")]
    forms = dict.fromkeys(form for reading in offered for form in _forms(to_term, reading, target_hints))
    dressed = not set(from_term) & _QUOTES  # else the quotes are a part of the old term
    styled = tuple(dict.fromkeys(_styled(form, surface, to_term, quotes=dressed) for form in forms))
    return Transfer(styled[0], styled)


def _has_no_plural(term: str) -> bool:
    """Whether a term is the name of an action, as far as the dictionary has it in the singular only."""
    word = fold(term).split()[-1]
    return word.endswith(("ება", "ობა", "ვა")) and is_form(word) and not is_form(f"{word[:-1]}ები")


def _is_bare_nominative(reading: Reading, surface: str) -> bool:
    """Whether a noun has lost its ending behind a modifier in -ი, which goes with a genitive as well."""
    return (
        reading.case == "Nom"
        and not reading.attributive
        and reading.confidence < _CERTAIN
        and fold(surface)[-1] not in VOWELS
    )


_CERTAIN = 0.5
# A copied place in -ა or -ე is often declined as a person is, with a genitive like the dative.
_NAME_LIKE_GENITIVES = ("ას", "ეს")
# What a place's name in the genitive stands before.
_INSTITUTIONS = lazy_pattern(
    "(?:მერ|პროვინც|საკრებულო|მთავრობ|ხელისუფლებ|მოსახლეობ|უნივერსიტეტ|ქარხ|აეროპორტ|ბაზ[არ]|რაიონ|ოლქ|საქალაქო"
    "|სახალხო|ინდუსტრ|მრეწველობ|კლასტერ|ქუჩ|სადგურ|ნავსადგურ|პორტ|გამოფენ|ფილიალ|საავადმყოფო|ცენტრ|გარეუბ|მაცხოვრებ)"
)


def _of_a_place(readings: list[Reading], following: str) -> list[Reading]:
    """Offer the genitive beside the dative, or alone before what belongs to a place."""
    datives = [r for r in readings if r.case == "Dat" and not r.postposition]
    genitives = [r._replace(case="Gen") for r in datives]
    if datives and _INSTITUTIONS.match(following):
        return genitives
    return readings + genitives


def _is_adjective(term: str, hints: tuple[str, ...]) -> bool:
    """Say whether a term is one word of an adjective's shape."""
    words = phrase_of(term, hints).words
    return len(words) == 1 and adjective_like(words[0])


def _is_plural(term: str, hints: tuple[str, ...]) -> bool:
    """Say whether a term is cited in the plural."""
    stems = phrase_of(term, hints).stems
    return stems is not None and stems.stem_class == "P"


def _forms(term: str, reading: Reading, hints: tuple[str, ...]) -> list[str]:
    return all_forms(term, reading.cell, attributive=reading.attributive, hints=hints)


def _styled(form: str, surface: str, to_term: str, *, quotes: bool) -> str:
    """Dress the new form as the old one: capitals of a title, quotes with the ending in or out."""
    quoted = _QUOTED.fullmatch(surface.strip()) if quotes else None
    if quoted and not set(form) & _QUOTES:
        opening, _, closing, tail = quoted.groups()
        if tail.lstrip("-"):
            form = _ending_outside(opening, closing, form, to_term)
        else:
            form = opening + form + closing
    return to_mtavruli(form) if is_mtavruli(surface) else form


def _ending_outside(opening: str, closing: str, form: str, to_term: str) -> str:
    """„კლასტერი“-ს: the citation form in quotes and the ending after a hyphen."""
    citation = fold(to_term)
    words = phrase_of(to_term).words
    stem = citation[:-1] if words and citation.endswith("ი") else citation
    if not form.startswith(stem) or not WORD.search(form):
        return opening + form + closing
    ending = form[len(stem) :].lstrip("-")
    quoted = opening + citation + closing
    return f"{quoted}-{ending}" if ending and form != citation else quoted
