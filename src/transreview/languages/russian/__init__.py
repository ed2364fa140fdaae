"""Russian."""

from __future__ import annotations

from transreview.languages.language import Language
from transreview.languages.russian.number_words import quantities
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
г гг г-н г-жа ул просп пл пер корп см ср напр т т.е т.к т.н т.ч н.э акад проф доц канд ген полк св
гл изд тыс млн млрд трлн руб коп долл км мм кг га обл р-н
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
д кв стр рис табл мин сек ч в вв с м л ред тов им янв февр апр авг сент окт нояб дек
"""

# Words that may follow themselves.
_DOUBLED = "очень еле чуть да нет ха вот еще ещё давно"

RUSSIAN = Language(
    code="ru",
    name="Russian",
    autonym="русский",
    scripts=("Cyrl",),
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"т.д", "т.п", "др"}),
        )
    ),
    words=spaced_words,
    quantities=quantities,
    number_words=True,
    quotes=(("«", "»"), ("„", "“"), ("“", "”")),
    nplurals=3,
    plural="n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
    decimal=",",
    aliases=("russian",),
    doubled_words=words(_DOUBLED),
    dash=" — ",
    expansion=1.109,
)
