"""Clauses that a source turns to with a word (但, 并, 因为) and that a short translation has no word for."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.signs import sign_of
from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# How a clause is joined to what stands before it, and what any Georgian translation of it has.
_LINKS = (
    (
        lazy_pattern(r"^(?:虽然|尽管|虽)(?P<clause>[^，；。！？]{4,})(?=，)"),
        lazy_pattern(
            "(?<![ა-ჰ])(?:მაგრამ|თუმცა[ა-ჰ]*|მიუხედავად|მართალია|მაინც|კი|ხოლო|თუნდაც|ოღონდ|მიუხედავადაც|არადა)(?![ა-ჰ])"
        ),
    ),
    (
        lazy_pattern(r"(?<=[，；。])(?:但是?|然而|不过|可是|却)(?P<clause>[^，；。！？]{4,})"),
        lazy_pattern(
            "(?<![ა-ჰ])(?:მაგრამ|თუმცა[ა-ჰ]*|ხოლო|კი|არადა|ოღონდ|სამაგიეროდ|მიუხედავად|თუმც|მაინც|ვიდრე|არამედ"
            "|ამასთან|მხოლოდ|რატომღაც|პირიქით)(?![ა-ჰ])"
        ),
    ),
    (
        lazy_pattern(
            r"(?<=[，；。])(?:并且?(?![不非未])|而且|同时|还|此外|以及)(?P<clause>[^，；。！？]{4,})"
        ),
        lazy_pattern(
            "[,;:–—]|(?<![ა-ჰ])(?:და|ასევე|აგრეთვე|კიდევ|ამასთან|თანაც|ამავე|გარდა|ხოლო|კი)(?![ა-ჰ])|ც(?![ა-ჰ])"
        ),
    ),
    (
        lazy_pattern(r"(?<=[，；。])而(?![且是言已后今])(?P<clause>[^，；。！？]{4,})"),
        lazy_pattern(
            "[,;:–—]|(?<![ა-ჰ])(?:და|მაგრამ|თუმცა[ა-ჰ]*|ხოლო|კი|არადა|მაშინ|სამაგიეროდ|ვიდრე|არამედ|პირიქით)(?![ა-ჰ])"
        ),
    ),
    (
        lazy_pattern(r"^为了?(?P<clause>(?!了|何|什么|期|首|此|准)[^，；。！？]{4,})(?=，)"),
        lazy_pattern(
            "(?:თვის|რათა|რომ|მიზნით|ად|სადმი|რომელ[ა-ჰ]*|გამო|ამიტომ|სანაცვლოდ|ხელშეწყობ[ა-ჰ]*)(?![ა-ჰ])"
        ),
    ),
    (
        lazy_pattern(r"(?:因为|由于|鉴于)(?P<clause>[^，；。！？]{3,})"),
        lazy_pattern(
            "(?<![ა-ჰ])(?:გამო|რადგან[ა-ჰ]*|ვინაიდან|იმიტომ|რამეთუ|მიზეზით|გამომდინარე|შედეგად|რაკი|გამოისობით|წყალობით"
            "|გამოწვეულ[ა-ჰ]*|რაც|მეშვეობით|მიერ)(?![ა-ჰ])|ის გამო|ვით(?![ა-ჰ])|ის[ას]?(?![ა-ჰ])"
        ),
    ),
)
# Conditions, which hardly any translation says without such a word, however long it is.
_IF = lazy_pattern(
    "(?:^|(?<=[，；。]))(?:如果|假如|倘若|要是|万一|若(?!干|非|要|无其)|如(?=您|需|有|遇|无|发))(?P<clause>[^，；。！？]{3,})，"
)
_GEORGIAN_IF = lazy_pattern(
    "(?<![ა-ჰ])(?:თუ|რომ|რო|თუკი|როცა|როდესაც|შემთხვევ[ა-ჰ]*|დროს|პირობ[ა-ჰ]*|მაშინ|როგორც|ვინც|რაც|სურვილ[ა-ჰ]*|საჭირო[ა-ჰ]*|რამეთუ|მსურველ[ა-ჰ]*|გარეშე)(?![ა-ჰ])"
    "|(?:ისას|ობისას|ებისას|თანავე|თათვის|თვის|დროს)(?![ა-ჰ])"
)
# Causes of their own clause, likewise.
_BECAUSE = lazy_pattern(
    r"(?:(?:因为|由于|鉴于)(?P<clause>[^，；。！？]{4,})|(?:^|(?<=[，。；]))因(?![此而为素果特故人地])[^，；。！？]{2,})，"
)
_GEORGIAN_BECAUSE = lazy_pattern(
    "(?<![ა-ჰ])(?:გამო|რადგან|ვინაიდან|იმიტომ|ამიტომ|რამეთუ|მიზეზ|გამომდინარე|შედეგ|რაკი|წყალობით|იწვევ|გამოიწვ|მეშვეობით"
    "|მიერ|გათვალისწინ|ვინც|რომელ|რაც|რის)[ა-ჰ]*|(?:ის|ო)ას?(?![ა-ჰ])"
    "|(?:ვით|ით|ად|ოდ|ისთვის|ისგან)(?![ა-ჰ])|ის გამო"
)
# Characters of a translation for one of the source, as usual, and how much of that a short one has.
_USUAL, _SHORT = 3.15, 0.85
_LATIN = lazy_pattern("[A-Za-z\\s]+")
# A translation of one clause for a source of two or more: its usual length, and what would make two of it.
_PLAIN = 0.9
_CLAUSES = lazy_pattern("[，；]")
_HAN = lazy_pattern("[一-鿿]")
_FEWEST, _FAR_TOO_SHORT = 5, 0.5
# What stands before the comma need be no clause: when, where, why, who says so.
_NO_CLAUSE = lazy_pattern(
    "^(?:由于|因|为|在|据|随着|当|自|从|对|根据|通过|经|除|如|若|只要|只有|虽|尽管|即使|目前|今年|去年|此外|同时|另外|近日|日前|昨|今"
    "|第|首先|其次|最后|与此|按|作为|截至|到|于|以|每|凡|一旦|无论|不管)"
    "|(?:时|后|前|以来|期间|中|下|来说|而言|来看|上|里|年|月|日|说|称|表示|指出|认为)$"
)
_JOINED = lazy_pattern(
    "[,;:–—]|(?<![ა-ჰ])(?:და|ასევე|აგრეთვე|კიდევ|ხოლო|კი|რომ|რომელ[ა-ჰ]*|რაც|თუ|ან|როცა|როდესაც|რათა|მაგრამ|თუმცა)(?![ა-ჰ])"
)
_JOINING = """
， ； 为 如果 假如 倘若 要是 万一 若 如 虽 尽管 但 然而 不过 可是 却 并 而 而且 同时 还 此外 以及
因为 由于 鉴于 因
"""
JOINS_A_CLAUSE = sign_of(_JOINING.split)


def lost_clauses(source: str, target: str) -> Iterator[Divergence]:
    """Yield the joined clauses of a source for which a translation is too short and has no joining word."""
    condition = _IF.search(source)
    if condition is not None and not _GEORGIAN_IF.search(target):
        yield Divergence(DivergenceKind.CLAUSE, condition.span())
        return
    because = _BECAUSE.search(source)
    if because is not None and not _GEORGIAN_BECAUSE.search(target):
        yield Divergence(DivergenceKind.CLAUSE, because.span())
        return
    share = len(target) / (_USUAL * max(len(_LATIN.sub("", source)), 1))
    if share > max(_SHORT, _PLAIN, _COMPRESSED):
        return
    for said, written in _LINKS:
        link = said.search(source) if share <= _SHORT else None
        if link is not None and not written.search(target):
            yield Divergence(DivergenceKind.CLAUSE, link.span())
            return
    if share <= _COMPRESSED and (fewer := _fewer_clauses(source, target)):
        yield Divergence(DivergenceKind.CLAUSE, fewer)
        return
    if share <= _PLAIN and not _JOINED.search(target):
        parts = [(part, len(_HAN.findall(part))) for part in _CLAUSES.split(source)]
        fewest = _FEWEST if share > _FAR_TOO_SHORT else _FEWEST - 1
        clauses = [part for part, size in parts if size >= fewest and not _NO_CLAUSE.search(part)]
        if len(clauses) > 1:
            start = source.index(clauses[-1])
            yield Divergence(DivergenceKind.CLAUSE, (start, start + len(clauses[-1])))


# A translation of three clauses or more that has a place for fewer, and is no longer than these are.
_COMPRESSED, _SHORTEST_OF_THREE, _LONGEST_OF_THREE = 1.0, 3, 40
_PARTS = lazy_pattern(
    "[,;:–—]|[.] |(?<![ა-ჰ])(?:და|ან|ასევე|აგრეთვე|ხოლო|კი|რომ|მაგრამ|თუმცა)(?![ა-ჰ])"
    "|(?:ისას|ების|ის|ვლით|ლით|ით) შემდეგ"
)


def _fewer_clauses(source: str, target: str) -> tuple[int, int] | None:
    """Return the middle ones of three clauses side by side that a translation has no place for."""
    every = source.rstrip("。！？").split("，")
    clauses = every[1:] if _NO_CLAUSE.search(every[0]) else every
    sizes = [len(_HAN.findall(clause)) for clause in clauses]
    if (
        len(clauses) < _FEWEST_SIDE_BY_SIDE
        or min(sizes) < _SHORTEST_OF_THREE
        or len(source) > _LONGEST_OF_THREE
    ):
        return None
    if any(_NO_CLAUSE.search(clause) for clause in clauses) or "“" in source or "、" in source:
        return None
    if len(_PARTS.findall(target)) + 1 >= len(every):
        return None
    begin = len(every[0]) + 1 if clauses is every else len(every[0]) + len(every[1]) + 2
    return begin, len(source.rstrip("。！？")) - len(clauses[-1]) - 1


_FEWEST_SIDE_BY_SIDE = 3
