"""What a terminal sends for a key, where Textual reads something else.

Alt with a character arrives as Escape and the character. Textual reads some of these as the signs
that Option writes on a Mac ("¡" for Alt+1), and waits a tenth of a second for more after the
others, so that whatever follows in the same packet is taken for a part of the sequence.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from textual import _xterm_parser
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.message import Message

from transreview.tui.layouts import LAYOUTS

ESCAPE = "\x1b"
PREFIXES = "[O"
"""Characters after Escape with which the sequences of other keys begin."""

WORD_KEYS = "bf"
"""What a Mac sends after Escape for Option with an arrow key; Textual goes by words for them."""


class KeyName(NamedTuple):
    """A key by its name, as Textual's table has them."""

    value: str


class KeyParser(_xterm_parser.XTermParser):
    """Reads keys; an Escape that was pressed a while ago is Escape, whatever comes after it."""

    def feed(self, data: str) -> Iterable[Message]:
        """Read what the terminal sent."""
        yield from self.tick()
        yield from super().feed(data)


def sequences() -> dict[str, tuple[KeyName, ...]]:
    """Return what Escape and a character stand for.

    A printable character with Escape before it is that character with Alt. Escape before a control
    character is two keys: terminals that can tell Alt+Enter from Escape and Enter say so in another
    way, and of the two Escape is what must not be lost.
    """
    printable = {chr(code) for code in range(0x21, 0x7F)} | {*LAYOUTS}
    table: dict[str, tuple[KeyName, ...]] = {
        ESCAPE + character: (KeyName(f"alt+{_named(character)}"),)
        for character in printable - {*PREFIXES, *WORD_KEYS}
    }
    table[ESCAPE + " "] = (KeyName("alt+space"),)
    for code in (*range(1, 27), 0x1C, 0x1D, 0x1E, 0x1F):
        known = ANSI_SEQUENCES_KEYS.get(chr(code))
        if isinstance(known, tuple):
            table[ESCAPE + chr(code)] = (KeyName("escape"), *(KeyName(key.value) for key in known))
    return table


def _named(character: str) -> str:
    return f"shift+{character.lower()}" if character.isascii() and character.isupper() else character


def teach() -> None:
    """Have Textual read keys as described here, from now on."""
    cast("dict[str, object]", ANSI_SEQUENCES_KEYS).update(sequences())
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows reads keys, not sequences
        return
    linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]
