"""Text of others for a terminal: nothing in it is taken for a command, and nothing is hidden."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable


def _hexadecimal(character: str) -> str:
    return f"\\x{ord(character):02x}"


def code_point(character: str) -> str:
    """Return a character as its code point in brackets."""
    return f"⟨U+{ord(character):04X}⟩"


def printable(text: str, *, kept: str = "\n", shown: Callable[[str], str] = _hexadecimal) -> str:
    r"""Return a text with every character that does not print written out.

    Args:
        text: Any text: of a file, a file's name, another package's words.
        kept: Characters that stay as they are though they do not print.
        shown: How a character is written out; as `\x1b` unless told otherwise.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in kept else shown(character) for character in text
    )


_BARE = re.compile(r"[\w@%+=:,./-]+")


def shell_word(name: str) -> str:
    r"""Return a file's name or an address as a command has it that somebody may paste into a shell.

    Nothing in it steers a terminal and nothing is hidden: a line break comes as $'\n'. A name that begins as
    an option does is written from its folder.
    """
    if name.startswith("-"):
        name = f"./{name}"
    if _BARE.fullmatch(name):
        return name
    if name.isprintable():
        return shlex.quote(name)
    return "$'" + "".join(_in_shell(character) for character in name) + "'"


_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "'": "\\'", "\\": "\\\\"}


def _in_shell(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    if character.isprintable():
        return character
    # Three octal digits end by themselves; a byte of a name that is no UTF-8 comes as a surrogate.
    is_byte = "\udc80" <= character <= "\udcff"
    data = character.encode(errors="surrogateescape" if is_byte else "surrogatepass")
    return "".join(f"\\{byte:03o}" for byte in data)


def textual(name: str) -> str:
    """Return the name of a file as text that can be kept: bytes in it that are no UTF-8 as escapes."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")
