"""Where a Chinese name stands in a Georgian text, in any case, and how it is spelt there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from transreview.languages.pairs.chinese_georgian.transliteration import (
    letter_by_letter,
    spellings,
    transliterate,
)

# Case endings with postpositions and clitics, after a consonant and after a vowel.
_AFTER_CONSONANT = (
    "(?:ი|მა|ს|ის|ისა|ისთვის|ისათვის|ისგან|ისკენ|ისეული|ით|ითა|იდან|ად|ადვე|ამდე|ო|ში|ზე|თან|ვით)?"
    "(?:ც|აც|ვე|ა|ია)?"
)
_AFTER_VOWEL = "(?:მ|ს|ს?თვის|ს?გან|სკენ|თი|დან|დ|მდე|ში|ზე|სთან|ვით|სეული)?(?:ც|აც|ვე|ა)?"
_VOWELS = frozenset("აეიოუ")
# A given name of fewer letters may be any word when it stands without its surname.
_GIVEN_ALONE = 5


class Spelling(StrEnum):
    """How a name is spelt."""

    OWN = "own"  # as the project's practice writes it
    ACCEPTED = "accepted"  # as another practice does, or as print has it too
    COPIED = "copied"  # letter by letter from English


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where the name stands.

    Attributes:
        start: First character of the name.
        end: One past the last, case ending included.
        form: The nominative of the spelling that was found ("ქიამენი").
        ending: What follows its stem in the text ("ს" of ქიამენს).
        spelling: How it is spelt.
    """

    start: int
    end: int
    form: str
    ending: str
    spelling: Spelling


def occurrences(name: str, text: str, practice: str = "press", *, kind: str = "") -> list[Occurrence]:
    """Find a Chinese name in a Georgian text in any acceptable or copied spelling.

    Args:
        name: Han characters.
        text: Georgian text.
        practice: The project's practice, which decides what is `OWN`.
        kind: "person" or "place"; empty decides by the lists.
    """
    pattern, forms = _pattern(name, practice, kind)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(text):
        form, spelling = forms[match["stem"]]
        found.append(Occurrence(match.start(), match.end(), form, match["ending"], spelling))
    return found


@lru_cache(maxsize=1024)
def _pattern(
    name: str, practice: str, kind: str
) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, Spelling]]]:
    forms: dict[str, tuple[str, Spelling]] = {}
    own = transliterate(name, practice, kind=kind)
    listed = [
        *((own, Spelling.OWN) for _once in range(bool(own))),
        *((form, Spelling.ACCEPTED) for form in spellings(name, kind=kind)),
        *((form, Spelling.COPIED) for form in letter_by_letter(name, kind=kind)),
    ]
    for form, spelling in listed:
        forms.setdefault(_stem(form), (form, spelling))
    for form, spelling in tuple(forms.values()):
        given = form.rpartition(" ")[2]
        if given != form and len(given) >= _GIVEN_ALONE:
            forms.setdefault(_stem(given), (given, spelling))
    if not forms:
        return None, {}
    consonant = [stem for stem in forms if stem[-1] not in _VOWELS]
    vowel = [stem for stem in forms if stem[-1] in _VOWELS]
    parts = [
        rf"(?:{_alternatives(stems)})(?={endings}(?![ა-ჰ]))"
        for stems, endings in ((consonant, _AFTER_CONSONANT), (vowel, _AFTER_VOWEL))
        if stems
    ]
    whole = rf"(?<![ა-ჰ])(?P<stem>{'|'.join(parts)})(?P<ending>[ა-ჰ]*)"
    return re.compile(whole), forms


def _alternatives(stems: list[str]) -> str:
    # A blank inside a name may be a line break or a no-break space in the text.
    return "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True))


def _stem(form: str) -> str:
    """The nominative without its ending; a name in a true -ი (ვან ი) has none."""
    word = form.rpartition(" ")[2]
    return form[:-1] if len(word) > 2 and form.endswith("ი") and form[-2] not in _VOWELS else form
