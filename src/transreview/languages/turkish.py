"""Turkish."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
dr prof doç sn hz alb yrb gnkur cad sok mah apt bkz örn çev ltd şti a.ş t.c m.ö m.s
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
no tel s sf cilt böl şek yy org av yd
"""

TURKISH = Language(
    code="tr",
    name="Turkish",
    autonym="Türkçe",
    scripts=("Latn",),
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"vb", "vs", "vd"}),
            ordinal_stop=True,
        )
    ),
    words=spaced_words,
    quantities=digit_parser(","),
    quotes=(("“", "”"), ("‘", "’"), ('"', '"')),
    plural="n > 1",
    decimal=",",
    thousands=".",
    aliases=("turkish",),
    expansion=0.971,
    reduplicates=True,
)
