"""What holds for a project in a file, whichever program writes to it."""

from __future__ import annotations

import sqlite3

import pytest

from tests.project.conftest import SOURCE


def test_the_file_itself_refuses_another_machine_translation(project, path):
    with sqlite3.connect(path) as connection:
        for statement in ("UPDATE segment SET machine = 'x', untouched = 0", "UPDATE unit SET text = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="never changes"):
                connection.execute(statement)
    connection.close()
    assert [s.source for s in project.segments.all()] == list(SOURCE)


def test_the_file_itself_refuses_to_rewrite_history(project, path):
    project.segments.edit(project.segments.all()[0].id, "ახალი", revision=0)
    with sqlite3.connect(path) as connection:
        for statement in (
            "UPDATE journal SET user = 'x'",
            "DELETE FROM journal",
            "UPDATE change SET before = '{}'",
            "DELETE FROM change",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)
    connection.close()


def test_spans_are_read_from_an_index_alone(project):
    plan = project._store.all(
        "EXPLAIN QUERY PLAN SELECT id, source_length, target_length FROM segment ORDER BY article_id, place"
    )
    assert "COVERING INDEX" in plan[0][3]
    assert len(plan) == 1
