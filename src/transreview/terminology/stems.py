"""Stems of single words: what stays the same of a word while it inflects, language by language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from transreview.languages.tags import parse_tag

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

# Plural, case with emphatic vowel, fused postposition, clitic: cut off together, three letters kept.
_GEORGIAN_ENDING = re.compile(
    r"(?<=[ა-ჰ]{3})(?:ებ)?"
    r"(?:ისა?(?:თვის|გან|კენ)?|ითა?|იდან|ადა?|ა?მდე|სა?(?:თან|ვით)?|მა?|ში|ზე|თან|თა|ნი|[აეიოუ])?"
    r"(?:ვე)?ც?$"
)

_SHORT = 3


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return the function that gives the stem of a folded word.

    Georgian stems are cut by its table of endings and serve counting only: finding a term goes
    by its declension. A language without a stemmer or lemmatiser keeps its words whole.
    """
    code = parse_tag(language).language
    if code == "ka":
        return georgian_stem
    if code in SNOWBALL:
        import snowballstemmer

        stem: Callable[[str], str] = snowballstemmer.stemmer(SNOWBALL[code]).stemWord
        return stem
    if code in SIMPLEMMA:
        return lambda word: lemma(word, code) or word
    return str


@cache
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a folded word, empty where it is not known."""
    import simplemma

    if not simplemma.is_known(word, lang=language):
        return ""
    return str(simplemma.lemmatize(word, lang=language).casefold())


def georgian_stem(word: str) -> str:
    """Return a Georgian word without what declension may have added to it."""
    found = _GEORGIAN_ENDING.search(word)
    stem = word if found is None else word[: found.start()]
    while len(stem) > _SHORT and stem[-1] in "აეიოუ":
        stem = stem[:-1]
    return stem
