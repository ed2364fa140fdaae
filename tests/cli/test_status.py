"""`transreview status`: figures of every article, as text and as data."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import run
from tests.small_project import small_project
from transreview.model.segment import Status
from transreview.project import Project


@pytest.fixture
def path(tmp_path):
    path = small_project(tmp_path / "p.transreview", articles=2)
    with Project.open(path, user="Nino") as project:
        first, second, *_rest = project.segments.all()
        project.segments.edit(first.id, "მუდამ პარტიასთან", revision=0)
        project.segments.set_status(first.id, Status.CONFIRMED, revision=1)
        project.segments.set_needs_work(second.id, True, revision=0)
        project.comments.add(second.id, "რიცხვი?")
    return path


def test_every_article_and_the_sum_are_told(capsys, path):
    done = run(capsys, "status", path)
    assert done.code == 0
    assert done.out.count("3 segments:") == 2
    assert "2 articles in all" in done.out
    assert "6 segments: 5 machine, 0 edited, 1 confirmed, 0 approved" in done.out
    assert "33 % done, 2 untouched, 1 needs work, 1 comment" in done.out
    assert "by Nino" in done.out


def test_the_same_figures_are_data(capsys, path):
    data = json.loads(run(capsys, "status", path, "--json").out)
    first, second = data["articles"]
    assert (first["title"], first["source_language"], first["target_language"]) == ("文章1", "zh", "ka")
    assert first["by_status"] == {"machine": 2, "edited": 0, "confirmed": 1, "approved": 0}
    assert (first["untouched"], first["needs_work"], first["comments"]) == (2, 1, 1)
    assert first["last_user"] == "Nino"
    assert second["last_user"] == "ნინო"
    assert data["total"]["segments"] == 6
    assert data["total"]["last_change"] == first["last_change"] > second["last_change"]


def test_looking_changes_nothing(capsys, path):
    before = path.read_bytes()
    run(capsys, "status", path, "--verify")
    assert path.read_bytes() == before


def test_an_empty_project_says_how_to_go_on(capsys, tmp_path):
    Project.create(tmp_path / "p").close()
    done = run(capsys, "status", tmp_path / "p")
    assert done.code == 0
    assert "transreview add" in done.out


def test_a_damaged_project_fails_the_verification(capsys, path):
    data = bytearray(path.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    path.write_bytes(data)
    done = run(capsys, "status", path, "--verify")
    assert done.code == 3
    assert "damaged" in done.err
    assert "Traceback" not in done.err


def test_what_is_no_project_is_the_users_mistake(capsys, tmp_path):
    done = run(capsys, "status", tmp_path)
    assert done.code == 3
    assert "folder" in done.err


def test_a_title_cannot_steer_the_terminal(capsys, tmp_path):
    path = small_project(tmp_path / "p.transreview")
    with Project.open(path) as project:
        project._store.write("UPDATE article SET title = ?", ("\x1b[2Jgone\u202e",))
    out = run(capsys, "status", path).out
    assert "\x1b" not in out
    assert "\u202e" not in out
