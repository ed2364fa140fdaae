"""Korean."""

from __future__ import annotations

from transreview.languages.generic_quantities import digit_parser
from transreview.languages.language import Language
from transreview.languages.sentences import SentenceRules, splitter
from transreview.languages.spans import spaced_words
from transreview.lazy_patterns import lazy_pattern

# Particles, and the endings of verbs made of a noun, that hang on a word of two syllables or more.
_ENDING = lazy_pattern(
    r"(?<=[가-힣]{2})(?:들)?(?:"
    r"에서의|에서는|에서도|으로의|으로는|으로써|으로서|에게서|이라는|라는|이라고|라고|까지|부터|에서|에게|으로|처럼|보다|마다|조차|이나|이며|이고"
    r"|입니다|이다|하려면|하십시오|하세요|합니다|했습니다|하였습니다|하여|하는|하기|하고|하면|하지|해야|해서|하도록"
    r"|됩니다|되었습니다|되는|되어|되지|되고|되면|된|될|됨|한|할|함|해|을|를|이|가|은|는|의|에|로|와|과|도|만)$"
)


def stem(word: str) -> str:
    """Return a word without its particles, for counting and comparing only."""
    return _ENDING.sub("", word)


KOREAN = Language(
    code="ko",
    name="Korean",
    autonym="한국어",
    scripts=("Hang", "Hani"),
    thousands=",",
    sentences=splitter(SentenceRules(cased=False, speech=("라고", "하고", "이라고", "고 "))),
    words=spaced_words,
    stem=stem,
    quantities=digit_parser("."),
    quotes=(("“", "”"), ("‘", "’")),
    nplurals=1,
    plural="0",
    aliases=("kr", "korean"),
    expansion=0.5,
)
