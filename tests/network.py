"""A network between a program and a server of the tests: slow, silent in one direction or both, or cut."""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from tests.postgres_server import Server

SOCKET = ".s.PGSQL.5432"


class Network:
    """Hands on what comes, while it may.

    Attributes:
        asks: Whether what the program sends arrives.
        answers: Whether what the server sends arrives.
        delay: Seconds that everything takes in each direction.
        trips: How often the server has answered something so far.
    """

    def __init__(self, server: Server) -> None:
        self.asks = self.answers = True
        self.delay = 0.0
        self.trips = 0
        self.folder = Path(tempfile.mkdtemp(prefix="trnet-", dir="/tmp"))
        self._server = str(Path(server.folder) / SOCKET)
        self._ends: list[socket.socket] = []
        self._stranded = 0
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(self.folder / SOCKET))
        self._door.listen(50)
        threading.Thread(target=self._serve, daemon=True).start()

    def address(self, address: str | Path) -> str:
        """Return the address of a project on the server, by way of this network."""
        return str(address).replace(str(Path(self._server).parent), str(self.folder))

    def silence(self, *, asks: bool = False, answers: bool = False) -> None:
        """Let nothing through any more, or only in one direction."""
        self.asks, self.answers = asks, answers

    def mend(self) -> None:
        """Let everything through again, what has waited first."""
        self.asks = self.answers = True

    def strand(self) -> None:
        """Let nothing through on the connections there are, not even their end; others may be made."""
        self._stranded = len(self._ends)

    def close(self) -> None:
        """Cut everything."""
        self._stranded = 0
        self.mend()
        for end in (self._door, *self._ends):
            with suppress(OSError):
                end.close()
        (self.folder / SOCKET).unlink()
        self.folder.rmdir()

    def _serve(self) -> None:
        while True:
            try:
                program, _name = self._door.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(self._server)
            except OSError:
                program.close()
                continue
            self._ends += [program, server]
            number = len(self._ends)
            asked = threading.Event()
            for source, sink, is_ask in ((program, server, True), (server, program, False)):
                threading.Thread(
                    target=self._hand_on, args=(number, source, sink, asked, is_ask), daemon=True
                ).start()

    def _hand_on(
        self, number: int, source: socket.socket, sink: socket.socket, asked: threading.Event, is_ask: bool
    ) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                if is_ask:
                    asked.set()
                elif asked.is_set():
                    asked.clear()
                    self.trips += 1
                time.sleep(self.delay)
                while number <= self._stranded or not (self.asks if is_ask else self.answers):
                    time.sleep(0.02)
                sink.sendall(data)
        while number <= self._stranded:
            time.sleep(0.02)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)
