"""French."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter, words
from transreview.languages.spans import spaced_words

_ABBREVIATIONS = """
m mm mme mlle dr pr me p.ex c.-à-d env coll j.-c bd boul
"""
# Words too, so they count only before a number ("No. 5", "Jan. 3").
_NUMBERED = """
n° no art chap fig vol p pp éd av apr cf janv févr avr juil sept oct nov déc
"""

# Words that may follow themselves.
_DOUBLED = "nous vous très ha oui non"

FRENCH = Language(
    code="fr",
    name="French",
    autonym="français",
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
    quotes=(("«", "»"), ("“", "”")),
    plural="n > 1",
    decimal=",",
    aliases=("french",),
    doubled_words=words(_DOUBLED),
    expansion=1.122,
    space_before=";:!?",
)
