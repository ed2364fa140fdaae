"""Wordings taken from Russian that good Georgian puts otherwise: data/calques.txt, with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from transreview.languages.grammar_fault import Fault, FaultKind


@cache
def _wordings() -> tuple[re.Pattern[str], list[tuple[str, str]]]:
    """Return one pattern of all wordings, a group each, and what is better with its source."""
    patterns, better = [], []
    text = (files(__package__) / "data" / "calques.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pattern, right, source = (part.strip() for part in line.split(" | "))
            patterns.append(f"({pattern})")
            better.append((right, source))
    return re.compile(rf"(?<![ა-ჰ])(?:{'|'.join(patterns)})(?![ა-ჰ])"), better


# The longest run of letters that every text with a wording has.
_LITERAL = re.compile("[ა-ჰ]+(?![ა-ჰ?*|])")


@cache
def _anchors() -> AhoCorasick:
    """Return what finds, in one pass, whether any wording can stand in a text."""
    text = (files(__package__) / "data" / "calques.txt").read_text(encoding="utf-8")
    anchors: set[str] = set()
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pattern = line.split(" | ")[0]
            outside = re.sub(r"\([^()]*\)\??|\[[^]]*\](?:\{[^}]*\}|[*+?])?", " ", pattern)
            literals = _LITERAL.findall(outside)
            options = re.findall(r"\(\?:([^()]*)\)", pattern)
            anchors.update([max(literals, key=len)] if literals else options[0].split("|"))
    return AhoCorasick(sorted(anchors))


def calques(text: str) -> Iterator[Fault]:
    """Yield the wordings of a text that the list has.

    Args:
        text: Georgian text.
    """
    if not _anchors().find_matches_as_indexes(text):
        return
    pattern, better = _wordings()
    for match in pattern.finditer(text):
        right, source = better[(match.lastindex or 1) - 1]
        yield Fault(match.start(), match.end(), FaultKind.CALQUE, right, note=source)
