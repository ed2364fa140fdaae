"""Run the command line in this process, as the shell would see it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from transreview.cli.main import main


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    """Run `transreview ARGUMENTS` and return its exit code and what it printed."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return Run(int(end.value.code or 0), printed.out, printed.err)
