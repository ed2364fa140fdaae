"""What a reader of files leaves as it is, counted and named, so that nothing goes unread in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from transreview.i18n import _, ngettext


class Left(StrEnum):
    """A kind of part that no text is read of."""

    CODE = "code"
    FRONT_MATTER = "front-matter"
    FORMULA = "formula"
    DIRECTIVE = "directive"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    SCRIPT = "script"
    CONTROL = "control"
    HIDDEN = "hidden"
    PROTECTED = "protected"
    READING = "reading"
    DELETED = "deleted"
    SYMBOL = "symbol"
    VALUE = "value"
    CDATA = "cdata"
    EMBEDDED = "embedded"


class Beside(StrEnum):
    """A kind of text that stands beside the running text, and was read too."""

    ATTRIBUTE = "attribute"
    FOOTNOTE = "footnote"
    HEADER = "header"
    TEXT_BOX = "text-box"
    COMMENT = "comment"
    CONTENTS = "contents"


def remarks(
    name: str, left: Mapping[Left, int], beside: Mapping[Beside, int], warnings: Sequence[str]
) -> list[str]:
    """Return what is to be said of the reading of a file, one sentence each; nothing when all is plain.

    Args:
        name: The file's name.
        left: What was left as it is.
        beside: What was read beside the running text.
        warnings: What is wrong with the file.
    """
    said = []
    parts = [_counted(kind, count) for kind, count in left.items() if count]
    if parts:
        said.append(_("{name}: {parts} left as they are.").format(name=name, parts=", ".join(parts)))
    parts = [_counted_beside(kind, count) for kind, count in beside.items() if count]
    if parts:
        said.append(_("{name}: {parts} read too.").format(name=name, parts=", ".join(parts)))
    return said + [_("{name}: {warning}.").format(name=name, warning=warning) for warning in warnings]


def _counted_beside(kind: Beside, count: int) -> str:
    texts = {
        Beside.ATTRIBUTE: ngettext("{count} alt or title text", "{count} alt or title texts", count),
        Beside.FOOTNOTE: ngettext("{count} footnote", "{count} footnotes", count),
        Beside.HEADER: ngettext("{count} header or footer", "{count} headers or footers", count),
        Beside.TEXT_BOX: ngettext("{count} text box", "{count} text boxes", count),
        Beside.COMMENT: ngettext("{count} comment in code", "{count} comments in code", count),
        Beside.CONTENTS: ngettext(
            "{count} title of the table of contents", "{count} titles of the table of contents", count
        ),
    }
    return texts[kind].format(count=count)


def _counted(kind: Left, count: int) -> str:
    texts = {
        Left.CODE: ngettext("{count} code block", "{count} code blocks", count),
        Left.FRONT_MATTER: ngettext("{count} front matter", "{count} front matters", count),
        Left.FORMULA: ngettext("{count} formula", "{count} formulas", count),
        Left.DIRECTIVE: ngettext(
            "{count} line of a site generator", "{count} lines of a site generator", count
        ),
        Left.COMMENT: ngettext("{count} comment", "{count} comments", count),
        Left.NAVIGATION: ngettext("{count} part of navigation", "{count} parts of navigation", count),
        Left.SCRIPT: ngettext("{count} script or style sheet", "{count} scripts or style sheets", count),
        Left.CONTROL: ngettext(
            "{count} drawing or form control", "{count} drawings or form controls", count
        ),
        Left.HIDDEN: ngettext("{count} hidden part", "{count} hidden parts", count),
        Left.PROTECTED: ngettext(
            "{count} part marked untranslatable", "{count} parts marked untranslatable", count
        ),
        Left.READING: ngettext("{count} ruby reading", "{count} ruby readings", count),
        Left.DELETED: ngettext("{count} deleted passage", "{count} deleted passages", count),
        Left.SYMBOL: ngettext("{count} sign of a symbol font", "{count} signs of a symbol font", count),
        Left.VALUE: ngettext(
            "{count} value that is no text", "{count} values that are no text", count
        ),
        Left.CDATA: ngettext("{count} CDATA section", "{count} CDATA sections", count),
        Left.EMBEDDED: ngettext(
            "{count} chart, diagram or embedded file", "{count} charts, diagrams or embedded files", count
        ),
    }  # fmt: skip
    return texts[kind].format(count=count)
