"""Several connections to one file, in one process and in several: no lock is lost, and nothing is left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_project import small_project
from transreview.errors import InputError
from transreview.project import Project

EDIT = """
import sys
from pathlib import Path
from transreview.project import Project
with Project.open(Path(sys.argv[1]), user="other") as project:
    segment = project.segments.all()[1]
    project.segments.edit(segment.id, "სხვის ტექსტი", revision=segment.revision)
"""
READ = """
import sys
from pathlib import Path
from transreview.project import Project
with Project.open(Path(sys.argv[1]), read_only=True) as project:
    print(*(segment.target for segment in project.segments.all()), sep="\\n")
"""


def elsewhere(program: str, path: Path) -> list[str]:
    """Run something in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def beside(path: Path) -> set[str]:
    """Return which of SQLite's files stand beside a project."""
    return {left for left in ("-wal", "-shm") if path.with_name(path.name + left).exists()}


def test_a_second_look_into_an_open_project_leaves_its_lock(tmp_path: Path) -> None:
    path = small_project(tmp_path / "p.transreview")
    with Project.open(path) as project:
        first = project.segments.all()[0]
        first = project.segments.edit(first.id, "ერთი", revision=first.revision)
        with Project.open(path, read_only=True) as second:  # as the checks of a screen do
            assert second.segments.get(first.id).target == "ერთი"
        elsewhere(EDIT, path)  # closes, and may not think itself the last
        assert beside(path) == {"-wal", "-shm"}
        project.segments.edit(first.id, "ორი", revision=first.revision)
        assert elsewhere(READ, path)[:2] == ["ორი", "სხვის ტექსტი"]
    assert elsewhere(READ, path)[:2] == ["ორი", "სხვის ტექსტი"]


def test_whoever_only_reads_leaves_nothing_behind(tmp_path: Path) -> None:
    path = small_project(tmp_path / "p.transreview")
    before = path.read_bytes()
    elsewhere(READ, path)
    assert beside(path) == set()
    assert path.read_bytes() == before
    with Project.open(path, read_only=True), Project.open(path, read_only=True):
        pass
    assert beside(path) == set()
    with Project.open(path) as project:
        elsewhere(READ, path)
        assert beside(path) == {"-wal", "-shm"}
        project.segments.edit(1, "ახალი", revision=0)
        assert elsewhere(READ, path)[0] == "ახალი"


def test_a_log_with_something_in_it_stays_for_whoever_writes_next(tmp_path: Path) -> None:
    path = small_project(tmp_path / "p.transreview")
    project = Project.open(path)
    project.segments.edit(1, "ახალი", revision=0)
    copy = tmp_path / "copy.transreview"
    for left in ("", "-wal"):  # as a power cut leaves it
        copy.with_name(copy.name + left).write_bytes(path.with_name(path.name + left).read_bytes())
    project.close()
    log = copy.with_name(copy.name + "-wal")
    size = log.stat().st_size
    assert elsewhere(READ, copy)[0] == "ახალი"
    assert log.stat().st_size == size > 0


def test_another_file_in_the_place_of_a_closed_project_is_looked_into(tmp_path: Path) -> None:
    path = small_project(tmp_path / "p.transreview")
    with Project.open(path), Project.open(path):
        pass
    path.write_bytes(b"no project at all, " * 1000)
    with pytest.raises(InputError, match="not a project file"):
        Project.open(path)
