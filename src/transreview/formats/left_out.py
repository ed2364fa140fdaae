"""What a reader of files leaves as it is, counted and named, so that nothing goes unread in silence."""

from __future__ import annotations

from collections.abc import Mapping
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


def left_as_they_are(left: Mapping[Left, int]) -> str:
    """Return a sentence that names what was left out of a file; "" when that is nothing.

    Args:
        left: How many of each kind.
    """
    parts = [_counted(kind, count) for kind, count in left.items() if count]
    if not parts:
        return ""
    return _("left as they are: {parts}").format(parts=", ".join(parts))


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
    }  # fmt: skip
    return texts[kind].format(count=count)
