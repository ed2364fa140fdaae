"""Sentences of Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.language import Span
from transreview.languages.spans import around, blocks, bracketed, cut, sentence_at, within_brackets
from transreview.lazy_patterns import lazy_pattern

# An ASCII or full-width stop ends a sentence only after a Han character, so that neither "3.5" nor
# "1．" nor "www.example.com" is cut.
_MARK = lazy_pattern(
    r"(?P<mark>[。！？!?｡；;…⋯]+|\.{3,6}|(?<=[\u4e00-\u9fff])[.．](?![A-Za-z0-9]))"
    r"(?P<close>[”’」』）】》〉〗\")\]]*)"
)
_STRONG = frozenset("。！？!?｡.．")
_QUOTE_OPEN, _QUOTE_CLOSE = "“「『", "”」』"

# What follows a mark and shows that the sentence goes on: commas and the like, or a particle that
# cannot begin a sentence.
_CONTINUES = lazy_pattern(r"[，、,：:)）]|[的等](?!到|待|级)|[之与和及](?=[^，]{0,4})(?:类|间|外|后)")
# “…？”他问。 : who said it belongs to what was said; 他问：“… begins the next sentence.
_SPEECH_TAG = lazy_pattern(
    r"[^。！？；：，“”「」]{0,14}?(?:说|问|道|喊|答|叫|称|表示|回应)(?:着|了)?(?:[。！]|，[“「]|$)"
)

# 「…。」と言った: Japanese, whose sentences are cut here too, hangs what was said on its verb by a particle.
_JAPANESE_PARTICLE = lazy_pattern(r"(?:と(?:い[うっ]|[、一-鿿])|って|など|[はがをにの])")


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of a Chinese paragraph, outer blanks left out."""
    spans: list[Span] = []
    closed = bracketed(text)
    for start, end in blocks(text):
        spans.extend(cut(text, start, end, _breaks(text, start, end, closed)))
    return spans


def _breaks(text: str, start: int, end: int, closed: list[Span]) -> Iterator[int]:
    depth, seen = 0, start
    for match in _MARK.finditer(text, start, end):
        piece = text[seen : match.start("close")]
        depth = max(0, depth + sum(map(piece.count, _QUOTE_OPEN)) - sum(map(piece.count, _QUOTE_CLOSE)))
        seen = match.start("close")
        position = _own_closers(text, start, match)
        brackets = around(match.start(), closed)
        title = brackets is not None and text[brackets[0]] == "《"
        if title or within_brackets(match.start(), position, closed, sentence_at(text, start)):
            continue
        ends_quote = any(mark in _QUOTE_CLOSE + '"' for mark in text[match.start("close") : position])
        ends = not _STRONG.isdisjoint(match["mark"]) or ends_quote or depth == 0
        if ends and not _goes_on(text[position : min(end, position + 24)], ends_quote):
            yield position
            start = position


def _own_closers(text: str, start: int, match: re.Match[str]) -> int:
    """Return the end of the marks that close this sentence; a straight quote may open the next one."""
    position = match.start("close")
    for mark in match["close"]:
        if mark == '"' and text.count('"', start, position) % 2 == 0:
            break
        position += 1
    return position


def _goes_on(follows: str, ends_quote: bool) -> bool:
    follows = follows.lstrip()
    if not follows:
        return False
    return bool(
        _CONTINUES.match(follows)
        or (ends_quote and (_SPEECH_TAG.match(follows) or _JAPANESE_PARTICLE.match(follows)))
    )
