"""Inline marks: what stands inside running text and is no text, or gives text a form."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What an inline mark is."""

    CODE = "code"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    IMAGE = "image"
    FOOTNOTE = "footnote"
    TAG = "tag"
    PLACEHOLDER = "placeholder"
    ADDRESS = "address"
    FORMULA = "formula"
    STRAY = "stray"


HOLDS_TEXT = frozenset({MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRIKE, MarkKind.IMAGE})
"""Kinds with text inside that is translated; all others are kept as they are."""


@dataclass(frozen=True, slots=True)
class InlineMark:
    """One inline mark of a text.

    Attributes:
        kind: What it is; `STRAY` is a sign of emphasis that readers will see as asterisks.
        start: Where it begins in the text, its own signs included where they stand in the text.
        end: One past its end; the same place for a picture or note that has no sign in the text.
        value: What has to stay the same: the address of a link or image, the words of a code span,
            the name of a tag ("/b" where it closes), the label of a footnote, the placeholder itself.
        inner: Start and end of the text that it holds; None where it holds none that is translated.
        by_reference: Of a link or image: `value` is the label of a definition, not an address.
    """

    kind: MarkKind
    start: int
    end: int
    _: KW_ONLY
    value: str = ""
    inner: tuple[int, int] | None = None
    by_reference: bool = False
