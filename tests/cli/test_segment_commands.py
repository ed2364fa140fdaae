"""edit, confirm, comment, find and fix: a reviewer's steps for scripts, in the project's history."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli.running import run as run_here
from tests.small_project import small_project
from transreview.cli.options import readable
from transreview.model.segment import Status
from transreview.project import Project


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "p.transreview")


@pytest.fixture
def run(tmp_path, project):
    def go(*arguments, stdin=""):
        return subprocess.run(
            [sys.executable, "-m", "transreview", *map(str, arguments)],
            cwd=tmp_path, input=stdin, capture_output=True, text=True, check=False,
            env=os.environ | {"TRANSREVIEW_USER": "გია", "TRANSREVIEW_MEMORY": str(tmp_path / "m.memory")},
        )  # fmt: skip

    return go


def segments(project):
    with Project.open(project, read_only=True) as opened:
        return opened.segments.all()


def test_an_edit_is_saved_under_the_users_name_and_can_be_undone(run, project):
    assert run("edit", project, "2", "--text", "26 მაისს სხდომა გაიმართა.").stdout == "0002 is saved.\n"
    assert run("edit", project, "0003", "--text", "-", stdin="ახალი ტექსტი\n").returncode == 0
    first, second, third = segments(project)
    assert (first.status, second.target, third.target) == (
        Status.MACHINE, "26 მაისს სხდომა გაიმართა.", "ახალი ტექსტი",
    )  # fmt: skip
    with Project.open(project, user="გია") as opened:
        assert [entry.user for entry in opened.journal.entries(2)] == ["გია", "გია"]
        opened.journal.undo()
        assert opened.segments.all()[2].target == third.machine


def test_the_machine_text_comes_back(run, project):
    run("edit", project, "1", "--text", "სხვა")
    assert run("edit", project, "1", "--machine").returncode == 0
    assert segments(project)[0].is_untouched


def test_a_run_of_segments_is_confirmed_at_once_and_remembered(run, project):
    assert run("confirm", project, "1-2").stdout == "2 segments confirmed.\n"
    assert [s.status for s in segments(project)] == [Status.CONFIRMED, Status.CONFIRMED, Status.MACHINE]
    assert "2 pairs" in run("memory", "list").stdout
    assert run("confirm", project, "0001", "--approve").stdout == "1 segment approved.\n"
    assert run("confirm", project, "1", "2", "--take-back").returncode == 0
    assert not any(s.status.is_done for s in segments(project))
    assert "0 pairs" in run("memory", "list").stdout
    with Project.open(project, user="გია") as opened:
        opened.journal.undo()
        assert [s.status.is_done for s in opened.segments.all()] == [True, True, False]


def test_comments_are_kept_and_printed(run, project):
    run("comment", project, "2", "რომელი ბაზრობა?")
    assert run("comment", project, "2").stdout.rstrip().endswith("გია: რომელი ბაზრობა?")
    assert run("comment", project, "1").stdout == ""


def test_words_are_found_with_their_places(run, project):
    done = run("find", project, "შეხვედრა")
    assert done.returncode == 0
    assert "1:0002" in done.stdout
    assert "26 მაისს «შეხვედრა» გაიმართა." in done.stdout
    (one,) = [
        json.loads(line)
        for line in run("find", project, "წვეულება", "--any-form", "--json").stdout.splitlines()
    ]
    assert one["segment"] == "0001"
    start, end = one["spans"]["target"][0]
    assert one["target"][start:end] == "წვეულებას"
    assert run("find", project, "会议", "--in", "target").returncode == 1
    assert run("find", project, "არსად").returncode == 1


def test_a_line_of_a_filter_chooses(capsys, monkeypatch, project):
    monkeypatch.setenv("TRANSREVIEW_USER", "გია")
    monkeypatch.chdir(project.parent)
    run_here(capsys, "edit", "p.transreview", "2", "--text", "27 მაისს შეხვედრა გაიმართა.")

    def found(*words):
        lines = run_here(capsys, "find", "p.transreview", *words).out.splitlines()
        return [line.partition(":")[2] for line in lines if line.startswith("1:")]

    assert found("--filter", "check:num is:edited") == ["0002"]
    assert found("შეხვედრა", "--filter", "is:edited by:გია since:1h") == ["0002"]
    assert found("--filter", "is:machine is:edited long:<12") == ["0001", "0002"]
    assert found("--filter", "შეხვედრა is:untranslated") == []
    assert "Write is:edited" in run_here(capsys, "find", "p.transreview", "--filter", "is:editd").err
    done = run_here(capsys, "export", "p.transreview", "-o", "some.po", "--filter", "is:error is:edited")
    assert "1 of 3 segments written" in done.out


def test_what_is_no_text_is_not_looked_for(capsys, monkeypatch, project):
    monkeypatch.chdir(project.parent)
    for words in (["a\udcffb"], ["--filter", "a\udcffb"]):
        done = run_here(capsys, "find", "p.transreview", *words)
        assert (done.code, "U+DCFF" in done.err) == (2, True)
    assert readable(None, None, ("ორი", os.fsdecode("ერთი\n".encode()))) == ("ორი", "ერთი\n")


def test_many_projects_are_searched(run, project, tmp_path):
    small_project(tmp_path / "second.transreview")
    assert run("find", tmp_path, "会议召开").stdout.count("transreview") == 2


def test_certain_fixes_are_made(run, project):
    run("edit", project, "2", "--text", "26 მაისს  შეხვედრა გაიმართა.")
    assert "can be fixed" in run("fix", project, "--dry-run").stdout
    assert segments(project)[1].target == "26 მაისს  შეხვედრა გაიმართა."
    assert "fixed" in run("fix", project, "--select", "space").stdout
    assert segments(project)[1].target == "26 მაისს შეხვედრა გაიმართა."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["edit", "p.transreview", "9", "--text", "x"], "“9” names no segment"),
        (["edit", "p.transreview", "x", "--text", "x"], "names no segment"),
        (["edit", "p.transreview", "1-2", "--text", "x"], "one segment at a time"),
        (["edit", "p.transreview", "1", "--text", " "], "is empty"),
        (["edit", "p.transreview", "1"], "name the new text"),
        (["edit", "p.transreview", "1", "--text", "x", "--article", "7"], "no such article"),
        (["confirm", "p.transreview", "1", "--approve", "--take-back"], "exclude each other"),
        (["find", "p.transreview", "(", "--regex"], "no regular expression"),
        (["find", "empty", "x"], "no project in this folder"),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(run, project, tmp_path, arguments, says):
    (tmp_path / "empty").mkdir()
    before = segments(project)
    done = run(*arguments)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert segments(project) == before


def test_several_articles_ask_for_one(run, tmp_path):
    both = small_project(tmp_path / "both.transreview", articles=2)
    assert "several articles" in run("confirm", both, "1").stderr
    assert run("confirm", both, "1", "--article", "2").returncode == 0
    assert [s.status.is_done for s in segments(both)] == [False, False, False, True, False, False]
