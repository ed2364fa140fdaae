"""How fast the review screen is, in a real terminal: first paint of 100,000 segments, and each key.

    python tests/benchmarks/screen_speed.py [--segments 100000] [--project FILE]

First paint is the time from the start of the process until the first segment's text has arrived;
the floor beside it is the same program with an article of one segment. The time of a key is the
processor time the process takes for it, and the time from the key to the last byte that it sends.
Numbers to reach (DESIGN): first paint at most 0.5 s more than nothing, a key at most 16 ms.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from transreview.model.article import Article
from transreview.model.bead import Bead
from transreview.model.unit import Unit
from transreview.project.project import Project

SAMPLE = Path(__file__).parents[2] / "corpus" / "mirror-industry"
KEYS = (
    ("j (next segment)", b"j"),
    ("k (segment before)", b"k"),
    ("PgDn", b"\x1b[6~"),
    ("PgUp", b"\x1b[5~"),
    ("u (next unfinished)", b"u"),
)
REPEAT = 40


class Terminal:
    """The program in a pseudo-terminal of 120 × 40."""

    def __init__(self, project: Path) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", TEXTUAL_ANIMATIONS="none", COLUMNS="120", LINES="40")
            os.execv(
                sys.executable,
                [sys.executable, "-m", "transreview", "review", str(project), "--segment", "1"],
            )
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def wait_for(self, text: str, seconds: float = 60) -> float:
        """Return the seconds since the start at which a text had arrived."""
        seen, wanted = b"", text.encode()
        while time.perf_counter() - self.started < seconds:
            seen += self.read(1)
            if wanted in seen:
                return time.perf_counter() - self.started
        raise SystemExit(f"“{text}” did not appear within {seconds} s")

    def read(self, seconds: float) -> bytes:
        """Return what arrives next, within some seconds."""
        ready, _write, _error = select.select([self.fd], [], [], seconds)
        try:
            return os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            return b""

    def settle(self, quiet: float = 0.25, most: float = 60) -> float:
        """Read until nothing has arrived for a while; return when the last byte came."""
        last, begun = time.perf_counter(), time.perf_counter()
        while time.perf_counter() - last < quiet and time.perf_counter() - begun < most:
            if self.read(0.05):
                last = time.perf_counter()
        return last

    def processor(self) -> float:
        """Return the seconds of processor time that all its threads have taken."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self) -> None:
        """Wait until the work in the background is done: no processor time for half a second."""
        while True:
            before = self.processor()
            self.settle(0.5)
            if self.processor() - before < 0.04:
                return

    def memory(self) -> float:
        """Return the resident memory in MB."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self) -> None:
        """End the program."""
        os.write(self.fd, b"q")
        self.settle(0.3, 5)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def build(path: Path, count: int) -> None:
    """Write a project of the sample's paragraphs, over and over."""
    texts = {
        side: [line for line in (SAMPLE / name).read_text(encoding="utf-8").split("\n") if line]
        for side, name in (("zh", "mirror-industry.zh.txt"), ("ka", "mirror-industry.ka.mt.txt"))
    }
    units = {
        side: [Unit(lines[at % len(lines)], paragraph=at, line=at + 1) for at in range(count)]
        for side, lines in texts.items()
    }
    with Project.create(path) as project:
        article = Article(id=0, slug="big", title="Big", source_language="zh", target_language="ka")
        project.articles.add(article, units["zh"], units["ka"], [Bead((at,), (at,)) for at in range(count)])


def first_paint(project: Path, times: int = 5) -> tuple[list[float], list[float]]:
    """Return seconds and processor seconds until the first segment is on the screen."""
    wall, cpu = [], []
    for _ in range(times):
        terminal = Terminal(project)
        wall.append(terminal.wait_for("永远跟党走"))
        cpu.append(terminal.processor())
        terminal.close()
    return wall, cpu


def keys(project: Path) -> None:
    """Print what each key costs."""
    terminal = Terminal(project)
    terminal.wait_for("永远跟党走")
    ready = time.perf_counter()
    terminal.rest()
    print(f"   checks in the background were done after {time.perf_counter() - ready:.1f} s")
    for name, key in KEYS:
        walls = []
        before = terminal.processor()
        for _ in range(REPEAT):
            sent = time.perf_counter()
            os.write(terminal.fd, key)
            walls.append((terminal.settle(0.15) - sent) * 1000)
        spent = (terminal.processor() - before) * 1000 / REPEAT
        print(
            f"   {name:22} {spent:5.1f} ms CPU with panes; last byte after"
            f" {statistics.median(walls):5.1f} ms (median)"
        )
    for name, key in KEYS[:3]:
        before = terminal.processor()
        for _ in range(REPEAT):
            os.write(terminal.fd, key)
            terminal.read(0.001)
            time.sleep(0.033)
        terminal.settle(0.3)
        spent = (terminal.processor() - before) * 1000 / REPEAT
        print(f"   {name + ' held down':22} {spent:5.1f} ms CPU")
    os.write(terminal.fd, b"\r")
    terminal.settle(0.5)
    before, walls = terminal.processor(), []
    for _ in range(REPEAT):
        sent = time.perf_counter()
        os.write(terminal.fd, "ა".encode())
        walls.append((terminal.settle(0.15) - sent) * 1000)
    spent = (terminal.processor() - before) * 1000 / REPEAT
    print(
        f"   {'a letter in the editor':22} {spent:5.1f} ms CPU with checks; last byte after"
        f" {statistics.median(walls):5.1f} ms (median)"
    )
    os.write(terminal.fd, b"\x1bq")
    terminal.settle(0.3)
    os.write(terminal.fd, b"y")
    terminal.settle(0.3)
    print(f"   resident memory {terminal.memory():.0f} MB")
    terminal.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--project", type=Path, help="a project made before")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "one.transreview"
        build(small, 1)
        big = options.project
        if big is None:
            big = Path(folder) / "big.transreview"
            build(big, options.segments)
        for name, project in (("1 segment", small), (f"{options.segments:,} segments", big)):
            wall, cpu = first_paint(project)
            print(
                f"   first paint, {name}: {min(wall):.2f} s ({statistics.median(wall):.2f} median),"
                f" {min(cpu):.2f} s CPU"
            )
        keys(big)


if __name__ == "__main__":
    main()
