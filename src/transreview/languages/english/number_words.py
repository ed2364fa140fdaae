"""What English words say about numbers."""

from __future__ import annotations

from transreview.languages.number_words import Lexicon, Reading, Role
from transreview.languages.quantity import QuantityKind
from transreview.languages.spaced_quantities import quantity_parser
from transreview.languages.word_tables import after, numbered, reader, valued

_K = QuantityKind
_CARDINALS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth
"""
_TENS = "twenty thirty forty/fourty fifty sixty seventy eighty ninety"
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_MONTHS = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct
november/nov december/dec
"""
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_CURRENCIES = """
USD dollar dollars usd bucks
EUR euro euros eur
GBP pound pounds sterling gbp quid
CNY yuan renminbi rmb cny
JPY yen jpy
RUB ruble rubles rouble roubles
GEL lari laris gel
HKD hkd
CHF franc francs
INR rupee rupees
KRW won
USc cent cents
"""
_MEASURES = """
km kilometre kilometres kilometer kilometers km
m metre metres meter meters
cm centimetre centimetres centimeter centimeters cm
mm millimetre millimetres millimeter millimeters mm
mi mile miles
ft foot feet ft
in inch inches
yd yard yards
ha hectare hectares
acre acre acres
kg kilogram kilograms kilo kilos kg
mg milligram milligrams mg
µg microgram micrograms mcg
ml millilitre millilitres milliliter milliliters ml
g gram grams gramme grammes
t ton tons tonne tonnes
lb lb lbs
oz ounce ounces oz
l litre litres liter liters
gal gallon gallons
kW kilowatt kilowatts kw
MW megawatt megawatts mw
GW gigawatt gigawatts gw
W watt watts
kWh kilowatt-hour kilowatt-hours kwh
V volt volts
kV kilovolt kilovolts kv
° degree degrees
y year years yr yrs anniversary
mo month months
wk week weeks
d day days
h hour hours hr hrs o'clock
min minute minutes mins
s second-long seconds secs
"""


def _tens(words: str, role: Role) -> dict[str, Reading]:
    return {
        word: Reading(role, 10 * value, kind=_K.DECADE if words is _DECADES else _K.CARDINAL, other=None)
        for value, group in enumerate(words.split(), 2)
        for word in group.split("/")
    }


_TABLE: dict[str, Reading] = {
    **numbered("zero", Role.NUMBER, 0, idiom=True),
    **numbered("one", Role.NUMBER, 1, idiom=True),
    **numbered(_CARDINALS, Role.NUMBER, 2),
    **numbered(_ORDINALS, Role.ORDINAL, 1),
    **numbered("first second", Role.ORDINAL, 1, idiom=True),
    **_tens(_TENS, Role.NUMBER),
    **_tens(_ORDINAL_TENS, Role.ORDINAL),
    **_tens(_DECADES, Role.NUMBER),
    **valued(
        {
            "hundred": 100,
            "thousand k": 10**3,
            "million m mn": 10**6,
            "billion bn": 10**9,
            "trillion tn": 10**12,
        },
        Role.SCALE,
    ),
    **valued({"dozen": 12}, Role.SCALE, idiom=True),
    **valued({"hundredth": 100, "thousandth": 1000}, Role.ORDINAL),
    **{
        word: Reading(Role.NUMBER, value, approximate=True, idiom=True)
        for word, value in {
            "dozens": 12,
            "hundreds": 100,
            "thousands": 1000,
            "millions": 10**6,
            "billions": 10**9,
            "tens": 10,
            "millionaire": 10**6,
            "millionaires": 10**6,
            "billionaire": 10**9,
            "billionaires": 10**9,
        }.items()
    },
    **valued({"both pair couple twice": 2, "thrice": 3}, Role.NUMBER, idiom=True),
    **valued(
        {"half halves": 0.5, "thirds": 1 / 3, "quarter quarters": 0.25, "fifths": 0.2, "tenths": 0.1},
        Role.PART,
    ),
    **numbered(_MONTHS, Role.MONTH),
    **numbered(_WEEKDAYS, Role.WEEKDAY),
    **after("% percent percentage pct", _K.PERCENT),
    **{word: Reading(Role.AFTER, kind=_K.PERCENT) for word in ("per cent", "per-cent")},
    **after("% century centuries", _K.CENTURY),
    **after(_CURRENCIES, _K.CURRENCY),
    **after(_MEASURES, _K.MEASURE),
    **{word: Reading(Role.AFTER, kind=_K.MEASURE, unit="y", counts=10) for word in ("decade", "decades")},
    **{
        word: Reading(Role.APPROXIMATE)
        for word in ["about", "around", "nearly", "almost", "roughly", "some", "approximately"]
    },
    **{word: Reading(Role.PART_OF_DAY, unit="am") for word in ("am", "morning")},
    **{word: Reading(Role.PART_OF_DAY, unit="pm") for word in ("pm", "afternoon", "evening")},
    **{
        word: Reading(Role.COUNTRY, unit=unit)
        for word, unit in {
            "us": "USD",
            "american": "USD",
            "canadian": "CAD",
            "australian": "AUD",
            "chinese": "CNY",
        }.items()
    },
    "and": Reading(Role.GLUE),
    "a": Reading(Role.GLUE),
}

LEXICON = Lexicon(
    read=reader(_TABLE, cased=True),
    word="[A-Za-zÀ-ÖØ-öø-ÿ]",
    ordinal="st|nd|rd|th",
    decade="s",
    between="to|and|or",
    clock_point=True,
    stopped=r"[APap]\.[Mm]\.?|U\.S\.?(?![A-Za-z])|[Pp]er[ -]cent(?![A-Za-z])",
    latin=True,
)
quantities = quantity_parser(LEXICON)
