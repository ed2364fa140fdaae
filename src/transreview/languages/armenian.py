"""Armenian: the stop is ։ and question and emphasis marks stand on a vowel inside the sentence."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter
from transreview.languages.spans import spaced_words

ARMENIAN = Language(
    code="hy",
    name="Armenian",
    autonym="հայերեն",
    scripts=("Armn",),
    sentences=splitter(SentenceRules(abbreviations=frozenset(["թ", "թթ", "պրոֆ", "տ", "օր"]))),
    words=spaced_words,
    quantities=digit_parser(","),
    final_marks="։.…",
    quotes=(("«", "»"),),
    decimal=",",
    aliases=("armenian",),
    expansion=1.04,
    reduplicates=True,
    marks={".": "։", "?": "՞"},
)
