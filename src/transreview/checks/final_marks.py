"""The mark that ends a text, whatever script it is of."""

from __future__ import annotations

from collections.abc import Callable

from transreview.languages.language import Span
from transreview.lazy_patterns import lazy_pattern

_CLOSERS = " \t\n\"'“”„»›’‘」』》〉)]）】］＂"
# Sign → what it says at the end of a segment, over the scripts.
FINAL_CLASS = {
    # Latin and East Asian, then Indic, Armenian, Ethiopic, Urdu, Burmese, Khmer, Tibetan, Mongolian, Santali,
    # Syriac, Cree, Lisu, Vai, Javanese, Cham, Meitei
    **dict.fromkeys(".。．｡।॥։።۔။។៕།༎᠃᠉᱾᱿܀᙮꓿꘎꧉꩝꯫", "."),
    **dict.fromkeys("?？؟⸮፧꘏⁇⁈⁉‽", "?"),
    **dict.fromkeys("!！߹᥄", "!"),
    **dict.fromkeys(":：፥", ":"),
    **dict.fromkeys(";；؛፤", ";"),
    **dict.fromkeys(",，、،၊፣᠂", ","),
    "…": "…",
}


# The sign of a note behind a sentence: [10], [^a].
_NOTE = lazy_pattern(r"(?<=[.!?。！？:;])\s*\[\^?\w{1,4}\]$")


def final_mark(text: str) -> tuple[str, int]:
    """Return the class of the mark that ends a text, and its place.

    Closing quotes and brackets after it are passed over.

    Returns:
        One of ". ? ! : ; , …" or "" when the text ends in none of them; and the index of the mark,
        or of where one would have to stand.
    """
    end = len(text)
    if text[end - 1 : end] == "]" and (note := _NOTE.search(text, max(0, end - 12))):
        end = note.start()
    while end and text[end - 1] in _CLOSERS:
        end -= 1
    if not end:
        return "", len(text.rstrip())
    mark = FINAL_CLASS.get(text[end - 1], "")
    if mark == "." and end > 2 and text[end - 2] == "." and text[end - 3] == ".":
        return "…", end - 3
    if mark == "!" and end > 1 and FINAL_CLASS.get(text[end - 2]) == "?":
        return "?", end - 2  # an astonished question; languages write ?! or !?
    if mark:
        return mark, end - 1
    return "", len(text.rstrip())


_ABBREVIATION = lazy_pattern(
    r"(?:(?:\b[^\W\d_]{1,2}\.\s?)+[^\W\d_]{1,3}|\b(?:etc|usw|al|Inc|Ltd|Corp|Co|Jr|Sr))\.$"
)


def ends_in_abbreviation(text: str, sentences: Callable[[str], list[Span]]) -> bool:
    """Return whether the full stop that ends a text may be that of its last word.

    Args:
        text: A text that ends in a full stop.
        sentences: What cuts a text of its language into sentences: behind an abbreviation it does not cut.
    """
    text = text.rstrip()
    return _ABBREVIATION.search(text) is not None or len(sentences(f"{text} 1")) == len(sentences(text))
