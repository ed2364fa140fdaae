"""A PostgreSQL server of the tests' own: made in a folder, started on a socket, stopped at the end."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path


def binaries() -> Path | None:
    """Where the server's programs are, None where there is no server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found:
        return found[-1]
    command = shutil.which("pg_ctl")
    return Path(command).parent if command else None


# It waits for the end of its input, which comes when the tests close it or are gone, however they went.
_KEEPER = 'cat >/dev/null; folder=$1; shift; "$@" >/dev/null 2>&1; rm -rf -- "$folder"'


class Server:
    """A running server; everything it has written goes when it is closed, or when the tests are killed."""

    def __init__(self, *, durable: bool = False) -> None:
        programs = binaries()
        assert programs is not None
        self._programs = programs
        # A short path: the name of a socket has a hundred characters at most.
        self.folder = Path(tempfile.mkdtemp(prefix="trpg-", dir="/tmp"))
        self.owner = "postgres" if os.getuid() == 0 else None  # the server refuses to be root
        if self.owner:
            owner = pwd.getpwnam(self.owner)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.folder.chmod(0o755)
        self._data = self.folder / "data"
        self._keeper = self._keep()
        self._run("initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        settings = [
            f"unix_socket_directories = '{self.folder}'",
            "listen_addresses = ''",
            "max_connections = 60",
            f"fsync = {'on' if durable else 'off'}",
        ]
        with (self._data / "postgresql.conf").open("a") as file:
            file.write("\n".join(settings) + "\n")
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._run("pg_ctl", "-D", str(self._data), "-l", str(self.folder / "log"), "-w", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server ("immediate": as a power cut does)."""
        self._run("pg_ctl", "-D", str(self._data), "-m", mode, "-w", "stop")

    def close(self) -> None:
        """Stop the server and remove all of it."""
        assert self._keeper.stdin is not None
        self._keeper.stdin.close()
        self._keeper.wait()

    def _keep(self) -> subprocess.Popen[bytes]:
        """Start the process that stops the server and removes its folder once nobody holds its input."""
        stop = self._command("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")
        return subprocess.Popen(
            ["sh", "-c", _KEEPER, "keeper", str(self.folder), *stop],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,  # a signal to the group of the tests is not for it
        )

    def address(self, name: str = "", user: str = "postgres") -> str:
        """Return the address of a project that may be made."""
        name = name or f"p{secrets.token_hex(4)}"
        return f"postgresql:///{name}?host={self.folder}&user={user}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Execute a statement as the server's own user."""
        done = subprocess.run(
            [self._programs / "psql", "-h", str(self.folder), "-U", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1",
             "-d", database, "-c", statement],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def _command(self, program: str, *arguments: str) -> Sequence[str]:
        words = [str(self._programs / program), *arguments]
        return ["runuser", "-u", self.owner, "--", *words] if self.owner else words

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            self._command(program, *arguments),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            check=False,
        )
        assert done.returncode == 0, done.stderr
