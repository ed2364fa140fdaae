"""Kills every writing command at random moments: what it leaves is what was before, or what it makes.

    python tests/benchmarks/kills.py [--kills 20] [--only undo] [--server]

Each command runs once to its end: what the project and the files say before and after it. Then it is killed
again and again, each time on the same beginning. "half" is a state that is neither; "lost" is the state of
before though the command had ended well; "unsound" is what `verify` finds.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.postgres_server import Server, binaries
from transreview.project import Project

# P is the project, D/ the folder; what follows < is the standard input.
COMMANDS = (
    "new N D/s.txt D/t.txt --source-lang zh --target-lang ka",
    "add P D/s.txt D/t.txt --source-lang zh --target-lang ka",
    "align P --realign",
    "edit P 0001 --text ახალი",
    "confirm P 0001 0002 0003",
    "comment P 0001 შენიშვნა",
    "fix P",
    "terms apply P --all --glossary D/terms.csv",
    "terms share P D/terms.csv",
    "mqm import P D/ratings.tsv",
    "mqm rate P --segment 1 --score 50",
    "merge P D/back.po --by ლი",
    "review P --linear < undo",
    "export P -o D/out.po --force",
    "export P -o D/out.xlsx --force",
    "export P -o D/out.txt --force --format text",
    "report P -o D/out.json",
    "check P --list",
    "copy P C",
    "terms add D/terms.csv --term zh=镜片 --term ka=ლინზა",
    "terms import D/more.csv --into D/terms.csv",
    "memory record P --memory D/own.memory",
    "memory import D/memory.tmx --memory D/own.memory",
)

SOURCE = "\n\n".join(f"第{n}段，会议于5月{1 + n % 28}日召开，共{100 + n}人参加。" for n in range(60))
TARGET = "\n\n".join(
    f"აბზაცი {n}: შეხვედრა {1 + n % 28} მაისს გაიმართა, დაესწრო {100 + n} ადამიანი ." for n in range(60)
)
RATINGS = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n" + "".join(
    f"One\ta\t{n}\t{n}\tR\t{zh}\t{ka}\tNo-error\tNo-error\n"
    for n, (zh, ka) in enumerate(zip(SOURCE.split("\n\n"), TARGET.split("\n\n"), strict=True), 1)
)
TMX = (
    '<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"'
    ' o-tmf="x" adminlang="en" srclang="zh" datatype="plaintext"/><body>'
    + "".join(
        f'<tu><tuv xml:lang="zh"><seg>第{n}句</seg></tuv><tuv xml:lang="ka"><seg>წინადადება {n}</seg></tuv></tu>'
        for n in range(400)
    )
    + "</body></tmx>"
)


class Place:
    """Where the projects of one store stand, and how they are set back to the beginning."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.folder, self.server = folder, server
        self.project, self.new, self.copied = (self._named(name) for name in ("p", "n", "c"))
        self.kept = folder.parent / f"{folder.name}-kept"

    def _named(self, name: str) -> str:
        return self.server.address(name) if self.server else str(self.folder / f"{name}.transreview")

    def prepare(self) -> None:
        """Make what all commands begin with."""
        for name, text in {
            "s.txt": SOURCE, "t.txt": TARGET, "terms.csv": "id,zh,ka,ka:not\nmeeting,会议,სხდომა,შეხვედრა\n",
            "more.csv": "id,zh,ka\nlens,镜片,ლინზა\nfair,展览会,გამოფენა\n", "ratings.tsv": RATINGS, "memory.tmx": TMX,
        }.items():  # fmt: skip
            (self.folder / name).write_text(text, encoding="utf-8")
        for words in (
            "new P D/s.txt D/t.txt --source-lang zh --target-lang ka --engine One",
            "edit P 0002 --text შესწორებული",
            "confirm P 0002",
            "export P -o D/back.po",
            "memory record P --memory D/own.memory",
        ):
            done = self.call(words)
            assert done.returncode == 0, (words, done.stderr)
        back = self.folder / "back.po"
        back.write_text(back.read_text("utf-8").replace("აბზაცი 7:", "მეშვიდე:"), encoding="utf-8")
        shutil.copytree(self.folder, self.kept)
        if self.server:
            self.server.sql("ALTER DATABASE p RENAME TO kept")

    def reset(self) -> None:
        """Set everything back to the beginning."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder)
        if self.server:
            for name in "pnc":
                self.server.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            self.server.sql("CREATE DATABASE p TEMPLATE kept")

    def start(self, words: str) -> subprocess.Popen[str]:
        """Start a command."""
        command, _less, given = words.partition(" < ")
        names = {"P": self.project, "N": self.new, "C": self.copied}
        parts = [names.get(part, part.replace("D/", f"{self.folder}/")) for part in command.split()]
        process = subprocess.Popen(
            [sys.executable, "-m", "transreview", *parts],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "LOGNAME": "nino", "SOURCE_DATE_EPOCH": "1700000000", "TRANSREVIEW_UI_LANG": "en"},
        )  # fmt: skip
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(f"{given}\n" if given else "")
            process.stdin.close()
        process.stdin = None
        return process

    def call(self, words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        process = self.start(words)
        out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def state(self) -> tuple[str, list[str]]:
        """Return a digest of all that projects and files say, and what is wrong with the projects."""
        parts, wrong = [], []
        for address in (self.project, self.new, self.copied):
            if not self._exists(address):
                parts.append("-")
                continue
            with Project.open(Path(address), read_only=True) as project:
                wrong += project.problems()
                parts.append(repr([(s.key, s.target, s.status, s.needs_work, s.comments, s.bead)
                                   for s in project.segments.all()]))  # fmt: skip
                parts.append(repr([(e.action, e.segment_ids) for e in project.journal.entries(None)]))
        for path in sorted(self.folder.iterdir()):
            if (
                path.is_file()
                and not path.name.startswith(".")
                and path.suffix in {".csv", ".po", ".txt", ".json"}
            ):
                parts.append(path.name + hashlib.sha256(said(path)).hexdigest())
            elif path.suffix == ".memory":
                parts.append(path.name + memory_texts(path))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest(), wrong

    def _exists(self, address: str) -> bool:
        if not self.server:
            return Path(address).exists()
        name = address.split("/")[3].split("?", maxsplit=1)[0]
        if not self.server.sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            return False
        return bool(self.server.sql("SELECT 1 FROM pg_namespace WHERE nspname = 'transreview'", name))


def said(path: Path) -> bytes:
    """Return what a file says; a report without the time it took, which no two runs have alike."""
    content = path.read_bytes()
    if path.suffix == ".json":
        with contextlib.suppress(ValueError):  # cut off in the middle: compared as it is
            report = json.loads(content)
            report["run"].pop("elapsed")
            return json.dumps(report).encode()
    return content


def memory_texts(path: Path) -> str:
    """Return what a memory holds."""
    done = subprocess.run(
        [sys.executable, "-m", "transreview", "memory", "export", "--memory", str(path), "-o", "-"],
        capture_output=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
    )  # fmt: skip
    return hashlib.sha256(done.stdout).hexdigest() if not done.returncode else done.stderr.decode()[-200:]


def killed(place: Place, words: str, count: int, chance: random.Random) -> str:
    """Kill a command again and again; return the line that tells of it."""
    place.reset()
    before, _none = place.state()
    began = time.monotonic()
    done = place.call(words)
    took = time.monotonic() - began
    after, wrong = place.state()
    if done.returncode not in {0, 1} or wrong:
        return f"did not run: {done.returncode} {done.stderr.strip()[-200:]} {wrong[:1]}"
    ended = half = lost = unsound = 0
    for _turn in range(count):
        place.reset()
        process = place.start(words)
        time.sleep(chance.uniform(0.35, 1.05) * took)
        process.kill()
        process.communicate()
        acknowledged = process.returncode in {0, 1}
        found, wrong = place.state()
        ended += acknowledged
        half += found not in {before, after}
        lost += acknowledged and found != after
        unsound += bool(wrong)
    return f"{count} kills, {ended} had ended: lost {lost}, half {half}, unsound {unsound}"


def measure(name: str, count: int, only: str, server: Server | None, say: Callable[[str], None]) -> None:
    """Kill the commands on one store."""
    chance = random.Random(4)
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "work", server)
        place.folder.mkdir()
        place.prepare()
        for words in COMMANDS:
            if only in words:
                head = words.partition(" --source")[0]
                say(f"{name:<11}{head[:44]:<46}{killed(place, words, count, chance)}")


def main() -> None:
    """Kill commands on both stores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20, help="of each command")
    parser.add_argument("--only", default="", help="commands with these words")
    parser.add_argument("--server", action="store_true", help="on PostgreSQL alone")
    options = parser.parse_args()
    os.environ["TRANSREVIEW_BACKUPS"], os.environ["TRANSREVIEW_MEMORY"] = "0", "off"

    def say(line: str) -> None:
        print(line, flush=True)

    if not options.server:
        measure("file", options.kills, options.only, None, say)
    if binaries() is None:
        say("PostgreSQL is not installed: not measured")
        return
    server = Server()
    try:
        measure("PostgreSQL", options.kills, options.only, server, say)
    finally:
        server.close()


if __name__ == "__main__":
    main()
