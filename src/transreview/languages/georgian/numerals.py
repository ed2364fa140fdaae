"""Georgian numerals: vigesimal, inflected, ordinal, fractional, and inside compounds.

Twenty, forty, sixty and eighty are counted, and up to nineteen is added with და "and": 52 is
ორმოცდათორმეტი, forty and twelve. Ordinals put მე- … -ე around the numeral, in compounds around its
last part (ოცდამეერთე, 21st); parts end in -ედი (მესამედი, a third).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from transreview.languages.number_words import Reading, Role
from transreview.languages.quantity import QuantityKind
from transreview.lazy_patterns import lazy_pattern

UNITS: dict[str, int] = {
    "ერთ": 1, "ორ": 2, "სამ": 3, "ოთხ": 4, "ხუთ": 5, "ექვს": 6, "შვიდ": 7, "რვა": 8, "ცხრა": 9, "ათ": 10,
    "თერთმეტ": 11, "თორმეტ": 12, "ცამეტ": 13, "თოთხმეტ": 14, "თხუთმეტ": 15, "თექვსმეტ": 16, "ჩვიდმეტ": 17,
    "თვრამეტ": 18, "ცხრამეტ": 19,
}  # fmt: skip
TWENTIES: dict[str, int] = {"ოც": 20, "ორმოც": 40, "სამოც": 60, "ოთხმოც": 80}
HUNDREDS: dict[str, int] = {
    "ას": 100, "ორას": 200, "სამას": 300, "ოთხას": 400, "ხუთას": 500, "ექვსას": 600, "შვიდას": 700,
    "რვაას": 800, "ცხრაას": 900,
}  # fmt: skip
SCALES: dict[str, int] = {
    "ათას": 10**3,
    "მილიონ": 10**6,
    "მილიარდ": 10**9,
    "ბილიონ": 10**12,
    "ტრილიონ": 10**12,
}

CARDINALS: dict[str, int] = (
    UNITS
    | TWENTIES
    | {f"{twenty}და{unit}": a + b for twenty, a in TWENTIES.items() for unit, b in UNITS.items()}
    | HUNDREDS
    | SCALES
)
# Before endings in a vowel რვა and ცხრა lose their own.
_SHORT = {stem[:-1]: value for stem, value in CARDINALS.items() if stem.endswith("ა")}

ORDINALS: dict[str, int] = (
    {
        f"მე{stem.removesuffix('ა')}": value
        for stem, value in (UNITS | TWENTIES | HUNDREDS | SCALES).items()
        if value > 1
    }
    | {
        f"{twenty}დამე{unit.removesuffix('ა')}": a + b
        for twenty, a in TWENTIES.items()
        for unit, b in UNITS.items()
    }
    | {"მეერთ": 1, "მეათიათას": 10**4, "მეასიათას": 10**5}
)

_CLITIC = "(?:ც|აც|ვე|ღა|ა|აა)?"
_CONSONANT_ENDING = lazy_pattern(
    rf"(?:ი|მა|ს|ის|ისა|ით|ითა|ად|ნი|თა|ში|ზე|თან|ისთვის|ისგან|იდან|ამდე|მდე)?{_CLITIC}"
    r"|ივე(?:ს|მ|ზე|ში|სთვის|სთან|სგან)?ც?"
)
_A_ENDING = lazy_pattern(rf"ა(?:მ|ს|ში|ზე|სთან|მდე|ვე|დ)?{_CLITIC}|(?:ის|ისა|ით|ისთვის|ისგან|იდან){_CLITIC}")
_E_ENDING = lazy_pattern(rf"ე(?:მ|ს|ში|ზე|სთან|მდე|დ)?{_CLITIC}|(?:ის|ისა|ით|ისთვის|ისგან|იდან){_CLITIC}")
_PART_ENDING = lazy_pattern(rf"ედ(?:ი|მა|ს|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|იდან|ამდე|ებ\w*){_CLITIC}")
_SCALE_PLURAL = lazy_pattern(rf"ებ(?:ი|მა|ს|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|იდან|ამდე){_CLITIC}")
# მილიონერი, მილიარდერი: who has so much.
_WEALTH = lazy_pattern(r"ერ(?:ი|მა|ს|ის|ით|ად|ზე|თან|ებ\w+)?(?:ც|აც|ა)?")
_HALF = lazy_pattern(rf"(?:ნახევარ|ნახევრ)(?:ი|მა|ს|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|იდან|ამდე)?{_CLITIC}")
_FIRST = lazy_pattern(r"პირველ(?:ი|მა|ს|ის|ისა|ით|ად|ზე|ში|ისთვის|იდან|ივე|ებ\w*)?(?:ც|აც|ვე|ია)?")

# ორწელიწადნახევარი: two years and a half.
_AND_A_HALF = {"წელიწადნახევ": "y", "საათნახევ": "h", "თვენახევ": "mo", "დღენახევ": "d"}
# What follows the stem inside a compound, with the unit that it counts.
_COMPOUND_UNITS = {
    "წლიან": "y", "წლოვან": "y", "წლის": "y", "წლედ": "y", "თვიან": "mo", "კვირიან": "wk", "დღიან": "d",
    "საათიან": "h", "წუთიან": "min", "წამიან": "s", "მეტრიან": "m", "კილომეტრიან": "km", "ტონიან": "t",
    "ფუტიან": "ft", "დიუიმიან": "in", "პროცენტიან": "%", "ლარიან": "GEL", "დოლარიან": "USD",
    "ევროიან": "EUR", "გრამიან": "g", "კილოგრამიან": "kg", "კილოიან": "kg", "ლიტრიან": "l",
    "მილიგრამიან": "mg", "მეგავატიან": "MW",
    "მილილიტრიან": "ml", "სანტიმეტრიან": "cm", "მილიმეტრიან": "mm", "ჰექტარიან": "ha", "ვატიან": "W",
    "კილოვატიან": "kW", "ვოლტიან": "V", "გრადუსიან": "°", "გიგაბაიტიან": "GB", "ტერაბაიტიან": "TB",
    "მეგაპიქსელიან": "Mpx", "იუანიან": "CNY", "რუბლიან": "RUB", "საუკუნოვან": "century",
}  # fmt: skip
_COMPOUND_COUNTS = (
    "ჯერ", "მაგ", "კაციან", "სართულიან", "ადგილიან", "ქულიან", "გვერდიან", "ნაწილიან", "პუნქტიან", "წევრიან",
    "კუთხ", "მხრივ", "ენოვან", "ფეხ", "ბორბლიან", "პალატიან", "ოთახიან", "მოქმედებიან", "ნაირ", "გზის",
    "დონიან", "სულიან", "საფეხურიან", "ეტაპიან", "მატჩიან", "სეტიან", "თავიან", "ფერ", "კარიან", "თითიან",
)  # fmt: skip
# Of these what is surely counted; a triangle and what has two sides are no numbers.
_SURE_COUNTS = (
    "კაციან", "სართულიან", "ადგილიან", "გვერდიან", "წევრიან", "ოთახიან", "ეტაპიან", "მატჩიან", "სეტიან",
    "თავიან", "კარიან", "პუნქტიან", "ქულიან", "ნაწილიან", "ჯერ",
)  # fmt: skip
# გაორმაგდა, გაასამმაგა, გაათმაგებული, ერთიორად: so many times as much.
_MULTIPLIED = lazy_pattern(
    "გა(?:ა|ი|უ)?(?P<stem>ორ|სამ|ოთხ|ხუთ|ექვს|შვიდ|რვა|ცხრა|ათ|ოც|ას)მაგ|ერთიორად|ერთი-ორად"
)
_STEMS_LONGEST_FIRST = sorted((*CARDINALS, *_SHORT), key=len, reverse=True)
_STEM = lazy_pattern("|".join(_STEMS_LONGEST_FIRST))
_ORDINAL_STEM = lazy_pattern("|".join(sorted(ORDINALS, key=len, reverse=True)))


@lru_cache(maxsize=1 << 14)
def read_numeral(word: str) -> Reading | None:
    """Read one Georgian word as a numeral, in whatever case it stands.

    Args:
        word: Mkhedruli letters, perhaps with a hyphen (ორ-სამი).
    """
    if "-" in word or "‐" in word:
        return _hyphenated(word.replace("‐", "-"))
    if match := _MULTIPLIED.match(word):
        return Reading(Role.NUMBER, CARDINALS.get(match["stem"], 2), unit="x", idiom=True)
    if match := _ORDINAL_STEM.match(word):
        return _ordinal(word, match)
    if _HALF.fullmatch(word):
        return Reading(Role.PART, 0.5)
    if word.startswith("დუჟინ"):
        return Reading(Role.SCALE, 12)
    if _FIRST.fullmatch(word):
        return Reading(Role.ORDINAL, 1, idiom=True)
    # A longer stem may be the beginning of another word where a shorter one fits: სამოცი, სამი.
    for stem in _stems(word):
        if reading := _cardinal(stem, word[len(stem) :]):
            return reading
    return None


def _stems(word: str) -> list[str]:
    match = _STEM.match(word)
    if match is None:
        return []
    longest = match[0]
    return [
        longest[:length]
        for length in range(len(longest), 1, -1)
        if longest[:length] in CARDINALS or longest[:length] in _SHORT
    ]


def _cardinal(stem: str, rest: str) -> Reading | None:
    value = CARDINALS.get(stem)
    if value is None:
        # რვის, ცხრიდან; the full stem was tried before.
        known = rest and rest[0] == "ი" and _A_ENDING.fullmatch(rest)
        return replace(_numeral(_SHORT[stem]), closes="დან" in rest) if known else None
    endings = _A_ENDING if stem.endswith("ა") else _CONSONANT_ENDING
    tail = f"ა{rest}" if stem.endswith("ა") else rest
    if endings.fullmatch(tail):
        return replace(_numeral(value), idiom=value == 1 or "ივე" in rest, closes="დან" in rest)
    if value >= 1000 and _SCALE_PLURAL.fullmatch(rest):
        return Reading(Role.SCALE, value, approximate=True, idiom=True)
    return _derived(value, rest)


def _numeral(value: int) -> Reading:
    return Reading(Role.SCALE if value >= 1000 else Role.NUMBER, value)


def _derived(value: int, rest: str) -> Reading | None:
    """ათობით, ათეული, ოცდაათიანი, ორნახევარი, ათიოდე, ხუთწლიანი, ორჯერ."""
    if rest in {"ობით", "ობითი", "ობითმა", "ობითს"} or rest.startswith("ობით"):
        return Reading(Role.NUMBER, value, approximate=True, idiom=True)
    if rest.startswith("ეულ") and value in {10, 100, 1000}:
        return Reading(Role.SCALE, value, approximate=True)
    if rest.startswith("იან") and value >= 1000:
        return Reading(Role.SCALE, value)
    if value >= 10**6 and _WEALTH.fullmatch(rest):
        return Reading(Role.NUMBER, value, approximate=True, idiom=True)
    if rest.startswith("იან") and value % 10 == 0 and 10 < value < 100:
        return Reading(Role.NUMBER, value, kind=QuantityKind.DECADE, other=value)
    if rest.startswith(("ნახევარ", "ნახევრ")) and _HALF.fullmatch(rest):
        return Reading(Role.NUMBER, value * 1.5 if value >= 1000 else value + 0.5)
    if rest in {"იოდე", "ოდე"}:
        return Reading(Role.NUMBER, value, approximate=True)
    return _compound(value, rest)


def _compound(value: float, rest: str) -> Reading | None:
    for part, unit in _AND_A_HALF.items():
        if rest.startswith(part):
            return Reading(Role.NUMBER, value + 0.5, kind=QuantityKind.MEASURE, unit=unit)
    if rest.startswith("ნახევარ"):  # ოთხნახევარდღიანი
        value, rest = value + 0.5, rest.removeprefix("ნახევარ")
    for part, unit in _COMPOUND_UNITS.items():
        if rest.startswith(part):
            return Reading(Role.NUMBER, value, unit=unit)
    if rest.startswith(_COMPOUND_COUNTS):
        return Reading(Role.NUMBER, value, idiom=not rest.startswith(_SURE_COUNTS))
    return None


def _ordinal(word: str, match: re.Match[str]) -> Reading | None:
    rest = word[match.end() :]
    value = ORDINALS[match[0]]
    if _PART_ENDING.fullmatch(rest):
        return Reading(Role.PART, 1 / value)
    if _E_ENDING.fullmatch(rest):
        # მეორე is also "the other", მეორედ "again".
        return Reading(Role.ORDINAL, value, idiom=value == 2)
    return None


def _hyphenated(word: str) -> Reading | None:
    """ორ-სამი (two or three), ხუთ-ხუთი (five each); ერთ-ერთი (one of) counts nothing."""
    low, _hyphen, high = word.partition("-")
    if "-" in high:
        return None
    if high.startswith(("ნახევარ", "ნახევრ")):  # სამ-ნახევარი, three and a half
        return read_numeral(low + high)
    first, second = read_numeral(low), read_numeral(high)
    if first is None or second is None or first.role is not second.role:
        return None
    if first.value == second.value:
        return None if first.value == 1 else second
    return replace(first, approximate=True, other=second.value, idiom=first.value <= 2)
