"""What a text must be to be kept."""

from __future__ import annotations

from transreview.errors import UsageError
from transreview.i18n import _


def kept(text: str) -> str:
    """Return a text as it is stored: lines end with a line feed, no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def checked(text: str) -> str:
    """Return a text unchanged if it can be stored.

    Every `Change` asks this of what it writes; only what is written past it has to ask by itself.

    Raises:
        UsageError: It holds a NUL or half of a surrogate pair, which no file could carry.
    """
    at = text.find("\0")
    if at < 0:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            at = error.start
        else:
            return text
    raise UsageError(
        _("the text holds U+{code:04X} at character {place}, which cannot be stored").format(
            code=ord(text[at]), place=at + 1
        ),
        remedy=_("Remove that character"),
    )
