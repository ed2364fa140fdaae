"""Codes that open and close something without being elements: bpt and ept of XLIFF, {b> and <b} of Phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.lazy_patterns import lazy_pattern

CODES = lazy_pattern(
    r"<(?P<open>bpt|bx|sc)\b(?P<opened>[^<>]*)>|<(?P<close>ept|ex|ec)\b(?P<closed>[^<>]*)>"
    # Angular's x of both kinds, named alike
    r'|<x\b[^<>]*?\bid="(?:(?P<start>START)|CLOSE)_(?P<name>\w+)"[^<>]*>'
    r"|\{(?P<begin>[biu^_]{1,3}|\d{1,4})>|<(?P<end>[biu^_]{1,3}|\d{1,4})\}"
)
"""What is written in a text as a tag, or as Phrase writes it."""

BULLETIN = lazy_pattern(
    r"\[(?P<begin>b|i|u|s|url|color|size|font|quote|code|list|center|spoiler)(?:=[^\]\n]{1,200})?\]"
    r"|\[/(?P<end>b|i|u|s|url|color|size|font|quote|code|list|center|spoiler)\]",
    re.IGNORECASE,
)
"""Tags of bulletin boards."""

_NAMES = (lazy_pattern(r'\brid="([^"]*)"'), lazy_pattern(r'\bi="([^"]*)"'), lazy_pattern(r'\bid="([^"]*)"'))


def wrongly_nested(source: str, target: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where a code of a translation closes what is opened later, if none of its source does so."""
    early = list(closed_early(target, pattern))
    if early and not any(closed_early(source, pattern)):
        yield from early


def closed_early(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where a code closes what only later in the text is opened."""
    found = [(match, *_read(match)) for match in pattern.finditer(text)]
    last_opened = {name: number for number, (_match, name, opens) in enumerate(found) if opens}
    waiting: dict[str, int] = {}
    for number, (match, name, opens) in enumerate(found):
        if opens:
            waiting[name] = waiting.get(name, 0) + 1
        elif waiting.get(name):
            waiting[name] -= 1
        elif last_opened.get(name, -1) > number:
            yield match.span()


def _read(match: re.Match[str]) -> tuple[str, bool]:
    """Return the name of what a code opens or closes, and whether it opens."""
    said = match.groupdict()
    if said.get("open") or said.get("close"):
        attributes = said["opened"] if said["open"] else said["closed"]
        names = (name.search(attributes) for name in _NAMES)
        return next((one[1] for one in names if one), ""), bool(said["open"])
    if said.get("name"):
        return said["name"], bool(said["start"])
    return (said["begin"] or said["end"]).lower(), bool(said["begin"])
