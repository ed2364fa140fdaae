"""Quoted strings of gettext catalogs: the escapes that msgfmt knows, no more and no fewer."""

from __future__ import annotations

import re

_ESCAPED = {
    "\\": "\\\\", '"': '\\"', "\a": "\\a", "\b": "\\b", "\t": "\\t",
    "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
}  # fmt: skip
_TO_ESCAPE = str.maketrans(_ESCAPED)
_SPECIAL = re.compile(r'[\\"\a\b\t\n\v\f\r]')
_EOT = "\x04"  # parts context and message in compiled catalogs
_PLAIN = {written[1]: character for character, written in _ESCAPED.items()}

# Runs of numeric escapes are taken together: in a catalog they are bytes, and several of them may
# make one character of its encoding.
_SEQUENCE = re.compile(r"((?:\\x[0-9a-fA-F]+|\\[0-7]{1,3})+)|\\(.?)", re.DOTALL)
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]{1,3}))")


class EscapeError(ValueError):
    """A backslash sequence that no gettext tool understands.

    Attributes:
        at: Offset of the backslash in the string.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def escape(text: str) -> str:
    """Return a text as it stands between the quotes of a catalog."""
    return text.translate(_TO_ESCAPE) if _SPECIAL.search(text) else text


def unescape(written: str, encoding: str = "utf-8") -> str:
    """Return the text of what stands between the quotes of a catalog.

    Args:
        written: It, without the quotes.
        encoding: The catalog's, in which numeric escapes are bytes.

    Raises:
        EscapeError: It holds a sequence that is no escape, or bytes that are no character.
    """
    if _EOT in written:
        raise EscapeError("U+0004", written.index(_EOT))
    if "\\" not in written:
        return written
    parts: list[str] = []
    end = 0
    for match in _SEQUENCE.finditer(written):
        parts.append(written[end : match.start()])
        if match[1]:
            parts.append(_characters(match[1], encoding, match.start()))
        elif (plain := _PLAIN.get(match[2])) is not None:
            parts.append(plain)
        else:
            raise EscapeError(f"\\{match[2]}", match.start())
        end = match.end()
    parts.append(written[end:])
    return "".join(parts)


def _characters(sequence: str, encoding: str, at: int) -> str:
    values = [
        int(hexadecimal, 16) if hexadecimal else int(octal, 8)
        for hexadecimal, octal in _BYTE.findall(sequence)
    ]
    if any(not 0 < value < 256 or chr(value) == _EOT for value in values):
        raise EscapeError(sequence, at)
    try:
        return bytes(values).decode(encoding)
    except UnicodeDecodeError as error:
        raise EscapeError(sequence, at) from error
