"""Told to end (a closed terminal, `kill`, a time limit of CI): one line, nothing half-written, nobody left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workflow.streams.conftest import records, write_lines

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

CHECK = ["check", "corpus", "--source-lang", "zh", "--target-lang", "ka", "--fail-on", "never", "--out", "out",
         "--part-size", "50"]  # fmt: skip


def _heed_interruptions() -> None:
    """Undo what a shell does to programs in the background, or `nohup`, as whoever runs the tests may be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def started(folder: Path, *words: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*before, sys.executable, "-m", "transreview", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_interruptions,  # noqa: PLW1509 - no threads here
        env={**os.environ, "TRANSREVIEW_UI_LANG": "en"},
    )


def until(there, process: subprocess.Popen[str]) -> None:
    """Wait until a command has come so far."""
    end = time.monotonic() + 60
    while not there() and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "corpus").mkdir()
    write_lines(tmp_path / "corpus" / "a.jsonl", records(6000))
    return tmp_path


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_over_a_corpus_ends_in_order_and_goes_on_later(place, number, workers):
    run = started(place, *CHECK, "--workers", workers)
    until(lambda: list((place / "out" / "parts").glob("*.json")), run)
    run.send_signal(number)
    _out, told = run.communicate(timeout=60)
    assert run.returncode == 128 + number, told
    assert told.split("\n")[-2:] == ["Interrupted; nothing half-written.", ""]
    assert "Warning" not in told
    assert [path for path in (place / "out").rglob("*") if path.name.startswith(".") and path.is_file()] == []
    again = started(place, *CHECK)
    assert "were finished before" in again.communicate(timeout=120)[1]


def test_a_project_that_is_being_made_leaves_nothing(tmp_path):
    (tmp_path / "s.txt").write_text(
        "\n\n".join(f"第{n}段，共{n}人参加。" for n in range(3000)), encoding="utf-8"
    )
    (tmp_path / "t.txt").write_text(
        "\n\n".join(f"აბზაცი {n}, {n} ადამიანი." for n in range(3000)), encoding="utf-8"
    )
    run = started(tmp_path, "new", "n.transreview", "s.txt", "t.txt")
    until(lambda: list(tmp_path.glob(".n.*/n.transreview")), run)
    run.terminate()
    _out, told = run.communicate(timeout=60)
    assert run.returncode == 128 + signal.SIGTERM, told
    assert sorted(one.name for one in tmp_path.iterdir()) == ["s.txt", "t.txt"]


def test_a_command_that_shall_outlive_the_terminal_does(place):
    run = started(place, *CHECK, before=("nohup",))
    until(lambda: list((place / "out" / "parts").glob("*.json")), run)
    run.send_signal(signal.SIGHUP)
    assert run.wait(timeout=120) == 0
    assert run.stderr is not None
    run.communicate()
    assert (place / "out" / "result.jsonl").exists()
