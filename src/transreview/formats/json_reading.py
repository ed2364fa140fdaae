"""Reading JSON that anybody may have written."""

from __future__ import annotations

import json
import math
from typing import Any


def _number(digits: str) -> float | None:
    """Return a number; None where it is beyond all that can be written again."""
    number = float(digits)
    return number if math.isfinite(number) else None


# NaN and Infinity are no JSON, but what many programs write for a value that is missing.
_DECODER = json.JSONDecoder(parse_constant=lambda _name: None, parse_float=_number)


def loads(text: str | bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return the value of a JSON text; what stands there as NaN or Infinity is None.

    Raises:
        ValueError: It is no JSON, is nested thousands deep, or holds half of a surrogate pair, which no
            file could carry.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text), "surrogatepass")
        value = _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if "\\u" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise ValueError("a \\u escape is half of a surrogate pair") from error
    return value
