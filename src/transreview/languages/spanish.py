"""Spanish."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
sr sra srta sres dr dra dña prof lic ing ud uds p.ej aprox avda dpto a.c d.c ee.uu ff.aa ee ff
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
núm n.º art cap fig vol pág págs p pp ed av tel c/ ene feb abr jun jul ago sept oct nov dic
"""

# Words that may follow themselves.
_DOUBLED = "muy ja sí no poco casi"

SPANISH = Language(
    code="es",
    name="Spanish",
    autonym="español",
    scripts=("Latn",),
    sentences=splitter(
        SentenceRules(
            abbreviations=words(_ABBREVIATIONS),
            numbered=words(_NUMBERED),
            final_abbreviations=frozenset({"etc"}),
        )
    ),
    words=spaced_words,
    quantities=digit_parser(","),
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    decimal=",",
    thousands=".",
    thousands_vary=True,
    aliases=("spanish",),
    doubled_words=words(_DOUBLED),
    expansion=1.119,
)
