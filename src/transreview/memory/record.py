"""What a memory keeps: pairs that somebody vouched for, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Who stands behind a pair; what is not one's own counts less."""

    PERSON = "person"
    MACHINE = "machine"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryPair:
    """One remembered translation.

    Attributes:
        source: Source text.
        target: Its translation.
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        origin: Who stands behind it: a person's own words, a machine's that a person let stand, or
            somebody else's file.
        collection: What it came with: a project's identity, or a file's name.
        key: Its name in that collection; adding it again replaces it.
        label: What people call the collection ("wine-fair"), for display.
        user: Who confirmed it, "" if unknown.
        changed: When, ISO 8601 in UTC, "" if unknown.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    origin: Origin = Origin.PERSON
    collection: str = ""
    key: str = ""
    label: str = ""
    user: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """What came into a memory together.

    Attributes:
        name: Its identity.
        label: What people call it.
        pairs: How many pairs it holds.
    """

    name: str
    label: str
    pairs: int
