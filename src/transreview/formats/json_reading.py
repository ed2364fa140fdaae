"""Reading JSON that anybody may have written."""

from __future__ import annotations

import json
from typing import Any


def loads(text: str | bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return the value of a JSON text.

    Raises:
        ValueError: It is no JSON, is nested thousands deep, or holds half of a surrogate pair, which no
            file could carry.
    """
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if (b"\\u" if isinstance(text, bytes) else "\\u") in text:  # type: ignore[operator]
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ValueError("a \\u escape is half of a surrogate pair") from error
    return value
