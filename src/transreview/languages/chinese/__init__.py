"""Chinese: sentences, words, numbers, names."""

from __future__ import annotations

from transreview.languages.chinese.quantities import quantities
from transreview.languages.chinese.sentences import sentences
from transreview.languages.language import Language
from transreview.languages.spans import unspaced_words

CHINESE = Language(
    code="zh",
    name="Chinese",
    autonym="中文",
    scripts=("Hani",),
    sentences=sentences,
    quantities=quantities,
    number_words=True,
    words=unspaced_words,
    spaced=False,
    joiner="",
    final_marks="。！？；…",
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》")),
    nplurals=1,
    plural="0",
    aliases=("cn", "chs", "chinese"),
    expansion=0.33,
    full_width=True,
    marks={".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "…": "……"},
    grammar="chinese",
    transcribes=True,
    tokenizer="zh",
)
