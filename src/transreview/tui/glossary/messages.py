"""What a controller of the glossary screen tells the others, which it does not know."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class GlossaryChanged(Message):
    """The glossary is another one now: it is to be counted and checked anew."""
