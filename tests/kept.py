"""Texts that say what the program does, kept whole beside the tests: `python -m tests.kept` writes all of them again.

With names of packages (`python -m tests.kept checks formats`) only theirs. Each is made of inputs of our own and is
read as a difference: whoever changes on purpose what stands in one renews it and looks at what the change did.
"""

from __future__ import annotations

import difflib
import re
import runpy
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

MODULES = (
    "tests.alignment.kept",
    "tests.alignment.kept_documents",
    "tests.checks.kept",
    "tests.formats.articles_kept",
    "tests.formats.test_pairs_golden",
    "tests.project.kept",
    "tests.project.kept_damages",
    "tests.project.kept_session",
    "tests.terminology.kept",
)
_MOST_LINES = 80
_FIGURE = re.compile(r"-?\d+\.\d+")


def printable(text: str) -> str:
    """Return a text on one line, with signs that nobody sees written out."""
    return "".join(
        "¶" if sign == "\n" else sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text
    )


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
            runpy.run_module(module, run_name="__main__")
