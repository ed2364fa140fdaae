"""Files after public bug reports of other tools: what the command line must make of them."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree

from tests.cli.running import Run, run

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "golden" / "files.toml").read_text(encoding="utf-8")
)["case"]


def lay_out(case: dict[str, Any], folder: Path) -> None:
    """Write the files of a case: texts in UTF-8, `bytes` in Latin-1, `utf16`, and bodies of Word files."""
    for name, text in case.get("files", {}).items():
        (folder / name).write_bytes(text.encode("utf-8"))
    for name, text in case.get("bytes", {}).items():
        (folder / name).write_bytes(text.encode("latin-1"))
    for name, text in case.get("utf16", {}).items():
        (folder / name).write_bytes(text.encode("utf-16"))
    for name, body in case.get("word", {}).items():
        write_word(folder / name, body)


def write_word(path: Path, body: str) -> None:
    """Write a Word file whose body is XML as it is given, in the namespace w."""
    document = Document()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    elements = etree.fromstring(f'<w:body xmlns:w="{space}">{body}</w:body>')
    for number, element in enumerate(list(elements)):
        document.element.body.insert(number, element)
    document.save(str(path))


def wanted_codes(case: dict[str, Any]) -> list[int]:
    code = case.get("exit", 0)
    return code if isinstance(code, list) else [code]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['report'][19:]}: {case['about']}")
def test_a_reported_file_is_treated_rightly(case: dict[str, Any], tmp_path, monkeypatch, capsys) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    done = Run(0, "", "")
    for step in case["steps"]:
        assert done.code == 0, f"{done.out}\n{done.err}"
        done = run(capsys, *shlex.split(step))
    read = [(tmp_path / name).read_bytes().decode("utf-8") for name in case.get("read", [])]
    text = "\n".join([done.out, done.err, *read]) if not read else "\n".join(read)
    assert done.code in wanted_codes(case), f"{done.out}\n{done.err}"
    assert "Internal error" not in text
    assert [pattern for pattern in case.get("has", []) if not re.search(pattern, text, re.MULTILINE)] == [], (
        text
    )
    assert [pattern for pattern in case.get("lacks", []) if re.search(pattern, text)] == [], text
    for one, other in case.get("same", []):
        assert (tmp_path / one).read_bytes() == (tmp_path / other).read_bytes()
