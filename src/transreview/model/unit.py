"""Units: the paragraphs or sentences of one side of an article."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.model.inline_mark import InlineMark


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
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
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
        level: Of a title or heading its level (1 to 6), of a list item how deep its list lies (from 1);
            0 where the format does not say.
        marker: Of a list item the sign or number in front of it ("-", "3."), where the format has one.
        row: Of a table cell its row (from 1), 0 elsewhere.
        column: Of a table cell its column (from 1), 0 elsewhere.
        name: What the file calls it (the key of a message, the time of a subtitle), "" without a name.
        marks: What stands inside the text and is no text, in the order of the text.
    """

    text: str
    _: KW_ONLY
    kind: UnitKind = UnitKind.PARAGRAPH
    paragraph: int = 0
    line: int = 1
    prefix: str = ""
    level: int = 0
    marker: str = ""
    row: int = 0
    column: int = 0
    name: str = ""
    marks: tuple[InlineMark, ...] = ()
