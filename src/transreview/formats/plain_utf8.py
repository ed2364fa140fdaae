"""Files that are UTF-8 or nothing: what other programs wrote for programs to read."""

from __future__ import annotations

from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _


def read_utf8(path: Path, remedy: str) -> str:
    """Return the text of a UTF-8 file, without a byte order mark.

    Args:
        path: The file.
        remedy: What to name instead, where it cannot be read.

    Raises:
        InputError: It cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            _("cannot be read: {reason}").format(reason=error.strerror or error), path=path, remedy=remedy
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"), path=path, byte=error.start, remedy=_("Save the file as UTF-8")
        ) from error
