"""The command line starts light, names every command, and never shows a traceback."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from tests.cli.running import run
from transreview.cli import main as module
from transreview.cli.main import COMMANDS, cli

HEAVY = {
    "textual",
    "rich",
    "sacrebleu",
    "lxml",
    "numpy",
    "langdetect",
    "polib",
    "pypinyin",
    "openpyxl",
    "docx",
    "jinja2",
    "rapidfuzz",
    "sqlite3",
    "importlib.metadata",
}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
def test_help_imports_nothing_heavy(arguments):
    code = (
        "import sys\n"
        "from transreview.cli.main import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(capsys, name):
    done = run(capsys, name, "--help")
    assert done.code == 0
    assert "Examples:" in done.out


def test_an_unknown_command_is_a_usage_error(capsys):
    done = run(capsys, "revew")
    assert done.code == 2
    assert "There is no command “revew”. Did you mean “review”?" in done.err
    done = run(capsys, "frobnicate")
    assert done.code == 2
    assert "No such command" in done.err
    assert "Did you mean" not in done.err


def broken_by(error, capsys, monkeypatch):
    """Return what a command prints in which the program fails."""

    @click.command()
    def broken():
        raise error

    monkeypatch.setitem(cli.commands, "broken", broken)
    monkeypatch.setattr(module.LazyGroup, "get_command", lambda self, ctx, name: broken)
    return run(capsys, "broken")


def test_a_fault_of_the_program_is_told_without_a_traceback(capsys, monkeypatch):
    done = broken_by(ZeroDivisionError("\x1b[31mdivision"), capsys, monkeypatch)
    assert done.code == 4
    assert "Internal error: ZeroDivisionError" in done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.err


def test_an_end_of_file_inside_the_program_is_no_interruption(capsys, monkeypatch):
    done = broken_by(EOFError("marshal data too short"), capsys, monkeypatch)
    assert done.code == 4
    assert "Internal error: EOFError" in done.err
    assert "Interrupted" not in done.err


def test_a_closed_pipe_is_no_error():
    done = subprocess.run(
        f"{sys.executable} -m transreview --help | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


def test_want_of_memory_is_no_fault_of_the_program(monkeypatch, capsys):
    def no_room(**_named):
        raise MemoryError

    monkeypatch.setattr(module.cli, "main", no_room)
    with pytest.raises(SystemExit) as ended:
        module.main([])
    assert ended.value.code == 3
    assert capsys.readouterr().err.startswith("Error: there is not enough memory for this")
