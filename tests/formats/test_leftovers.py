"""Temporary files of a killed program go at the next writing; those of a running one stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from transreview.formats.atomic import write
from transreview.formats.leftovers import sweep
from transreview.project import Project

EXPORT = """
import sys, time
from pathlib import Path
from transreview.formats.atomic import writing
with writing(Path(sys.argv[1])) as stream:
    stream.write(b"half")
    stream.flush()
    print("ready", flush=True)
    time.sleep(60)
"""
NEW = """
import sys, time
from transreview.project import Project
with Project.building(sys.argv[1]) as draft:
    print("ready", flush=True)
    time.sleep(60)
"""


def hidden(folder):
    return sorted(path for path in folder.iterdir() if path.name.startswith("."))


def grow_old(path):
    past = time.time() - 3600
    os.utime(path, (past, past))


@pytest.mark.parametrize(("program", "name"), [(EXPORT, "out.po"), (NEW, "p.transreview")])
def test_what_a_killed_program_left_goes_and_what_a_running_one_writes_stays(tmp_path, program, name):
    target = tmp_path / name

    def again() -> None:
        if name == "out.po":
            write(target, b"whole")
        else:
            Project.create(target, replace=True).close()

    process = subprocess.Popen([sys.executable, "-c", program, str(target)], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    (left,) = hidden(tmp_path)
    grow_old(left)
    again()
    assert hidden(tmp_path) == [left]  # it is being written
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert hidden(tmp_path) == [left]
    again()
    assert hidden(tmp_path) == []
    assert target.exists()


def test_only_old_files_of_the_same_name_are_swept(tmp_path):
    for name in (
        ".out.po.abcdefgh.tmp",
        ".other.po.abcdefgh.tmp",
        ".out.po.young123.tmp",
        ".out.po.long_names.tmp",
    ):
        (tmp_path / name).write_text("x")
        if "young" not in name:
            grow_old(tmp_path / name)
    write(tmp_path / "out.po", b"x")
    assert [p.name for p in hidden(tmp_path)] == [
        ".other.po.abcdefgh.tmp", ".out.po.long_names.tmp", ".out.po.young123.tmp",
    ]  # fmt: skip
    assert sweep(tmp_path / "nowhere", "*") == []
