"""Ukrainian."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
р рр вул просп пл пров корп див напр т т.зв н.е акад проф доц канд ген ім св гол тис млн млрд трлн
грн коп дол км мм кг га обл
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
буд кв стор рис табл пор ред вид с хв сек год ст м л січ лют бер квіт трав черв лип серп вер жовт
лист груд
"""

# Words that may follow themselves.
_DOUBLED = "дуже ледь так ні ха ось"

UKRAINIAN = Language(
    code="uk",
    name="Ukrainian",
    autonym="українська",
    scripts=("Cyrl",),
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"т.д", "т.п", "ін"}),
        )
    ),
    words=spaced_words,
    quantities=digit_parser(","),
    quotes=(("«", "»"), ("„", "“"), ("“", "”")),
    nplurals=3,
    plural="n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
    decimal=",",
    aliases=("ua", "ukrainian"),
    doubled_words=words(_DOUBLED),
    dash=" — ",
    expansion=1.006,
)
