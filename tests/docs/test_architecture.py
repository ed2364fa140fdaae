"""The map of the code names nothing that is not there, and no part is missing on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "src" / "transreview"
FILES = {path.as_posix() for folder in ("src", "tests", "scripts") for path in (ROOT / folder).rglob("*.py")}
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
# Of the example of a new check, and of the standard library.
EXAMPLE = {"checks/families/FAMILY.py", "doubled_comma", "compile", "finditer"}


@pytest.mark.parametrize("name", sorted({*re.findall(r"(?<![\w*])[\w/]+\.py\b", PAGE)} - EXAMPLE))
def test_every_file_on_the_map_is_there(name):
    assert any(path.endswith(f"/{name}") for path in FILES)


def test_every_name_on_the_map_is_defined():
    called = {*re.findall(r"(?<![\w])\.?([a-zA-Z_]\w+)\(", PAGE)} - EXAMPLE
    assert len(called) > 100
    defined = {*re.findall(r"(?:def|class) (\w+)", SOURCE), *re.findall(r"\b(\w+)\s*[=:]", SOURCE)}
    assert called - defined == set()


def test_every_part_of_the_package_is_on_the_map():
    parts = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {part for part in parts if f"`{part}/`" not in PAGE} == set()
