"""Word sequences of a text that may be terms: characters of Chinese, stems of languages with spaces."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import KW_ONLY, dataclass

from transreview.languages import language as language_of
from transreview.languages.stemming import stemmer
from transreview.terminology.chinese_folding import fold

Span = tuple[int, int]

# Chinese characters that begin or end no term: pronouns, conjunctions, prepositions, adverbs.
_NOT_EDGE = frozenset(
    "在和与及或等为对从将要也就都而并以于其之这那有把被让给向由们着过"
    "吗呢吧啊还又再很最更不没只已曾使第各每本该"
)
# Places and times: they end phrases (使用时), and words of two characters (实时).
_ODD_END = frozenset("时上下中内后前里")
# Characters of pronouns and of counted things.
_NEVER_WITHIN = frozenset("们个这那")
# Particles that part terms wherever they stand.
_NOWHERE = "的了是"
_HAN_RUN = re.compile(rf"(?:(?![{_NOWHERE}])[々\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff])+")
_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_BREAK = re.compile(r"[^\w\s-]")

# Words for grammar that may stand within a term: rights and freedoms, audio and video calls.
_JOINS = frozenset({"და", "and", "of", "for", "und", "et", "de", "и"})

LONGEST_CHARACTERS = 10
LONGEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Gram:
    """A sequence found in a text.

    Attributes:
        key: What all its forms share: folded characters, or stems.
        start: First character in the text.
        end: One past its last.
        before: What stands before it in the same clause, empty at its edge.
        after: What stands after it.
        odd_start: It begins in a character that terms rarely begin in.
        odd_end: It ends in one that terms rarely end in.
    """

    key: tuple[str, ...]
    start: int
    end: int
    _: KW_ONLY
    before: str = ""
    after: str = ""
    odd_start: bool = False
    odd_end: bool = False


def grams(text: str, language: str, known: Sequence[Span] = ()) -> list[Gram]:
    """Return every sequence of a text that might be a term.

    Args:
        text: Text of one segment.
        language: Its language.
        known: Spans of terms that are known: no sequence cuts through one, is one, or is made of
            nothing else.
    """
    record = language_of(language)
    found = _of_words(text, language) if record.spaced else _of_characters(text, record.function_words)
    if not known:
        return found
    owner = [0] * len(text)
    for number, (start, end) in enumerate(known, start=1):
        owner[start:end] = [number] * (end - start)
    return [gram for gram in found if _is_new(gram, owner, text)]


def _is_new(gram: Gram, owner: Sequence[int], text: str) -> bool:
    start, end = gram.start, gram.end
    cut_before = start > 0 and owner[start] and owner[start] == owner[start - 1]
    cut_after = end < len(text) and owner[end - 1] and owner[end] == owner[end - 1]
    return (
        not cut_before and not cut_after and not all(owner[i] or text[i].isspace() for i in range(start, end))
    )


def _of_characters(text: str, function: frozenset[str]) -> list[Gram]:
    folded = fold(text)
    whole = {word for word in function if len(word) > 1}
    odd_edges = _NOT_EDGE | (function - whole)
    # Pronouns and counted things stand within no term either.
    within = {word for word in whole if not _NEVER_WITHIN.isdisjoint(word)}
    sizes = range(2, max(map(len, whole), default=0) + 1)
    found = []
    for run in _HAN_RUN.finditer(folded.text):
        characters, offset = run[0], run.start()
        # Python makes every Chinese letter that is cut out of a text anew: ten of each would fill the memory.
        letters = tuple(map(sys.intern, characters))
        # The length of the shortest such word that ends at each place: a longer sequence ends in it.
        ends_whole, ends_within = _endings(characters, whole, sizes), _endings(characters, within, sizes)
        for start in range(len(characters) - 1):
            if any(characters[start : start + size] in whole for size in sizes):
                continue
            before = characters[start - 1] if start else ""
            odd_start = characters[start] in odd_edges
            for end in range(start + 2, min(start + LONGEST_CHARACTERS, len(characters)) + 1):
                size = end - start
                if ends_within[end] <= size:
                    break
                last = characters[end - 1]
                if ends_whole[end] <= size or (last in _ODD_END and size > 2):
                    continue
                begin, stop = folded.span(offset + start, offset + end)
                found.append(
                    Gram(
                        letters[start:end],
                        begin,
                        stop,
                        before=before,
                        after=characters[end] if end < len(characters) else "",
                        odd_start=odd_start,
                        odd_end=last in odd_edges,
                    )
                )
    return found


def _endings(characters: str, words: Collection[str], sizes: range) -> list[int]:
    """Return for each place the length of the shortest word that ends there, a large one where none does."""
    none = LONGEST_CHARACTERS + 1
    return [
        next((size for size in sizes if size <= end and characters[end - size : end] in words), none)
        for end in range(len(characters) + 1)
    ]


def _of_words(text: str, language: str) -> list[Gram]:
    stem = stemmer(language)
    function = language_of(language).function_words
    found = []
    for clause in _clauses(text):
        words = [_surface(text[start:end]) for start, end in clause]
        stems = [stem(word) for word in words]
        usable = [_may_be_edge(word, function) for word in words]
        for first in range(len(words)):
            for last in range(first, min(first + LONGEST_WORDS, len(words)) if usable[first] else first):
                if last > first + 1 and not (usable[last - 1] or words[last - 1] in _JOINS):
                    break  # (a word for nothing but grammar stands within)
                if usable[last]:
                    before = stems[first - 1] if first else ""
                    after = stems[last + 1] if last + 1 < len(stems) else ""
                    key = tuple(stems[first : last + 1])
                    found.append(Gram(key, clause[first][0], clause[last][1], before=before, after=after))
    return found


def _clauses(text: str) -> list[list[Span]]:
    """Return the spans of the words, cut where punctuation parts them."""
    clauses: list[list[Span]] = [[]]
    reached = 0
    for match in _WORD.finditer(text):
        if _BREAK.search(text, reached, match.start()):
            clauses.append([])
        clauses[-1].append(match.span())
        reached = match.end()
    return [clause for clause in clauses if clause]


def _surface(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _may_be_edge(word: str, function: frozenset[str]) -> bool:
    return word not in function and len(word) > 1 and not any(character.isdigit() for character in word)


def contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether one sequence lies in another, longer one."""
    span = len(shorter)
    return span < len(longer) and any(longer[i : i + span] == shorter for i in range(len(longer) - span + 1))
