"""The log beside a file: what was said to be saved and can no longer be read is told, not forgotten."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys

import pytest

from tests.project.conftest import fill
from transreview.errors import InputError
from transreview.project import Project
from transreview.project.log_file import is_cut_short, log_of
from transreview.project.rebuilding import rebuilt

KILLED = """
import os, sys
from pathlib import Path
from transreview.project import Project
project = Project.open(Path(sys.argv[1]), user="Nino")
first = project.segments.ids()[0]
for number in range(6):
    segment = project.segments.get(first)
    project.segments.edit(first, f"ტექსტი {number}", revision=segment.revision)
os.kill(os.getpid(), 9)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A project whose program was killed after six edits: they stand in its log alone."""
    path = tmp_path_factory.mktemp("killed") / "p.transreview"
    with Project.create(path, user="Nino") as project:
        fill(project)
    subprocess.run(
        [sys.executable, "-c", KILLED, path], check=False, env={**os.environ, "TRANSREVIEW_BACKUPS": "0"}
    )
    assert log_of(path).stat().st_size
    return path


@pytest.fixture
def project(killed, tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "0")
    for file in (killed, log_of(killed)):
        shutil.copy(file, tmp_path)
    return tmp_path / killed.name


def frames(log):
    data = log.read_bytes()
    size = 24 + struct.unpack_from(">I", data, 8)[0]
    return [
        (at, struct.unpack_from(">I", data, at + 4)[0] > 0) for at in range(32, len(data) - size + 1, size)
    ]


def flip(file, at):
    data = bytearray(file.read_bytes())
    data[at] ^= 4
    file.write_bytes(data)


def first_text(path):
    with Project.open(path, read_only=True) as project:
        return project.segments.get(project.segments.ids()[0]).target


def test_a_whole_log_is_read_as_before(project):
    assert not is_cut_short(log_of(project))
    assert first_text(project) == "ტექსტი 5"


@pytest.mark.parametrize("place", [0, 4, 8, 16, 24, 2000])
def test_a_flipped_bit_in_front_of_finished_changes_is_told(project, place):
    """Of the page's number, its end of a change, its salt, its check value, the page."""
    ends = [at for at, ends in frames(log_of(project)) if ends]
    flip(log_of(project), ends[-4] + place)
    with pytest.raises(
        InputError, match=r"p\.transreview-wal, which is damaged: some of them cannot be read"
    ):
        Project.open(project)
    before = log_of(project).read_bytes()
    found = rebuilt(project, project.with_name("again.transreview"))
    assert any("which is damaged" in one for one in found.lost)
    assert log_of(project).read_bytes() == before
    assert first_text(project.with_name("again.transreview")).startswith("ტექსტი")


@pytest.mark.parametrize("place", [12, 20, 28])
def test_a_flipped_bit_in_the_logs_own_head_is_told(project, place):
    flip(log_of(project), place)
    assert is_cut_short(log_of(project))


def test_a_last_change_that_was_broken_off_is_none(project):
    """Nobody was told that it is saved."""
    ends = [at for at, ends in frames(log_of(project)) if ends]
    flip(log_of(project), ends[-1] + 100)
    assert not is_cut_short(log_of(project))
    assert first_text(project) == "ტექსტი 4"


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.8])
def test_a_log_that_ends_early_has_nothing_behind_it(project, share):
    data = log_of(project).read_bytes()
    log_of(project).write_bytes(data[: int(len(data) * share)])
    assert not is_cut_short(log_of(project))


def test_what_an_earlier_log_left_behind_is_not_of_this_one(project):
    data = bytearray(log_of(project).read_bytes())
    for at, _ends in frames(log_of(project))[-8:]:
        data[at + 8 : at + 16] = b"earlier!"
    log_of(project).write_bytes(data)
    assert not is_cut_short(log_of(project))


def test_what_is_no_log_is_none(tmp_path):
    (tmp_path / "x-wal").write_bytes(os.urandom(5000))
    assert not is_cut_short(tmp_path / "x-wal")
    assert not is_cut_short(tmp_path / "none-wal")
    assert not is_cut_short(tmp_path)
