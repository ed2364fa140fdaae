"""The program ends when its terminal is gone: at once, with the work kept, and whatever a server does."""

import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postgres_server import Server, binaries
from tests.tui.pseudo_terminal import PseudoTerminal
from transreview.project.project import Project
from transreview.tui.app import LAST_SECONDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def seconds_until_end(pid, most=30):
    """Return how long a child goes on, or None where it has to be killed."""
    began = time.monotonic()
    while time.monotonic() - began < most:
        done, _status = os.waitpid(pid, os.WNOHANG)
        if done:
            return time.monotonic() - began
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def typed(path, terminal):
    """Open the editor and type; return once the text is on its way to the disk."""
    terminal.wait_for("镜")
    terminal.wait_until_quiet()
    terminal.write("\r")
    terminal.wait_until_quiet()
    terminal.write("ახალი ")
    terminal.wait_for("ახალი")


def test_a_closed_pseudo_terminal_ends_it_and_the_draft_is_kept(path):
    terminal = PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო")
    typed(path, terminal)
    os.close(terminal.fd)
    assert seconds_until_end(terminal.pid) is not None
    with Project.open(path, read_only=True, user="ნინო") as project:
        assert project.drafts.get(1).text.startswith("ახალი ")


def test_a_terminal_that_goes_without_a_signal_ends_it_too(path):
    """A terminal that is not the session's own sends no SIGHUP when it is closed."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "transreview", "review", str(path)],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env=os.environ | {"TERM": "xterm-256color", "TRANSREVIEW_USER": "ნინო"},
    )  # fmt: skip
    os.close(theirs)
    terminal = PseudoTerminal.__new__(PseudoTerminal)
    terminal.fd, terminal.pid, terminal.output = ours, program.pid, b""
    terminal.resize(100, 30)
    typed(path, terminal)
    os.close(ours)
    assert seconds_until_end(program.pid) is not None
    program.returncode = 0
    with Project.open(path, read_only=True, user="ნინო") as project:
        assert project.drafts.get(1).text.startswith("ახალი ")


@pytest.mark.parametrize("keys", [b"\x1bz", b"\r\x1bz"], ids=["list", "editor"])
def test_the_screen_is_whole_again_after_the_shell_had_the_terminal(path, keys):
    with PseudoTerminal("review", path, TRANSREVIEW_USER="ნინო") as terminal:
        terminal.wait_for("镜")
        terminal.wait_until_quiet()
        for key in (keys[:-2], keys[-2:]):
            if key:
                terminal.write(key)
                terminal.wait_until_quiet(quiet=0.8)
        stopped, status = os.waitpid(terminal.pid, os.WUNTRACED)
        assert stopped == terminal.pid
        assert os.WIFSTOPPED(status)
        terminal.output = b""
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("镜", seconds=20)
        terminal.wait_for("help", seconds=20)
        assert terminal.quit() == 0


@contextmanager
def frozen(server):
    """A server that takes what it is sent and answers nothing."""
    first = int((Path(server.folder) / "data" / "postmaster.pid").read_text().split()[0])
    listed = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True, check=True).stdout
    pids = [first, *map(int, listed.split())]
    try:
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


@pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")
def test_a_server_that_does_not_answer_keeps_no_closed_window_alive(fill_article):
    pytest.importorskip("psycopg")
    server = Server()
    try:
        where = server.address()
        with Project.create(where) as project:
            fill_article(project)
        terminal = PseudoTerminal("review", where, TRANSREVIEW_USER="ნინო")
        typed(where, terminal)
        with frozen(server):
            terminal.write("კიდევ ")
            time.sleep(3)  # the draft is being saved, and will never be
            os.close(terminal.fd)
            took = seconds_until_end(terminal.pid)
        assert took is not None
        assert took < LAST_SECONDS + 3
    finally:
        server.close()
