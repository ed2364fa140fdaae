"""Values that several parts of the report's model have in common."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

Count = Annotated[int, {"minimum": 0}]
SeverityName = Literal["info", "warning", "error", "critical"]
SideName = Literal["source", "target"]


class SeverityCounts(TypedDict):
    """How many findings of each severity."""

    info: Count
    warning: Count
    error: Count
    critical: Count
