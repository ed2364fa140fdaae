"""What was asked of a project and what it answered, line by line, in words that are the same every day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from transreview.errors import TransreviewError


def shown(value: object) -> str:
    """Return a value with the fields of records that say something."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.strftime("%H:%M:%S")
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(shown, value))}]"
    if hasattr(value, "tolist"):
        return shown(value.tolist())
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(name)}: {shown(one)}" for name, one in value.items()) + "}"
    if is_dataclass(value):
        said = {one.name: getattr(value, one.name) for one in fields(value) if one.repr}
        inside = ", ".join(
            f"{name}={shown(one)}" for name, one in said.items() if one not in (None, "", (), {}, 0)
        )
        return f"{type(value).__name__}({inside})"
    return repr(value)


class Diary:
    """What was asked and answered, line by line.

    Args:
        folder: What is not to be told: where the project stands.
    """

    def __init__(self, folder: Path) -> None:
        self.lines: list[str] = []
        self._folder = str(folder)

    def tell(self, name: str, asked: Callable[[], object]) -> object:
        """Ask, and tell the answer or the refusal."""
        try:
            answer = asked()
            said = shown(answer)
        except (TransreviewError, ValueError) as error:
            answer = None
            remedy = getattr(error, "remedy", "")
            said = f"! {type(error).__name__}: {error} | {remedy}"
        said = re.sub(r"\b[0-9a-f]{12,}\b", "HEX", said.replace(self._folder, "").replace("\n", "¶"))
        if answer is None:
            said = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?", "WHEN", said)  # in the machine's own zone
        self.lines.append(f"{name}: {said}")
        return answer
