"""Stems and dictionary forms of single words, for languages that bring no stemmer of their own."""

from __future__ import annotations

from collections.abc import Callable

from transreview import plugins
from transreview.languages.registry import language

SNOWBALL = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech", "da": "danish",
    "nl": "dutch", "en": "english", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "nn": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
SIMPLEMMA = frozenset(
    {"ar", "ast", "bg", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "fa", "fi", "fr", "ga"}
    | {"gd", "gl", "gv", "he", "hi", "hu", "hy", "id", "is", "it", "la", "lb", "lt", "lv", "mk", "ml", "ms"}
    | {"nb", "nl", "nn", "pl", "pt", "ro", "ru", "se", "sk", "sl", "sq", "sv", "sw", "tl", "tr", "uk"}
)

_LONGEST_WORD = 200  # characters: compounds of German reach eighty


@plugins.cached
def stemmer(code: str) -> Callable[[str], str]:
    """Return the function that gives the stem of a folded word.

    Stems serve counting and comparing only: finding a Georgian term goes by its declension. A
    language without a stemmer or lemmatiser keeps its words whole.

    Args:
        code: Tag of the language.
    """
    record = language(code)
    if record.stem is not None:
        return record.stem
    if found := snowball(record.code):
        return found
    if record.code in SIMPLEMMA:
        return lambda word: lemma(word, record.code) or word
    return str


def snowball(code: str) -> Callable[[str], str] | None:
    """Return the Snowball stemmer of a language, None where it has none."""
    if code not in SNOWBALL:
        return None
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(SNOWBALL[code]).stemWord
    # What has no blank for a page is no word, and looked through sign by sign all the same.
    return lambda word: stem(word) if len(word) <= _LONGEST_WORD else word


@plugins.cached
def lemma(word: str, code: str) -> str:
    """Return the dictionary form of a folded word, empty where it is not known."""
    import simplemma

    if not simplemma.is_known(word, lang=code):
        return ""
    return str(simplemma.lemmatize(word, lang=code).casefold())
