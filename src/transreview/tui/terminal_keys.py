"""What a terminal sends for a key, where Textual reads something else.

Alt with a character arrives as Escape and the character. Textual reads some of these as the signs
that Option writes on a Mac ("¡" for Alt+1), and waits a tenth of a second for more after the
others, so that whatever follows in the same packet is taken for a part of the sequence. In what is
pasted it looks for sequences as well, so that escapes in it come out as keys, behind what was typed
later.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, cast
from unicodedata import category

from textual import _xterm_parser
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.events import Key, Paste
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


PASTE, PASTE_END = f"{ESCAPE}[200~", f"{ESCAPE}[201~"
"""What a terminal sends before and behind what is pasted."""

DRIVERS = ("textual.drivers.linux_driver", "textual.drivers.web_driver")
"""Modules of Textual that read keys as a terminal sends them, the second those of a browser's."""


class KeyParser(_xterm_parser.XTermParser):
    """Reads keys and pastes.

    An Escape that was pressed a while ago is Escape, whatever comes after it; a paste is one text up to
    its end, whatever is in it and however it is cut into packets.
    """

    _pasted: list[str] | None = None
    _tail = ""  # the end of what came last: a mark may be cut in two

    def feed(self, data: str) -> Iterable[Message]:
        """Read what the terminal sent."""
        yield from self.tick()
        if not data:
            if self._pasted:
                yield Paste("".join(self._pasted))
            yield from super().feed(data)
            return
        while data:
            if self._pasted is None:
                end = _behind(PASTE, self._tail, data)
                yield from self._keys(data[:end])
                if end is None:
                    self._tail = (self._tail + data)[1 - len(PASTE) :]
                    return
                self._pasted, self._tail = [], ""
            else:
                end = _behind(PASTE_END, self._tail, data)
                self._pasted.append(data[:end])
                if end is None:
                    self._tail = (self._tail + data)[1 - len(PASTE_END) :]
                    return
                text = "".join(self._pasted)[: -len(PASTE_END)]
                self._pasted, self._tail = None, ""
                if text:
                    yield Paste(text.replace("\0", ""))
                yield from self._keys(PASTE_END)
            data = data[end:]

    def tick(self) -> Iterable[Message]:
        """Take what has waited for more long enough for what it is alone."""
        waited = self._timeout_time is not None
        yield from super().tick()
        if waited and self._timeout_time is None and self._pasted is None:
            self._tail = ""

    def _keys(self, data: str) -> Iterator[Message]:
        """Read keys; the empty paste that Textual has between two marks is none.

        A blank other than the common one, and a sign that is seen in its neighbours alone (what joins an
        emoji or parts letters of Persian), is written by some keyboards. Textual would drop it as no text.
        """
        for message in super().feed(data) if data else ():
            if isinstance(message, Key) and _is_unseen(message.character or ""):
                yield Paste(message.character or "")
            elif not (isinstance(message, Paste) and not message.text):
                yield message


def _is_unseen(character: str) -> bool:
    """Whether a character is a blank or a sign of its own that nothing is drawn for."""
    return len(character) == 1 and not character.isprintable() and category(character) in {"Zs", "Cf"}


def _behind(mark: str, before: str, data: str) -> int | None:
    """Return the place in some data behind a mark, which may have begun before; None without its end."""
    at = (before + data).find(mark)
    return None if at < 0 else at + len(mark) - len(before)


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
    """Have Textual read keys as described here, from now on; bytes that are no text are shown as "\ufffd"."""
    cast("dict[str, object]", ANSI_SEQUENCES_KEYS).update(sequences())
    browser = DRIVERS[1] in os.environ.get("TEXTUAL_DRIVER", "")
    for name in DRIVERS if browser else DRIVERS[:1]:
        try:
            driver: Any = import_module(name)
        except ImportError:  # Windows reads keys, not sequences
            continue
        driver.XTermParser = KeyParser
        driver.getincrementaldecoder = _forgiving


def _forgiving(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """Return a decoder that no byte ends: a terminal may speak another encoding, or a line drop a byte."""
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
