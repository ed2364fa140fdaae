"""How fast the review screen is, in a real terminal: first paint of 100,000 segments, and each key.

    python tests/benchmarks/screen_speed.py [--segments 100000] [--project FILE]

First paint is the processor time from the start of the process until the first segment's text has
arrived. Beside it, in turn with it, a Textual program of one line shows one line, and an empty list
of Textual's takes keys: what the library itself costs on this machine in this run. The time of a key
is the processor time the process takes for it, and the time from the key to the last byte it sends.
Numbers to reach: first paint at most 1.6 times the one-line program's with one segment, 1.8 times
with 100,000; a key at most 16 ms where the empty list needs 8, a letter in the editor 20 ms.
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


ONE_LINE = (
    "from textual.app import App; from textual.widgets import Static; "
    "type('One', (App,), {'compose': lambda self: iter([Static('one line')])})().run()"
)
EMPTY_LIST = (
    "from textual.app import App; from textual.widgets import OptionList; "
    "type('List', (App,), {'compose': lambda self: iter([OptionList(*[f'line {n}' for n in range(200)])])})()"
    ".run()"
)


class Terminal:
    """A program in a pseudo-terminal of 120 × 40.

    Args:
        project: The project that is opened; a line of Python that runs something else when text.
    """

    def __init__(self, project: Path | str) -> None:
        if isinstance(project, Path):
            arguments = ["-m", "transreview", "review", str(project), "--segment", "1"]
        else:
            arguments = ["-c", project]
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", TEXTUAL_ANIMATIONS="none", COLUMNS="120", LINES="40")
            os.execv(sys.executable, [sys.executable, *arguments])
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
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

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


def first_paint(project: Path | str, text: str) -> float:
    """Return the processor seconds until a text is on the screen."""
    terminal = Terminal(project)
    terminal.wait_for(text)
    spent = terminal.processor()
    terminal.close()
    return spent


def compare_first_paint(projects: dict[str, Path], times: int = 7) -> None:
    """Print what the first paint costs, as a ratio to the one-line program's in the same run."""
    floor, ours = [], {name: [] for name in projects}
    for _ in range(times):
        floor.append(first_paint(ONE_LINE, "one line"))
        for name, project in projects.items():
            ours[name].append(first_paint(project, "永远跟党走"))
    base = statistics.median(floor)
    print(f"   first paint, one-line program: {base * 1000:.0f} ms CPU (median of {times})")
    for name, spent in ours.items():
        median = statistics.median(spent)
        print(f"   first paint, {name}: {median * 1000:.0f} ms CPU, {median / base:.2f} times")


def floor_of_a_key() -> None:
    """Print what a key costs in a list of Textual's own."""
    terminal = Terminal(EMPTY_LIST)
    terminal.wait_for("line 1")
    terminal.settle(0.5)
    before = terminal.processor()
    for _ in range(REPEAT):
        os.write(terminal.fd, b"\x1b[B")
        terminal.settle(0.15)
    print(f"   {'a list of Textual':22} {(terminal.processor() - before) * 1000 / REPEAT:5.1f} ms CPU a key")
    terminal.close()


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
        if big is None and options.segments:
            big = Path(folder) / "big.transreview"
            build(big, options.segments)
        compare_first_paint({"1 segment": small, f"{options.segments:,} segments": big})
        floor_of_a_key()
        keys(big)


if __name__ == "__main__":
    main()
