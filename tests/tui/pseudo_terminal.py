"""The program in a pseudo-terminal: bytes go in exactly as they are written, in one piece or in many."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


class PseudoTerminal:
    """A program started in a terminal of its own, without tmux in between.

    Args:
        arguments: What comes after `transreview`.
        size: Columns and lines.
        environment: Variables besides those of this process.
    """

    def __init__(self, *arguments, size=(100, 30), **environment):
        self.output = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # the child
            os.environ.update({"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **environment})
            for name in ("TMUX", "COLUMNS", "LINES"):
                os.environ.pop(name, None)
            os.execv(sys.executable, [sys.executable, "-m", "transreview", *map(str, arguments)])
        self.resize(*size)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.end()

    def resize(self, columns, lines):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds):
        """Take what the program writes for some seconds; return whether it wrote anything."""
        wrote, end = False, time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.fd], [], [], left)[0]:
                break
            try:
                data = os.read(self.fd, 65536)
            except OSError:  # it has ended
                break
            if not data:
                break
            self.output += data
            wrote = True
        return wrote

    def wait_for(self, text, seconds=40):
        """Wait until a text was written."""
        end = time.monotonic() + seconds
        while text.encode() not in self.output:
            assert time.monotonic() < end, f"{text} did not appear: {self.output[-3000:].decode()}"
            self.read(0.1)

    def wait_until_quiet(self, quiet=1.5, seconds=60):
        """Wait until nothing was written for a while."""
        end = time.monotonic() + seconds
        while self.read(quiet):
            assert time.monotonic() < end, "the program never comes to rest"

    def write(self, *packets, pauses=()):
        """Write packets one after the other, with pauses between them, taking what comes back."""
        for at, packet in enumerate(packets):
            os.write(self.fd, packet if isinstance(packet, bytes) else packet.encode())
            if at < len(pauses) and pauses[at]:
                self.read(pauses[at])

    def quit(self, seconds=120):
        """Quit by Ctrl+Q, which waits behind all keys written before, and return the exit code.

        However slow the machine is, every key has then done what it does. A dialog that comes up by itself
        hears nothing for a moment: the key is sent again.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.write("\x11")
            again = time.monotonic() + 5
            while time.monotonic() < again:
                self.read(0.05)
                done, status = os.waitpid(self.pid, os.WNOHANG)
                if done:
                    os.close(self.fd)
                    self.pid = 0
                    return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program does not end")

    def end(self):
        """End the program as a closed window does, and return its exit code; -9 if it had to be killed."""
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)
            code, end = None, time.monotonic() + 15
            while code is None:
                self.read(0.05)
                done, status = os.waitpid(self.pid, os.WNOHANG)
                if done:
                    code = os.waitstatus_to_exitcode(status)
                elif time.monotonic() > end:
                    os.kill(self.pid, signal.SIGKILL)
                    end = time.monotonic() + 15
            os.close(self.fd)
            self.pid = 0
            return code
        return 0
