"""The manual page says what --help says, and troff takes it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from transreview.cli.main import COMMANDS, cli
from transreview.cli.man_page import man_page


def test_every_command_and_option_is_in_it() -> None:
    page = man_page(cli, "1")
    assert all(f'.SS "{name}' in page for name in COMMANDS if name not in {"terms", "mqm", "memory"})
    assert "\\-\\-dry\\-run" in page
    assert "--" not in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_troff_has_nothing_to_say() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-K", "utf-8", "-P-cbou"],
        input=man_page(cli, "1"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "is not defined" not in done.stderr
    assert "SYNOPSIS" in done.stdout
