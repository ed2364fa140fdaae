"""The words of a source text to choose a term from, and which of them a part of the translation renders."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.formats.inline_marks import masked
from transreview.languages import language as language_of
from transreview.model.glossary import Glossary
from transreview.terminology.index import base_language

if TYPE_CHECKING:
    from transreview.languages.pairs.lexicon import Lexicon

Span = tuple[int, int]

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"(?P<han>[{_HAN}]+)|[^\W_{_HAN}]+(?:[-'’.][^\W_{_HAN}]+)*")
_LONGEST = 12
_LIKELY = 0.01
"""Product of both probabilities of the lexicon from which a word may be the one rendered."""
_STRENGTH = 0.35
"""Such products are small; to this power they tell what is likely from what is not."""


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """Words of a source text.

    Attributes:
        words: Their spans in order; punctuation is left out.
        first: Number of the first word that is likely meant.
        last: Number of the last one.
    """

    words: tuple[Span, ...]
    first: int = 0
    last: int = 0


def source_words(
    text: str, source_language: str, target_language: str, rendered: str, glossary: Glossary
) -> SourceChoice:
    """Divide a source text into words and guess which of them are meant.

    Inline marks are no words. A text without blanks is cut from the left at the longest words that
    the lexicon, the glossary or the list of names knows.

    Args:
        text: Source text.
        source_language: Its language.
        target_language: Language of the translation.
        rendered: Words of the translation whose source is looked for; empty for none.
        glossary: Its source terms are words too.
    """
    lexicon = _lexicon(source_language, target_language)
    shown = masked(text)
    if _PIECE.search(shown) is None:  # nothing but marks: then they are what there is
        shown = text
    if language_of(source_language).spaced:
        words = tuple(match.span() for match in _PIECE.finditer(shown))
    else:
        own = {t.text for c in glossary.concepts for t in c.terms if _same(t.language, source_language)}
        words = tuple(_cut(shown, lexicon.left if lexicon else (), own | _names(text)))
    if lexicon is None or not rendered or not words:
        return SourceChoice(words)
    scores = _scores([text[a:b] for a, b in words], rendered, lexicon, source_language, target_language)
    best = max(range(len(words)), key=scores.__getitem__)
    if scores[best] < _LIKELY:
        return SourceChoice(words)
    first = last = best
    while first > 0 and scores[first - 1] >= _LIKELY:
        first -= 1
    while last + 1 < len(words) and scores[last + 1] >= _LIKELY:
        last += 1
    return SourceChoice(words, first, last)


def lexicon_support(source_language: str, target_language: str) -> Callable[[str, str], float | None] | None:
    """Return the judge of pairs of expressions that the lexicon of two languages makes; None without one."""
    lexicon = _lexicon(source_language, target_language)
    if lexicon is None:
        return None

    def support(source: str, target: str) -> float | None:
        spaced = language_of(source_language).spaced
        if spaced:
            words = [match[0] for match in _PIECE.finditer(source)]
        else:
            words = [source[start:end] for start, end in _cut(source, lexicon.left, ())]
            words = [word for word in words if len(word) > 1 or len(source) == 1]
        known = [word for word in words if _is_known(word, lexicon, source_language)]
        if not known or not _is_rendered(target, lexicon, target_language):
            return None
        scores = _scores(known, target, lexicon, source_language, target_language)
        rendered = [
            any(_scores(known, word, lexicon, source_language, target_language))
            for word in target.split()
            if _is_rendered(word, lexicon, target_language)
        ]
        strength: float = (sum(scores) / len(known)) ** _STRENGTH
        # Words of the rendering that nothing in the source stands for are none of it.
        return min(1.0, strength * sum(rendered) / max(1, len(target.split())))

    return support


def _is_known(word: str, lexicon: Lexicon, language: str) -> bool:
    from transreview.alignment.signals.stems import stems

    keys = stems(word, base_language(language)) if language_of(language).spaced else [word]
    return any(key in lexicon.left for key in keys)


def _is_rendered(target: str, lexicon: Lexicon, language: str) -> bool:
    from transreview.alignment.signals.stems import stems

    if language_of(language).spaced:
        return any(stem in lexicon.right for stem in stems(target, base_language(language)))
    return any(target[start:end] in lexicon.right for start, end in _cut(target, lexicon.right, ()))


def _lexicon(source: str, target: str) -> Lexicon | None:
    from transreview.languages.pairs.lexicon import load_lexicon

    return load_lexicon(base_language(source), base_language(target))


def _same(one: str, other: str) -> bool:
    return base_language(one) == base_language(other)


def _names(text: str) -> set[str]:
    from transreview.languages.chinese.names import find_names

    return {name.text for name in find_names(text)}


def _cut(text: str, lexicon: Collection[str], own: Collection[str]) -> list[Span]:
    spans: list[Span] = []
    for piece in _PIECE.finditer(text):
        if piece["han"] is None:
            spans.append(piece.span())
            continue
        start = piece.start()
        while start < piece.end():
            ends = range(min(start + _LONGEST, piece.end()), start + 1, -1)
            known = (end for end in ends if text[start:end] in own or text[start:end] in lexicon)
            end = next(known, start + 1)
            spans.append((start, end))
            start = end
    return spans


def _scores(words: list[str], rendered: str, lexicon: Lexicon, source: str, target: str) -> list[float]:
    """Return for each word how likely it is rendered by some words of the translation."""
    from transreview.alignment.signals.stems import stems

    wanted = {lexicon.right[stem] for stem in stems(rendered, base_language(target)) if stem in lexicon.right}
    spaced = language_of(source).spaced
    scores = []
    for word in words:
        keys = stems(word, base_language(source)) if spaced else [word]
        numbers = [lexicon.left[key] for key in keys if key in lexicon.left]
        best = 0.0
        for number in numbers:
            for entry in range(int(lexicon.starts[number]), int(lexicon.starts[number + 1])):
                if int(lexicon.others[entry]) in wanted:
                    best = max(best, float(lexicon.forward[entry] * lexicon.backward[entry]))
        scores.append(best)
    return scores
