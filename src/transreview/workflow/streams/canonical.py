"""Settings written out so that equal ones are equal texts, in every process."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from collections.abc import Set as AbstractSet


def canonical(value: object) -> str:
    """Return a value as text that is the same wherever it is written: sets and mappings in order.

    The order of a set of names is another one in each process, and so is its `repr`.

    Args:
        value: Plain data: dataclasses, tables, sets, lists and whatever has a `repr` of its own.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        inside = ", ".join(
            f"{field.name}={canonical(getattr(value, field.name))}"
            for field in dataclasses.fields(value)
            if field.repr
        )
        return f"{type(value).__name__}({inside})"
    if isinstance(value, Mapping):
        pairs = sorted((canonical(key), canonical(one)) for key, one in value.items())
        return "{" + ", ".join(f"{key}: {one}" for key, one in pairs) + "}"
    if isinstance(value, AbstractSet):
        return "{" + ", ".join(sorted(map(canonical, value))) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(canonical, value)) + "]"
    return repr(value)
