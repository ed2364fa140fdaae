"""`transreview doctor` tells facts, each with what to do where there is something to do."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import threading

import pytest

from tests.small_project import small_project
from transreview.cli.cell_widths import SAMPLES


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "transreview", "doctor", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"} | environment,
    )


def test_it_tells_versions_folders_and_features():
    done = run("--json")
    facts = json.loads(done.stdout)
    assert done.returncode == 0
    assert facts["ok"]
    assert {"Versions", "Folders", "Features"} <= {one["topic"] for one in facts["facts"]}
    assert all(one["remedy"] for one in facts["facts"] if one["level"] == "wrong")
    assert any("SQLite" in one["fact"] for one in facts["facts"])


def test_of_a_project_it_tells_size_room_and_backups(tmp_path):
    path = small_project(tmp_path / "a.transreview")
    said = run(path).stdout
    assert "3 segments" in said
    assert "no backup yet" in said
    subprocess.run(
        [sys.executable, "-m", "transreview", "edit", path, "0001", "--text", "ახალი"],
        check=True,
        capture_output=True,
    )
    assert "1 backup" in run(path).stdout


def test_what_is_wrong_is_marked_and_in_the_exit_code(tmp_path):
    (tmp_path / "a.transreview").write_text("x")
    done = run(tmp_path / "a.transreview")
    assert done.returncode == 1
    assert "✗ not a project file" in done.stdout


# The terminal has to be the process's own for /dev/tty to be it.
CHILD = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.executable, [sys.executable, "-m", "transreview", "doctor"])
"""


def terminal(term: str, answer) -> str:
    """Run it in a terminal that answers as `answer` says; return what was printed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD],
        stdin=slave, stdout=slave, stderr=slave, close_fds=True,
        env=os.environ | {"TERM": term, "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor", "COLUMNS": "100", "LINES": "30"},
    )  # fmt: skip
    os.close(slave)
    printed = bytearray()

    def serve() -> None:
        seen, column = 0, 1
        while True:
            try:
                data = os.read(master, 4096)
            except OSError:
                return
            if not data:
                return
            printed.extend(data)
            while (at := bytes(printed).find(b"\x1b[6n", seen)) >= 0:
                before = bytes(printed)[seen:at].split(b"\r")[-1].decode(errors="ignore")
                column = 1 + sum(answer(c) for c in before if c in SAMPLES)
                os.write(master, f"\x1b[1;{column}R".encode())
                seen = at + 4

    thread = threading.Thread(target=serve)
    thread.start()
    process.wait(30)
    thread.join(5)
    os.close(master)
    return printed.decode(errors="ignore")


@pytest.mark.parametrize(("wide", "ragged"), [(True, False), (False, True)])
def test_the_terminal_is_asked_how_wide_it_draws(wide, ragged):
    said = terminal("xterm-256color", lambda c: SAMPLES[c] if wide else 1)
    assert "16 million colours" in said
    assert re.search(r"汉.*2 expected", said)
    assert ("ragged" in said) is ragged


def test_a_terminal_that_can_place_nothing_is_told_with_another_way():
    assert "--linear" in terminal("dumb", lambda _c: 1)


def test_what_is_there_and_cannot_be_loaded_is_wrong(monkeypatch):
    import importlib

    from transreview.cli import health

    load = importlib.import_module

    def broken(name, *more):
        if name == "psycopg":
            raise ImportError("no pq wrapper\x1b available")
        return load(name, *more)

    monkeypatch.setattr(health.importlib, "import_module", broken)
    monkeypatch.setattr(health, "_version", lambda name: "3.2" if name == "psycopg" else "–")
    told = {fact.level: fact.fact for fact in health._features() if "psycopg" in fact.fact}
    assert list(told) == [health.Level.WRONG]
    assert "cannot be loaded (no pq wrapper⟨U+001B⟩ available)" in told[health.Level.WRONG]


def test_a_folder_below_a_file_is_no_place_to_write(tmp_path, monkeypatch):
    from transreview.cli import health

    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (told,) = [fact for fact in health._places() if str(tmp_path) in fact.fact]
    assert told.level is health.Level.MISSING
