"""English."""

from __future__ import annotations

from transreview.languages.english.number_words import quantities
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
mr mrs ms messrs dr prof rev rep fr sr jr st gen col maj capt lt sgt gov sen hon pres adm cmdr vs cf viz
approx ca e.g i.e al eq eds dept univ assn inc ltd corp bros ave blvd rd mt ft
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
no nos fig figs vol vols p pp ch chs sec secs ed co equ eqn eqns eqs tab thm prop lem def ref refs app
art para jan feb mar apr jun jul aug sep sept oct nov dec
"""

# Words that may follow themselves.
_DOUBLED = "that had very so no ha bye yes long many"

ENGLISH = Language(
    code="en",
    name="English",
    autonym="English",
    scripts=("Latn",),
    thousands=",",
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"etc", "a.m", "p.m", "inc"}),
        )
    ),
    words=spaced_words,
    quantities=quantities,
    number_words=True,
    quotes=(("“", "”"), ("‘", "’"), ('"', '"')),
    aliases=("english",),
    doubled_words=words(_DOUBLED),
    expansion=1.0,
)
