"""Word sequences of a text that may be terms: characters of Chinese, stems of languages with spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from transreview.languages import language as language_of
from transreview.languages.stemming import stemmer
from transreview.terminology.chinese_folding import fold

Span = tuple[int, int]

# Chinese characters that begin or end no term: pronouns, conjunctions, prepositions, adverbs.
_NOT_EDGE = frozenset(
    "在和与及或等为对从将要也就都而并以于其之这那有把被让给向由们着过"
    "吗呢吧啊还又再很最更不没只已曾使第各每本该"
)
# Particles that part terms wherever they stand.
_NOWHERE = "的了是"
_HAN_RUN = re.compile(rf"(?:(?![{_NOWHERE}])[々\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff])+")
_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_BREAK = re.compile(r"[^\w\s-]")

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
        odd_edge: It begins or ends in a character that terms rarely do.
    """

    key: tuple[str, ...]
    start: int
    end: int
    before: str = ""
    after: str = ""
    odd_edge: bool = False


def grams(text: str, language: str, known: Sequence[Span] = ()) -> list[Gram]:
    """Return every sequence of a text that might be a term.

    Args:
        text: Text of one segment.
        language: Its language.
        known: Spans of terms that are known: no sequence cuts through one, is one, or is made of
            nothing else.
    """
    found = _of_words(text, language) if language_of(language).spaced else _of_characters(text)
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


def _of_characters(text: str) -> list[Gram]:
    folded = fold(text)
    found = []
    for run in _HAN_RUN.finditer(folded.text):
        characters, offset = run[0], run.start()
        for start in range(len(characters) - 1):
            for end in range(start + 2, min(start + LONGEST_CHARACTERS, len(characters)) + 1):
                before = characters[start - 1] if start else ""
                after = characters[end] if end < len(characters) else ""
                odd = characters[start] in _NOT_EDGE or characters[end - 1] in _NOT_EDGE
                span = folded.span(offset + start, offset + end)
                found.append(Gram(tuple(characters[start:end]), *span, before, after, odd))
    return found


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
                if usable[last]:
                    before = stems[first - 1] if first else ""
                    after = stems[last + 1] if last + 1 < len(stems) else ""
                    key = tuple(stems[first : last + 1])
                    found.append(Gram(key, clause[first][0], clause[last][1], before, after))
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
