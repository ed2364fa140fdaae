"""JSON as it is printed: readable letters, but nothing in it that a terminal could obey."""

from __future__ import annotations

import json
import re

# What JSON lets stand as it is: DEL, C1, direction marks, line separators, halves of surrogate pairs.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def dumps(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON whose hidden characters are written as escapes; readers get the same text."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
