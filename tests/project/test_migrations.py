from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.project.conftest import fill
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.creation import write_empty
from transreview.project.failures import SaveError
from transreview.project.migrations import SCHEMA_VERSION, STEPS, migrate
from transreview.project.schema import APPLICATION_ID

# A project as version 1 wrote it: one article, one edited segment, one comment.
VERSION_1_ROWS = """
INSERT INTO article VALUES (1, 'a', '题', 'zh', 'ka', 'paragraph', 'a.txt', 'b.txt', NULL, '', '{}');
INSERT INTO journal (id, action, user, at, summary, undoes, undo_head, undo_below, redo_head, redo_below) VALUES (1, 'import', 'Nino', '2026-01-01T09:00:00.000000+00:00', 'a imported', NULL, NULL, NULL, NULL, NULL);
INSERT INTO segment (id, article_id, place, key, target_key, kind, source, machine, target, status, sources, targets,
    confidence, revision, origin, source_length, target_length, untouched)
    VALUES (1, 1, 4294967296, '0001', '0001', 'paragraph', '眼镜', 'სათვალე', 'სათვალეები', 'edited', 1, 1,
    1.0, 1, 1, 2, 10, 0);
INSERT INTO unit (id, article_id, segment_id, side, key, place, text, kind, paragraph, line, prefix, glue) VALUES (1, 1, 1, 'source', '0001', 4294967296, '眼镜', 'paragraph', 0, 1, '', NULL);
INSERT INTO unit (id, article_id, segment_id, side, key, place, text, kind, paragraph, line, prefix, glue) VALUES (2, 1, 1, 'target', '0001', 4294967296, 'სათვალე', 'paragraph', 0, 1, '', NULL);
INSERT INTO journal (id, action, user, at, summary, undoes, undo_head, undo_below, redo_head, redo_below) VALUES (2, 'edit', 'Nino', '2026-01-01T09:00:01.000000+00:00', 'edit of 0001', NULL, 2, NULL, NULL, NULL);
INSERT INTO change (id, entry, tbl, row, segment_id, before, after) VALUES (1, 2, 'segment', 1, 1,
    '{"target":"სათვალე","status":"machine","needs_work":0,"revision":0,"target_length":7,"untouched":1}',
    '{"target":"სათვალეები","status":"edited","needs_work":0,"revision":1,"target_length":10,"untouched":0}');
INSERT INTO comment (id, segment_id, author, at, text) VALUES (1, 1, 'Nino', '2026-01-01T09:00:02.000000+00:00', 'მრავლობითი');
INSERT INTO annotation (id, segment_id, annotator, at, side, start, "end", type, severity, note, text_hash)
    VALUES (1, 1, 'Nino', '2026-01-01T09:00:03.000000+00:00', 'target', 0, 7, 'accuracy', 'major', '', 'x');
INSERT INTO dismissal (id, fingerprint, check_id, segment_id, user, at, reason)
    VALUES (1, 'ffffffffffffffffffffffff', 'num.mismatch', 1, 'Davit', '2026-01-01T09:00:04.000000+00:00', 'სწორია');
"""


def write_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection, to=version)
    connection.executescript(VERSION_1_ROWS)
    connection.close()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
@pytest.mark.parametrize("read_only", [False, True])
def test_a_project_of_every_earlier_version_opens_with_all_its_work(path, version, read_only):
    write_version(path, version)
    before = path.read_bytes()
    with Project.open(path, user="Nino", read_only=read_only) as project:
        (segment,) = project.segments.all()
        assert (segment.target, segment.status, segment.comments) == ("სათვალეები", Status.EDITED, 1)
        assert [change.after for change in project.journal.history(1)] == ["სათვალე", "სათვალეები"]
        assert project.times.by_segment() == {}
        assert [(a.type, a.start, a.end) for a in project.annotations.all()] == [("accuracy", 0, 7)]
        (dismissal,) = project.dismissals.all().values()
        assert (dismissal.check, dismissal.user, dismissal.reason) == ("num.mismatch", "Davit", "სწორია")
        assert project.journal.entries()[0].summary == "edit of 0001"  # as it was worded then
        project.verify()
        if not read_only:
            project.journal.undo()
            assert project.segments.get(1).target == "სათვალე"
    if read_only:
        assert path.read_bytes() == before


def test_a_migrated_file_has_the_tables_of_a_new_one(path, tmp_path):
    write_version(path, 1)
    Project.open(path).close()
    fresh = tmp_path / "fresh"
    write_empty(fresh, named=fresh)

    def layout(file: Path) -> list[tuple[str, str]]:
        connection = sqlite3.connect(file)
        try:
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        finally:
            connection.close()

    assert layout(path) == layout(fresh)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    write_version(path, 1)

    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half_done (id)")
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr("transreview.project.migrations.STEPS", (*STEPS[:1], breaks))
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        Project.open(path)
    monkeypatch.undo()
    with Project.open(path) as project:
        assert project.segments.get(1).target == "სათვალეები"
        assert project._store.one("SELECT 1 FROM sqlite_master WHERE name = 'half_done'") is None


def test_nothing_is_written_into_a_project_that_a_newer_program_has_renewed(path):
    with Project.create(path, user="Nino") as project:
        fill(project)
        with contextlib.closing(sqlite3.connect(path)) as newer:
            newer.execute("PRAGMA user_version = 99")
        with pytest.raises(SaveError, match="newer transreview has renewed"):
            project.segments.edit(1, "ახალი", revision=0)
        assert project.segments.get(1).revision == 0
