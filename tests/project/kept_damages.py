"""What is found in damaged projects and what is saved of them, kept whole: `python -m tests.kept project`.

A copy of the project of `kept_session` is damaged in many ways, each told with what is found, what can be read all the
same, and what is rebuilt of it without and with a backup beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from tests.project.conftest import Clock
from tests.project.diary import Diary
from tests.project.kept_session import GOLDEN, begin, work
from transreview.project import Project
from transreview.project.rebuilding import rebuilt
from transreview.project.recovery import Recovered

DAMAGES = (
    "UPDATE segment SET target = 'x', target_length = 1, untouched = 0 WHERE id = 1",
    "UPDATE segment SET source = 'y', source_length = 1",
    "UPDATE segment SET machine = 'z', untouched = 0 WHERE id = 2",
    "UPDATE segment SET reference = 'r' WHERE id = 3",
    "UPDATE segment SET status = 'approved' WHERE id = 1",
    "UPDATE segment SET needs_work = 1 WHERE id = 2",
    "UPDATE segment SET kind = 'poem' WHERE id = 2",
    "UPDATE segment SET revision = 40 WHERE id = 2",
    "UPDATE segment SET sum = NULL WHERE id = 2",
    "UPDATE segment SET sum = 5, target = '\ufffd\ufffd', target_length = 2, untouched = 0 WHERE id = 2",
    "DELETE FROM segment WHERE id = 2",
    "DELETE FROM segment",
    "UPDATE unit SET text = 'x' WHERE id = 2",
    "UPDATE unit SET glue = 'g' WHERE id = 3",
    "UPDATE unit SET paragraph = 9 WHERE id = 7",
    "DELETE FROM unit WHERE id = 2",
    "DELETE FROM unit",
    "UPDATE unit SET segment_id = NULL WHERE id = 4",
    "UPDATE comment SET text = 'other words'",
    "DELETE FROM comment",
    "UPDATE annotation SET type = 'x'",
    "UPDATE dismissal SET reason = 'x'",
    "UPDATE setting SET value = '{' WHERE id = 1",
    "UPDATE article SET title = 'x'",
    "UPDATE article SET metadata = '{'",
    "UPDATE article SET granularity = 'word'",
    "UPDATE article_data SET value = 'x'",
    "UPDATE pair SET data = 'x' WHERE id = 1",
    "UPDATE change SET after = NULL WHERE entry = 4",
    "UPDATE change SET after = '{' WHERE entry = 4",
    "UPDATE change SET tbl = 'poem' WHERE entry = 4",
    "DELETE FROM change WHERE entry = 4",
    "DELETE FROM change",
    "UPDATE journal SET at = 'then' WHERE id = 3",
    "UPDATE journal SET arguments = '{' WHERE id = 3",
    "UPDATE journal SET action = 'sing' WHERE id = 3",
    "DELETE FROM journal",
    "DROP TABLE comment",
    "DROP TABLE segment",
    "DROP TABLE journal",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 1",
)


def damages() -> str:
    """Return what is found wrong with a damaged project, and what is saved of it without and with a backup."""
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary(Path(folder))
        clock = Clock()
        whole = Path(folder) / "whole.transreview"
        with (
            Project.create(whole, user="Nino", clock=clock) as project,
            Project.open(whole, user="Giorgi", clock=clock) as other,
        ):
            begin(diary, project)
            work(diary, project, other)
        rows = rebuilt(whole, Path(folder) / "again").rows
        before = _read(whole)
        diary.lines.clear()
        for number, sql in enumerate(DAMAGES):
            path = Path(folder) / f"{number}.transreview"
            shutil.copy(whole, path)
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA foreign_keys = OFF")
                connection.execute("PRAGMA ignore_check_constraints = ON")
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                ).fetchall():
                    connection.execute(f'DROP TRIGGER "{name}"')
                connection.execute(sql)
                connection.commit()
            diary.lines.append(f"== {sql}")
            diary.tell("found", lambda path=path: _found(path))
            diary.tell("read", lambda path=path: _others(_read(path), before))
            for name in ("alone", "with a backup"):
                saved = Path(folder) / f"{number}-{name}"
                made = diary.tell(
                    f"saved {name}", lambda path=path, saved=saved: _saved(rebuilt(path, saved), rows)
                )
                diary.tell("is", lambda saved=saved: _others(_read(saved), before))
                if isinstance(made, list) and not any(made[1:]):
                    break  # nothing was lost: a backup could add nothing
                (path.parent / f"{path.name}-backups").mkdir(exist_ok=True)
                shutil.copy(whole, path.parent / f"{path.name}-backups" / "1.transreview")
        return "\n".join(line.replace("\ufffd", "?") for line in diary.lines) + "\n"


def _saved(made: Recovered, rows: dict[str, int]) -> list[object]:
    """Return what was restored and lost, and of which tables other numbers of rows than of the whole project."""
    return [
        made.restored,
        made.lost,
        {name: count for name, count in made.rows.items() if count != rows[name]},
    ]


def _others(now: list[object], before: list[object]) -> list[object]:
    """Return what differs of two lists."""
    return [one for one, was in zip_longest(now, before) if one != was]


def _found(path: Path) -> list[str]:
    with Project.open(path, read_only=True, user="Eka") as project:
        return project.problems(6)


def _read(path: Path) -> list[object]:
    with Project.open(path, read_only=True, user="Eka") as project:
        segments = [
            (one.id, one.status, one.source[:4], one.target[:6], one.revision)
            for one in project.segments.all()
        ]
        return [
            *segments,
            len(project.comments.all()),
            project.journal.last_id(),
            project.articles.all()[0].title,
            project.progress().by_status,
        ]


PARTS: dict[Path, Callable[[], str]] = {GOLDEN / "damages.txt": damages}
