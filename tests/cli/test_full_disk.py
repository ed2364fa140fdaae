"""Every command that writes, on a disk that is full: what was there stays, and one line says why.

The disk is a small one in memory, which takes the right to mount it; everybody else has files that may
not grow (RLIMIT_FSIZE), which is met at the same calls.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from transreview.project import Project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tmpfs and RLIMIT_FSIZE as Linux has them")

SIZE = 3_000_000
LONG = "\n\n".join(f"第{n}段，会议于5月{1 + n % 28}日召开，共{100 + n}人参加。" for n in range(120))
TRANSLATED = "\n\n".join(
    f"აბზაცი {n}: შეხვედრა {1 + n % 28} მაისს გაიმართა, დაესწრო {100 + n} ადამიანი ." for n in range(120)
)

# D is the disk; what is named there may be written. P is D/p.transreview, which was there before.
COMMANDS = [
    "new D/n.transreview D/s.txt D/t.txt --source-lang zh --target-lang ka",
    "add P D/s.txt D/t.txt --source-lang zh --target-lang ka",
    "align P --realign",
    "edit P 0001 --text ახალი",
    "confirm P 0001",
    "comment P 0001 შენიშვნა",
    "fix P",
    "check P --format json --list",
    "score P --segments",
    "report P --output D/out.html",
    "report P --output D/out.json",
    "export P --output D/out.po --force",
    "export P --output D/out.xlf --force",
    "export P --output D/out.xlsx --force",
    "export P --output D/out.docx --format review --force",
    "mqm export P --output D/out.tsv",
    "mqm rate P --segment 1 --score 50",
    "terms add D/terms.csv --term zh=镜片 --term ka=ლინზა",
    "terms extract P --output D/made.csv",
    "terms import D/terms.csv --output D/made.csv",
    "terms export D/terms.csv --output D/out.tbx --force",
    "terms share P D/terms.csv",
    "memory record P --memory D/own.memory",
    "memory export --output D/out.tmx --memory D/there.memory",
    "copy P D/c.transreview",
    "merge P D/back.po --by ლი",
]
FREE = [0, 40_000]


@pytest.fixture(scope="module")
def ready(tmp_path_factory) -> Path:
    """A folder with everything that the commands start from."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "s.txt").write_text(LONG, encoding="utf-8")
    (folder / "t.txt").write_text(TRANSLATED, encoding="utf-8")
    (folder / "terms.csv").write_text("id,zh,ka\nmeeting,会议,სხდომა\n", encoding="utf-8")
    for command in (
        "new P D/s.txt D/t.txt --source-lang zh --target-lang ka",
        "edit P 0002 --text შესწორებული",
        "confirm P 0002",
        "export P --output D/back.po",
        "memory record P --memory D/there.memory",
    ):
        assert call(command, folder).returncode == 0, command
    text = (folder / "back.po").read_text(encoding="utf-8")
    assert "აბზაცი 7:" in text
    (folder / "back.po").write_text(text.replace("აბზაცი 7:", "მეშვიდე:"), encoding="utf-8")
    shutil.rmtree(folder / "p.transreview-backups", ignore_errors=True)
    return folder


def call(
    command: str, folder: Path, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    words = [str(folder / "p.transreview") if word == "P" else word for word in command.split()]
    return subprocess.run(
        # (-B: Python does not see that a file of bytecode was cut off, and would read half of it ever after)
        [sys.executable, "-B", "-m", "transreview", *(word.replace("D/", f"{folder}/") for word in words)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=before,
        env={**os.environ, "TRANSREVIEW_MEMORY": "off", "LOGNAME": "nino", "TRANSREVIEW_UI_LANG": "en"},
        timeout=120,
    )


@pytest.fixture(scope="module")
def disk(tmp_path_factory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=False)


def texts(path: Path) -> list[str]:
    with Project.open(path, user="nino") as project:
        assert project.problems() == []
        return [segment.target for segment in project.segments.all()]


def proven(done: subprocess.CompletedProcess[str], folder: Path, ready: Path, command: str) -> None:
    """What holds after every command that met a full disk or did not."""
    assert "Traceback" not in done.stderr, (command, done.stderr)
    assert "Internal error" not in done.stderr, (command, done.stderr)
    assert done.returncode in {0, 1, 3}, (command, done.returncode, done.stderr)
    before, after = texts(ready / "p.transreview"), texts(folder / "p.transreview")
    if done.returncode == 3:
        words = done.stderr.lower()
        assert any(
            one in words
            for one in ("full", "no space", "too large", "room on the disk", "not grow", "disk i/o error")
        ), (
            command,
            done.stderr,
        )
        assert after == before, command
    for name in ("s.txt", "t.txt", "back.po"):
        assert (folder / name).read_bytes() == (ready / name).read_bytes()
    for path in folder.iterdir():
        assert not path.name.startswith("."), (command, path.name, done.stderr)
        if path.name.startswith("out.") and done.returncode == 3:
            assert path.read_bytes() == b"earlier", (command, path.name)
        assert path.name != "made.csv" or not done.returncode, (command, path.read_bytes()[:80])
        if path.name in {"n.transreview", "c.transreview"}:
            assert len(texts(path)) == len(before)


def laid_out(ready: Path, folder: Path, command: str) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in ready.iterdir():
        if path.is_file() and not path.name.endswith(("-wal", "-shm")):
            shutil.copy2(path, folder / path.name)
    for word in command.split():
        if word.startswith("D/out."):
            (folder / word[2:]).write_bytes(b"earlier")


@pytest.mark.parametrize("free", FREE)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_leaves_what_was_there_and_is_said(ready, disk, command, free):
    laid_out(ready, disk, command)
    room = shutil.disk_usage(disk).free
    with (disk / "filler").open("wb") as filler:
        filler.write(b"\0" * max(0, room - free))
    done = call(command, disk)
    (disk / "filler").unlink()
    proven(done, disk, ready, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_files_that_may_not_grow_leave_what_was_there_and_are_said(ready, tmp_path, command):
    laid_out(ready, tmp_path, command)
    done = call(command, tmp_path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)))
    proven(done, tmp_path, ready, command)


def test_a_backup_that_cannot_be_made_is_one_warning_and_the_work_is_done(ready, tmp_path):
    project = tmp_path / "p.transreview"
    shutil.copyfile(ready / "p.transreview", project)
    (tmp_path / "p.transreview-backups").write_text("a file in its place", encoding="utf-8")
    done = call("confirm P 0003", tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "Warning: no backup of p.transreview could be made (File exists); the work goes on without one"
    ]
