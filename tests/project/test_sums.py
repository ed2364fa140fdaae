"""A bit that flips on the disk is never shown as a text, and never becomes one by an edit."""

from __future__ import annotations

import sqlite3

import pytest

from transreview.errors import InputError
from transreview.project import Project
from transreview.project.sums import sum_of


def damage(path, sql: str) -> None:
    """Change a file as a failing disk does: behind the program's back."""
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(sql)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("sql", "look"),
    [
        ("UPDATE segment SET target = target || 'x', target_length = target_length + 1, untouched = 0 WHERE id = 2", lambda p: p.segments.all()),
        ("UPDATE segment SET status = 'approved' WHERE id = 2", lambda p: p.segments.get(2)),
        ("UPDATE segment SET source = 'x', source_length = 1 WHERE id = 2", lambda p: p.segments.edit(2, "ა", revision=0)),
        ("UPDATE unit SET text = 'x' WHERE id = 3", lambda p: p.articles.units(1, "source")),
        ("UPDATE unit SET text = 'x' WHERE segment_id = 2", lambda p: p.structure.merge(2)),
        ("UPDATE change SET before = replace(before, 'target', 'source')", lambda p: p.journal.undo()),
        ("UPDATE change SET after = '{}'", lambda p: p.journal.history(1)),
    ],
)  # fmt: skip
def test_what_the_disk_changed_is_told_and_not_shown(project, path, sql, look):
    project.segments.edit(1, "ახალი", revision=0)
    project.close()
    damage(path, sql)
    with Project.open(path, user="Nino") as opened, pytest.raises(InputError, match="not as it was saved"):
        look(opened)


def test_the_value_tells_where_one_text_ends_and_the_next_begins():
    assert sum_of(("ab", "c")) != sum_of(("a", "bc"))
    assert sum_of(("", None)) != sum_of((None, ""))
    assert sum_of(("ა",)) == sum_of(("ა",))
