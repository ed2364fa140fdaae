"""The dictionary form of an expression of which only forms in texts are known."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.languages import language as language_of
from transreview.languages.georgian.stem import stem as stem_of
from transreview.languages.stemming import lemma

_NOMINATIVES = ("ი", "ა", "ე", "ო", "უ")
# Postpositions that end as a nominative could; hardly a noun ends in them itself.
_POSTPOSITIONS = ("ში", "ზე")


def citation_form(forms: Sequence[str], language: str) -> str:
    """Return the likeliest dictionary form of forms found in texts.

    Args:
        forms: What stands in the texts, the most frequent first; at least one.
        language: Their language.

    Returns:
        For Georgian the nominative that most of the forms can be forms of; for other languages
        the most frequent form, as it stands.
    """
    if not language_of(language).declension:
        return forms[0]
    from transreview.languages.georgian.declension import analyse

    plain = [" ".join(form.split()) for form in forms]
    best, most = plain[0], 0
    for candidate in _candidates(plain):
        # A form that stands in a text as it is speaks for itself.
        explained = sum(
            2 if form == candidate and not _with_postposition(form) else 1
            for form in plain
            if analyse(form, candidate)
        )
        if explained > most:
            best, most = candidate, explained
    return best


def _candidates(forms: Sequence[str]) -> list[str]:
    """Return nominatives that the forms may belong to: known words, then those in the text, then guesses."""
    found: dict[str, None] = {}
    for form in forms:
        *modifiers, head = form.split(" ")
        front = [_attributive(word) for word in modifiers]
        if known := lemma(head, "ka"):
            found.setdefault(" ".join([*front, known]))
    nominatives = [form for form in forms if form[-1:] in _NOMINATIVES]
    found.update(dict.fromkeys(form for form in nominatives if not _with_postposition(form)))
    for form in forms:
        *modifiers, head = form.split(" ")
        front = [_attributive(word) for word in modifiers]
        stem = stem_of(head)
        for ending in _likely_endings(stem):
            found.setdefault(" ".join([*front, stem + ending]))
    found.update(dict.fromkeys(nominatives))
    return list(found)


def _with_postposition(form: str) -> bool:
    return form.endswith(_POSTPOSITIONS) and len(form) > len("ქოში")


def _likely_endings(stem: str) -> tuple[str, ...]:
    """Return the nominative's vowels, -ა first for stems of abstract nouns (-ობა, -ება, -ია)."""
    if stem.endswith(("ობ", "ებ", "ი")):
        return ("ა", *(ending for ending in _NOMINATIVES if ending != "ა"))
    return _NOMINATIVES


def _attributive(word: str) -> str:
    """Return an adjective's nominative where the form is plainly another case of it."""
    if word.endswith("მა") and len(word) > 4:
        return word[:-2] + "ი"
    return word + "ი" if word[-1] not in "აეიოუს" else word
