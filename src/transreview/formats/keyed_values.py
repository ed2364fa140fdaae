"""Values of files of keys: which of them are text, and which keys stand there twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transreview.i18n import _, ngettext

_ADDRESS = re.compile(r"(?:https?://|mailto:|data:)\S*|#[0-9A-Fa-f]{3,8}|[!-~]*/[!-~]*\.[a-z0-9]{2,5}")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NAMED = 5


def is_text(value: str) -> bool:
    """Return whether a value is words for readers: no number, no address, no colour, no path of a file."""
    return any(one.isalpha() for one in value) and not _ADDRESS.fullmatch(value)


def repeated_keys(named: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return what is to be said of keys that a file has more than once; programs take one of the texts.

    Args:
        named: The keys of the file with their lines, in its order.
    """
    first: dict[str, int] = {}
    said = []
    for key, line in named:
        if key in first:
            said.append(
                _("line {line}: the key “{key}” stands on line {first} too; remove one of the two").format(
                    line=line, key=key, first=first[key]
                )
            )
        first.setdefault(key, line)
    if len(said) > _NAMED:
        more = len(said) - _NAMED
        said[_NAMED:] = [
            ngettext(
                "{count} more key stands there again", "{count} more keys stand there again", more
            ).format(count=more)
        ]
    return tuple(said)


def joined_surrogates(text: str) -> str:
    """Return a text whose characters beyond U+FFFF were written as two halves with these made whole."""
    return _PAIR.sub(lambda match: match[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def has_half(text: str) -> bool:
    """Return whether half of a character stands in a text, which no file could carry."""
    return any("\ud800" <= one <= "\udfff" for one in text)


def in_escapes(text: str, mark: str) -> str:
    r"""Return a text with all that is beyond ASCII as escapes of four figures.

    Args:
        text: The text.
        mark: What begins an escape: `\u` or `\U`.
    """
    parts = []
    for one in text:
        if one.isascii():
            parts.append(one)
            continue
        units = one.encode("utf-16-be")
        parts += [f"{mark}{units[at : at + 2].hex()}" for at in range(0, len(units), 2)]
    return "".join(parts)
