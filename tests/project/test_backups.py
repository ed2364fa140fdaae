"""Copies made before work begins, kept small in number and always whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from tests.project.conftest import TARGET, fill
from tests.project.test_sums import damage
from transreview import remarks
from transreview.project import Project, backups
from transreview.project.backups import KEPT, SUFFIX, backups_of
from transreview.project.rebuilding import rebuilt


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


def test_backups_are_beside_the_file_whichever_link_leads_to_it(worked, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.transreview"
    link.symlink_to(worked)
    edited(link, "ახალი")
    assert list(link.parent.iterdir()) == [link]
    assert len(backups_of(worked)) == 1
    assert backups_of(link) == backups_of(worked)


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


def test_that_no_copy_could_be_made_is_told_once(worked, request):
    told = []
    for clean in (remarks.forget, remarks.listen):
        request.addfinalizer(clean)
    remarks.forget()
    remarks.listen(told.append)
    worked.with_name(worked.name + "-backups").write_text("in the way")
    for number in range(2):
        edited(worked, f"ტექსტი {number}")
    assert told == [f"no backup of {worked.name} could be made (File exists); the work goes on without one"]


def test_copies_of_another_project_of_that_name_are_neither_used_nor_counted(path, tmp_path):
    """Whoever deletes a project and begins one of the same name finds the copies of the old one."""
    for text in ("ძველი", "ახალი"):
        with Project.create(path, user="Nino") as made:
            fill(made)
            made.comments.add(1, f"{text} შენიშვნა")
        for number in range(KEPT + 1):
            edited(path, f"{text} {number}")
        if text == "ძველი":
            path.unlink()
    assert len(backups_of(path)) == 2 * KEPT
    damage(path, "DELETE FROM comment")
    damage(path, "UPDATE segment SET target = 'x', target_length = 1, sum = 5 WHERE id = 1")
    rebuilt(path, tmp_path / "again.transreview")
    with Project.open(tmp_path / "again.transreview") as again:
        assert again.segments.get(1).target == f"ახალი {KEPT}"
        texts = [row[0] for row in again._store.all("SELECT text FROM comment")]
    assert texts in ([], ["ახალი შენიშვნა"])


def test_a_copy_is_made_of_another_state_with_as_many_changes(worked):
    """As after an older copy was put in the place of the project."""
    edited(worked, "ერთი")
    (old,) = backups_of(worked)
    edited(worked, "ორი")
    before = len(backups_of(worked))
    shutil.copyfile(old, worked)
    edited(worked, "სამი")
    Project.open(worked).close()
    texts = []
    for copy in backups_of(worked):
        with Project.open(copy, read_only=True) as project:
            texts.append(project.segments.get(1).target)
    assert len(texts) > before
    assert {"ერთი", "სამი"} <= set(texts)


def test_what_a_killed_program_left_of_a_copy_is_removed(worked):
    edited(worked, "ერთი")
    folder = worked.with_name(worked.name + "-backups")
    left = folder / ".abcd.tmp"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    edited(worked, "ორი")
    assert not left.exists()


def test_copies_of_one_second_are_kept_in_their_order(worked):
    for number in range(12):
        edited(worked, f"{number}")
    newest = [int(copy.name.split("-")[3]) for copy in backups_of(worked)]
    assert newest == sorted(newest, reverse=True)
    assert newest[0] == 12


def test_a_number_that_nobody_means_is_none(worked, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "9" * 5000)
    edited(worked, "ერთი")
    assert len(backups_of(worked)) == 1


def test_a_large_project_that_is_closed_soon_is_copied_then_once_an_hour(worked, monkeypatch):
    monkeypatch.setattr(backups, "_AT_ONCE", 0)
    edited(worked, "ახალი")
    (copy,) = backups_of(worked)
    with Project.open(copy, read_only=True) as kept:
        assert kept.segments.all()[0].target == "ახალი"
    edited(worked, "კიდევ ახალი")
    assert backups_of(worked) == [copy]
    os.utime(copy, (0, 0))
    edited(worked, "სულ ახალი")
    assert len(backups_of(worked)) == 2


def test_a_large_project_that_stays_open_is_copied_by_itself(worked, monkeypatch):
    monkeypatch.setattr(backups, "_AT_ONCE", 0)
    monkeypatch.setattr(backups, "_LATER_SECONDS", 0.0)
    with Project.open(worked, user="Nino"):
        for _tenth in range(200):
            if backups_of(worked):
                break
            time.sleep(0.1)
        assert len(backups_of(worked)) == 1
    assert len(backups_of(worked)) == 1


def test_a_killed_copy_leaves_one_file_and_the_next_copy_removes_what_older_programs_left(path, monkeypatch):
    with Project.create(path) as project:
        fill(project)
    seen: list[set[str]] = []
    folder = path.with_name(path.name + SUFFIX)
    replace = Path.replace

    def looked(self, target):
        seen.append({file.suffix for file in folder.iterdir()})
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", looked)
    folder.mkdir()
    for name in (".abcdefgh.tmp", ".abcdefgh.tmp-journal"):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (0, 0))
    with Project.open(path):
        pass
    assert seen == [{".tmp"}]
    (copy,) = folder.iterdir()
    with Project.open(copy, read_only=True) as project:
        assert project.problems() == []
