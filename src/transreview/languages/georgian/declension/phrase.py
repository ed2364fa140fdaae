"""A term taken apart: words, what stands between them, which word is the head and what the others do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from transreview.languages.georgian.declension.agreement import DEMONSTRATIVES, agrees
from transreview.languages.georgian.declension.foreign import ForeignWord, foreign_word
from transreview.languages.georgian.declension.letters import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    VOWELS,
    fold,
    is_georgian,
)
from transreview.languages.georgian.declension.stems import Stems, stems_of
from transreview.lazy_patterns import lazy_pattern

# A run of Georgian letters, or a run of other letters and digits: what a hyphen or a quote separates.
WORD = lazy_pattern(r"[ა-ჿ]+|[^\W_ა-ჿ]+")
FIXED = frozenset(("indeclinable", "exact"))  # hints of entries that never change
_WITHOUT_QUOTES = {ord(quote): None for quote in OPENING_QUOTES + CLOSING_QUOTES}
_VOWEL = lazy_pattern(f"[{VOWELS}]")
_ONE_WORD = lazy_pattern(r"[ა-ჿ]+")
_ACRONYMS_WITH_VOWELS = frozenset(("აშშ", "სსიპ", "ააიპ", "იმფ"))
_CONJUNCTIONS = frozenset(("და", "ან", "თუ"))
# Postpositions written as words of their own; a phrase may end in one, its head stands before.
_SEPARATE_POSTPOSITIONS = frozenset(
    (  # noqa: SIM905 - one word after the other is easier to read than sixty quotes
        "შესახებ მიერ შორის წინააღმდეგ მიხედვით გარეშე შემდეგ მიმართ დროს გამო მიუხედავად წინ გარდა"
        " ირგვლივ გარშემო მეშვეობით საშუალებით ფარგლებში მსგავსად თანახმად შესაბამისად სასარგებლოდ"
    ).split()
)
# A noun with its postposition; a bare -ში is also the end of nominatives (ფინიში, მარში).
_HAS_POSTPOSITION = lazy_pattern(r"[ა-ჰ]{3,}(?:ზე|თან|თვის|(?:ებ|ობა|ება|ია|ურა)ში)")


class Role(Enum):
    """What a word of a term does when the term is declined."""

    HEAD = "declines"
    AGREES = "agrees with the head"
    WITHIN = "agrees with a word before the head, which stays as it is"
    JOINED = "declines like the head before a conjunction"
    STAYS = "stays as it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A term taken apart.

    Attributes:
        words: Its words, folded.
        gaps: What stands before the first word, between the words, and after the last one.
        roles: The role of each word.
        head: Index of the head.
        stems: Stems of the head, if it is Georgian.
        foreign: The head, if it is not, or an acronym such as აშშ.
        hints: Hints of the entry.
        lead: Marks before the first word that are part of the term (.NET), quotes left out.
        tail: Marks after the last word that are (C++, 50%).
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    roles: tuple[Role, ...]
    head: int
    stems: Stems | None
    foreign: ForeignWord | None
    hints: tuple[str, ...]
    lead: str = ""
    tail: str = ""


def phrase_of(term: str, hints: Iterable[str] = ()) -> Phrase:
    """Take a term apart.

    Args:
        term: The term in its citation form.
        hints: Hints of its entry; "head=N" names the head by its place from 1, negative from the end.
    """
    return _phrase(term, tuple(hints))


@lru_cache(maxsize=32768)
def _phrase(term: str, hints: tuple[str, ...]) -> Phrase:
    text = fold(term).strip()
    if _ONE_WORD.fullmatch(text) and not is_acronym(text):  # most terms, and no work to do
        return Phrase(
            words=(text,),
            gaps=("", ""),
            roles=(Role.HEAD,),
            head=0,
            stems=stems_of(text, hints),
            foreign=None,
            hints=hints,
        )
    spans = [match.span() for match in WORD.finditer(text)]
    words = tuple(text[a:b] for a, b in spans)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = tuple(text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))
    head = _head(words, hints)
    fixed = any(hint in FIXED for hint in hints)
    roles = tuple(
        Role.STAYS if fixed and i != head else _role(i, words, gaps, head, hints) for i in range(len(words))
    )
    georgian = bool(words) and is_georgian(words[head]) and not is_acronym(words[head])
    return Phrase(
        words=words,
        gaps=gaps,
        roles=roles,
        head=head,
        stems=stems_of(words[head], hints) if georgian else None,
        foreign=_foreign_head(words, gaps, head) if words and not georgian else None,
        hints=hints,
        lead=gaps[0].translate(_WITHOUT_QUOTES),
        tail=gaps[-1].translate(_WITHOUT_QUOTES),
    )


def is_acronym(word: str) -> bool:
    """Say whether a Georgian word is spelt letter by letter and takes its endings after a hyphen: სსრკ-ში."""
    return word in _ACRONYMS_WITH_VOWELS or _VOWEL.search(word) is None


def _foreign_head(words: tuple[str, ...], gaps: tuple[str, ...], head: int) -> ForeignWord:
    """A mark written right after a foreign word is heard with it: 50%, C++."""
    return foreign_word(words[head] + (gaps[-1] if head == len(words) - 1 else ""))


def _head(words: tuple[str, ...], hints: tuple[str, ...]) -> int:
    """Return which word is the head: the hinted one, else the last, else the last that can be one."""
    named = next((hint[5:] for hint in hints if hint.startswith("head=")), "")
    if re.fullmatch(r"-?\d+", named) and int(named) != 0 and abs(int(named)) <= len(words):
        return int(named) - 1 if int(named) > 0 else len(words) + int(named)
    last = len(words) - 1
    if last > 0 and "name" not in hints and has_postposition(words[last]) and words[last - 1][-1] in VOWELS:
        return last - 1  # წილი ბაზარზე: where or in what the head is, said after it
    if last <= 0 or words[last] not in _SEPARATE_POSTPOSITIONS:
        return max(last, 0)
    # ხელშეკრულება ვაჭრობის შესახებ: before the postposition and the case it governs.
    for index in range(last - 1, -1, -1):
        if words[index][-1] in VOWELS and not agrees_with_next(words, index):
            return index
    return last


def has_postposition(word: str) -> bool:
    """Say whether a folded word ends in a postposition, and cannot be the head of its term."""
    return _HAS_POSTPOSITION.fullmatch(word) is not None


def agrees_with_next(words: tuple[str, ...], index: int) -> bool:
    """Say whether a word in -ი is followed by a word it could modify that is not nominative."""
    return agrees(words[index]) and index + 1 < len(words) and words[index + 1].endswith("ის")


def _role(
    index: int, words: tuple[str, ...], gaps: tuple[str, ...], head: int, hints: tuple[str, ...]
) -> Role:
    if index == head:
        return Role.HEAD
    if index > head or not is_georgian(words[index]) or "-" in gaps[index + 1]:
        return Role.STAYS
    if "name" in hints:
        return Role.STAYS  # ტონი ბლერმა: of a person's name the last word alone declines
    if _is_listed(index, words, gaps, head):
        return Role.JOINED
    if any("," in gap for gap in gaps[index + 1 : head + 1]):
        return Role.STAYS  # a phrase of its own: ერთი სარტყელი, ერთი გზის
    joined = index + 1 < head and words[index + 1] in _CONJUNCTIONS
    if joined and _is_long_genitive(words[index]):
        return Role.STAYS  # რეფორმებისა და ღიაობის პოლიტიკა: both genitives belong to the head
    if joined and (head == index + 2 or _is_noun_before_and(words, index)) and words[index][-1] in VOWELS:
        return Role.JOINED
    ending = "-" in gaps[index]  # the -ის of TR90-ის is no pronoun
    if not agrees(words[index]) and (ending or words[index] not in DEMONSTRATIVES):
        return Role.STAYS
    return Role.WITHIN if _is_within(words, gaps, index, head) else Role.AGREES


_LONG_GENITIVE = lazy_pattern(r"[ა-ჰ]{2,}(?:ისა|ოსა|უსა|ესა|ასა)|[ა-ჰ]{3,}თა")


def _is_long_genitive(word: str) -> bool:
    """Say whether a word before და is a genitive with its long vowel (კულტურისა, მეცნიერთა)."""
    return _LONG_GENITIVE.fullmatch(word) is not None


def _is_listed(index: int, words: tuple[str, ...], gaps: tuple[str, ...], head: int) -> bool:
    """Say whether a word is a noun of an enumeration that ends in the head: იმპორტი, ექსპორტი და ტრანზიტი."""
    if head < 3 or words[head - 1] not in ("და", "ან") or words[index][-1] not in VOWELS:
        return False
    between = range(index, head - 2)
    return bool(between) and all(gaps[i + 1].strip() == "," for i in between)


def _is_noun_before_and(words: tuple[str, ...], index: int) -> bool:
    """Tell კვლევა და ტექნოლოგიური განვითარება from the adjectives of მცირე და საშუალო საწარმო."""
    word, following = words[index], words[index + 2]
    adjective = word.startswith("სა") and word.endswith("ო")
    return not agrees(word) and not adjective and (agrees(following) or following[-1] not in VOWELS)


def _is_within(words: tuple[str, ...], gaps: tuple[str, ...], index: int, head: int) -> bool:
    """Say whether a modifier belongs to a noun in another case that stands before the head.

    ეროვნული თავდაცვის სამინისტრო is the ministry of national defence: the adjective goes with the
    genitive after it, whatever case the ministry is in.
    """
    # The first part of a compound (პრემიერ- of პრემიერ-მინისტრი) is bare and no genitive.
    between = (words[i] for i in range(index + 1, head) if "-" not in gaps[i + 1])
    return is_georgian(next((word for word in between if word[-1] not in VOWELS), ""))
