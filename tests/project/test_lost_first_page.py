"""A project whose first page is lost: its tables are found by their rows, and every row is there again."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.project.conftest import Clock
from tests.project.diary import Diary
from tests.project.kept_session import begin, work
from tests.project.test_migrations import write_version
from transreview.errors import InputError
from transreview.project import Project
from transreview.project.rebuilding import rebuilt
from transreview.project.schema import JOURNALED, UNRECORDED

PAGE = 4096


@pytest.fixture(autouse=True)
def no_backups(monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "0")


@pytest.fixture
def day(path, tmp_path):
    """A project with rows in every table."""
    clock = Clock()
    with Project.create(path, user="Nino", clock=clock) as project:
        diary = Diary(tmp_path)
        begin(diary, project)
        with Project.open(path, user="Giorgi", clock=clock) as other:
            work(diary, project, other)
    return path


def all_rows(file):
    found = {}
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        for table, columns in (JOURNALED | UNRECORDED).items():
            if table == "project":  # the number of its structure goes up, so that every reader looks again
                columns = ("identity",)  # noqa: PLW2901
            names = ", ".join(f'"{name}"' for name in columns)
            found[table] = connection.execute(f"SELECT {names} FROM {table} ORDER BY {names}").fetchall()
    return found


def overwrite(file, data):
    with file.open("r+b") as stream:
        stream.write(data)


def is_whole_again(file, tmp_path, before):
    whole = file.read_bytes()
    found = rebuilt(file, tmp_path / "again.transreview")
    assert found.lost == []
    assert all_rows(tmp_path / "again.transreview") == before
    assert file.read_bytes() == whole
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".mended")] == []
    return found


@pytest.mark.parametrize(
    "data", [bytes(PAGE), bytes(100), random.Random(4).randbytes(PAGE), b"\xff" * PAGE, b"SQLite format 3\0" + bytes(4080)]
)  # fmt: skip
def test_every_row_is_found_without_the_first_page(day, tmp_path, data):
    before = all_rows(day)
    overwrite(day, data)
    (first, *_more) = is_whole_again(day, tmp_path, before).restored
    number = sum(bool(rows) for rows in before.values())
    assert first == f"{number} tables, found by the shape of their rows: the page that names them is lost"


def test_many_long_rows_are_found_in_trees_of_several_levels(path, tmp_path, day):
    with Project.open(path, user="Nino") as project:
        for times in range(1, 150):
            segment = project.segments.get(project.segments.ids()[times % 4])
            project.segments.edit(segment.id, f"ტექსტი {times} " * (times * 7), revision=segment.revision)
    before = all_rows(path)
    overwrite(path, bytes(PAGE))
    is_whole_again(path, tmp_path, before)


@pytest.mark.parametrize("size", [1024, 8192, 65536])
def test_pages_of_any_size_are_known_for_what_they_are(day, tmp_path, size):
    with closing(sqlite3.connect(day, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("VACUUM")
    before = all_rows(day)
    overwrite(day, bytes(size))
    is_whole_again(day, tmp_path, before)


def test_rows_that_only_the_log_holds_are_found(day, tmp_path):
    with Project.open(day, user="Nino") as project:
        segment = project.segments.get(project.segments.ids()[0])
        project.segments.edit(segment.id, "ბოლო ცვლილება", revision=segment.revision)
        before = all_rows(day)
        killed = tmp_path / "killed.transreview"
        shutil.copyfile(day, killed)
        shutil.copyfile(f"{day}-wal", f"{killed}-wal")
    assert killed.with_name(f"{killed.name}-wal").stat().st_size
    overwrite(killed, bytes(PAGE))
    is_whole_again(killed, tmp_path, before)


@pytest.mark.parametrize("version", range(1, 6))
def test_a_file_of_any_version_is_found(path, tmp_path, version):
    write_version(path, version)
    shutil.copyfile(path, tmp_path / "sound.transreview")
    with Project.open(tmp_path / "sound.transreview") as project:
        before = [(one.id, one.source, one.target, one.status) for one in project.segments.all()]
    overwrite(path, bytes(PAGE))
    rebuilt(path, tmp_path / "again.transreview")
    with Project.open(tmp_path / "again.transreview") as project:
        assert [(one.id, one.source, one.target, one.status) for one in project.segments.all()] == before


def test_rows_of_pages_that_were_freed_do_not_come_back(day, tmp_path):
    with closing(sqlite3.connect(day, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        for number in range(300):
            connection.execute("INSERT INTO comment (segment_id, author, at, text) VALUES (1, 'x', ?, ?)",
                               (f"2026-01-01T00:00:00.{number:06}+00:00", "long " * 60))  # fmt: skip
        connection.execute("DELETE FROM comment WHERE author = 'x'")
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] > 10
    before = all_rows(day)
    overwrite(day, bytes(PAGE))
    is_whole_again(day, tmp_path, before)


def test_with_more_pages_lost_what_is_left_is_saved_and_the_rest_is_said(path, tmp_path, day):
    with Project.open(path, user="Nino") as project:
        for times in range(1, 60):
            segment = project.segments.get(project.segments.ids()[times % 4])
            project.segments.edit(segment.id, f"ტექსტი {times} " * 40, revision=segment.revision)
    before = {one[0]: one for one in all_rows(path)["unit"]}
    data = bytearray(path.read_bytes())
    data[:PAGE] = bytes(PAGE)
    chosen = random.Random(7)
    for page in chosen.sample(range(50, len(data) // PAGE), 6):
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    rebuilt(path, tmp_path / "again.transreview")
    after = all_rows(tmp_path / "again.transreview")["unit"]
    assert after
    assert all(before[one[0]][6] == one[6] for one in after)


@pytest.mark.parametrize(
    "data", [b"", bytes(50), bytes(100_000), random.Random(1).randbytes(100_000), "სათვალე\n".encode() * 9000]
)
def test_what_is_no_project_gives_nothing(tmp_path, data):  # fmt: skip
    (tmp_path / "a.transreview").write_bytes(data)
    with pytest.raises(InputError, match="nothing of a project can be read"):
        rebuilt(tmp_path / "a.transreview", tmp_path / "b.transreview")
    assert [one.name for one in tmp_path.iterdir()] == ["a.transreview"]


def test_another_programs_database_gives_nothing(tmp_path):
    file = tmp_path / "a.transreview"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE other (a, b)")
        connection.executemany("INSERT INTO other VALUES (?, ?)", [(one, "x" * one) for one in range(500)])
    overwrite(file, bytes(PAGE))
    with pytest.raises(InputError, match="nothing of a project can be read"):
        rebuilt(file, tmp_path / "b.transreview")
