"""Where a Chinese name stands in a Georgian text, in any case, and how it is spelt there."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from functools import lru_cache

from transreview.languages.chinese.readings import kind_of
from transreview.languages.pairs.chinese_georgian.letters import copied
from transreview.languages.pairs.chinese_georgian.practices import PRACTICES
from transreview.languages.pairs.chinese_georgian.transliteration import (
    follows_table,
    letter_by_letter,
    spellings,
    syllable_options,
    transliterate,
    words_of,
)

# Case endings with postpositions and clitics, after a consonant and after a vowel.
_AFTER_CONSONANT = (
    "(?:ი|მა|ს|სა|ის|ისა|ისთვის|ისათვის|ისგან|ისაგან|ისკენ|ისეული|ით|ითა|იდან|ად|ადვე|ამდე|ო|ში|ზე|თან|ვით)?"
    "(?:ც|აც|ვე|ა|ია)?"
)
_AFTER_VOWEL = "(?:მ|ს|სა|ს?თვის|ს?გან|სკენ|თი|დან|დ|მდე|ში|ზე|სთან|ვით|სეული)?(?:ც|აც|ვე|ა)?"
# Who is from there and what is of it: a copied spelling is one in these too (ბეიჯინგელი).
_DERIVED = "(?:ელ|ურ|ულ)(?:ი|მა|ს|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|ებ[ა-ჰ]*)?(?:ც|ა|აც)?"
# A name in -ა or -ე loses it before these: ჩანშის, ჩენდეს and ჩენდის.
_TRUNCATED = "(?:ის|ისა|ისთვის|ისათვის|ისგან|ისკენ|ით|ითა|იდან)(?:ც|აც|ვე|ა)?"
_VOWELS = frozenset("აეიოუ")
_SHORTEST_CUT = 4
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
    _: KW_ONLY
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
        found.append(Occurrence(match.start(), match.end(), form, ending=match["ending"], spelling=spelling))
    return found or _mixed(name, text, kind or kind_of(name))


def _mixed(name: str, text: str, kind: str) -> list[Occurrence]:
    """Find the name with some syllables copied and some not: დენგ სიაოპინგი, გუიანგი."""
    mixture = _mixture(name, kind)
    if mixture is None:
        return []
    pattern, accepted = mixture
    found = []
    for match in pattern.finditer(text):
        stem = match["stem"]
        form = stem if stem[-1] in _VOWELS else stem + "ი"
        spelling = Spelling.ACCEPTED if accepted.fullmatch(stem) else Spelling.COPIED
        derived = match["ending"].startswith(("ელ", "ურ", "ულ"))
        if len(stem) < _SHORTEST_MIXTURE or (derived and spelling is not Spelling.COPIED):
            continue
        found.append(Occurrence(match.start(), match.end(), form, ending=match["ending"], spelling=spelling))
    return found


_SHORTEST_MIXTURE = 5


@lru_cache(maxsize=1024)
def _mixture(name: str, kind: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return the pattern of any mixture of spellings of a name's syllables, and that of good ones."""
    options = [syllable_options(name, practice, kind) for practice in PRACTICES.values()]
    words = words_of(name, kind)
    if not words or not all(options) or not follows_table(name, kind):
        return None
    good: list[list[set[str]]] = []
    every: list[list[set[str]]] = []
    for w, word in enumerate(words):
        fine = [{form for option in options for form in option[w][i]} for i in range(len(word))]
        good.append(fine)
        every.append([fine[i] | _half_copied(fine[i], set(copied(s))) for i, s in enumerate(word)])
    # The last syllable says which endings may follow; a vowel before -ი is the stem's.
    stem = r"\s".join("".join(f"(?:{_alternatives(list(part))})" for part in word) for word in every)
    accepted = r"\s".join("".join(f"(?:{_alternatives(list(part))})" for part in word) for word in good)
    endings = f"(?:(?<![აეიოუ]){_AFTER_CONSONANT}|(?<=[აეიოუ]){_AFTER_VOWEL}|{_DERIVED})"
    return re.compile(rf"(?<![ა-ჰ])(?P<stem>{stem})(?P<ending>{endings})(?![ა-ჰ])"), re.compile(accepted)


def _half_copied(fine: set[str], copies: set[str]) -> set[str]:
    """Return the copies of a syllable and what has the right initial with -ნგ copied after it: ცინგ."""
    heads = {form for form in fine if form.endswith("ნ")}
    copied_ng = any(copy.endswith("ნგ") for copy in copies)
    return copies | ({head + "გ" for head in heads} if copied_ng else set())


@lru_cache(maxsize=1024)
def _pattern(
    name: str, practice: str, kind: str
) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, Spelling]]]:
    forms: dict[str, tuple[str, Spelling]] = {}
    kind = kind or kind_of(name)
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
    copies = [stem for stem in forms if forms[stem][1] is Spelling.COPIED]
    cut = [stem[:-1] for stem in vowel if stem[-1] in "აე" and len(stem) > _SHORTEST_CUT]
    for stem in cut:
        forms.setdefault(stem, forms[stem + "ა"] if stem + "ა" in forms else forms[stem + "ე"])
    parts = [
        rf"(?:{_alternatives(stems)})(?={endings}(?![ა-ჰ]))"
        for stems, endings in (
            (consonant, _AFTER_CONSONANT),
            (vowel, _AFTER_VOWEL),
            (cut, _TRUNCATED),
            (copies, _DERIVED),
        )
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
