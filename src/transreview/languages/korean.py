"""Korean."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter
from transreview.languages.spans import spaced_words

KOREAN = Language(
    code="ko",
    name="Korean",
    autonym="한국어",
    scripts=("Hang", "Hani"),
    sentences=splitter(SentenceRules(cased=False, speech=("라고", "하고", "이라고", "고 "))),
    words=spaced_words,
    quantities=digit_parser("."),
    quotes=(("“", "”"), ("‘", "’")),
    nplurals=1,
    plural="0",
    aliases=("kr", "korean"),
    expansion=0.5,
)
