"""A damaged project: named before work begins on it, and rebuilt as far as anything vouches for it."""

from __future__ import annotations

import contextlib
import itertools
import random
import shutil
import sqlite3

import pytest

from tests.project.conftest import TARGET, article, fill
from tests.project.test_sums import damage
from transreview.errors import InputError
from transreview.model.pair import Pair
from transreview.model.segment import Status
from transreview.project import Project, recovery
from transreview.project.backups import backups_of
from transreview.project.damaged_file import DamagedFile
from transreview.project.failures import SaveError
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


@pytest.mark.parametrize(
    ("sql", "lost"),
    [
        ("UPDATE segment SET kind = 'pasagraph' WHERE id = 1", []),
        ("UPDATE segment SET kind = CAST(kind AS BLOB) WHERE id = 1", []),
        ("UPDATE unit SET text = CAST(text AS BLOB) WHERE id = 2", []),
        ("UPDATE segment SET source_line = 'x' WHERE id = 2", ["segment 2 has lost source_line"]),
        ("UPDATE segment SET place = 'x' WHERE id = 2", ["segment 2 has lost place"]),
        ("UPDATE unit SET kind = 'x' WHERE id = 2", ["unit 2 has lost kind"]),
        ("UPDATE unit SET markup = '{' WHERE id = 2", ["unit 2 has lost markup"]),
        ("UPDATE article SET granularity = 'parbgraph'", []),
        ("UPDATE article SET granularity = 'word'", ["article 1 has lost granularity"]),
        ("UPDATE article SET metadata = '{'", ["article 1 has lost metadata"]),
        ("UPDATE article SET source_language = CAST('zh' AS BLOB)", []),
        ("UPDATE journal SET at = '2026-01-\x7f1' WHERE id = 2", ["journal 2 has lost at"]),
        ("UPDATE journal SET action = 'ddit' WHERE id = 2", []),
        ("UPDATE journal SET action = 'sing' WHERE id = 2", ["journal 2 has lost action"]),
        ("UPDATE journal SET arguments = '{' WHERE id = 2", ["journal 2 has lost arguments"]),
        ("UPDATE change SET tbl = 'segmunt' WHERE entry = 2", []),
    ],
)
def test_what_no_column_can_hold_is_named_and_what_is_recovered_can_be_read(worked, tmp_path, sql, lost):
    """A flipped bit makes bytes of a text, and of a word one that there is not."""
    with Project.open(worked, read_only=True) as project:
        before = project.segments.all()
    damage(worked, sql)
    with Project.open(worked, read_only=True) as project:
        assert any(one.endswith("holds what cannot be read") for one in project.problems())
    result = rebuilt(worked, tmp_path / "saved")
    assert [one.split(";")[0] for one in result.lost] == lost
    with Project.open(tmp_path / "saved", read_only=True) as saved:
        assert [(s.position, s.key, s.source, s.target, s.status) for s in saved.segments.all()] == [
            (s.position, s.key, s.source, s.target, s.status) for s in before
        ]
        assert len(saved.journal.entries(None)) == 5
        assert [unit.kind for unit in saved.segments.units(1, "source")]
        saved.verify()


def test_a_full_disk_is_told_and_nothing_is_left_beside_the_damaged_file(worked, tmp_path, monkeypatch):
    damage(worked, "UPDATE unit SET text = 'x' WHERE id = 2")
    before = {path.name for path in worked.parent.iterdir()}
    rebuilt(worked, tmp_path / "saved")
    assert {path.name for path in worked.parent.iterdir()} == before | {"saved"}

    def full(*_given):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(recovery, "_fill", full)
    with pytest.raises(SaveError, match=r"again: the disk is full"):
        rebuilt(worked, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_work_that_no_backup_can_know_of_is_told_to_be_missing(worked, tmp_path, monkeypatch):
    """Where the file says nothing of its tables, all comes from a backup, and its journal too."""
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "5")
    Project.open(worked).close()  # makes the copy
    with Project.open(worked, user="Nino") as project:
        project.segments.edit(1, "უფრო ახალი", revision=project.segments.get(1).revision)
    damage(worked, "DROP TABLE journal")
    result = rebuilt(worked, tmp_path / "saved")
    assert any(one.startswith("what was done after 20") for one in result.lost), result.lost


def test_flipped_bits_leave_what_can_be_recovered_readable(worked, tmp_path):
    """Whatever is damaged, the new file can be read from its beginning to its end."""
    whole, chance = worked.read_bytes(), random.Random(11)
    for turn in range(25):
        data = bytearray(whole)
        for _flip in range(6):
            data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        bad, saved = tmp_path / f"bad{turn}.transreview", tmp_path / f"saved{turn}"
        bad.write_bytes(data)
        try:
            rebuilt(bad, saved)
        except InputError:  # nothing of it can be read
            continue
        with Project.open(saved, read_only=True) as project:
            for segment in project.segments.all():
                project.journal.history(segment.id)
            project.journal.entries(None)
            project.comments.all()
            project.problems()


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


def cut(file, share):
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])


def texts(file):
    with Project.open(file, read_only=True) as project:
        return {one.id: (one.source, one.target) for one in project.segments.all()}


@pytest.fixture
def long(path, monkeypatch):
    """A project whose texts take many pages, behind those that say what the tables are."""
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "0")
    with Project.create(path, user="Nino") as project:
        fill(project)
        for times in range(1, 60):
            ids = project.segments.ids()
            segment = project.segments.get(ids[0])
            project.segments.edit(segment.id, f"ტექსტი {times} " * 40, revision=segment.revision)
    return path


@pytest.mark.parametrize("share", [0.97, 0.9, 0.8])
def test_a_file_that_was_cut_gives_what_is_left_of_it(long, tmp_path, share):
    before = texts(long)
    cut(long, share)
    with pytest.raises(InputError, match="damaged"):
        Project.open(long)
    whole = long.read_bytes()
    rebuilt(long, tmp_path / "again.transreview")
    assert long.read_bytes() == whole
    after = texts(tmp_path / "again.transreview")
    assert after
    assert all(before[number] == text for number, text in after.items())
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize("name", [b"segment_id", b"CREATE TABLE unit", b"target_length"])
def test_a_definition_with_a_flipped_bit_is_mended(worked, tmp_path, name):
    before = texts(worked)
    data = bytearray(worked.read_bytes())
    at = data.index(name) + 3
    while at > 0:  # every place where it is written
        data[at] ^= 1
        at = data.find(name, at) + 3 if data.find(name, at) >= 0 else 0
    worked.write_bytes(data)
    rebuilt(worked, tmp_path / "again.transreview")
    assert texts(tmp_path / "again.transreview") == before


def test_a_segment_that_no_paragraph_vouches_for_is_lost_and_not_empty(worked, tmp_path):
    damage(worked, "UPDATE segment SET target = 'x', target_length = 1, untouched = 0 WHERE id = 2")
    damage(worked, "DELETE FROM unit WHERE segment_id = 2")
    found = rebuilt(worked, tmp_path / "again.transreview")
    assert 2 not in texts(tmp_path / "again.transreview")
    assert "segment 2 cannot be restored; what can be read of its text is: x" in found.lost


def test_pages_that_lead_back_do_not_hold_recovery_up(tmp_path):
    class Circle:
        def execute(self, query, values):
            (last,) = values
            if "target" in query:
                return iter([(last + 1, "a"), (last + 2, "b"), (last + 1, "a")])
            return sqlite3.connect(":memory:").execute("SELECT ? WHERE ? < 9", (last + 1, last))

    source = DamagedFile(tmp_path / "none")
    source._connection = Circle()
    rows = source.rows("segment", ("target",))
    assert len(list(itertools.islice(rows, 100))) < 100


def table_lost(path, name):
    """Overwrite the first page of a table, as a bad sector does: nothing below it is found any more."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


def test_settings_and_remarks_whose_pages_are_lost_are_had_from_the_journal(worked, tmp_path):
    with Project.open(worked, user="Nino") as project:
        project.settings.set("names", "press")
        project.settings.set("names", "translit")
        first, second = project.segments.ids()[:2]
        project.comments.add(first, "მეორე შენიშვნა")
        project.comments.delete(project.comments.all(second)[0].id)
        project.dismissals.add("f" * 24, "num.mismatch", first, "ასეა")
        before = project.comments.all(), project.dismissals.all(), project.settings.get("names")
    for table in ("setting", "comment", "dismissal"):
        table_lost(worked, table)
    result = rebuilt(worked, tmp_path / "saved.transreview")
    assert result.lost == []
    assert any("from the journal" in one for one in result.restored)
    with Project.open(tmp_path / "saved.transreview", user="Nino") as saved:
        assert (saved.comments.all(), saved.dismissals.all(), saved.settings.get("names")) == before
        assert saved.problems() == []
        assert saved.journal.undo() is not None


def test_what_a_backup_has_is_brought_to_what_the_journal_says_since(path, tmp_path, monkeypatch):
    """A setting changed and a comment removed after the copy are not as they were in it."""
    with Project.create(path, user="Nino") as project:
        fill(project)
        project.settings.set("names", "press")
        project.comments.add(1, "წაშლილი")
    with Project.open(path, user="Nino") as project:  # copies what was there before
        project.settings.set("names", "translit")
        project.comments.delete(project.comments.all()[0].id)
        project.comments.add(2, "დარჩენილი")
    assert len(backups_of(path)) == 1
    for table in ("setting", "comment"):
        table_lost(path, table)
    result = rebuilt(path, tmp_path / "saved.transreview")
    assert result.lost == []
    with Project.open(tmp_path / "saved.transreview") as saved:
        assert saved.settings.get("names") == "translit"
        assert [comment.text for comment in saved.comments.all()] == ["დარჩენილი"]
        assert saved.problems() == []


def test_entries_of_an_export_that_is_lost_are_left_out_and_said(worked, tmp_path):
    with Project.open(worked, user="Nino") as project:
        project.exports.record("a.po", "po", "d", {"0001": "h", "0002": "h"})
    table_lost(worked, "export")
    result = rebuilt(worked, tmp_path / "saved.transreview")
    assert result.lost == ["2 entries of exports that are lost; their files are merged like any other"]
    with Project.open(tmp_path / "saved.transreview") as saved:
        assert saved.problems() == []
        assert saved.exports.all() == []


def test_what_a_file_said_of_its_segments_is_not_lost_without_a_word(tmp_path, monkeypatch):
    monkeypatch.setenv("TRANSREVIEW_BACKUPS", "0")
    path = tmp_path / "p.transreview"
    with Project.create(path, user="Nino") as project:
        pairs = [Pair(id=f"k{n}", source=f"Open {n}", target=f"გახსნა {n}") for n in range(40)]
        project.articles.add_pairs(article(), pairs)
    shutil.copy(path, tmp_path / "whole.transreview")
    table_lost(path, "pair")
    assert rebuilt(path, tmp_path / "alone.transreview").lost == ["a part of the table “pair” cannot be read"]
    backups = path.with_name(path.name + "-backups")
    backups.mkdir()
    shutil.copy(tmp_path / "whole.transreview", backups / "20260101-000000-000000-1-v5.transreview")
    assert rebuilt(path, tmp_path / "saved.transreview").lost == []
    with Project.open(tmp_path / "saved.transreview") as saved:
        assert [saved.pairs.of(one.id).pair.id for one in saved.segments.all()] == [pair.id for pair in pairs]
