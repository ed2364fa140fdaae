"""Which clauses of a source nothing of a translation answers to, by the lexicon of the pair.

The lexicon says which words are found in translations of each other. A clause of several known words, none of
which has a counterpart while most words of the others have, was likely left out. Meant for sources
without spaces between words; where the lexicon knows little, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from transreview.languages.pairs.associations import Associations, load_associations
from transreview.languages.registry import language
from transreview.lazy_patterns import lazy_pattern

_CLAUSE = lazy_pattern(r"[^，。；：？！、,;:?!]+")
_HAN = lazy_pattern(r"[一-鿿㐀-䶿]+")
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_KEY = 6  # of a stem cut by rules of thumb so many letters count, as when the lexicon was made
_LEAST_WORDS, _LEAST_OTHERS, _LEAST_SHARE = 2, 4, 0.5
# A translation that is as long as usual has likely put the clause in other words.
_SHORT = 0.9
# One this short has left out words wherever they stand.
_VERY_SHORT = 0.6


class Uncovered(NamedTuple):
    """A clause without a counterpart.

    Attributes:
        start: First character.
        end: One past the last.
        words: Its words that the lexicon knows.
    """

    start: int
    end: int
    words: tuple[str, ...]


def uncovered_clauses(
    source: str, target: str, source_code: str, target_code: str, ratio: float
) -> list[Uncovered]:
    """Return the clauses of a source that its translation likely has left out.

    Args:
        source: Text in a language without spaces.
        target: Its translation into one with spaces.
        source_code: Bare code of the source language.
        target_code: Bare code of the target language.
        ratio: Characters of translation for one of the source, as usual.
    """
    if len(target) >= _SHORT * ratio * len(source):
        return []
    clauses = [match.span() for match in _CLAUSE.finditer(source)]
    if len(clauses) < 2:
        return []
    associations = _associations(source_code, target_code)
    if associations is None:
        return []
    counterparts = associations.counterparts
    there = set(map(_keys(target_code).__getitem__, _WORD.findall(target.lower())))
    counted = []
    for start, end in clauses:
        words = tuple(dict.fromkeys(_cut(source[start:end], associations)))
        covered = sum(not there.isdisjoint(counterparts(word)) for word in words)
        counted.append((start, end, words, covered))
    known, found = sum(len(c[2]) for c in counted), sum(c[3] for c in counted)
    result = []
    if len(target) < _VERY_SHORT * ratio * len(source) and known >= _LEAST_OTHERS and found <= known / 2:
        return [
            Uncovered(start, end, words) for start, end, words, covered in counted if words and not covered
        ]
    for start, end, words, covered in counted:
        others = known - len(words)
        if covered or len(words) < _LEAST_WORDS or others < _LEAST_OTHERS:
            continue
        if found >= _LEAST_SHARE * others:
            result.append(Uncovered(start, end, words))
    return result


def counterparts_in(words: str, target: str, source_code: str, target_code: str) -> int:
    """Return how many words of a source text the lexicon finds answered in a translation.

    Args:
        words: Text in a language without spaces.
        target: What may answer to it, in a language with spaces.
        source_code: Bare code of the source language.
        target_code: Bare code of the target language.
    """
    associations = _associations(source_code, target_code)
    if associations is None:
        return 0
    there = set(map(_keys(target_code).__getitem__, _WORD.findall(target.lower())))
    return sum(not there.isdisjoint(associations.counterparts(word)) for word in _cut(words, associations))


def counterpart_spans(
    words: str, target: str, source_code: str, target_code: str
) -> Iterator[tuple[int, int]]:
    """Yield where the words of a translation stand that the lexicon finds answering some of a source.

    Args:
        words: Text in a language without spaces.
        target: What may answer to it, in a language with spaces.
        source_code: Bare code of the source language.
        target_code: Bare code of the target language.
    """
    associations = _associations(source_code, target_code)
    if associations is None:
        return
    known = {key for word in _cut(words, associations) for key in associations.counterparts(word)}
    keys = _keys(target_code)
    for word in _WORD.finditer(target.lower()) if known else ():
        if keys[word.group()] in known:
            yield word.span()


def is_answered(sentence: str, rest: str, source: str, source_code: str, target_code: str) -> bool:
    """Whether words of a source answer to a sentence of its translation, which then is not added to it.

    Words that answer to the rest of the translation do not count: what is said twice is added.

    Args:
        sentence: A sentence of the translation, in a language with spaces.
        rest: The translation without it.
        source: Text in a language without spaces.
        source_code: Bare code of the source language.
        target_code: Bare code of the target language.
    """
    associations = _associations(source_code, target_code)
    if associations is None:
        return False
    key = _keys(target_code).__getitem__
    written, others = (_WORD.findall(text.lower()) for text in (sentence, rest))
    there, elsewhere = set(map(key, written)), set(map(key, others))
    of_words = list(map(associations.counterparts, _cut(source, associations)))
    if not any(there.isdisjoint(of) and not elsewhere.isdisjoint(of) for of in of_words):
        return False  # all is said in the sentence, and something twice
    found = sum(not there.isdisjoint(of) and elsewhere.isdisjoint(of) for of in of_words)
    return found >= _ANSWERS or found * _LONGEST_OF_ONE >= len(written) > 0


# So many words answer, or one to so many.
_ANSWERS, _LONGEST_OF_ONE = 2, 6


def all_answered(sentences: Sequence[str], target: str, source_code: str, target_code: str) -> bool:
    """Whether every sentence of a source is answered in its translation, so that none is missing there.

    Args:
        sentences: The sentences, in a language without spaces.
        target: The translation, in a language with spaces.
        source_code: Bare code of the source language.
        target_code: Bare code of the target language.
    """
    associations = _associations(source_code, target_code)
    if associations is None:
        return False
    words = [_cut(sentence, associations) for sentence in sentences]
    there = set(map(_keys(target_code).__getitem__, _WORD.findall(target.lower())))
    return any(words) and all(
        sum(not there.isdisjoint(associations.counterparts(word)) for word in each) >= _MOST * len(each)
        for each in words
    )


# Of the words of a sentence that is there, so many are answered.
_MOST = 0.45


class _Keys(dict[str, str]):
    """What stands for a word in the lexicon, worked out when the word is first met.

    Args:
        code: Bare code of the words' language.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self._stem = language(code).stem

    def __missing__(self, word: str) -> str:
        key = (self._stem(word) if self._stem is not None else word)[:_KEY]
        if len(self) < _REMEMBERED:
            self[word] = key
        return key


_keys = cache(_Keys)
_REMEMBERED = 200_000


@cache
def _associations(source: str, target: str) -> Associations | None:
    """Return the associations of a pair whose source is all Han characters and whose target has spaces."""
    if language(source).scripts != ("Hani",) or not language(target).spaced:
        return None
    return load_associations(source, target)


def _cut(clause: str, associations: Associations) -> list[str]:
    """Cut a clause greedily from the left into words of two characters or more that the lexicon has."""
    found = []
    for run in _HAN.findall(clause):
        start = 0
        last = len(run) - 1
        while start < last:
            lengths, words = associations.beginning_with(run[start : start + 2])
            for length in lengths:
                word = run[start : start + length]
                if word in words:
                    found.append(word)
                    start += len(word)
                    break
            else:
                start += 1
    return found
