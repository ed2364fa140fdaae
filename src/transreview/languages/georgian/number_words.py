"""What Georgian words say beside numbers: months, weekdays, units, currencies, parts of the day."""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.numerals import CARDINALS, ORDINALS, read_numeral
from transreview.languages.georgian.words import words_in
from transreview.languages.number_words import Lexicon, Reading, Role
from transreview.languages.quantity import QuantityKind
from transreview.lazy_patterns import lazy_pattern

_K = QuantityKind
_CASES = (
    "(?:ი|მა|ს|ის|ისა|ით|ითა|ად|ო|ზე|ში|თან|ისთვის|ისათვის|ისგან|ისკენ|იდან|ამდე|მდე|ისას|ისდა"
    "|ებ(?:ი|მა|ს|ის|ისა|ით|ად|ზე|ში|თან|ისთვის|იდან|ამდე)"
    "|იან(?:ი|მა|ს|ის|ით|ად|ზე|ში|ები|ებ\\w+)?|ულ(?:ი|მა|ს|ის|ით|ად)?)?(?:ც|აც|ა|ვე)?"
)
# Misspelt vowels are read for what they mean (იანვერი): whether they are right is for other checks.
_MONTHS = (
    "იანვ[აე]?რ", "თებერვ[აე]?[ლრ]", "მარტ", "აპრილ", "მაის", "ივნის", "ივლის", "აგვისტო?",
    "სექტემბე?რ", "ოქტომბე?რ", "ნოემბე?რ", "დეკემბე?რ",
)  # fmt: skip
_MONTH = lazy_pattern(
    "(?:" + "|".join(f"(?P<m{n}>{stem})" for n, stem in enumerate(_MONTHS, 1)) + ")"
    "(?:ი|მა|მ|ს|ის|ისა|ისას|ით|ად|ზე|ში|თან|სთან|ისთვის|სთვის|იდან|დან|ამდე|მდე|ისკენ|თი)?(?:ც|აც|ვე|ია)?"
)
_NOT_MONTH = frozenset({"მარტად", "მარტ", "მარტა", "მაისა"})
_WEEKDAYS = ("ორშაბათ", "სამშაბათ", "ოთხშაბათ", "ხუთშაბათ", "პარასკევ", "შაბათ")
_WEEKDAY = lazy_pattern(
    "(?:" + "|".join(f"(?P<d{n}>{stem})" for n, stem in enumerate(_WEEKDAYS, 1)) + f")(?:ობით|{_CASES})"
)

# Code, then the stems that take ordinary case endings.
_CURRENCIES = """
USD დოლარ
CNY იუან
JPY იენ
GBP ფუნტ სტერლინგ
RUB რუბლ
GEL ლარ
KRW ვონ
KZT ტენგე
PLN ზლოტ
UAH გრივნ
THB ბატ
CHF ფრანკ
USc ცენტ
"""
_MEASURES = """
km კილომეტრ
cm სანტიმეტრ
mm მილიმეტრ
dm დეციმეტრ
µm მიკრომეტრ მიკრონ
nm ნანომეტრ
m მეტრ
mi მილ
ft ფუტ
in დიუიმ დუიმ დიუმ
gal გალონ
yd იარდ
ha ჰექტარ
acre აკრ
bbl ბარელ
ct კარატ
kg კილოგრამ
mg მილიგრამ
µg მიკროგრამ
ml მილილიტრ
g გრამ
oz უნცი
l ლიტრ
kWh კილოვატსაათ კილოვატ-საათ
MWh მეგავატსაათ მეგავატ-საათ
GWh გიგავატსაათ გიგავატ-საათ
TWh ტერავატსაათ ტერავატ-საათ
kJ კილოჯოულ
J ჯოულ
kW კილოვატ
MW მეგავატ
GW გიგავატ
W ვატ
kV კილოვოლტ
V ვოლტ
A ამპერ
lm ლუმენ
lx ლუქს
px პიქსელ
Mpx მეგაპიქსელ
° გრადუს
mAh მილიამპერსაათ მილიამპერ-საათ
dB დეციბელ
KB კილობაიტ
MB მეგაბაიტ
GB გიგაბაიტ
TB ტერაბაიტ
PB პეტაბაიტ
Kb კილობიტ
Mb მეგაბიტ
Gb გიგაბიტ
kHz კილოჰერც
MHz მეგაჰერც
GHz გიგაჰერც
Hz ჰერც
kPa კილოპასკალ
MPa მეგაპასკალ
hPa ჰექტოპასკალ
h საათ
min წუთ
ms მილიწამ
ns ნანოწამ
s წამ
quarter კვარტალ
y წლისთავ წელიწად წელ წლ
"""


def _stems(table: str, kind: QuantityKind) -> list[tuple[str, QuantityKind, str]]:
    rows = (line.split() for line in table.strip().splitlines())
    return [(stem, kind, code) for code, *stems in rows for stem in stems]


_AFTER = [
    ("პროცენტ", _K.PERCENT, ""),
    *_stems(_CURRENCIES, _K.CURRENCY),
    *_stems(_MEASURES, _K.MEASURE),
]
_AFTER_WORD = lazy_pattern(
    "(?:" + "|".join(f"(?P<a{n}>{stem})" for n, (stem, _kind, _unit) in enumerate(_AFTER)) + f"){_CASES}"
)
# Nouns in a vowel, in the cases that occur beside numbers.
_VOWEL_NOUNS: tuple[tuple[str, str, QuantityKind, str], ...] = (
    ("ევრო", "ევრო", _K.CURRENCY, "EUR"),
    ("გირვანქ", "გირვანქა", _K.CURRENCY, "GBP"),
    ("რუპი", "რუპია", _K.CURRENCY, "INR"),
    ("ლირ", "ლირა", _K.CURRENCY, "TRY"),
    ("ტონ", "ტონა", _K.MEASURE, "t"),
    ("თვ", "თვე", _K.MEASURE, "mo"),
    ("კვირ", "კვირა", _K.MEASURE, "wk"),
    ("დღ", "დღე", _K.MEASURE, "d"),
    ("კილოკალორი", "კილოკალორია", _K.MEASURE, "kcal"),
    ("დიოპტრი", "დიოპტრია", _K.MEASURE, "D"),
    ("საუკუნ", "საუკუნე", _K.CENTURY, ""),
)
_VOWEL_CASES = lazy_pattern(
    r"(?:მ|ს|ც|ზე|ში|თან|სთან|მდე|სთვის|დან|თი|დ|ა|ები?|ებ(?:მა|ს|ის|ით|ად|ში|ზე|იდან)|იან\w*|ს?აც|ვე)?"
)
_SHORT_CASES = lazy_pattern(
    r"(?:ის|ისა|ით|ისთვის|ისათვის|ისგან|იდან|ები|ებ(?:მა|ს|ის|ით|ად|ში|ზე|იდან)|იან\w*|ისას|ამდე)(?:აც|ც|ა|ვე)?"
)
_NOT_AFTER = frozenset({"წამად", "მილით", "წელად", "ლარა", "მეტრო", "ვონა"})

_PERIODS: dict[str, tuple[float, str]] = {
    "ათწლეულ": (10, "y"), "ასწლეულ": (100, "y"), "ათასწლეულ": (1000, "y"), "ხუთწლედ": (5, "y"),
    "წელიწადნახევ": (1.5, "y"), "საათნახევ": (1.5, "h"), "თვენახევ": (1.5, "mo"), "დღენახევ": (1.5, "d"),
    "საათ-ნახევ": (1.5, "h"), "წელიწად-ნახევ": (1.5, "y"), "საუკუნენახევ": (1.5, "century"),
    "ნახევარსაუკუნ": (0.5, "century"),
}  # fmt: skip
# Some and a half in one word: სამსაათნახევარი.
_HALVED = {"საათ": "h", "წელიწად": "y", "თვე": "mo", "დღე": "d", "კვირა": "wk"}
_AND_A_HALF = lazy_pattern(
    f"(?P<count>ორ|სამ|ოთხ|ხუთ|ექვს|შვიდ|რვა|ცხრა|ათ)(?P<of>{'|'.join(_HALVED)})-?ნახევ(?:არ|რ)"
)
_ABBREVIATED = {"მლნ": 10**6, "მლრდ": 10**9, "ტრლნ": 10**12}
_UNIT_SIGNS = {
    "მგ": "mg",
    "მკგ": "µg",
    "გ": "g",
    "მლ": "ml",
    "ლ": "l",
    "ტ": "t",
    "კმ": "km",
    "სმ": "cm",
    "მმ": "mm",
    "კგ": "kg",
    "სთ": "h",
    "წთ": "min",
    "მ": "m",
    "წ": "y",
    "წწ": "y",
    "ჰა": "ha",
    "ვტ": "W",
    "კვტ": "kW",
    "მგვტ": "MW",
    "მვტ": "MW",
    "კბ": "KB",
    "მბ": "MB",
    "გბ": "GB",
    "ტბ": "TB",
    "ჰც": "Hz",
    "კჰც": "kHz",
    "მჰც": "MHz",
    "გჰც": "GHz",
    "დბ": "dB",
    "ნმ": "nm",
    "მკმ": "µm",
    "კკალ": "kcal",
    "კჯ": "kJ",
    "მწმ": "ms",
}

# What an abbreviated unit may have behind a hyphen: 4 მმ-ია.
_SIGN_ENDINGS = frozenset(
    ("ია", "ს", "ის", "ით", "ად", "მდე", "დან", "ზე", "ში", "თან", "იანი", "იან", "იანმა", "იანს", "იანის")
)

_APPROXIMATE = lazy_pattern(
    r"დაახლოებით|თითქმის|მინიმუმ|მაქსიმუმ|არანაკლებ|არაუმეტეს|ლამის"
    r"|(?:მეტ|ნაკლებ|ზემეტ)(?:ი|მა|ს|ის|ით|ად|ია|ზე)?"
)
_PARTS_OF_DAY = {
    "დილის": "am", "დილით": "am", "გამთენიის": "am", "საღამოს": "pm", "ნაშუადღევს": "pm", "შუადღის": "pm",
}  # fmt: skip
_COUNTRIES = {
    "აშშ": "USD", "ამერიკულ": "USD", "კანადურ": "CAD", "ავსტრალიურ": "AUD", "ჰონკონგურ": "HKD",
    "სინგაპურულ": "SGD", "ახალზელანდიურ": "NZD", "ტაივანურ": "TWD", "შვეიცარიულ": "CHF",
    "ბრიტანულ": "GBP", "ინდურ": "INR", "თურქულ": "TRY", "ჩინურ": "CNY", "იაპონურ": "JPY",
    "რუსულ": "RUB", "ქართულ": "GEL",
}  # fmt: skip


# What every word begins with that says something of numbers: most words are passed over by that.
# Of the patterns these are "half", "first" and _APPROXIMATE.
_BEGINNINGS = frozenset(
    stem[:3]
    for stem in (
        *(*CARDINALS, *ORDINALS, *(stem[:-1] for stem in CARDINALS if stem.endswith("ა"))),
        *(*_MONTHS, *_WEEKDAYS, *(stem for stem, _kind, _unit in _AFTER), *(row[0] for row in _VOWEL_NOUNS)),
        *(*_PERIODS, *_ABBREVIATED, *_UNIT_SIGNS, *_PARTS_OF_DAY, *_COUNTRIES, "მე", "პუნქტ", "წყვილ"),
        *("ნახევარ", "ნახევრ", "პირველ", "დუჟინ", "ერთიორად", "დაახლოებით", "თითქმის", "მინიმუმ", "მაქსიმუმ"),
        *("არანაკლებ", "არაუმეტეს", "ლამის", "მეტ", "ნაკლებ", "ზემეტ"),
    )
)


@lru_cache(maxsize=1 << 15)
def read_word(word: str) -> Reading | None:
    """Read one Georgian word for what it says about numbers, or None.

    Args:
        word: As it stands in the text; a case ending after a hyphen belongs to it (აშშ-ის).
    """
    if (
        word[:3] not in _BEGINNINGS
        and word[:2] not in _BEGINNINGS
        and not ("მაგ" in word and word[:2] == "გა")
    ):
        return None
    return _read(word)


def _read(word: str) -> Reading | None:
    return read_numeral(word) or _calendar(word) or _after(word) or _vowel_noun(word) or _around(word)


def _calendar(word: str) -> Reading | None:
    if (match := _MONTH.fullmatch(word)) and word not in _NOT_MONTH:
        return Reading(Role.MONTH, int(str(match.lastgroup)[1:]))
    if match := _WEEKDAY.fullmatch(word):
        return Reading(Role.WEEKDAY, int(str(match.lastgroup)[1:]))
    return None


def _after(word: str) -> Reading | None:
    if word in _NOT_AFTER:
        return None
    if "ნახევ" in word and (some := _AND_A_HALF.match(word)):
        wholes = CARDINALS[some["count"]]
        return Reading(Role.AFTER, kind=_K.MEASURE, unit=_HALVED[some["of"]], counts=wholes + 0.5)
    for stem, (length, counted) in _PERIODS.items():
        if word.startswith(stem):
            return Reading(Role.AFTER, kind=_K.MEASURE, unit=counted, counts=length)
    if word in _ABBREVIATED:
        return Reading(Role.SCALE, _ABBREVIATED[word])
    sign, hyphen, ending = word.partition("-")
    if (unit := _UNIT_SIGNS.get(sign)) and (not hyphen or (len(sign) > 1 and ending in _SIGN_ENDINGS)):
        return Reading(Role.AFTER, kind=_K.MEASURE, unit=unit)
    if match := _AFTER_WORD.fullmatch(word):
        _stem, kind, unit = _AFTER[int(str(match.lastgroup)[1:])]
        return Reading(Role.AFTER, kind=kind, unit=unit)
    return None


def _vowel_noun(word: str) -> Reading | None:
    if word in _NOT_AFTER:
        return None
    for stem, noun, kind, unit in _VOWEL_NOUNS:
        if not word.startswith(stem):
            continue
        if (word.startswith(noun) and _VOWEL_CASES.fullmatch(word, len(noun))) or (
            noun != stem and _SHORT_CASES.fullmatch(word, len(stem))
        ):
            # კვირა is the week and Sunday; by itself it may be either.
            sunday = (
                7 if noun == "კვირა" and word in {"კვირა", "კვირას", "კვირის", "კვირამ", "კვირიდან"} else 0
            )
            return Reading(Role.AFTER, sunday, kind=kind, unit=unit)
    return None


def _around(word: str) -> Reading | None:
    if word == "მე":
        # By itself it is "I"; only digits right after it make it a sign.
        return Reading(Role.ORDINAL_SIGN)
    if _APPROXIMATE.fullmatch(word):
        return Reading(Role.APPROXIMATE)
    if part := _PARTS_OF_DAY.get(word):
        return Reading(Role.PART_OF_DAY, unit=part)
    base = word.partition("-")[0]
    for stem, currency in _COUNTRIES.items():
        if base.startswith(stem):
            return Reading(Role.COUNTRY, unit=currency)
    if word.startswith("პუნქტ"):
        return Reading(Role.AFTER, kind=_K.PERCENT, unit="pp")  # only after per cent: see spaced_quantities
    if word.startswith("წყვილ"):
        return Reading(Role.NUMBER, 2, idiom=True)
    return None


LEXICON = Lexicon(
    read=read_word,
    word="[ა-ჰ]",
    decimal=",",
    ordinal="ე|ემ|ეს|ის|ით|ედ|ეში|ეზე|ეც",
    decade="იან\\w*",
    about="მდე",
    between="და|ან|[-‐–]?დან",
    from_ending="იდან",
    clock_point=True,
    minus="მინუს|ყინვა|ნულს ქვემოთ",
    list_marker="[ა-ჰ]",
    cut=words_in,
)
