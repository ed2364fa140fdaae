"""Copies made before work begins, kept small in number and always whole."""

from __future__ import annotations

import sqlite3

import pytest

from tests.project.conftest import TARGET, fill
from transreview.project import Project
from transreview.project.backups import KEPT, backups_of


@pytest.fixture
def worked(path):
    with Project.create(path, user="Nino") as made:
        fill(made)
    return path


def edited(path, text: str) -> None:
    with Project.open(path, user="Nino") as project:
        segment = project.segments.all()[0]
        project.segments.edit(segment.id, text, revision=segment.revision)


def test_opening_for_writing_copies_what_was_there_before(worked):
    assert backups_of(worked) == []
    edited(worked, "ახალი")
    (copy,) = backups_of(worked)
    with Project.open(copy, read_only=True) as old:
        assert [s.target for s in old.segments.all()] == list(TARGET)


def test_nothing_is_copied_twice_or_for_reading(worked):
    with Project.open(worked, read_only=True):
        pass
    assert backups_of(worked) == []
    for _time in range(3):
        Project.open(worked).close()
    assert len(backups_of(worked)) == 1


def test_the_last_five_are_kept(worked):
    for number in range(KEPT + 3):
        edited(worked, f"ტექსტი {number}")
    copies = backups_of(worked)
    assert len(copies) == KEPT
    with Project.open(copies[0], read_only=True) as newest:
        assert newest.segments.all()[0].target == f"ტექსტი {KEPT + 1}"
    assert {c.suffix for c in copies[0].parent.iterdir()} == {".transreview"}


@pytest.mark.parametrize(("said", "count"), [("0", 0), ("2", 2), ("many", KEPT)])
def test_how_many_are_kept_is_the_users_to_say(worked, monkeypatch, said, count):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", said)
    for number in range(KEPT + 1):
        edited(worked, f"ტექსტი {number}")
    assert len(backups_of(worked)) == count


def test_the_project_itself_may_say_how_many(worked):
    with Project.open(worked) as project:
        project.settings.set("backups", 1)
    for number in range(3):
        edited(worked, f"ტექსტი {number}")
    assert len(backups_of(worked)) == 1


def test_a_project_is_copied_before_it_is_migrated(path):
    from tests.project.test_migrations import write_version

    write_version(path, 2)
    Project.open(path).close()
    connection = sqlite3.connect(backups_of(path)[-1])
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()


def test_a_folder_in_which_no_copy_can_be_made_keeps_nobody_from_working(worked):
    worked.with_name(worked.name + "-backups").write_text("a file of that name")
    edited(worked, "ახალი")
    with Project.open(worked) as project:
        assert project.segments.all()[0].target == "ახალი"
