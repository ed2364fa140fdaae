"""A project or glossary that is not there is said to be missing before anything else is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("command", ["list", "apply", "lint"])
def test_what_is_not_there_is_said_to_be_missing(command: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "terms", command, "nosuch"],
        cwd=tmp_path, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr == "Error: nosuch: there is no such file. Check the name and the folder.\n"
