"""A Chinese name in Georgian: what to write, what to accept, and what was copied from English."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from transreview.languages.chinese.places import places
from transreview.languages.chinese.readings import kind_of, surname_length, syllables
from transreview.languages.pairs.chinese_georgian.established import COPIED, ESTABLISHED
from transreview.languages.pairs.chinese_georgian.letters import copied
from transreview.languages.pairs.chinese_georgian.practices import PRACTICES, Practice

_VOWELS = frozenset("აეიოუ")
# A name of four syllables with two spellings each has sixteen; beyond this nobody looks.
_MOST = 256


def transliterate(name: str, practice: str = "press", *, kind: str = "") -> str:
    """Return a Chinese name in Georgian, in the nominative.

    The surname stands apart and takes no ending; the last word takes -ი after a consonant. Settled
    forms (პეკინი) win over the table in every practice.

    Args:
        name: Han characters.
        practice: A key of `PRACTICES`.
        kind: "person" or "place"; empty decides by the lists of places and surnames.

    Returns:
        The name, or an empty string where a character has no reading.
    """
    settled = ESTABLISHED.get(places().get(name, name))
    if settled and kind != "person":
        return settled[0]
    options = _options(name, PRACTICES[practice], kind or kind_of(name))
    return _nominative(tuple(tuple(spelled[0] for spelled in word) for word in options)) if options else ""


@lru_cache(maxsize=4096)
def spellings(name: str, *, kind: str = "") -> tuple[str, ...]:
    """Return every acceptable Georgian form of a Chinese name in the nominative.

    Args:
        name: Han characters.
        kind: As of `transliterate`.

    Returns:
        Settled forms first, then each practice's own form, then the variants met in print.
    """
    kind = kind or kind_of(name)
    settled = ESTABLISHED.get(places().get(name, name), ())
    own = [form for practice in PRACTICES if (form := transliterate(name, practice, kind=kind))]
    variants: list[str] = []
    for practice in PRACTICES.values():
        if options := _options(name, practice, kind):
            variants += _all_forms(options)
    return tuple(dict.fromkeys([*settled, *own, *variants]))


@lru_cache(maxsize=4096)
def letter_by_letter(name: str, *, kind: str = "") -> frozenset[str]:
    """Return forms that copy the English spelling letter by letter: ქიამენი, ტონგე, ჰუნანი.

    Args:
        name: Han characters.
        kind: As of `transliterate`.

    Returns:
        Forms in the nominative, the acceptable ones taken out.
    """
    kind = kind or kind_of(name)
    words = _words(name, kind)
    options = tuple(tuple(copied(syllable) for syllable in word) for word in words)
    forms = _all_forms(options) if options else []
    known = COPIED.get(places().get(name, name), ())
    return frozenset([*forms, *known]) - frozenset(spellings(name, kind=kind))


def _words(name: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of a name by the words of its Georgian form."""
    read = syllables(name, kind)
    if len(read) != len(name):
        return ()
    length = surname_length(name) if kind == "person" else 0
    return tuple(part for part in (read[:length], read[length:]) if part)


_Options = tuple[tuple[tuple[str, ...], ...], ...]


def _options(name: str, practice: Practice, kind: str) -> _Options:
    options = tuple(tuple(practice.spell(syllable) for syllable in word) for word in _words(name, kind))
    return options if all(spelled for word in options for spelled in word) else ()


def _all_forms(options: _Options) -> list[str]:
    words = [list(islice(product(*word), _MOST)) for word in options]
    choices = list(islice(product(*words), _MOST))
    forms = [_nominative(choice) for choice in choices]
    return forms + [form for choice in choices if (form := _nominative(choice, merged=False)) not in forms]


def _nominative(words: tuple[tuple[str, ...], ...], *, merged: bool = True) -> str:
    """Join the syllables; where two ნ meet, print has one (იუნანი)."""
    joined = ["".join(parts) for parts in words]
    if merged:
        joined = [word.replace("ნნ", "ნ") for word in joined]
    if joined[-1][-1] not in _VOWELS:
        joined[-1] += "ი"
    return " ".join(joined)
