"""German."""

from __future__ import annotations

from transreview.languages.german.number_words import quantities
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
dr prof dipl ing hr st hl bzw ca evtl ggf vgl z.b d.h u.a i.d.r o.ä z.t s.o s.u sog bspw inkl exkl
hrsg jh jhd mio mrd tsd sek geb gest verh v.chr n.chr
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
nr str abb tab kap bd s art abs aufl min max std jan feb mär apr jun jul aug sep sept okt nov dez fr
"""

# Words that may follow themselves.
_DOUBLED = "die der das sie ihr sehr ha so nein ja wer"

GERMAN = Language(
    code="de",
    name="German",
    autonym="Deutsch",
    scripts=("Latn",),
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"usw", "etc", "u.a"}),
            ordinal_stop=True,
        )
    ),
    words=spaced_words,
    quantities=quantities,
    number_words=True,
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘")),
    decimal=",",
    thousands=".",
    aliases=("german",),
    doubled_words=words(_DOUBLED),
    expansion=1.123,
)
