"""Punctuation: the marks that a translator keeps, whatever their shape."""

from __future__ import annotations

import re

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
_FINAL = {"。": ".", "．": ".", "｡": ".", **{shape: name for name in "?!:;…" for shape in _SHAPES[name]}}
_FINAL[";"] = ";"


def mark_tokens(text: str) -> set[str]:
    """Return the punctuation marks of a text and how it ends.

    Args:
        text: A unit's text in any language.

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
    tokens.add("end" + _final(text))
    return tokens


def _final(text: str) -> str:
    """Return the mark that closes a text behind its quotes and brackets, or nothing."""
    stripped = text.rstrip(_CLOSING)
    last = stripped[-1:]
    return _FINAL.get(last, last if last == "." else "")
