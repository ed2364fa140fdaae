"""Which of several languages in a file is meant, when somebody asks for one or nobody does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from transreview.languages.tags import parse_tag


def closeness(tag: str, wanted: str) -> int:
    """Return how well a tag answers to another: 3 the same, 2 nothing contradicts, 1 the language, 0 not.

    Args:
        tag: What a file says.
        wanted: What is asked for; the case and "_" for "-" do not matter.
    """
    if not tag or not wanted:
        return 0
    one, other = parse_tag(tag), parse_tag(wanted)
    if one == other:
        return 3
    if one.language != other.language:
        return 0
    scripts = not one.script or not other.script or one.script == other.script
    regions = not one.region or not other.region or one.region == other.region
    return 2 if scripts and regions else 1


def same_tag(one: str, other: str) -> bool:
    """Whether two tags are one, however they are spelt."""
    return one.lower().replace("_", "-") == other.lower().replace("_", "-")


def closest(tags: Iterable[str], wanted: str) -> str | None:
    """Return the tag that answers best to the one asked for, or None where none is of that language."""
    best, found = 0, None
    for tag in tags:
        close = closeness(tag, wanted)
        if close > best:
            best, found = close, tag
    return found


def best_match(counts: Counter[tuple[str, str]], source: str | None, target: str | None) -> tuple[str, str]:
    """Return the pair of languages that answers best to what is asked for, the commonest among equals.

    Args:
        counts: How often each (source, target) is there; not empty.
        source: What is asked for as the source, None for any.
        target: The same of the translation.
    """
    return max(
        counts,
        key=lambda pair: (
            closeness(pair[1], target) if target else 0,
            closeness(pair[0], source) if source else 0,
            counts[pair],
        ),
    )
