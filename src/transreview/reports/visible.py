"""Control and direction characters made visible: text from files is data, wherever it is shown."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from transreview.project.address import displayed

# C0 but tab and line break, DEL and C1, zero-width and direction marks, and the byte order mark.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def visible(text: str) -> str:
    """Return the text with every hidden character written as its code point."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str, limit: int = 0) -> str:
    """Return the visible text on one line, cut to `limit` characters with an ellipsis if given."""
    line = " ".join(visible(unicodedata.normalize("NFC", text)).split())
    return line if not limit or len(line) <= limit else line[: limit - 1] + "…"


def path_line(path: Path | str) -> str:
    """Return a file's name, or a project's address without its password, as every message prints it."""
    return one_line(displayed(path))
