"""The errors a user can cause, each with what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path

_SCHEMES = ("postgresql:/", "postgres:/")
UNNAMED = "dbname="
"""What an address that names no database ends with inside, so that its host is not taken for a name."""


def whole_address(text: str) -> str:
    """Return an address of a project with the slashes that a path makes one of; a file's name as it is."""
    if not text.startswith(_SCHEMES):
        return text
    scheme, _colon, rest = text.partition(":")
    place, mark, query = rest.lstrip("/").partition("?")
    # `postgresql:///NAME` is the server of this machine: it has no host in front of the name.
    host = "" if "/" in place else "/"
    return f"{scheme}://{host}{place}{mark}{query}"


def address_as_written(text: str) -> str:
    """Return an address as its user would write it, without the mark that it names no database."""
    whole = whole_address(text)
    return whole.removesuffix(f"/?{UNNAMED}") if text.startswith(_SCHEMES) else whole


class TransreviewError(Exception):
    """A failure that is told in one message instead of a traceback.

    Args:
        message: What is wrong, one sentence without a final stop.
        path: The file it is about, if any.
        line: 1-based line in that file.
        byte: 0-based offset of the offending byte in that file.
        remedy: What the user can do next, one sentence.
    """

    exit_code = 4

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        byte: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.byte = byte
        self.remedy = remedy

    def __str__(self) -> str:
        """`path:line: message. Remedy.`, with whatever of it is known."""
        place = "" if self.path is None else address_as_written(str(self.path))
        if self.line is not None:
            place += f":{self.line}"
        if self.byte is not None:
            place += f" (byte {self.byte})"
        text = f"{place}: {self.message}" if place else self.message
        # Both parts are sentences; whoever wrote them may have put the final stop or not.
        sentences = [text, *([self.remedy] if self.remedy else [])]
        return " ".join(s if s.endswith((".", "!", "?", "…")) else f"{s}." for s in sentences)


class UsageError(TransreviewError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class InputError(TransreviewError):
    """A file or stream cannot be read as what it should be."""

    exit_code = 3


class ConflictError(TransreviewError):
    """Somebody else changed the same thing in the meantime; nothing was overwritten."""

    exit_code = 3
