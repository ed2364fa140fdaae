"""`-o -` is standard output wherever there is `-o`: the file and nothing else, and none that is called "-"."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.running import run
from tests.command_tree import commands_of
from transreview.cli.main import cli
from transreview.cli.output import OutputFile
from transreview.resources import shipped

SAMPLE = shipped("corpus", "mirror-industry")
GLOSSARY = shipped("glossary", "optical-industry.csv")
ALIGNED = "\n".join(f"第{n}段，共{n}页，内容很好。\tაბზაცი {n}, {n} გვერდი, კარგია." for n in range(40))

# How each command that has -o is called, and how what it writes begins; None where it writes no stream.
CALLS: dict[str, list[tuple[str, bytes | None]]] = {
    "export": [
        ("p.transreview", b'msgid ""\n'),
        ("p.transreview --format xlsx", b"PK\3\4"),
        ("p.transreview --format markdown", b"# "),
        ("p.transreview --format xliff2", b"<?xml"),
        ("p.transreview --comments", b"article,segment"),
    ],
    "report": [
        ("p.transreview --confidence 0", b"# "),
        ("p.transreview --confidence 0 --format json", b"{\n"),
        ("p.transreview --confidence 0 --format html", b"<!DOCTYPE html>"),
        ("p.transreview --confidence 0 --format xml -o also.csv", b"<?xml"),
    ],
    "recover": [("p.transreview", None)],
    "align": [("--calibrate aligned.tsv --source-lang zh --target-lang ka", b"{")],
    "terms import": [("glossary.csv", None)],
    "terms export": [
        ("glossary.csv", b"id,subject,definition"),
        ("glossary.csv --format tbx", b"<?xml"),
        ("glossary.csv --format xlsx", b"PK\3\4"),
        ("glossary.csv --format tsv --source-lang zh --target-lang ka", b""),
    ],
    "terms extract": [("p.transreview", b"id,subject,definition")],
    "mqm export": [("p.transreview", b"system\t")],
    "memory export": [("--memory own.memory", b"<?xml")],
}


def outputs(command: click.Command) -> Iterator[tuple[str, click.Option]]:
    """Yield each option of the whole command line that is called -o or --output, with its command."""
    for words, one in commands_of(command):
        for option in one.params:
            if isinstance(option, click.Option) and {"-o", "--output"} & set(option.opts):
                yield " ".join(words), option


def test_every_output_is_of_one_kind() -> None:
    found = dict(outputs(cli))
    assert set(found) == set(CALLS)
    for name, option in found.items():
        assert isinstance(option.type, OutputFile), name
        assert {"-o", "--output"} <= set(option.opts), name
        writes = any(begin is not None for _words, begin in CALLS[name])
        assert option.type.standard is writes, name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    (folder / "aligned.tsv").write_text(f"zh\tka\n{ALIGNED}\n", encoding="utf-8")
    (folder / "glossary.csv").write_bytes(GLOSSARY.read_bytes())
    texts = [SAMPLE / f"mirror-industry.{name}.txt" for name in ("zh", "ka.mt")]
    called(folder, "new", "p.transreview", *texts)
    called(folder, "confirm", "p.transreview", "1-16")
    called(folder, "memory", "record", "p.transreview", "--memory", "own.memory")
    return folder


def called(folder: Path, *words: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "transreview", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("words", "begin"),
    [(f"{name} {words}", begin) for name, calls in CALLS.items() for words, begin in calls],
)
def test_a_dash_is_standard_output(folder: Path, words: str, begin: bytes | None) -> None:
    done = called(folder, *words.split(), "-o", "-")
    if begin is None:
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"not standard output" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(begin)
        assert b" written" not in done.stderr
    assert not (folder / "-").exists()


def test_what_goes_to_standard_output_is_what_goes_to_a_file(folder: Path) -> None:
    for command, name in (
        ("terms export glossary.csv", "a.tbx"),
        ("memory export --memory own.memory", "a.tmx"),
    ):
        kind = ("--format", "tbx") if name == "a.tbx" else ()
        assert called(folder, *command.split(), "-o", name).returncode == 0
        printed = called(folder, *command.split(), *kind, "-o", "-").stdout
        assert printed.splitlines()[5:] == (folder / name).read_bytes().splitlines()[5:]


def test_a_file_may_be_called_a_dash(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    done = run(capsys, "export", "p.transreview", "-o", "./-", "--format", "text")
    assert (done.code, "16 segments written" in done.out) == (0, True)
    (folder / "-").unlink()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("check --select catalog.", "catalog.plurals"),
        ("check --ignore num", "num.mismatch"),
        ("review --keymap ome", "omegat"),
        ("check --source-lang k", "ka"),
        ("export p --format xli", "xliff2"),
    ],
)
def test_the_shell_completes_what_an_option_takes(tmp_path: Path, words: str, offered: str) -> None:
    typed = ["transreview", *words.split()]
    surroundings = {
        **os.environ,
        "_TRANSREVIEW_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(typed),
        "COMP_CWORD": str(len(typed) - 1),
    }
    script = "import sys; from transreview.cli.main import cli; cli(prog_name='transreview')"
    done = subprocess.run(
        [sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=False
    )
    assert f"plain,{offered}" in done.stdout.splitlines()
