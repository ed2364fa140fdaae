"""Georgian terms of several words that a translation tells in part, as a good one may.

The head is left out or stands alone where it is plain what is meant (პროდუქციის ხარისხი, then ხარისხი), or a
word of the term stands there in another form (თვალშიდა წნევა, თვალის წნევა; დარგობრივი, დარგის).
"""

from __future__ import annotations

from itertools import pairwise

from transreview.lazy_patterns import lazy_pattern

_WORD = lazy_pattern("[ა-ჰ]+|[,;:.?!]")
# As many letters of an attribute stay in what is derived of it; of one in სა- more, and of a head.
_LEAST, _LEAST_IN_SA, _SHARE_OF_A_HEAD = 4, 6, 0.6
# How words end that say of what kind the noun behind them is; მაღალი ხარისხი is still that of a product.
_ATTRIBUTE = ("ის", "ას", "ოს", "თა", "ო", "ული", "ური", "ივი", "ულ", "ურ", "ივ", "იანი", "იან", "ებრ")
_NO_ATTRIBUTE = ("თვის", "მიერ")


def told_in_part(term: str, text: str) -> bool:
    """Whether a text has a word that says what a term is about, or the term's head without another attribute.

    Args:
        term: A term in its dictionary form; one of one word is not told in part.
        text: Georgian text.
    """
    *attributes, head = term.split()
    if not attributes:
        return False
    written = _WORD.findall(text)
    beginnings = tuple(_beginning(word) for word in attributes if len(word) > _LEAST)
    if beginnings and any(word.startswith(beginnings) for word in written):
        return True
    return _stands_alone(head[: max(_LEAST, int(len(head) * _SHARE_OF_A_HEAD))], written)


def named_again(term: str, text: str) -> bool:
    """Whether a text names by a part what it has named before by the whole term.

    That is the head behind a word that points at it (ამ ლინზების), or the attribute as a noun (პროგრესულის)
    or behind the subject (ჩარჩო ტიტანისაა); of both an adjective may be made (ლითონისჩარჩოიანი).

    Args:
        term: A term in its dictionary form; one of one word is not named so.
        text: Georgian text.
    """
    *attributes, head = term.split()
    if not attributes:
        return False
    written = _WORD.findall(text)
    head = head[: max(_LEAST, int(len(head) * _SHARE_OF_A_HEAD))]
    if any(word.startswith(head) and before in _POINTING for before, word in pairwise(written)):
        return True
    joined = "".join(attributes) + head
    if any(word.startswith((f"{attribute}აა", joined)) for attribute in attributes for word in written):
        return True
    adjective = attributes[-1].removesuffix("ი")
    if not adjective.endswith(_OF_AN_ADJECTIVE):
        return False
    return any(
        word.startswith(adjective) and word[len(adjective) :].startswith(_OF_A_NOUN) for word in written
    )


_POINTING = frozenset(("ეს", "ამ", "ის", "იმ", "ასეთი", "ასეთ", "ამგვარი", "ამგვარ", "მათ", "მისი", "მის"))
_OF_AN_ADJECTIVE = ("ულ", "ურ", "ივ", "იან", "არ", "ელ")
# As an attribute it has none of these endings.
_OF_A_NOUN = ("ის", "ს", "ით", "ებ")


def _beginning(word: str) -> str:
    """Return the letters that words of one root have in common."""
    return word[: _LEAST_IN_SA if word.startswith("სა") else _LEAST]


def _stands_alone(head: str, written: list[str]) -> bool:
    """Whether a word stands in a text with no attribute before it."""
    for place, word in enumerate(written):
        if word.startswith(head):
            before = written[place - 1] if place else ","
            if not before.endswith(_ATTRIBUTE) or before.endswith(_NO_ATTRIBUTE):
                return True
    return False
