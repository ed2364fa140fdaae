"""Closed, full and narrow standard streams end in a message and an exit code, never in a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "transreview"]

full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell line in which $T is the command."""
    command = " ".join(COMMAND)
    return subprocess.run(
        ["sh", "-c", line.replace("$T", command)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": "", **environment},  # whoever calls us may have it
    )


@full_device
@pytest.mark.parametrize("arguments", ["languages", "languages --json", "--version", "--help"])
def test_output_that_does_not_fit_is_an_input_error_with_a_remedy(arguments):
    done = shell(f"$T {arguments} > /dev/full")
    assert done.returncode == 3
    assert done.stderr.startswith("Error: standard output: cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


@full_device
@pytest.mark.parametrize(("arguments", "code"), [("nope", 2), ("status nope.transreview", 3)])
def test_the_exit_code_speaks_where_the_message_cannot(arguments, code):
    assert shell(f"$T {arguments} 2> /dev/full").returncode == code


@pytest.mark.parametrize("arguments", ["check -", "align -", "languages --identify -"])
def test_closed_standard_input_is_empty_input(arguments):
    done = shell(f"$T {arguments} <&-")
    assert done.returncode in (0, 3)
    assert "Internal" not in done.stderr


def test_a_narrow_encoding_gets_escapes():
    done = shell("$T languages ka", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "\\u201c" in done.stdout


def test_a_reader_that_goes_away_is_no_error():
    done = shell("$T languages --json | head -1")
    assert done.stderr == ""


@pytest.mark.parametrize("call", ["languages --json", "formats", "--man", "terms list glossary.csv"])
def test_the_exit_code_of_a_broken_pipe_is_that_of_other_tools(call: str, tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.csv"
    rows = "".join(f"term-{number},词{number},სიტყვა{number}\n" for number in range(20_000))
    glossary.write_text("id,zh,ka\n" + rows, encoding="utf-8")
    call = call.replace("glossary.csv", str(glossary))
    # Nobody reads: the first write of a full buffer, or the flush at the end, fails.
    done = shell(f"($T {call}; echo $? >&2) | true")
    assert done.stderr.strip() in {"141", "0"}
    if "terms" in call:
        assert done.stderr.strip() == "141"


def test_the_c_locale_gets_escapes(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('msgid "会议有5人。"\nmsgstr "შეხვედრაში 6 კაცი."\n', encoding="utf-8")
    done = shell(
        f"LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 PYTHONIOENCODING= $T check {path}"
        " --source-lang zh --target-lang ka --severity info --fail-on info"
    )
    assert done.returncode == 1
    assert "\\u201c" in done.stdout
    assert "Internal" not in done.stderr


def test_lines_to_be_scored_may_come_by_standard_input(tmp_path):
    (tmp_path / "hyp.txt").write_text("კატა ზის ხალიჩაზე.\nის თეთრია.\n", "utf-8")
    (tmp_path / "ref.txt").write_text("კატა ზის ხალიჩაზე.\nის შავია.\n", "utf-8")
    piped = shell(f"cd {tmp_path}; $T score - --reference ref.txt --json < hyp.txt")
    named = shell(f"cd {tmp_path}; $T score hyp.txt --reference ref.txt --json")
    assert piped.returncode == 0
    assert piped.stdout.replace('"-"', '"hyp.txt"') == named.stdout
