"""The bytes of a file that a user named, or a message that says why there are none."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from transreview.errors import InputError, TransreviewError
from transreview.i18n import _

STDIN = "-"


def read_bytes(path: Path | str, *, allow_empty: bool = False) -> bytes:
    """Return all bytes of a file, or of standard input for "-".

    Args:
        path: The file.
        allow_empty: Return b"" for an empty file instead of refusing it.

    Raises:
        InputError: The file is missing, a directory, unreadable or empty.
    """
    if str(path) == STDIN:
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(path).read_bytes()
        except (OSError, ValueError) as error:
            raise reading_failed(path, error) from error
    if not data and not allow_empty:
        raise InputError(
            _("the file is empty"), path=display_name(path), remedy=_("Name a file that has text in it.")
        )
    return data


def no_text(path: Path | str) -> InputError:
    """Return the user's error for a file that was read and holds no text."""
    return InputError(
        _("there is no text in this file"),
        path=display_name(path),
        remedy=_("Name a file that has some."),
    )


def display_name(path: Path | str) -> str:
    """Return the name under which messages speak of a file."""
    return _("standard input") if str(path) == STDIN else str(path)


def reading_failed(path: Path | str, error: OSError | ValueError) -> TransreviewError:
    """Return the user's error for a failed read, with a remedy for the usual causes."""
    number = error.errno if isinstance(error, OSError) else None
    messages = {
        errno.ENOENT: (_("there is no such file"), _("Check the name and the folder.")),
        errno.ENOTDIR: (_("there is no such file"), _("A part of its path is a file, not a folder.")),
        errno.EISDIR: (_("this is a folder, not a file"), _("Name a file in it.")),
        errno.EACCES: (_("the file may not be read"), _("Ask its owner for permission to read it.")),
        errno.ELOOP: (_("the links to this file lead in a circle"), _("Name the file itself.")),
        errno.ENAMETOOLONG: (_("the file name is too long"), _("Check the name.")),
    }
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    fallback = (_("the file cannot be read: {reason}").format(reason=reason), None)
    what, remedy = messages.get(number or 0, fallback)
    return InputError(what, path=display_name(path), remedy=remedy)
