"""What stands around the head of a Georgian term: its other words, the gaps, an ending of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transreview.languages.georgian.declension.agreement import adjective_like, agreeing_cases, fits
from transreview.languages.georgian.declension.cells import Reading
from transreview.languages.georgian.declension.foreign import read_apart, read_foreign
from transreview.languages.georgian.declension.letters import CLOSING_QUOTES, OPENING_QUOTES
from transreview.languages.georgian.declension.phrase import Phrase, Role
from transreview.languages.georgian.declension.stems import stems_of
from transreview.languages.georgian.declension.word import read_word

_QUOTES_AND_MARKUP = "".join(sorted(set(OPENING_QUOTES + CLOSING_QUOTES))) + "*_`"
_TAIL = re.compile(rf"[{re.escape(CLOSING_QUOTES)}%+#*_`]*-?")
_CLOSED_AND_HYPHENATED = re.compile(rf"[{re.escape(CLOSING_QUOTES)}*_`]+-")
# Another's words: the whole word before the hyphen is quoted, whatever its case.
_QUOTATIVES = frozenset(("მეთქი", "თქო"))
_DISAGREEING = 0.6
_NOBODY_CALLED = 0.4  # a vocative in the middle of a clause: likely another word in -ო or -ვ
_SET_OFF = ",!?…;:—–„“«»"
_ADJECTIVE_STEMS = ("ურ", "ულ", "ილ", "ივ", "იულ")
_DATIVE_NOUNS = ("ს", "სა", "ში", "ზე", "თან", "ად", "მდე")


@dataclass(slots=True)
class Tokens:
    """The words of a folded text and where they stand."""

    text: str
    spans: list[tuple[int, int]]
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = [self.text[a:b] for a, b in self.spans]

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one; nothing after the last."""
        if index < 0 or index + 1 >= len(self.spans):
            return ""
        return self.text[self.spans[index][1] : self.spans[index + 1][0]]


@dataclass(frozen=True, slots=True)
class Around:
    """What the context of a head says.

    Attributes:
        readings: The readings of the head that its modifiers agree with.
        confidence: How sure they are.
        end: Where the term ends.
        extent: Where an ending of its own ends.
    """

    readings: tuple[Reading, ...]
    confidence: float
    end: int
    extent: int


def read_around(phrase: Phrase, tokens: Tokens, index: int, readings: tuple[Reading, ...]) -> Around | None:
    """Read a head in its context, or return None where the term does not stand.

    Args:
        phrase: The term.
        tokens: The text.
        index: The word that may be the head.
        readings: Its readings by itself.
    """
    first = index - phrase.head
    last = first + len(phrase.words) - 1
    if first < 0 or last >= len(tokens.words) or not _gaps_fit(phrase, tokens, first):
        return None
    end = tokens.spans[last][1] + len(phrase.tail)
    if (phrase.lead or phrase.tail) and not _marks_stand(phrase, tokens, first, last):
        return None
    ending = _ending_apart(phrase, tokens, last)
    if ending is not None:
        readings = ending[0]
    elif not _stands_by_itself(phrase, tokens, first, readings):
        return None
    called = readings[0].case != "Voc" or _is_address(tokens, first, last)
    agreeing, confidence = readings, 1.0 if called else _NOBODY_CALLED
    for offset, role in enumerate(phrase.roles):
        if role is Role.HEAD:
            continue
        cases = _cases_of_modifier(phrase, offset, tokens.words[first + offset])
        if cases is None:
            return None
        good = tuple(reading for reading in agreeing if fits(reading, cases))
        agreeing, confidence = (good, confidence) if good else (agreeing, confidence * _DISAGREEING)
    return Around(agreeing, confidence, end, ending[1] if ending else end)


def _marks_stand(phrase: Phrase, tokens: Tokens, first: int, last: int) -> bool:
    """Say whether the marks that belong to a term stand around it: C++, .NET, 50%."""
    before, after = tokens.spans[first][0], tokens.spans[last][1]
    return tokens.text[:before].endswith(phrase.lead) and tokens.text.startswith(phrase.tail, after)


def _cases_of_modifier(phrase: Phrase, offset: int, word: str) -> tuple[str, ...] | None:
    """Return the cases of the head that a word goes with, or None if it is no form of the modifier."""
    role, expected = phrase.roles[offset], phrase.words[offset]
    if role is Role.WITHIN and word == expected:
        return _ANY_CASE
    if role in (Role.AGREES, Role.WITHIN):
        return agreeing_cases(expected, word)
    if role is Role.JOINED:
        readings = read_word(stems_of(expected), word)
        return tuple({reading.case for reading in readings}) if readings else None
    same = word == expected or word.casefold() == expected.casefold()
    emphatic = word == expected + "ა" and expected.endswith(("ის", "ს"))
    return _ANY_CASE if same or emphatic else None


_ANY_CASE = ("Nom", "Erg", "Dat", "Gen", "Ins", "Ess", "Voc")


def _gaps_fit(phrase: Phrase, tokens: Tokens, first: int) -> bool:
    inner = range(len(phrase.words) - 1)
    return all(_gap_fits(phrase.gaps[offset + 1], tokens.gap(first + offset)) for offset in inner)


def _gap_fits(wanted: str, gap: str) -> bool:
    """Compare what stands between two words; blanks, line breaks, quotes and emphasis do not count."""
    if gap == wanted:
        return True
    spaced = any(c.isspace() for c in gap) == any(c.isspace() for c in wanted)
    return spaced and _marks(gap) == _marks(wanted)


def _marks(gap: str) -> str:
    return "".join(gap.translate(_WITHOUT_QUOTES).split())


_WITHOUT_QUOTES = {ord(c): None for c in _QUOTES_AND_MARKUP}


def _ending_apart(phrase: Phrase, tokens: Tokens, last: int) -> tuple[tuple[Reading, ...], int] | None:
    """Read an ending after the term's last word: NATO-ს, 5Gს, „კლასტერი“-ს, კლასტერი-ს.

    Returns:
        Its readings and where it ends.
    """
    if last + 1 >= len(tokens.words) or phrase.head != len(phrase.words) - 1:
        return None
    gap, ending = tokens.gap(last), tokens.words[last + 1]
    if phrase.stems is None:
        readings = read_foreign(ending) if _TAIL.fullmatch(gap) else ()
    elif _CLOSED_AND_HYPHENATED.fullmatch(gap) or (gap == "-" and tokens.words[last] == phrase.words[-1]):
        readings = read_apart(phrase.stems.stem_class, ending)
    else:
        return None
    return (readings, tokens.spans[last + 1][1]) if readings else None


def _stands_by_itself(phrase: Phrase, tokens: Tokens, first: int, readings: tuple[Reading, ...]) -> bool:
    last = first + len(phrase.words) - 1
    compound = _part_of_compound(phrase, tokens, first, last)
    return not compound and _before_its_noun(phrase, tokens, last, readings)


def _is_address(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether words are set off as those are that call somebody; a vocative is rare elsewhere."""
    at_an_edge = first == 0 or last == len(tokens.words) - 1
    return at_an_edge or any(c in _SET_OFF for c in tokens.gap(first - 1) + tokens.gap(last))


def _part_of_compound(phrase: Phrase, tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a hyphen makes the words part of another word: შტაბ-ბინა, ფიზიკურ-ქიმიური.

    The last of coordinated adjectives is still the adjective (სოციალურ-ეკონომიკური).
    """
    if phrase.stems is None or ("place" in phrase.hints and _from_place_to_place(tokens, first, last)):
        return False
    if tokens.gap(last) == "-" and tokens.words[last + 1] not in _QUOTATIVES:
        return True
    if tokens.gap(first - 1) != "-":
        return False
    coordinated = tokens.words[first - 1].endswith(_ADJECTIVE_STEMS) and adjective_like(phrase.words[0])
    return not coordinated


# First parts of the names of one place: ნიუ-იორკი, სანქტ-პეტერბურგი.
_OF_ONE_PLACE = frozenset(
    (
        "სანქტ", "პორტ", "სენტ", "სანტა", "ნიჟნი", "კუალა", "ბადენ", "ბუენოს", "ადის", "დიენ", "ახალი",
        "ძველი", "დიდი", "პატარა", "ზემო", "ქვემო", "შუა",
    )
)  # fmt: skip
_SHORTEST_PLACE = 4


def _from_place_to_place(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a hyphen joins two places, of which each is a name by itself: ვენჯოუ-ხანჯოუს რკინიგზა."""
    if tokens.gap(last) == "-":
        other = tokens.words[last + 1]
    elif tokens.gap(first - 1) == "-":
        other = tokens.words[first - 1]
    else:
        return False
    return len(other) >= _SHORTEST_PLACE and other not in _OF_ONE_PLACE and other not in _QUOTATIVES


def _before_its_noun(phrase: Phrase, tokens: Tokens, last: int, readings: tuple[Reading, ...]) -> bool:
    """Say whether a bare adjective in -ებითი stands before a noun it agrees with.

    Bare, it looks like the instrumental of the noun it is made of: შედარებით "in comparison".
    """
    if not readings[0].attributive or not phrase.words[-1].endswith(("ებითი", "ობითი")):
        return True
    following = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
    return tokens.gap(last) == " " and following.endswith(_DATIVE_NOUNS)
