"""What exchange formats are written from: texts with states, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass

from transreview.model.pair import Pair

REVISION_FIELD = "X-Transreview-Revision"
"""Name under which a file says which revision of the project it was exported from."""

NOTE = "transreview-revision"
"""Whose note, property or prop says it in formats that have no such fields."""


@dataclass(frozen=True, slots=True)
class ExchangeFile:
    """The texts of one article.

    Attributes:
        name: Name of its source file.
        units: Its texts; taken once, one by one.
    """

    name: str
    units: Iterable[Pair]


@dataclass(frozen=True, slots=True)
class Exchange:
    """All that is handed on in one file.

    Attributes:
        source_language: BCP 47 tag.
        target_language: BCP 47 tag.
        files: The articles.
        generator: Name and version of the program.
        created: Moment of the last change, as "20210910T080000Z".
        revision: Revision of the project, 0 where there is none.
    """

    source_language: str
    target_language: str
    _: KW_ONLY
    files: Iterable[ExchangeFile]
    generator: str
    created: str
    revision: int = 0
