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
        env={**os.environ, **environment},
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
    assert "\\u10" in done.stdout


def test_a_reader_that_goes_away_is_no_error():
    done = shell("$T languages --json | head -1")
    assert done.stderr == ""
