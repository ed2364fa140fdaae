"""Files that are UTF-8 or nothing: what other programs wrote for programs to read."""

from __future__ import annotations

import sys
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.reading import STDIN, display_name
from transreview.i18n import _


def read_utf8(path: Path, remedy: str) -> str:
    """Return the text of a UTF-8 file, or of standard input for "-", without a byte order mark.

    Args:
        path: The file.
        remedy: What to name instead, where it cannot be read.

    Raises:
        InputError: It cannot be read, or is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if str(path) == STDIN else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            _("cannot be read: {reason}").format(reason=error.strerror or error), path=path, remedy=remedy
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            _("not UTF-8"), path=display_name(path), byte=error.start, remedy=_("Save the file as UTF-8")
        ) from error
