"""What German words say about numbers; compounds are taken apart (fünfundzwanzigtausend)."""

from __future__ import annotations

import re

from transreview.languages.number_words import Lexicon, Reading, Role
from transreview.languages.quantity import QuantityKind
from transreview.languages.spaced_quantities import quantity_parser
from transreview.languages.word_tables import after, numbered, reader, valued
from transreview.lazy_patterns import lazy_pattern

_K = QuantityKind
_UNITS = {
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_U, _T, _Z = ("|".join(table) for table in (_UNITS, _TEENS, _TENS))
_BELOW_HUNDRED = rf"(?:(?:(?P<{{0}}u>{_U})und)?(?P<{{0}}z>{_Z})|(?P<{{0}}t>{_T})|(?P<{{0}}e>{_U}))"
_BELOW_THOUSAND = rf"(?:(?P<{{0}}h>(?:{_U}|{_T})?hundert)(?:und)?)?(?:{_BELOW_HUNDRED})?"
_COMPOUND = lazy_pattern(
    rf"(?:(?P<many>{_BELOW_THOUSAND.format('a')})tausend(?:und)?)?{_BELOW_THOUSAND.format('b')}"
    r"(?P<ordinal>(?:s?t)e[nrsm]?)?(?:(?P<fold>fach|mal)|(?P<unit>jährig|monatig|wöchig|tägig|stündig|minütig|prozentig|köpfig|stellig)\w*)?"
)
_UNIT_ENDINGS = {
    "jährig": "y", "monatig": "mo", "wöchig": "wk", "tägig": "d", "stündig": "h", "minütig": "min",
    "prozentig": "%",
}  # fmt: skip
_IRREGULAR = """
erste/ersten/erster/erstes/erstem _ dritte/dritten/dritter/drittes/drittem _ _ _ siebte/siebten/siebter
achte/achten/achter
"""
_MONTHS = """
januar/jänner/jan februar/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep
oktober/okt november/nov dezember/dez
"""
_WEEKDAYS = "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag"
_SCALES = {
    "million millionen mio": 10**6,
    "milliarde milliarden mrd": 10**9,
    "billion billionen": 10**12,
    "tsd": 1000,
}
_PARTS = {
    "hälfte halb halbe halben halbes halber": 0.5, "drittel": 1 / 3, "viertel": 0.25, "fünftel": 0.2,
    "zehntel": 0.1,
}  # fmt: skip
_CURRENCIES = """
USD dollar us-dollar
EUR euro
GBP pfund
CNY yuan
JPY yen
RUB rubel
GEL lari
CHF franken
USc cent cents
"""
_MEASURES = """
km kilometer kilometern km
m meter metern
cm zentimeter zentimetern cm
mm millimeter millimetern mm
mi meile meilen
ft fuß fuss
in zoll
ha hektar
kg kilogramm kilo kg
g gramm
t tonne tonnen
l liter litern
° grad
°C c
y jahr jahre jahren jahrestag jährige jährigen jähriger jähriges jährig
mo monat monate monaten
wk woche wochen
d tag tage tagen
h stunde stunden uhr
min minute minuten
s sekunde sekunden
"""
_TABLE: dict[str, Reading] = {
    **numbered("eine/einen/einer/einem/eines/ein/eins", Role.NUMBER, 1, idiom=True),
    **{
        word: Reading(Role.ORDINAL, value, idiom=value == 1)
        for value, group in enumerate(_IRREGULAR.split(), 1)
        for word in group.split("/")
        if word != "_"
    },
    **valued(_SCALES, Role.SCALE),
    **valued(_PARTS, Role.PART),
    **valued({"anderthalb eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5}, Role.NUMBER),
    **valued({"beide beiden beider paar doppelt": 2, "dutzend dutzende": 12}, Role.NUMBER, idiom=True),
    **{
        word: Reading(Role.NUMBER, value, approximate=True, idiom=True)
        for word, value in {
            "dutzende": 12,
            "hunderte": 100,
            "hunderten": 100,
            "tausende": 1000,
            "tausenden": 1000,
        }.items()
    },
    **numbered(_MONTHS, Role.MONTH),
    **numbered(_WEEKDAYS, Role.WEEKDAY),
    **after("% prozent\npp prozentpunkte prozentpunkten", _K.PERCENT),
    **after("% jahrhundert jahrhunderts jahrhunderte jahrhunderten", _K.CENTURY),
    **after(_CURRENCIES, _K.CURRENCY),
    **after(_MEASURES, _K.MEASURE),
    **{
        word: Reading(Role.AFTER, kind=_K.MEASURE, unit="y", counts=10)
        for word in ("jahrzehnt", "jahrzehnte", "jahrzehnten")
    },
    **{
        word: Reading(Role.APPROXIMATE)
        for word in ["etwa", "rund", "ungefähr", "fast", "knapp", "circa", "ca"]
    },
    **{word: Reading(Role.PART_OF_DAY, unit="am") for word in ("morgens", "vormittags")},
    **{word: Reading(Role.PART_OF_DAY, unit="pm") for word in ("abends", "nachmittags")},
}


def _compound(word: str) -> Reading | None:
    match = _COMPOUND.fullmatch(word)
    if match is None or not word:
        return None
    value = _below_thousand(match, "b")
    if match["many"] is not None:
        value += 1000 * (_below_thousand(match, "a") or 1)
    if not value:
        return None
    if match["ordinal"]:
        # ein-te, zwei-ten: only what reads as an ordinal from the second on.
        return Reading(Role.ORDINAL, value) if value > 1 else None
    if match["unit"]:
        return Reading(Role.NUMBER, value, unit=_UNIT_ENDINGS.get(match["unit"], ""), idiom=False)
    if match["many"] is not None and value == 1000:
        return Reading(Role.SCALE, 1000)
    if word == "hundert":
        return Reading(Role.SCALE, 100)
    return Reading(Role.NUMBER, value, idiom=value == 1 or bool(match["fold"]))


def _below_thousand(match: re.Match[str], side: str) -> int:
    value = 0
    if hundreds := match[f"{side}h"]:
        value += 100 * (_UNITS | _TEENS).get(hundreds.removesuffix("hundert"), 1)
    for sign, table in (("u", _UNITS), ("z", _TENS), ("t", _TEENS), ("e", _UNITS)):
        value += table.get(match[f"{side}{sign}"] or "", 0)
    return value


LEXICON = Lexicon(
    read=reader(_TABLE, _compound),
    word="[A-Za-zÄÖÜäöüß]",
    decimal=",",
    ordinal=r"\.",
    decade="er|ern",
    between="bis|und|oder",
    clock_point=True,
    latin=True,
    ordinal_stop=True,
)
quantities = quantity_parser(LEXICON)
