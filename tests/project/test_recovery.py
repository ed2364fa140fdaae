"""A damaged project: named before work begins on it, and rebuilt as far as anything vouches for it."""

from __future__ import annotations

import random
import shutil

import pytest

from tests.project.conftest import TARGET, fill
from tests.project.test_sums import damage
from transreview.errors import InputError
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.rebuilding import rebuilt


@pytest.fixture
def worked(path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "0")
    with Project.create(path, user="Nino") as project:
        fill(project, reference=True)
        ids = project.segments.ids()
        project.segments.edit(ids[0], "შესწორებული სათაური", revision=0)
        project.segments.set_status(ids[0], Status.CONFIRMED, revision=1)
        project.comments.add(ids[1], "შენიშვნა")
        project.structure.merge(ids[2])
    return path


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE segment SET target = 'x' || target, target_length = target_length + 1 WHERE id = 1", "segment 1"),
        ("UPDATE comment SET text = 'other words'", "comment 1"),
        ("UPDATE unit SET text = 'x' WHERE id = 2", "paragraph 2"),
        ("UPDATE change SET after = NULL WHERE entry = 2", "change 2 of the journal"),
        ("DELETE FROM segment WHERE id = 2", "segment"),
        ("UPDATE article_data SET value = 'x'", "article"),
        ("UPDATE segment SET needs_work = 1 WHERE id = 1", "segment 1"),
    ],
)  # fmt: skip
def test_damage_is_named(worked, sql, named):
    with Project.open(worked, user="Nino") as project:
        project.articles.keep(1, "layout", "{}", {"done": "engine", "engine": "x"})
        assert project.problems() == []
    damage(worked, sql)
    with Project.open(worked, read_only=True) as project:
        found = project.problems()
        assert any(named in one for one in found), found
        with pytest.raises(InputError, match="damaged"):
            project.verify()


def test_a_damaged_text_is_put_together_again_from_paragraphs_and_journal(worked, tmp_path):
    with Project.open(worked, read_only=True) as project:
        before = project.segments.all()
    damage(
        worked,
        "UPDATE segment SET target = 'x', target_length = 1, untouched = 0, source = 'y', source_length = 1",
    )
    result = rebuilt(worked, tmp_path / "saved")
    assert result.lost == []
    assert len(result.restored) == len(before)
    with Project.open(tmp_path / "saved", user="Nino") as saved:
        again = saved.segments.all()
        assert [(s.source, s.machine, s.target, s.status, s.reference) for s in again] == [
            (s.source, s.machine, s.target, s.status, s.reference) for s in before
        ]
        assert [c.text for c in saved.comments.all()] == ["შენიშვნა"]
        assert saved.journal.undo() is not None
        saved.verify()


def test_what_no_page_can_give_comes_from_the_newest_backup(worked, tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "5")
    Project.open(worked).close()  # makes the copy
    with Project.open(worked, user="Nino") as project:
        project.segments.edit(1, "კიდევ უფრო ახალი", revision=project.segments.get(1).revision)
    damage(worked, "DELETE FROM segment WHERE id = 1")
    damage(worked, "UPDATE unit SET text = 'x' WHERE id = 2")
    result = rebuilt(worked, tmp_path / "saved")
    assert result.lost == []
    # No copy is made of the draft, which is only read through before it gets its name.
    assert {path.name for path in tmp_path.glob("[!g]*")} == {"saved"}
    with Project.open(tmp_path / "saved", read_only=True) as saved:
        assert saved.segments.get(1).target == "კიდევ უფრო ახალი"
        saved.verify()


def test_what_is_lost_is_said(worked, tmp_path):
    damage(worked, "UPDATE unit SET text = 'x' WHERE id = 2")
    result = rebuilt(worked, tmp_path / "saved")
    assert any("unit 2 is damaged" in one for one in result.lost)


def test_nothing_is_made_of_nothing(tmp_path):
    (tmp_path / "a.transreview").write_bytes(b"SQLite format 3\0" + b"\0" * 5000)
    with pytest.raises(InputError, match="nothing of a project"):
        rebuilt(tmp_path / "a.transreview", tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_no_flipped_byte_or_cut_leads_to_a_traceback_or_to_a_wrong_text_shown_as_right(worked, tmp_path):
    """Every read either fails with a message or gives what was saved."""
    whole = worked.read_bytes()
    with Project.open(worked, read_only=True) as project:
        right = {(s.source, s.machine, s.target, s.reference) for s in project.segments.all()}
        texts = {
            u.text for side in ("source", "target", "reference") for u in project.articles.units(1, side)
        }
    chance = random.Random(20261128)
    told = 0
    for number in range(150):
        data = bytearray(whole)
        if number % 5 == 4:
            del data[chance.randrange(len(data)) :]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        flipped = tmp_path / "flipped.transreview"
        flipped.write_bytes(data)
        try:
            with Project.open(flipped, read_only=True) as project:
                shown = {(s.source, s.machine, s.target, s.reference) for s in project.segments.all()}
                units = {u.text for side in ("source", "target") for u in project.articles.units(1, side)}
                project.journal.entries(), project.comments.all(), project.progress()
                assert shown <= right
                assert units <= texts
                told += bool(project.problems())
        except InputError:
            told += 1
        for left in tmp_path.glob("flipped*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    assert told
    assert len(TARGET) == 5
