from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project.conftest import fill
from transreview.errors import InputError
from transreview.project import Project


def test_an_existing_file_is_never_overwritten_unasked(project, path):
    project.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="exists already"):
        Project.create(path)
    assert path.read_bytes() == before


def test_a_missing_folder_and_a_folder_of_that_name_are_told(tmp_path):
    with pytest.raises(InputError, match="folder does not exist"):
        Project.create(tmp_path / "no" / "p.transreview")
    with pytest.raises(InputError, match="folder of this name"):
        Project.create(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    link = tmp_path / "p.transreview"
    link.symlink_to(tmp_path / "gone")
    with pytest.raises(InputError, match="leads to no file"):
        Project.create(link)
    assert list(tmp_path.iterdir()) == [link]


def test_building_gives_the_file_its_name_only_at_the_end(path):
    with Project.building(path, user="Nino") as project:
        fill(project)
        assert not path.exists()
    with Project.open(path) as project:
        assert len(project.segments.all()) == 5


def test_the_name_of_a_new_project_is_on_the_disk_before_it_is_told(path, monkeypatch):
    synced: list[tuple[bool, int]] = []
    sync = os.fsync

    def watched(descriptor: int) -> None:
        found = os.fstat(descriptor)
        synced.append((stat.S_ISDIR(found.st_mode), found.st_ino))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    with Project.building(path, user="Nino") as project:
        fill(project)
        synced.clear()
    assert (True, path.parent.stat().st_ino) in synced


def test_a_failed_building_leaves_nothing(path):
    def build() -> None:
        with Project.building(path) as project:
            fill(project)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build()
    assert list(path.parent.iterdir()) == []


def test_a_failed_building_leaves_the_project_it_should_have_replaced(project, path):
    project.close()
    before = path.read_bytes()
    with pytest.raises(RuntimeError), Project.building(path, replace=True):
        raise RuntimeError
    assert path.read_bytes() == before


def test_replacing_leaves_nothing_of_the_old_project(project, path):
    project.segments.edit(project.segments.all()[0].id, "ძველი", revision=0)
    project.cache.put("k", "a", b"old")
    project.close()
    with Project.create(path, replace=True) as new:
        assert new.segments.all() == []
        assert new.cache.get("k", "a") is None
        fill(new)
        assert not new.search.find("ძველი")


def test_somebody_who_makes_the_file_meanwhile_is_not_overwritten(path):
    building = Project.building(path)
    building.__enter__()
    path.write_text("somebody else's")
    with pytest.raises(InputError, match="exists already"):
        building.__exit__(None, None, None)
    assert path.read_text() == "somebody else's"


def test_a_building_that_is_killed_leaves_no_project(path):
    script = (
        "import signal, sys, time\n"
        "from transreview.project import Project\n"
        # a shell's background jobs, and all they start, are deaf to the signal
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with Project.building(sys.argv[1]) as project:\n"
        "    print('building', flush=True)\n"
        "    time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"building\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert not path.exists()
    with Project.create(path) as project:
        fill(project)


def test_an_interrupted_building_removes_what_it_made(path):
    script = (
        "import signal, sys, time\n"
        "from transreview.project import Project\n"
        # a shell's background jobs, and all they start, are deaf to the signal
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "with Project.building(sys.argv[1]) as project:\n"
        "    print('building', flush=True)\n"
        "    time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    process.wait()
    process.stdout.close()
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where not even root can write")
def test_a_folder_that_cannot_be_written_is_told():
    with pytest.raises(InputError, match="nothing can be written"):
        Project.create("/proc/p.transreview")


def test_no_project_is_made_where_a_folder_keeps_it_from_its_log(path):
    folder = path.with_name(f"{path.name}-wal")
    folder.mkdir()
    with pytest.raises(InputError, match=f"a folder stands .*: {folder.name}"):
        Project.create(path)
    assert list(path.parent.iterdir()) == [folder]


def test_what_was_left_by_who_was_killed_behind_the_last_step_goes_with_the_next_trial(path):
    """The project is there, so that nobody builds it again; what it was built in would have stayed for ever."""
    with Project.create(path) as project:
        fill(project)
    left = path.with_name(f".{path.name}.abcdefgh")
    left.mkdir()
    (left / "glasses.transreview-shm").write_bytes(b"")
    os.utime(left, (0, 0))
    with pytest.raises(InputError, match="exists already"):
        Project.create(path)
    assert not left.exists()
    assert path.exists()
