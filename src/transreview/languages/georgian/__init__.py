"""Georgian: sentences, words, numbers, declension."""

from __future__ import annotations

from transreview.languages.georgian.quantities import quantities
from transreview.languages.georgian.sentences import sentences
from transreview.languages.language import Language
from transreview.languages.spans import spaced_words

GEORGIAN = Language(
    code="ka",
    name="Georgian",
    autonym="ქართული",
    scripts=("Geor",),
    sentences=sentences,
    quantities=quantities,
    number_words=True,
    words=spaced_words,
    quotes=(("„", "“"), ("“", "”"), ("«", "»"), ("‘", "’")),
    one_quote_style=True,
    # Counted nouns stay in the singular (ხუთი სახლი), but what gettext's translators use, and its
    # own table lists, are two forms.
    nplurals=2,
    plural="n != 1",
    decimal=",",
)
