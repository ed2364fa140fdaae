"""Keys that mean something only with the next: a count as in vi, and the first of a letter typed twice."""

from __future__ import annotations

from transreview.tui.keymaps import Keymap
from transreview.tui.layouts import latin

LONGEST = 6
"""Digits of a count; more are nobody's wish."""


class PendingKeys:
    """What was pressed in the list and waits for the next key.

    Args:
        keymap: The keys in force.

    Attributes:
        typed: A count, or the first of two equal letters; empty where nothing waits.
    """

    def __init__(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self.typed = ""

    def takes(self, key: str) -> bool:
        """Return whether a key waits for the next, and keep it if it does."""
        counted = self.typed.isdecimal()
        if self._keymap.counts and key in "0123456789" and (key != "0" or counted):
            self.typed = (self.typed if counted else "") + key
            self.typed = self.typed[-LONGEST:]
            return True
        letter = self._letter(key)
        if letter in self._keymap.doubled and self.typed != letter:
            self.typed = letter
            return True
        return False

    def _letter(self, key: str) -> str:
        """Return a letter as keymaps spell it, whatever the keyboard."""
        return key if key in self._keymap.doubled else latin(key)

    def resolve(self, key: str) -> tuple[str, int]:
        """Return what was pressed as keymaps spell it, and how often it is meant (0 without a count).

        Nothing waits any more then.
        """
        typed, self.typed = self.typed, ""
        if typed.isdecimal():
            return key, int(typed)
        return (typed * 2 if typed and typed == self._letter(key) else key), 0
