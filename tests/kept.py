"""Texts that say what the program does, kept whole beside the tests: `python -m tests.kept` writes all of them again.

With names of packages (`python -m tests.kept checks formats`) only theirs. Each is made of inputs of our own and is
read as a difference: whoever changes on purpose what stands in one renews it and looks at what the change did.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from importlib import import_module
from pathlib import Path

MODULES = (
    "tests.alignment.kept",
    "tests.alignment.kept_documents",
    "tests.alignment.kept_tables",
    "tests.checks.kept",
    "tests.checks.kept_edges",
    "tests.checks.kept_features",
    "tests.checks.kept_grids",
    "tests.checks.kept_marks",
    "tests.formats.articles_kept",
    "tests.formats.kept_archives",
    "tests.formats.kept_filling",
    "tests.formats.kept_lines",
    "tests.formats.kept_pieces",
    "tests.formats.kept_written",
    "tests.formats.test_pairs_golden",
    "tests.project.kept",
    "tests.project.kept_damages",
    "tests.project.kept_session",
    "tests.scoring.kept",
    "tests.terminology.kept",
    "tests.terminology.kept_words",
)
_MOST_LINES = 80
_FIGURE = re.compile(r"-?\d+\.\d+")


def printable(text: str) -> str:
    """Return a text on one line, with signs that nobody sees written out."""
    return "".join(
        "¶" if sign == "\n" else sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text
    )


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


def hold(path: Path, now: str, *, within: float = 0.0) -> None:
    """Demand that a text is the one that was kept.

    Args:
        path: Where it is kept.
        now: What it is now.
        within: How far numbers with a point may be from those that were kept: the last digits of sums differ from
            one processor to another.

    Raises:
        AssertionError: It is another; the lines that differ are told.
    """
    before = path.read_text(encoding="utf-8")
    if before == now or (within and _is_near(before, now, within)):
        return
    lines = list(difflib.unified_diff(before.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=2))
    said = f"{path.name} is no longer what it was; where that is meant: python -m tests.kept, and read the difference"
    raise AssertionError("\n".join([said, *lines[:_MOST_LINES]]))


def _is_near(before: str, now: str, within: float) -> bool:
    if _FIGURE.sub("#", before) != _FIGURE.sub("#", now):
        return False
    figures = zip(_FIGURE.findall(before), _FIGURE.findall(now), strict=True)
    return all(abs(float(one) - float(other)) <= within for one, other in figures)


def renew(parts: Mapping[Path, Callable[[], str]]) -> None:
    """Write texts again."""
    for path, made in parts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for module in MODULES:
        if not wanted or module.split(".")[1] in wanted:
            print(module)
            renew(import_module(module).PARTS)
