"""Punctuation: the marks that a translator keeps, whatever their shape."""

from __future__ import annotations

import re

from transreview.languages.language import Language

# Shapes of one mark, first the name it goes by here. Commas are left out: 、 becomes "and" as often.
_SHAPES = {
    "?": "?？;؟",
    "!": "!！",
    ":": ":：",
    ";": ";；",
    "(": "(（[［【",
    "“": '“”„"«»「」『』《》〈〉〝〞‟',
    "…": "…",
    "—": "—–―",
    "%": "%％",
    "/": "/／",
    "·": "·・•",
    "*": "*＊",
    "&": "&＆",
    "$": "$＄€£¥￥",
}
_NAMES = {shape: name for name, shapes in _SHAPES.items() for shape in shapes if shape != ";" or name == ";"}
_MARK = re.compile(f"[{re.escape(''.join(_NAMES))}]")
_CLOSING = "\"'“”’»」』》）)]】 \u00a0\u3000"
_FINAL = {**dict.fromkeys("。．｡।۔։።။។", "."), **{shape: name for name in "?!:;…" for shape in _SHAPES[name]}}
_FINAL[";"] = ";"
_STOPS = frozenset(mark for mark, name in _FINAL.items() if name == ".") | {"."}


def mark_tokens(text: str, language: Language) -> set[str]:
    """Return the punctuation marks of a text and how it ends.

    Args:
        text: A unit's text.
        language: Its language; how a text ends says nothing where sentences need no full stop.

    Returns:
        One token a mark, a second one where it stands at least twice as a pair would, and
        "end" with the final mark ("end." for 。, "end" where there is none).
    """
    counts: dict[str, int] = {}
    for mark in _MARK.findall(text):
        name = _NAMES[mark]
        counts[name] = counts.get(name, 0) + 1
    tokens = set(counts)
    tokens.update(f"{name}{name}" for name, count in counts.items() if count > 2)
    if not _STOPS.isdisjoint(language.final_marks):
        tokens.add("end" + _final(text))
    return tokens


def _final(text: str) -> str:
    """Return the mark that closes a text behind its quotes and brackets, or nothing."""
    stripped = text.rstrip(_CLOSING)
    last = stripped[-1:]
    return _FINAL.get(last, last if last == "." else "")
