"""What survives: kills, a full disk, several writers, flipped bytes; on both stores.

    python tests/benchmarks/reliability.py [--kills 200] [--flips 200] [--edits 60] [--crashes 20]

Acknowledged edits are those whose call returned; "lost" are acknowledged ones that are not there
afterwards; "shown wrong" are texts that a damaged file gave without saying that it is damaged. Kills of every
writing command are `kills.py`.
"""

from __future__ import annotations

import argparse
import asyncio
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
from tests.project.conftest import article, pairs, units
from transreview.errors import TransreviewError
from transreview.project import Project

EDITOR = """
import sys
from pathlib import Path
from transreview.project import Project
project = Project.open(Path(sys.argv[1]), user="Nino")
ids = project.segments.ids()
number = int(sys.argv[2])
while True:
    segment = project.segments.get(ids[number % len(ids)])
    project.segments.edit(segment.id, f"ტექსტი {number}", revision=segment.revision)
    sys.stdout.write(f"{segment.id} {number}\\n")
    sys.stdout.flush()
    number += 1
"""


def filled(place: Path, count: int = 40) -> Path:
    """Make a project."""
    with Project.create(place, replace=True) as project:
        source = [f"第{n}段，镜片出口额同比增长{n % 90}%。" for n in range(count)]
        target = [f"აბზაცი {n}: ლინზების ექსპორტი {n % 90}%-ით გაიზარდა." for n in range(count)]
        project.articles.add(article(), units(source), units(target), pairs(count))
    return place


def kills(name: str, place: Path, count: int) -> None:
    """Kill an editor again and again and look for what it had acknowledged."""
    chance, number, acknowledged, lost = random.Random(1), 0, 0, 0
    latest: dict[int, int] = {}
    for _kill in range(count):
        process = subprocess.Popen(
            [sys.executable, "-c", EDITOR, str(place), str(number)], stdout=subprocess.PIPE, text=True
        )
        said = [process.stdout.readline() for _ in range(chance.randrange(1, 30))]
        process.kill()
        said += process.stdout.readlines()
        process.wait()
        for line in said:
            if line.endswith("\n"):
                segment, one = map(int, line.split())
                latest[segment], acknowledged, number = one, acknowledged + 1, one + 1
        with Project.open(place) as project:
            texts = {s.id: s.target for s in project.segments.all()}
            # One more edit may have been stored than was acknowledged before the kill.
            for segment, one in latest.items():
                shown = int(texts[segment].split()[1])
                if shown == number:
                    latest[segment] = number
                elif shown != one:
                    lost += 1
            sound = not project.problems()
            number += 1
    print(
        f"{name:<12} kills {count}: acknowledged {acknowledged}, lost {lost}, sound at the end {sound}",
        flush=True,
    )


WRITER = """
import sys
from pathlib import Path
from transreview.project import Project
from transreview.project.failures import SaveError, StaleRevisionError
number, count = int(sys.argv[2]), int(sys.argv[3])
with Project.open(Path(sys.argv[1]), user=f"writer-{number}") as project:
    ids = project.segments.ids()
    for turn in range(count):
        text = f"მწერალი {number} {turn}"
        try:
            segment = project.segments.get(ids[(turn * 7 + number) % 12])
            project.segments.edit(segment.id, text, revision=segment.revision)
        except StaleRevisionError:
            continue
        except SaveError:  # the server is gone
            break
        print(text, flush=True)
"""


async def screen_edits(place: Path, count: int, *, ended: Callable[[], bool]) -> list[str]:
    """Edit on the screen, segment by segment, while others write; return the texts that it said were saved."""
    from transreview.tui.app import ReviewApp
    from transreview.tui.keymaps import load

    saved: list[str] = []
    with Project.open(place, user="screen") as project:
        app = ReviewApp(project, load("default"))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.5)
            turn = 0
            while turn < count or not ended():
                before = project.journal.last_id()
                await pilot.press("enter")
                await pilot.pause(0.05)
                text = f"ეკრანი {turn}"
                app.screen.view.desk.editor.put(text)
                await pilot.press("escape")
                await pilot.pause(0.05)
                if any(e.id > before and e.user == "screen" for e in project.journal.entries(40)):
                    saved.append(text)
                while len(app.screen_stack) > 1 or app.focused is app.screen.view.desk.editor:
                    await pilot.press("escape", "escape")  # a conflict is shown: leave it, and the text
                    await pilot.pause(0.05)
                    if turn > 10 * count:
                        break
                    turn += 1
                await pilot.press("j" if turn % 10 else "home")
                turn += 1
    return saved


def writers(name: str, place: Path, count: int) -> None:
    """Let four programs and a screen write at the same time to the same twelve segments."""
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(place), str(n), str(count)],
                         stdout=subprocess.PIPE, text=True) for n in range(4)
    ]  # fmt: skip
    ended = lambda: all(process.poll() is not None for process in processes)  # noqa: E731
    saved = asyncio.run(screen_edits(place, count // 4, ended=ended))
    for process in processes:
        saved += process.communicate()[0].splitlines()
    with Project.open(place) as project:
        kept = {change.after for s in project.segments.all() for change in project.journal.history(s.id)}
        lost = [text for text in saved if text not in kept]
        entries = [e for e in project.journal.entries(None) if e.user.startswith(("writer", "screen"))]
        sound = not project.problems()
    print(
        f"{name:<12} four writers and a screen: acknowledged {len(saved)}, in the journal {len(entries)},"
        f" lost {len(lost)}, sound {sound}",
        flush=True,
    )


def crashes(server: Server, place: Path, count: int) -> None:
    """Stop the server as a power cut does while four programs write; look for what they had acknowledged."""
    chance, acknowledged, lost = random.Random(5), 0, 0
    for turn in range(count):
        processes = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(place), f"{turn}{n}", "100000"],
                             stdout=subprocess.PIPE, text=True) for n in range(4)
        ]  # fmt: skip
        said = [process.stdout.readline() for process in processes]
        time.sleep(chance.uniform(0.1, 1.0))
        server.stop("immediate")
        for process in processes:
            process.kill()
            said += process.stdout.readlines()
            process.wait()
        server.start()
        with Project.open(place) as project:
            kept = {change.after for s in project.segments.all() for change in project.journal.history(s.id)}
            texts = [line.rstrip("\n") for line in said if line.endswith("\n")]
            acknowledged += len(texts)
            lost += sum(text not in kept for text in texts)
            sound = not project.problems()
    print(
        f"PostgreSQL   {count} crashes of the server under four writers: acknowledged {acknowledged}, lost {lost},"
        f" sound at the end {sound}",
        flush=True,
    )


def full_disk(count: int) -> None:
    """Edit on a disk that fills up: what was acknowledged is there, the rest is refused with a message."""
    mount = Path(tempfile.mkdtemp(prefix="trfull-", dir="/tmp"))
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(mount)], check=False).returncode:
        print("full disk    not measured: no right to mount a small one")
        return
    try:
        place = filled(mount / "p.transreview")
        acknowledged = refused = 0
        with Project.open(place) as project:
            for number in range(count):
                segment = project.segments.get(1 + number % 40)
                try:
                    segment = project.segments.edit(
                        segment.id, f"{number} " + "გრძელი " * 900, revision=segment.revision
                    )
                    acknowledged += 1
                except TransreviewError:
                    refused += 1
            entries = project.journal.last_id() - 1
            sound = not project.problems()
        print(
            f"full disk    acknowledged {acknowledged}, stored {entries}, refused {refused}, sound {sound}",
            flush=True,
        )
    finally:
        subprocess.run(["umount", str(mount)], check=False)
        shutil.rmtree(mount, ignore_errors=True)


def flips(folder: Path, count: int) -> None:
    """Flip a bit or cut the file: every text that is shown is the one that was saved."""
    place = filled(folder / "f.transreview")
    with Project.open(place) as project:
        for number in range(1, 20):
            project.segments.edit(number, f"შესწორებული {number}", revision=0)
    whole = place.read_bytes()
    with Project.open(place, read_only=True) as project:
        right = {(s.source, s.machine, s.target) for s in project.segments.all()}
    chance = random.Random(3)
    told = harmless = wrong = crashed = 0
    for number in range(count):
        data = bytearray(whole)
        if number % 5 == 4:
            del data[chance.randrange(len(data)) :]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        bad = folder / "bad.transreview"
        bad.write_bytes(data)
        try:
            with Project.open(bad, read_only=True) as project:
                shown = {(s.source, s.machine, s.target) for s in project.segments.all()}
                project.journal.entries(), project.progress()
                wrong += not shown <= right
                if project.problems():
                    told += 1
                else:
                    harmless += 1
        except TransreviewError:
            told += 1
        except Exception as error:  # noqa: BLE001 - counted
            crashed += 1
            print("  ", type(error).__name__, error)
        for path in folder.glob("bad.*"):
            path.unlink() if path.is_file() else shutil.rmtree(path)
    print(
        f"flipped bits and cuts {count}: told {told}, without effect {harmless}, shown wrong {wrong}, crashed {crashed}"
    )


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--crashes", type=int, default=20, help="of the server")
    parser.add_argument("--edits", type=int, default=60, help="by each of four writers at once")
    options = parser.parse_args()
    os.environ["TRANSREVIEW_BACKUPS"], os.environ["TRANSREVIEW_MEMORY"] = "0", "off"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kills("SQLite", filled(folder / "k.transreview"), options.kills)
        writers("SQLite", filled(folder / "w.transreview"), options.edits)
        flips(folder, options.flips)
        full_disk(400)
    if binaries() is None:
        print("PostgreSQL is not installed: not measured")
        return
    server = Server(durable=True)
    try:
        kills("PostgreSQL", filled(Path(server.address())), options.kills)
        writers("PostgreSQL", filled(Path(server.address())), options.edits)
        crashes(server, filled(Path(server.address())), options.crashes)
    finally:
        server.close()


if __name__ == "__main__":
    main()
