"""What a word asks that ends in "is": მოთხოვნაა, აკრძალულია."""

from __future__ import annotations

from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.word_forms import is_form

_DENIALS = ("არა", "აღარა", "ვერა")
_IS, _SHORTEST_IS = ("აა", "ოა", "ეა"), 4


def is_behind_a_noun(word: str) -> VerbForm | None:
    """Return what "is" behind a noun asks: მოთხოვნაა."""
    if word.endswith(_IS) and len(word) > _SHORTEST_IS and is_form(word[:-1]) and is_form(f"{word[:-1]}ს"):
        return None if word.startswith(_DENIALS) else VerbForm("Nom", plural=False, object="Nom")
    return None


def is_behind_a_predicate(word: str) -> VerbForm | None:
    """Return what "is" behind an adjective, a participle or a noun in -ი asks: აკრძალულია, მეტრია."""
    plain = word[:-1]
    if not word.endswith("ია") or len(word) <= _SHORTEST_IS or not is_form(plain) or is_form(f"{word}ს"):
        return None
    bare = plain[:-1]
    said = bare.endswith(_PREDICATES) or is_form(f"{bare}ის") or is_form(f"{bare}ად") or is_form(f"{bare}მა")
    return VerbForm("Nom", plural=False, object="Nom") if said and not is_form(f"{bare}იას") else None


_PREDICATES = ("ულ", "ილ", "ურ", "იან", "ელ", "არ", "ალ", "ებ")
