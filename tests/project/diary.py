"""What was asked of a project and what it answered, line by line, in words that are the same every day."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.kept import shown
from transreview.errors import TransreviewError


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
        said = re.sub(
            r"\b[0-9a-f]{12,}\b",
            lambda found: f"HEX{len(found[0])}",
            said.replace(self._folder, "").replace("\n", "¶"),
        )
        if answer is None:
            said = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?", "WHEN", said)  # in the machine's own zone
        self.lines.append(f"{name}: {said}")
        return answer
