"""Japanese."""

from __future__ import annotations

from transreview.languages.chinese.quantities import quantities
from transreview.languages.chinese.sentences import sentences
from transreview.languages.language import Language
from transreview.languages.spans import unspaced_words

JAPANESE = Language(
    code="ja",
    name="Japanese",
    autonym="日本語",
    scripts=("Hira", "Kana", "Hani"),
    thousands=",",
    sentences=sentences,
    words=unspaced_words,
    # The numerals and most of the units are written alike.
    quantities=quantities,
    number_words=True,
    spaced=False,
    joiner="",
    final_marks="。！？…",
    quotes=(("「", "」"), ("『", "』")),
    nplurals=1,
    plural="0",
    aliases=("jp", "japanese"),
    expansion=0.47,
    dash="――",
    full_width=True,
    marks={".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "…": "……"},
    tokenizer="char",
)
