"""Sentences of languages that put spaces between words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from transreview.languages.language import Span
from transreview.languages.spans import blocks, bracketed, cut, sentence_at, within_brackets
from transreview.lazy_patterns import lazy_pattern

# A stop counts only before a blank or the end; CJK stops, which need no blank, count anywhere.
# Closing quotes, brackets, emphasis marks and footnote numbers belong to the sentence they close.
_CLOSERS = r"(?:[ \u00a0\u202f](?=»))?[\"”’»“›)\]】」』*_]*(?:\[\d{1,3}\])*"
_CANDIDATE = lazy_pattern(
    rf"(?P<mark>[.!?…؟۔։।॥‼⁇⁈⁉]+)(?P<close>{_CLOSERS})(?=\s|$)|(?P<cjk>[。！？｡]+)(?P<cjkclose>{_CLOSERS})"
)
_WORD_BEFORE = lazy_pattern(r"[^\s„“”\"«(\[–—/]+$")
_LIST_MARKER = lazy_pattern(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlcIVXLC]{1,6}|[^\W\d_])$")
_DOTTED = lazy_pattern(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}$")
_DIGITS = lazy_pattern(r"\d{1,2}$")
# The second of two initials: А. С. Пушкин.
_INITIALS = lazy_pattern(r"(?<![^\W\d_])[^\W\d_]\.\s?[^\W\d_]$")
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+")
_LETTER_FOLLOWS = lazy_pattern(r"\s?[^\W\d_]\.")
_QUOTE = frozenset('"”’»“›」』')
_OPENERS = ' \t\n\r\u00a0"„“”‘’«‹([–—-*_'
_LOOK_BACK = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRules:
    """What a language adds to the common rules.

    Attributes:
        abbreviations: Lower-case words, without their last stop, after which a sentence goes on.
        numbered: The same for those that count only before a digit ("No. 5", "S. 12").
        final_abbreviations: Dotted abbreviations after which it mostly ends ("etc", "ა.შ").
        joining: Words with which a sentence goes on behind such an abbreviation (and, which). Needed only
            where case cannot tell.
        ordinal_stop: Whether a stop after one or two digits makes an ordinal ("3. Mai").
        cased: Whether sentences begin with a capital letter, so that a small one after a stop
            tells that the sentence goes on.
        speech: Beginnings of the words that tell who said a quotation; after a quoted question
            they belong to its sentence ("…?“ იკითხა მან). Needed only where case cannot tell.
    """

    abbreviations: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    final_abbreviations: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    ordinal_stop: bool = False
    cased: bool = True
    speech: tuple[str, ...] = ()


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as text."""
    return frozenset(listed.split())


def splitter(rules: SentenceRules) -> Callable[[str], list[Span]]:
    """Return the function that cuts a paragraph into sentences by these rules."""

    def sentences(text: str) -> list[Span]:
        spans: list[Span] = []
        closed = bracketed(text)
        for start, end in blocks(text):
            spans.extend(cut(text, start, end, _breaks(text, start, end, closed, rules)))
        return spans

    return sentences


def _breaks(text: str, start: int, end: int, closed: list[Span], rules: SentenceRules) -> Iterator[int]:
    for match in _CANDIDATE.finditer(text, start, end):
        position = match.end()
        if within_brackets(match.start(), position, closed, sentence_at(text, start)):
            continue
        if match["mark"] and _goes_on(text, start, match, rules):
            continue
        yield position
        start = position


def _goes_on(text: str, start: int, match: re.Match[str], rules: SentenceRules) -> bool:
    """Whether the sentence does not end at this mark."""
    if match["mark"] == "." and not match["close"] and _abbreviated(text, start, match.start(), rules):
        return True
    follows = text[match.end() : match.end() + 80].lstrip(_OPENERS)
    if not follows:
        return False
    if rules.cased:
        return follows[0].islower()
    if (word := _FIRST_WORD.match(follows)) and word[0] in rules.joining:
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()].replace(" ", "").lower()
        if before.endswith(tuple(rules.final_abbreviations)):
            return True
    quoted = not _QUOTE.isdisjoint(match["close"]) or _dash_follows(text, match.end())
    return quoted and follows.startswith(rules.speech) if rules.speech else False


def _dash_follows(text: str, position: int) -> bool:
    return text[position : position + 4].lstrip()[:1] in {"–", "—", "-"}


def _abbreviated(text: str, start: int, stop: int, rules: SentenceRules) -> bool:
    """Whether the stop belongs to the word before it: abbreviation, initial, list marker, ordinal."""
    begin = max(start, stop - _LOOK_BACK)
    found = _WORD_BEFORE.search(text[begin:stop])
    if found is None:
        return False
    word = found[0]
    if _LIST_MARKER.match(word) and not text[start : begin + found.start()].strip(" \t\n(["):
        return True
    lower = word.lower()
    if lower in rules.final_abbreviations:
        return False
    if lower in rules.abbreviations or lower.rpartition("-")[2] in rules.abbreviations:
        return True
    if len(word) == 1 and word.isupper() and _INITIALS.search(text, max(start, stop - 4), stop):
        return True
    if lower in rules.numbered:
        return text[stop + 1 : stop + 3].strip()[:1].isdigit()
    if len(word) == 1 and word.isalpha():
        return _is_initial(text, start, stop, word, rules)
    if _DOTTED.match(word):
        return True
    numbered = text[start : begin + found.start()].rstrip().endswith(".")
    return rules.ordinal_stop and not numbered and _DIGITS.match(word) is not None


def _is_initial(text: str, start: int, stop: int, letter: str, rules: SentenceRules) -> bool:
    """Whether a single letter with a stop is an initial (J. Smith) or part of "z. B."."""
    if rules.cased and letter.islower():
        return _LETTER_FOLLOWS.match(text, stop + 1) is not None
    before = text[max(0, stop - 4) : stop]
    spaced = f"{before[:-1].strip(' .')}.{letter}".lower()
    if spaced not in rules.final_abbreviations:
        return True
    # „და ა. შ.“ ends an enumeration; the same letters at the beginning are somebody's initials.
    return not text[start : stop - 4].strip()
