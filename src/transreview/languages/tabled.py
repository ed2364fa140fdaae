"""Languages of which tables are known, but no rules of their own: names, scripts, plural forms.

Plural expressions are those of the gettext manual ("Additional functions for plural forms") and of
CLDR where the manual is silent; names and autonyms are CLDR's.
"""

from __future__ import annotations

from collections.abc import Callable

from transreview.languages.chinese.sentences import sentences as unspaced_sentences
from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language, Span
from transreview.languages.sentences import SentenceRules, splitter
from transreview.languages.spans import spaced_words, unspaced_words

_SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
_ONE = (1, "0")
_TWO = (2, "n != 1")
_TWO_FRENCH = (2, "n > 1")
_THREE_SLAVIC = (3, _SLAVIC)
_THREE_CZECH = (3, "(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2")

_ANGLES = (("«", "»"),)
_CURLY = (("“", "”"), ("‘", "’"))
_LOW_HIGH = (("„", "“"), ("‚", "‘"))
_LOW_RIGHT = (("„", "”"), ("’", "’"))

_Row = tuple[str, str, tuple[str, ...], tuple[int, str], tuple[tuple[str, str], ...], str]

# Code: name, autonym, scripts, plural forms, quotation marks, decimal separator.
_ROWS: dict[str, _Row] = {
    "af": ("Afrikaans", "Afrikaans", ("Latn",), _TWO, _CURLY, ","),
    "ar": (
        "Arabic",
        "العربية",
        ("Arab",),
        (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
        (("”", "“"), ("«", "»")),
        "٫",
    ),
    "az": ("Azerbaijani", "azərbaycan", ("Latn",), _TWO, _CURLY, ","),
    "be": ("Belarusian", "беларуская", ("Cyrl",), _THREE_SLAVIC, _ANGLES, ","),
    "bg": ("Bulgarian", "български", ("Cyrl",), _TWO, _LOW_HIGH, ","),
    "bn": ("Bangla", "বাংলা", ("Beng",), _TWO, _CURLY, "."),
    "ca": ("Catalan", "català", ("Latn",), _TWO, (("«", "»"), ("“", "”")), ","),
    "cs": ("Czech", "čeština", ("Latn",), _THREE_CZECH, _LOW_HIGH, ","),
    "da": ("Danish", "dansk", ("Latn",), _TWO, (("»", "«"), ("“", "”")), ","),
    "el": ("Greek", "Ελληνικά", ("Grek",), _TWO, _ANGLES, ","),
    "et": ("Estonian", "eesti", ("Latn",), _TWO, _LOW_HIGH, ","),
    "fa": ("Persian", "فارسی", ("Arab",), _TWO_FRENCH, _ANGLES, "٫"),
    "fi": ("Finnish", "suomi", ("Latn",), _TWO, (("”", "”"),), ","),
    "gu": ("Gujarati", "ગુજરાતી", ("Gujr",), _TWO, _CURLY, "."),
    "he": ("Hebrew", "עברית", ("Hebr",), _TWO, (("”", "”"), ('"', '"')), "."),
    "hi": ("Hindi", "हिन्दी", ("Deva",), _TWO, _CURLY, "."),
    "hr": ("Croatian", "hrvatski", ("Latn",), _THREE_SLAVIC, (("„", "”"), ("»", "«")), ","),
    "hu": ("Hungarian", "magyar", ("Latn",), _TWO, _LOW_RIGHT, ","),
    "id": ("Indonesian", "Indonesia", ("Latn",), _ONE, _CURLY, ","),
    "it": ("Italian", "italiano", ("Latn",), _TWO, (("«", "»"), ("“", "”")), ","),
    "kk": ("Kazakh", "қазақ тілі", ("Cyrl",), _TWO, _ANGLES, ","),
    "km": ("Khmer", "ខ្មែរ", ("Khmr",), _ONE, _CURLY, ","),
    "lt": (
        "Lithuanian",
        "lietuvių",
        ("Latn",),
        (3, "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2"),
        _LOW_HIGH,
        ",",
    ),
    "lv": (
        "Latvian",
        "latviešu",
        ("Latn",),
        (3, "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2"),
        (("“", "”"), ("«", "»")),
        ",",
    ),
    "mk": ("Macedonian", "македонски", ("Cyrl",), (2, "n%10==1 && n%100!=11 ? 0 : 1"), _LOW_HIGH, ","),
    "ms": ("Malay", "Melayu", ("Latn",), _ONE, _CURLY, "."),
    "nb": ("Norwegian Bokmål", "norsk bokmål", ("Latn",), _TWO, (("«", "»"), ("‘", "’")), ","),
    "nl": ("Dutch", "Nederlands", ("Latn",), _TWO, _CURLY, ","),
    "pl": (
        "Polish",
        "polski",
        ("Latn",),
        (3, "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"),
        (("„", "”"), ("«", "»")),
        ",",
    ),
    "pt": ("Portuguese", "português", ("Latn",), _TWO, (("“", "”"), ("«", "»")), ","),
    "ro": (
        "Romanian",
        "română",
        ("Latn",),
        (3, "n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2"),
        (("„", "”"), ("«", "»")),
        ",",
    ),
    "sk": ("Slovak", "slovenčina", ("Latn",), _THREE_CZECH, _LOW_HIGH, ","),
    "sl": (
        "Slovenian",
        "slovenščina",
        ("Latn",),
        (4, "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"),
        (("„", "“"), ("»", "«")),
        ",",
    ),
    "sq": ("Albanian", "shqip", ("Latn",), _TWO, _ANGLES, ","),
    "sr": ("Serbian", "српски", ("Cyrl", "Latn"), _THREE_SLAVIC, (("„", "“"), ("„", "”")), ","),
    "sv": ("Swedish", "svenska", ("Latn",), _TWO, (("”", "”"), ("’", "’")), ","),
    "ta": ("Tamil", "தமிழ்", ("Taml",), _TWO, _CURLY, "."),
    "te": ("Telugu", "తెలుగు", ("Telu",), _TWO, _CURLY, "."),
    "th": ("Thai", "ไทย", ("Thai",), _ONE, _CURLY, "."),
    "tl": ("Filipino", "Filipino", ("Latn",), _TWO_FRENCH, _CURLY, "."),
    "ur": ("Urdu", "اردو", ("Arab",), _TWO, (("”", "“"),), "."),
    "vi": ("Vietnamese", "Tiếng Việt", ("Latn",), _ONE, _CURLY, ","),
}

# A stop after one or two digits makes an ordinal here.
_ORDINAL_STOP = frozenset(["cs", "da", "et", "fi", "hr", "hu", "lt", "lv", "nb", "pl", "sk", "sl", "sr"])
# Titles, references and the like, after which a sentence goes on although a capital follows.
_ABBREVIATIONS = {
    "cs": "např tj prof ing mgr dr str ul sv obr čl tzv cca",
    "da": "hr fru dr prof nr kap ca jf f.eks bl.a",
    "el": "κ κκ δρ καθ αρ σελ π.χ βλ",
    "fi": "prof tri nro esim mm ns",
    "hr": "npr tj prof dr mr ul br str sv tzv",
    "hu": "dr prof ifj id özv pl ún ill",
    "it": "sig sigg dott prof avv ing arch on sen sig.ra dott.ssa art pag fig cfr vol cap",
    "nb": "hr fru dr prof nr kap ca jf f.eks bl.a",
    "nl": "dhr mevr mr dr prof ir ing bijv blz fig art nr d.w.z o.a",
    "pl": "prof dr mgr inż hab ks gen ul al nr str rys art np tj tzn tzw",
    "pt": "sr sra srta dr dra prof profa eng av art pág fig ex n.º",
    "ro": "dl dna dr prof nr str art pag fig ex",
    "sk": "napr tj prof ing mgr dr str ul sv obr čl tzv",
    "sl": "npr prof dr mag ul št str sv",
    "sv": "hr fru dr prof nr kap ca jfr t.ex bl.a d.v.s",
}
_CASED_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_UNSPACED = frozenset({"th", "km"})
_FINAL_MARKS = {"Arab": ".!؟…", "Deva": "।.!?…", "Beng": "।.!?…", "Grek": ".!;…", "Thai": "!?…"}

# Characters for what English says in one, measured on the Universal Declaration of Human Rights
# (public domain, the Unicode project's files) by `scripts/fit_expansion.py`.
_EXPANSION_TABLE = """
af=0.974 ar=0.702 az=1.019 be=1.067 bg=1.081 bn=0.919 ca=1.031 cs=0.924 da=1.021 el=1.178 et=1.009
fa=0.84 fi=1.039 gu=0.927 he=0.676 hi=1.014 hr=0.925 hu=1.142 id=1.188 it=1.124 kk=1.044 km=1.002
lt=1.018 lv=0.986 mk=1.014 ms=1.187 nb=0.953 nl=1.208 pl=1.048 pt=1.067 ro=1.118 sk=0.947 sl=0.979
sq=1.049 sr=0.894 sv=0.993 ta=1.242 te=1.034 th=0.881 tl=1.166 ur=0.9 vi=1.22
"""
_EXPANSION = {code: float(figure) for code, figure in (row.split("=") for row in _EXPANSION_TABLE.split())}

# Languages in which doubling a word is ordinary grammar, and words that elsewhere follow themselves.
_REDUPLICATING = frozenset(["az", "kk", "id", "ms", "tl", "hi", "bn", "gu", "ta", "te", "ur", "vi", "fa"])
_DOUBLED = {"it": "molto piano sì no quasi via ancora"}
_MARKS = {"el": {"?": ";"}, "ar": {"?": "؟"}, "fa": {"?": "؟"}, "ur": {"?": "؟"}}
_ALIASES = {"el": ("gr", "greek"), "cs": ("cz", "czech")}

CODES: tuple[str, ...] = tuple(_ROWS)

# The sign between thousands and hundreds, where it is no blank.
_THOUSANDS = {
    ",": frozenset({"th", "he", "hi"}),
    ".": frozenset({"it", "pt", "nl", "da", "id", "el", "ro", "hr", "sl"}),
}


def tabled(code: str) -> Language:
    """Return the language made of the table's row.

    Args:
        code: One of `CODES`.
    """
    name, autonym, scripts, (nplurals, plural), quotes, decimal = _ROWS[code]
    spaced = code not in _UNSPACED
    rules = SentenceRules(
        abbreviations=frozenset(_ABBREVIATIONS.get(code, "").split()),
        ordinal_stop=code in _ORDINAL_STOP,
        cased=scripts[0] in _CASED_SCRIPTS,
    )
    cutter: Callable[[str], list[Span]] = splitter(rules) if spaced else unspaced_sentences
    return Language(
        code=code,
        name=name,
        autonym=autonym,
        scripts=scripts,
        sentences=cutter,
        words=spaced_words if spaced else unspaced_words,
        quantities=digit_parser(decimal),
        spaced=spaced,
        joiner=" ",
        final_marks=_FINAL_MARKS.get(scripts[0], ".!?…"),
        quotes=quotes,
        nplurals=nplurals,
        plural=plural,
        decimal=decimal,
        thousands=next((sign for sign, codes in _THOUSANDS.items() if code in codes), "\xa0"),
        aliases=_ALIASES.get(code, (name.lower(),)),
        doubled_words=frozenset(_DOUBLED.get(code, "").split()),
        reduplicates=code in _REDUPLICATING,
        expansion=_EXPANSION.get(code),
        marks=_MARKS.get(code, {}),
        tokenizer="" if spaced else "char",
    )
