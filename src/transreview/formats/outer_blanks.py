"""The blanks and line feeds around a text, which are the file's matter and not the reviewer's."""

from __future__ import annotations

import re


def with_outer_blanks(new: str, old: str, source: str, *, catalog: bool) -> str:
    """Return a text with the blanks and line feeds around it that its file has there, or its source.

    Args:
        new: The text as a project keeps it.
        old: The text that stands in the file.
        source: Its source.
        catalog: Whether it is of a gettext catalog, where line feeds at an end are those of the source.
    """
    bare = new.strip()
    if new != old and bare and outer_blanks(new) == outer_blanks(source) != outer_blanks(old):
        return new  # somebody gave it those of its source, which the file lacks
    if bare == old.strip():
        return old
    if not bare:
        return ""
    follows = not old.strip() or (catalog and _line_feeds(old) != _line_feeds(source))
    start, end = outer_blanks(source if follows else old)
    return start + bare + end


def outer_blanks(text: str) -> tuple[str, str]:
    """Return the blanks before and behind a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def on_one_line(text: str) -> str:
    """Return a text with each of its line ends as one blank; blanks that break no line stay as they are."""
    return _LINE_END.sub(" ", text.strip("\r\n\t "))


_LINE_END = re.compile(r"[ \t]*[\r\n][\r\n\t ]*")


def _line_feeds(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")
