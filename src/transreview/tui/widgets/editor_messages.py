"""What the editor tells the screen; known to the screen before there is an editor."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


class Written(Message):
    """The text in the editor has changed."""


class CaretMoved(Message):
    """The cursor or the selection in the editor has moved."""


@dataclass
class Removed(Message):
    """One key took away more than a character.

    Attributes:
        count: How many characters.
    """

    count: int


class NothingSelected(Message):
    """Something was to be cut, and nothing is selected."""


@dataclass
class UnknownKey(Message):
    """A key with Alt was pressed that does nothing here.

    Attributes:
        key: The key, as keymaps spell it.
    """

    key: str
