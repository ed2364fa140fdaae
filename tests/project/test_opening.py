from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.conftest import TARGET, fill
from transreview.errors import InputError
from transreview.project import Project
from transreview.project.failures import ReadOnlyError, SaveError
from transreview.project.migrations import SCHEMA_VERSION
from transreview.project.rebuilding import rebuilt
from transreview.project.schema import APPLICATION_ID


def opening(path: Path, **options: object) -> InputError:
    with pytest.raises(InputError) as caught:
        Project.open(path, **options)
    assert caught.value.exit_code == 3
    assert caught.value.remedy
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_folder_is_no_project(tmp_path):
    assert "folder" in opening(tmp_path).message


def test_a_missing_file_says_how_to_start_one(tmp_path):
    assert "transreview new" in str(opening(tmp_path / "no.transreview"))


def test_a_path_through_a_missing_folder_or_a_file_is_told(tmp_path):
    assert "no such project" in opening(tmp_path / "no" / "p.transreview").message
    (tmp_path / "file").write_text("x")
    assert "not a folder" in opening(tmp_path / "file" / "p.transreview").message


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a zip", "眼镜产业".encode(), b"SQLite format 2\x00" * 100]
)
def test_what_is_not_sqlite_is_told(tmp_path, content):
    path = tmp_path / "p.transreview"
    path.write_bytes(content)
    assert "not a project" in opening(path).message
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "p.transreview"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE segment (id)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program" in opening(path).message
    assert path.read_bytes() == before


def test_a_newer_project_says_which_schema_and_to_update(project, path):
    project.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 7}")
    connection.close()
    error = opening(path)
    assert f"schema {SCHEMA_VERSION + 7}" in error.message
    assert "Update" in str(error)


def test_a_damaged_page_is_told_where_it_is_read_and_found_by_verify(project, path):
    for _article in range(30):
        fill(project)
    project.close()
    data = bytearray(path.read_bytes())
    data[4096 * 3 : len(data) - 4096] = os.urandom(len(data) - 4096 * 4)
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged"), Project.open(path) as damaged:
        damaged.verify()


def test_a_cut_file_is_told(project, path):
    for _article in range(30):
        fill(project)
    project.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(InputError, match="damaged"), Project.open(path) as damaged:
        damaged.verify()


def test_a_sound_project_verifies(project):
    project.structure.merge(project.segments.all()[0].id)
    project.verify()


def test_a_project_that_another_program_keeps_locked_is_told(project, path, monkeypatch):
    segment = project.segments.all()[0]
    monkeypatch.setattr("transreview.project.opening.BUSY_SECONDS", 0.05)
    with Project.open(path) as impatient:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(SaveError, match="locked"):
            impatient.segments.edit(segment.id, "ახალი", revision=0)
        holder.execute("ROLLBACK")
        holder.close()
        assert impatient.segments.edit(segment.id, "ახალი", revision=0).revision == 1


def test_a_project_locked_for_reading_too_is_told_at_opening(project, path, monkeypatch):
    project.close()
    monkeypatch.setattr("transreview.project.opening.BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert "locked" in opening(path).message
    holder.close()


def test_read_only_reads_and_refuses_every_change(project, path):
    segment = project.segments.all()[0]
    with Project.open(path, read_only=True) as reading:
        assert reading.read_only
        assert reading.segments.get(segment.id) == segment
        assert reading.search.find("眼镜")
        for act in (
            lambda: reading.segments.edit(segment.id, "ახალი", revision=0),
            lambda: reading.drafts.save(segment.id, "ახალი"),
            lambda: fill(reading),
            reading.journal.undo,
        ):
            with pytest.raises(ReadOnlyError, match="reading only"):
                act()


AS_NOBODY = """
import os, sys, tempfile, traceback
from transreview.errors import TransreviewError
from transreview.project import Project

def visit(path, **options):
    try:
        with Project.open(path, user="Nobody", **options) as project:
            print(project.read_only, [s.target for s in project.segments.all()][:1])
            try:
                project.segments.edit(1, "ახალი", revision=0)
                print("saved")
            except TransreviewError as error:
                print(type(error).__name__)
    except TransreviewError as error:
        print("refused:", error.message)

# Once with all rights, so that every module is loaded while it can be read.
with tempfile.TemporaryDirectory() as folder:
    Project.create(folder + "/p").close()
    visit(folder + "/p", read_only=True)
    visit(folder)
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
print("---")
visit(sys.argv[1])
"""


def as_nobody(path: Path) -> str:
    """Open a project in a process without root's rights."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("---\n")[1]


@pytest.fixture
def shared(tmp_path):
    """A folder that a process without root's rights can reach."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX files")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
def test_a_file_or_folder_that_cannot_be_written_is_opened_for_reading(
    shared, project, path, file_mode, folder_mode
):
    project.close()
    path.chmod(file_mode)
    shared.chmod(folder_mode)
    try:
        said = as_nobody(path)
    finally:
        shared.chmod(0o755)
    assert said == f"True [{TARGET[0]!r}]\nReadOnlyError\n"


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX files")
def test_changes_waiting_beside_a_read_only_project_are_not_passed_over(shared, project, path):
    project.segments.edit(project.segments.all()[0].id, "ჯერ მხოლოდ ჟურნალში", revision=0)
    copy = shared / "copy"
    copy.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", copy)
        (copy / f"{path.name}{suffix}").chmod(0o444)
    copy.chmod(0o555)
    try:
        said = as_nobody(copy / path.name)
    finally:
        copy.chmod(0o755)
    # Whether SQLite can read the log without its shared memory depends on its version; old text is never shown.
    assert "ჯერ მხოლოდ ჟურნალში" in said or "last changes" in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(project, path):
    project.close()
    path.chmod(0)
    assert "cannot be read" in opening(path).message


def test_the_file_says_whose_it_is(project, path):
    project.close()
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72]) == APPLICATION_ID
    assert int.from_bytes(head[60:64]) == SCHEMA_VERSION


def test_closing_leaves_one_file_with_everything_in_it(project, path):
    project.segments.edit(project.segments.all()[0].id, "ახალი", revision=0)
    project.close()
    assert not path.with_name(path.name + "-wal").exists()
    copy = path.with_name("copy.transreview")
    shutil.copy(path, copy)
    with Project.open(copy) as opened:
        assert opened.segments.all()[0].target == "ახალი"


def test_every_name_of_a_file_is_possible(tmp_path):
    path = tmp_path / "50% ? #眼镜 სათვალე & 'x'.transreview"
    with Project.create(path) as project:
        fill(project)
    with Project.open(path) as project:
        assert len(project.segments.all()) == 5
    assert {entry.name for entry in tmp_path.iterdir()} <= {
        path.name,
        path.name + "-index",
        path.name + "-backups",
    }


def test_the_connection_promises_what_the_guarantees_rest_on(project):
    ask = project._store.value
    assert ask("PRAGMA journal_mode") == "wal"
    assert ask("PRAGMA synchronous") == 2
    assert ask("PRAGMA foreign_keys") == 1
    assert ask("PRAGMA busy_timeout") >= 5000


def test_the_user_is_named_by_the_environment_or_the_login(project, path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_USER", "ნინო")
    with Project.open(path) as opened:
        assert opened.user == "ნინო"
    monkeypatch.delenv("TRANSREVIEW_USER")
    with Project.open(path) as opened:
        assert opened.user


def worked_on(path: Path) -> None:
    """Do a little of everything with a project."""
    with Project.open(path, user="Nino") as project:
        project.verify()
        (
            project.articles.all(),
            project.journal.entries(None),
            project.comments.all(),
            project.settings.get("names"),
            project.drafts.all(),
        )
        ids = project.segments.ids()
        segment = project.segments.all()[0]
        project.journal.history(segment.id)
        project.progress()
        project.search.find("ლინზ")
        project.segments.edit(segment.id, "ახალი", revision=segment.revision)
        project.structure.merge(ids[0])
        project.journal.undo()
        project.journal.undo()


def test_whatever_byte_of_a_project_is_damaged_it_is_told_in_one_message(project, path, tmp_path):
    for number in range(8):
        segment = project.segments.all()[number % 5]
        project.segments.edit(segment.id, f"ტექსტი {number}", revision=segment.revision)
    project.comments.add(1, "შენიშვნა")
    project.settings.set("names", "press")
    project.drafts.save(2, "მონახაზი")
    project.close()
    whole = path.read_bytes()
    chance = random.Random(20260102)
    told = list[str]()
    for number in range(100):
        data = bytearray(whole)
        for _byte in range(chance.choice((1, 1, 5, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        copy = tmp_path / f"{number}.transreview"
        copy.write_bytes(data)
        try:
            worked_on(copy)
        except InputError as error:
            told.append(str(error))
    assert len(told) > 20
    assert not any("\n" in message for message in told)


def test_a_file_that_was_cut_while_it_was_open_is_told_of_when_it_is_closed(project, path):
    for _article in range(30):
        fill(project)
    project.close()
    opened = Project.open(path)
    opened.segments.edit(opened.segments.ids()[0], "ახალი", revision=0)
    os.truncate(path, 4096 * 3)
    with pytest.raises(InputError, match="damaged"):
        opened.close()


def test_a_pipe_or_a_device_is_no_project_and_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.transreview")
    for place in (tmp_path / "pipe.transreview", Path(os.devnull)):
        with pytest.raises(InputError, match="a pipe or a device, not a file"):
            Project.open(place)
        with pytest.raises(InputError, match="a pipe or a device, not a file"):
            rebuilt(place, tmp_path / "again.transreview")
    assert not (tmp_path / "again.transreview").exists()


@pytest.mark.parametrize("ending", ["wal", "shm"])
def test_a_folder_in_the_place_of_the_log_is_told_as_one(project, path, ending):
    project.close()
    folder = path.with_name(f"{path.name}-{ending}")
    folder.mkdir()
    error = opening(path)
    assert error.message == f"a folder stands where the project keeps its last changes: {folder.name}"
    folder.rmdir()
    with Project.open(path) as again:
        assert len(again.segments.all()) == len(TARGET)
