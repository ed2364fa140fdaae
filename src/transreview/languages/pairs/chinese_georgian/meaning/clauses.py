"""Clauses that a source turns to with a word (但, 并, 因为) and that a short translation has no word for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind

# How a clause is joined to what stands before it, and what any Georgian translation of it has.
_LINKS = (
    (
        re.compile(r"(?<=[，；。])(?:但是?|然而|不过|可是|却)(?P<clause>[^，；。！？]{4,})"),
        re.compile(
            "(?<![ა-ჰ])(?:მაგრამ|თუმცა[ა-ჰ]*|ხოლო|კი|არადა|ოღონდ|სამაგიეროდ|მიუხედავად|თუმც|მაინც|ვიდრე|არამედ"
            "|ამასთან|მხოლოდ|რატომღაც|პირიქით)(?![ა-ჰ])"
        ),
    ),
    (
        re.compile(r"(?<=[，；。])(?:并且?(?![不非未])|而且|同时|还|此外|以及)(?P<clause>[^，；。！？]{4,})"),
        re.compile(
            "[,;:–—]|(?<![ა-ჰ])(?:და|ასევე|აგრეთვე|კიდევ|ამასთან|თანაც|ამავე|გარდა|ხოლო|კი)(?![ა-ჰ])|ც(?![ა-ჰ])"
        ),
    ),
    (
        re.compile(r"(?<=[，；。])而(?![且是言已后今])(?P<clause>[^，；。！？]{4,})"),
        re.compile(
            "[,;:–—]|(?<![ა-ჰ])(?:და|მაგრამ|თუმცა[ა-ჰ]*|ხოლო|კი|არადა|მაშინ|სამაგიეროდ|ვიდრე|არამედ|პირიქით)(?![ა-ჰ])"
        ),
    ),
    (
        re.compile(r"(?:因为|由于|鉴于)(?P<clause>[^，；。！？]{4,})"),
        re.compile(
            "(?<![ა-ჰ])(?:გამო|რადგან[ა-ჰ]*|ვინაიდან|იმიტომ|რამეთუ|მიზეზით|გამომდინარე|შედეგად|რაკი|გამოისობით|წყალობით"
            "|გამოწვეულ[ა-ჰ]*|რაც|მეშვეობით|მიერ)(?![ა-ჰ])|ის გამო|ვით(?![ა-ჰ])|ის[ას]?(?![ა-ჰ])"
        ),
    ),
)
# Characters of a translation for one of the source, as usual, and how much of that a short one has.
_USUAL, _SHORT = 3.15, 0.85
_LONGEST = 60
_LATIN = re.compile("[A-Za-z\\s]+")
_JOINING = """
但 然而 不过 可是 却 并 而 而且 同时 还 此外 以及 因为 由于 鉴于
"""
JOINS_A_CLAUSE = sign_of(_JOINING.split)


def lost_clauses(source: str, target: str) -> Iterator[Divergence]:
    """Yield the joined clauses of a source for which a translation is too short and has no joining word."""
    if len(source) > _LONGEST:
        return
    if len(target) > _SHORT * _USUAL * len(_LATIN.sub("", source)):
        return
    for said, written in _LINKS:
        link = said.search(source)
        if link is not None and not written.search(target):
            yield Divergence(DivergenceKind.CLAUSE, link.span())
            return
