"""Units: the paragraphs or sentences of one side of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Granularity(StrEnum):
    """What a unit of review is cut from."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class UnitKind(StrEnum):
    """What a paragraph is in the layout of its article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    DATE_LINE = "date-line"


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph or sentence.

    Attributes:
        text: The words, without outer blanks and without `prefix`.
        kind: What the paragraph is that it stands in.
        paragraph: 0-based number of that paragraph in its side of the article.
        line: 1-based line of the file on which the unit begins.
        prefix: Block markup in front of the text that is not translated ("## ", "- ", "> ").
    """

    text: str
    kind: UnitKind = UnitKind.PARAGRAPH
    paragraph: int = 0
    line: int = 1
    prefix: str = ""
