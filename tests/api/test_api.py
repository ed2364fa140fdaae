"""The stable names: documented, importable, and typed for who uses them from outside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from transreview import api

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
USER = """
from pathlib import Path

from transreview.api import (
    CheckContext, Features, Finding, Hit, Project, SegmentText, Severity, Unit, align, check_segment,
    read_bilingual, read_glossary, segment_check,
)
from collections.abc import Iterator


@segment_check(
    "house.exclamation", family="house", severity=Severity.INFO, mqm="", explanation="No exclamation marks.",
    good=("好。", "კარგი."), bad=("好。", "კარგი!"),
)
def exclamation(features: Features) -> Iterator[Hit]:
    at = features.target.find("!")
    if at >= 0:
        yield Hit(at, at + 1, "no exclamation mark please")


def worst(path: Path) -> list[Finding]:
    context = CheckContext("zh", "ka", glossary=read_glossary(path), extra_checks=(exclamation,))
    return check_segment(SegmentText("好。", "კარგი!"), context)


def keys(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        return [segment.key for segment in project.segments.all()]


sources: list[str] = [pair.source for pair in read_bilingual("x.po").pairs]
shapes: list[tuple[int, ...]] = [bead.source for bead in align([Unit("a")], [Unit("b")], "en", "de")]
"""


def test_every_name_is_documented_and_no_other():
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page.split("| --- | --- |")[1]))
    assert named == set(api.__all__)


def test_the_pages_example_runs():
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, "docs/api.md", "exec"), {})


def test_a_program_that_uses_it_passes_mypy_strict(tmp_path):
    pytest.importorskip("mypy")
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "user.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
