"""What one part of the review screen tells the others; the screen hands it on."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


class ArticleOpened(Message):
    """Another article is open: what is known of it has to be found out."""


class FileGone(Message):
    """The project file is not where it was: nothing could be saved."""


class GlossaryTouched(Message):
    """The glossary may have changed."""


class ChecksUnfinished(Message):
    """A change has left segments unchecked."""


@dataclass
class ActionWanted(Message):
    """A controller asks for an action that belongs to another.

    Attributes:
        action: Its id in the table of actions.
    """

    action: str


@dataclass
class SegmentsChanged(Message):
    """Several segments changed, or their order did."""

    reordered: bool = False
