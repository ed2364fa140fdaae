"""The tests leave nothing behind: no file in the folders of the person who runs them, no server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import platformdirs
import pytest

from tests.postgres_server import binaries

ROOT = Path(__file__).parents[1]
FOLDERS = (
    "import platformdirs as p; print(*(f('transreview') for f in (p.user_cache_path, p.user_config_path,"
    " p.user_data_path, p.user_state_path)), sep='\\n')"
)
SERVER = """
from tests.postgres_server import Server
server = Server()
print(server.folder, (server.folder / "data" / "postmaster.pid").read_text().split()[0], flush=True)
input()
server.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named by XDG variables on Linux only")
def test_the_folders_of_the_person_who_runs_the_tests_are_nobody_s_here(own_folders):
    done = subprocess.run([sys.executable, "-c", FOLDERS], capture_output=True, text=True, check=True)
    told = [Path(line) for line in done.stdout.splitlines()]
    assert len(told) == 4
    assert all(folder.is_relative_to(own_folders) for folder in told)
    assert platformdirs.user_cache_path("transreview").is_relative_to(own_folders)


def test_nothing_in_the_tree_is_called_like_an_option() -> None:
    """A program that is told to write to "-" and takes it for a file's name leaves one of that name."""
    assert [path.name for path in ROOT.rglob("-*") if ".venv" not in path.parts] == []


@pytest.mark.skipif(binaries() is None, reason="no PostgreSQL server is installed")
@pytest.mark.parametrize("end", ["killed", "closed"])
def test_a_server_ends_with_the_tests_that_started_it(end):
    tests = subprocess.Popen(
        [sys.executable, "-c", SERVER],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert tests.stdout is not None
    folder, pid = tests.stdout.readline().split()
    assert Path(folder).exists()
    assert running(int(pid))
    if end == "killed":
        tests.send_signal(signal.SIGKILL)
        tests.communicate()
    else:
        tests.communicate("\n")
        assert tests.returncode == 0
    until = time.monotonic() + 30
    while (running(int(pid)) or Path(folder).exists()) and time.monotonic() < until:
        time.sleep(0.05)
    assert not running(int(pid))
    assert not Path(folder).exists()


def running(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it is another user's
    return True
