"""Making characters visible that would steer the terminal or hide in the text.

Each is shown as one symbol of one cell, so that every span into the text also fits what is shown,
and so that the editor can turn the symbols back into what they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from transreview.i18n import _

_BIDI_AND_HIDDEN = {
    "\u00ad": "¬",  # soft hyphen, as word processors show it
    "\u061c": "↢",  # Arabic letter mark
    "\u115f": "▯",
    "\u180e": "▯",
    "\u200b": "¦",  # zero-width space
    "\u200c": "⌿",  # zero-width non-joiner
    "\u200d": "⌁",  # zero-width joiner, unless it joins emoji
    "\u200e": "↦",  # left-to-right mark
    "\u200f": "↤",  # right-to-left mark
    "\u2028": "␤",
    "\u2029": "¶",
    "\u202a": "⇉",  # left-to-right embedding
    "\u202b": "⇇",  # right-to-left embedding
    "\u202c": "⇥",  # end of embedding or override
    "\u202d": "⇒",  # left-to-right override
    "\u202e": "⇐",  # right-to-left override
    "\u2060": "⌇",  # word joiner
    "\u2066": "↠",  # left-to-right isolate
    "\u2067": "↞",  # right-to-left isolate
    "\u2068": "↔",  # first strong isolate
    "\u2069": "⇤",  # end of isolate
    "\ufeff": "◌",  # byte order mark
}
_CONTROLS = {chr(code): chr(0x2400 + code) for code in range(0x20) if code != 0x0A}
_LATE_CONTROLS = {"\x7f": "␡", **{chr(code): "␦" for code in range(0x80, 0xA0)}}

SYMBOLS: dict[str, str] = {**_CONTROLS, **_LATE_CONTROLS, **_BIDI_AND_HIDDEN}
"""Symbol shown for each character; line feeds stay what they are."""

_FLAG = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
"""The flags that are written with tags, which say anything or nothing elsewhere: England, Scotland, Wales."""

_EMOJI = "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_HIDDEN = re.compile(
    f"(?:{_FLAG})|[" + "".join(map(re.escape, set(SYMBOLS) - {"\u200d"})) + "\u206a-\u206f\ufff9-\ufffb"
    f"\U000e0000-\U000e0fff\ud800-\udfff]|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
)
_ENDS_IN_EMOJI = re.compile(f"[{_EMOJI}]$")
_FALLBACK = "▯"
_FLAGS = re.compile(f"({_FLAG})")

_OWN_NAMES = {"\x1b": "ESCAPE", "\t": "TAB", "\r": "CARRIAGE RETURN", "\x00": "NULL", "\x07": "BELL"}


def visible(text: str) -> str:
    """Return a text in which nothing steers the terminal and nothing is hidden.

    Args:
        text: Any text from a file.

    Returns:
        A text of the same length, line feeds kept.
    """
    return _HIDDEN.sub(_symbol, text)


def _symbol(found: re.Match[str]) -> str:
    """Return what is shown of a hidden character; a flag of several is shown as it is."""
    character = found.group()
    return character if len(character) > 1 else SYMBOLS.get(character, _FALLBACK)


def _hidden(text: str) -> dict[str, None]:
    """Return the hidden characters of a text, each once, in order."""
    return dict.fromkeys(character for character in _HIDDEN.findall(text) if len(character) == 1)


def visible_line(text: str) -> str:
    """Return `visible(text)` on one line, line feeds shown as well."""
    return visible(text).replace("\n", "␊")


def hidden_characters(text: str) -> list[str]:
    """Return a line for each sort of hidden character in a text, to explain the symbols.

    Args:
        text: Any text from a file.

    Returns:
        Lines such as "⇐ is U+202E RIGHT-TO-LEFT OVERRIDE", each once, in order of appearance.
    """
    lines = []
    for character in _hidden(text):
        name = _OWN_NAMES.get(character) or unicodedata.name(character, _("control character"))
        symbol = SYMBOLS.get(character, _FALLBACK)
        lines.append(
            _("{symbol} is U+{code:04X} {name}").format(symbol=symbol, code=ord(character), name=name)
        )
    return lines


@dataclass
class Veil:
    """Visible symbols in an editor, and what each stands for.

    The editor works on the text of `show`; `take_back` gives the text it stands for. A symbol that
    the text already contains is not used for another character: a private one takes its place.
    """

    _meaning: dict[str, str] = field(default_factory=dict)
    _symbol: dict[str, str] = field(default_factory=dict)
    _next: int = 0xE000

    def show(self, text: str) -> str:
        """Return the visible form of a text that enters the editor."""
        for character in _hidden(text):
            if character not in self._symbol:
                symbol = SYMBOLS.get(character, _FALLBACK)
                while symbol in text or symbol in self._meaning:
                    symbol, self._next = chr(self._next), self._next + 1
                self._symbol[character], self._meaning[symbol] = symbol, character
        # A symbol that the text itself contains must not come back as what it stands for.
        for symbol in set(text) & self._meaning.keys() - self._symbol.keys():
            while chr(self._next) in text or chr(self._next) in self._meaning:
                self._next += 1
            self._symbol[symbol], self._meaning[chr(self._next)] = chr(self._next), symbol
        symbols = {ord(character): symbol for character, symbol in self._symbol.items()}
        if not symbols:
            return text
        # Every second piece is a flag, whose tags are no hidden characters.
        pieces = _FLAGS.split(text)
        return "".join(piece if at % 2 else piece.translate(symbols) for at, piece in enumerate(pieces))

    def show_behind(self, before: str, text: str) -> str:
        """Return the visible form of what is written behind something; a joiner stays one behind an emoji."""
        return text if text == "\u200d" and _ENDS_IN_EMOJI.search(before) else self.show(text)

    def take_back(self, text: str) -> str:
        """Return what the text of the editor stands for."""
        if not self._meaning:
            return text
        return text.translate({ord(symbol): character for symbol, character in self._meaning.items()})
