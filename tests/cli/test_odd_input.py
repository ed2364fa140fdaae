"""Odd but possible files end in one message and the right exit code."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest

from tests.cli.running import run
from transreview.cli import main as module
from transreview.errors import UsageError
from transreview.formats import atomic

SOURCE = "标题 \x1b[31m红\x9b0m\u202e反转\n\n[bold]第二段[/] 100%。\n"
TARGET = "სათაური \x1b[31mწითელი\x9b0m\u202eუკუ\n\n[bold]მეორე აბზაცი[/] 100%.\n"


class Terminal(io.StringIO):
    """Standard output that is a terminal, so that click strips nothing."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def hostile(tmp_path, capsys):
    (tmp_path / "a.zh.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "a.ka.txt").write_text(TARGET, encoding="utf-8")
    glossary = tmp_path / "g.csv"
    glossary.write_text("id,zh,ka,ka:not\nx,反转,\x1b[31mლინზა,უკუ\n", encoding="utf-8")
    project = tmp_path / "p.transreview"
    files = (tmp_path / "a.zh.txt", tmp_path / "a.ka.txt")
    done = run(capsys, "new", project, *files, "--glossary", glossary, "--title", "t\x1b[31mx")
    assert done.code == 0
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        "status p.transreview",
        "status p.transreview --json",
        "check p.transreview --severity info",
        "check p.transreview --format github",
        "check p.transreview --format json",
        "check p.transreview --format jsonl",
        "check p.transreview --format sarif",
        "check p.transreview --format junit",
        "align a.zh.txt a.ka.txt",
        "align a.zh.txt a.ka.txt --json",
        "score p.transreview",
        "score p.transreview --json",
        "score a.ka.txt --reference a.ka.txt --segments",
        "report p.transreview --confidence 0",
        "terms list g.csv",
        "terms list g.csv --json",
        "terms show g.csv x",
        "terms find p.transreview 反转",
        "terms lint g.csv --fail-on never",
        "terms apply p.transreview --dry-run",
        "terms apply p.transreview --dry-run --json",
    ],
)
def test_nothing_of_a_file_reaches_a_terminal_as_a_command(hostile, monkeypatch, line):
    monkeypatch.chdir(hostile)
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    with pytest.raises(SystemExit) as end:
        module.main(line.split())
    assert end.value.code in (0, 1, None)
    shown = screen.getvalue()
    assert shown
    assert not set(shown) & set("\x1b\x9b\u202e\x07")


def test_file_names_that_are_not_utf_8_are_imported_and_exported(tmp_path, capsys):
    source = os.fsdecode(bytes(tmp_path) + b"/\xffa.txt")
    try:
        with open(source, "w", encoding="utf-8") as stream:  # noqa: PTH123 - no Path for such a name
            stream.write("你好。\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (tmp_path / "a.ka.txt").write_text("გამარჯობა.\n", encoding="utf-8")
    project = tmp_path / "p.transreview"
    assert run(capsys, "new", project, source, tmp_path / "a.ka.txt").code == 0
    for name in ("p.po", "p.xlf", "p.md"):
        assert run(capsys, "export", project, "-o", tmp_path / name).code == 0
    assert run(capsys, "report", project, "--confidence", "0", "-o", tmp_path / "r.html").code == 0


@pytest.mark.parametrize("content", ["[" * 100_000, '"\\ud800"', "[]", "{}"])
@pytest.mark.parametrize("line", ["check p.transreview --baseline", "report p.transreview --baseline"])
def test_a_baseline_that_is_none_is_an_input_error(hostile, monkeypatch, capsys, line, content):
    monkeypatch.chdir(hostile)
    (hostile / "odd.json").write_text(content, encoding="utf-8")
    done = run(capsys, *line.split(), "odd.json")
    assert done.code == 3
    assert done.err.startswith("Error: odd.json: ")


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_baseline_that_somebody_cut_is_an_input_error(hostile, monkeypatch, capsys, command):
    monkeypatch.chdir(hostile)
    run(capsys, "report", "p.transreview", "--confidence", "0", "-o", "report.json")
    whole = {
        "check": json.loads(run(capsys, "check", "p.transreview", "--format", "json").out),
        "report": json.loads((hostile / "report.json").read_bytes()),
    }[command]
    cut = {**whole, "findings": [1, 2]}
    (hostile / "odd.json").write_text(json.dumps(cut), encoding="utf-8")
    assert run(capsys, command, "p.transreview", "--baseline", "odd.json").code == 3


@pytest.mark.parametrize(
    ("words", "code", "begins"),
    [
        (("terms", "extract", "p.transreview", "-o", "-"), 0, "id,"),
        (("align", "--calibrate", "p.transreview", "-o", "-"), 3, ""),
    ],
)
def test_a_dash_for_output_is_no_file_s_name(hostile, monkeypatch, capsys, words, code, begins) -> None:
    """Data go to standard output and words to standard error; what is no stream says so."""
    monkeypatch.chdir(hostile)
    done = run(capsys, *words)
    assert done.code == code, done.err
    assert done.out.startswith(begins)
    assert not done.out or "written to" not in done.out
    assert not (hostile / "-").exists()


def test_files_whose_names_are_no_text_are_worked_with_like_others(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_MEMORY", str(tmp_path / "memory"))
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"\xff\x1b[31m")
    (tmp_path / f"{name}.zh.txt").write_text("会议在5月举行。\n", encoding="utf-8")
    (tmp_path / f"{name}.ka.txt").write_text("შეხვედრა მაისში გაიმართა.\n", encoding="utf-8")
    (tmp_path / f"{name}.csv").write_text("id,zh,ka\nmeeting,会议,შეხვედრა\n", encoding="utf-8")
    project = f"{name}.transreview"
    for line in (
        ["new", project, f"{name}.zh.txt", f"{name}.ka.txt", "--glossary", f"{name}.csv"],
        ["export", project, "-o", f"{name}.po"],
        ["check", f"{name}.po", "--fix"],
        ["merge", project, f"{name}.po"],
        ["new", f"2{project}", f"{name}.po"],
        ["report", project, "-o", f"{name}.html", "--confidence", "0"],
        ["terms", "share", project, f"{name}.csv"],
        ["memory", "import", f"{name}.po"],
        ["copy", project, f"3{project}"],
        ["verify", f"3{project}"],
    ):
        done = run(capsys, *line)
        assert done.code == 0, (line, done.err)
        assert "\x1b" not in done.out + done.err, line


def test_what_is_written_to_a_terminal_is_shown_and_not_obeyed(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    with atomic.writing("-") as stream:
        stream.write("სათაური \x1b[31m\x9b0m\u202e\tა\n".encode())
    assert screen.getvalue() == "სათაური \\x1b[31m\\x9b0m\\x202e\tა\n"
    with pytest.raises(UsageError, match="no text that a terminal could show"), atomic.writing("-") as stream:
        stream.write(b"PK\3\4\xff")
