"""Text of others for a terminal: nothing in it is taken for a command, and nothing is hidden."""

from __future__ import annotations

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
