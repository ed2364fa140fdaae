"""What an action of the screens is, and the places in which a key works."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a key works."""

    LIST = "list"
    EDITOR = "editor"
    PANE = "pane"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    Attributes:
        id: Its name.
        method: Controller and method of the review screen ("navigation.next"); empty for what only the
            glossary screen does.
        words: What it is called in the palette and in help.
        help: One sentence on what exactly it does.
        list: Keys in the list of segments, separated by blanks, "+" inside a key ("ctrl+y").
        editor: Keys in the editor.
        pane: Keys in a pane of terms, findings, comments or history, and of the glossary screen.
        glossary: Keys in the glossary's list of concepts.
        glossary_method: Controller and method of the glossary screen; empty for what it does not do.
        hint: Its word in the hints of the last line; empty keeps it out of them.
        palette: Whether the command palette offers it.
        numbered: The keys end in "1…9" and the digit is handed to the action.
    """

    id: str
    method: str
    words: str
    help: str
    _: KW_ONLY
    list: str = ""
    editor: str = ""
    pane: str = ""
    glossary: str = ""
    glossary_method: str = ""
    hint: str = ""
    palette: bool = True
    numbered: bool = False

    def keys(self, place: Place) -> tuple[str, ...]:
        """Return its keys of the default keymap in one place."""
        return tuple(getattr(self, place.value).split())
