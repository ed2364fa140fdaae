"""Every command takes a project on a server where it takes a file."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.small_project import small_project


@pytest.fixture(scope="module")
def run():
    def call(*words: object, code: int | None = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "transreview", *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert "Internal error" not in done.stderr, done.stderr
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    return call


@pytest.fixture(scope="module")
def address(server, run, tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.zh.txt").write_text("会议召开。\n\n共100余人参加了会议。\n", encoding="utf-8")
    (folder / "a.ka.txt").write_text(
        "შეხვედრა გაიმართა.\n\nშეხვედრას 100-ზე მეტი ადამიანი დაესწრო.\n", encoding="utf-8"
    )
    place = server.address("fair")
    said = run("new", place, folder / "a.zh.txt", folder / "a.ka.txt")
    assert "postgresql:///fair" in said
    return place


def test_new_makes_the_database_and_refuses_to_do_so_twice(address, run, tmp_path):
    (tmp_path / "b.txt").write_text("会议召开。", encoding="utf-8")
    assert "exists already" in run("new", address, tmp_path / "b.txt", tmp_path / "b.txt", code=3)


def test_commands_that_read(address, run, tmp_path):
    assert json.loads(run("status", address, "--json"))["total"]["segments"] == 2
    for given in (address, address.replace("postgresql:///", "postgresql://postgres:s3cret@/")):
        for more in ([], ["--json"]):
            said = run("verify", given, *more)
            assert "sound" in said
            assert "postgresql://" in said
            assert "s3cret" not in said
    run("check", address, code=None)
    run("report", address, "-o", tmp_path / "r.json", code=None)
    run("find", address, "შეხვედრა")
    assert (tmp_path / "r.json").exists()


def test_commands_that_write(address, run, tmp_path):
    run("edit", address, "0001", "--text", "კონფერენცია გაიმართა.")
    run("confirm", address, "0001")
    run("comment", address, "0001", "კარგია")
    run("export", address, "-o", tmp_path / "x.po")
    assert "კონფერენცია" in (tmp_path / "x.po").read_text(encoding="utf-8")
    assert json.loads(run("status", address, "--json"))["total"]["by_status"]["confirmed"] == 1


def test_a_project_is_copied_to_a_server_and_back(server, run, tmp_path):
    first = small_project(tmp_path / "first.transreview", articles=2)
    run("copy", first, server.address("copied"))
    run("copy", server.address("copied"), tmp_path / "second.transreview")
    assert "exists already" in run("copy", first, server.address("copied"), code=3)
    for place in (server.address("copied"), tmp_path / "second.transreview"):
        figures = json.loads(run("status", place, "--json"))["total"]
        assert figures == json.loads(run("status", first, "--json"))["total"]
        assert "sound" in run("verify", place)


def test_what_is_wrong_is_one_line(run, tmp_path, server):
    said = run("status", f"postgresql:///none?host={tmp_path}", code=3)
    assert "cannot be reached" in said
    assert "saved" not in said  # whoever only looks has nothing to save
    assert "no such database" in run("status", server.address("never"), code=3)
    assert "secret" not in run("status", "postgresql://nino:secret@localhost:1/x?connect_timeout=1", code=3)


def test_only_a_file_is_rebuilt(address, run):
    assert "a server has backups of its own" in run("recover", address, code=2)
    assert "no such file" in run("recover", "/nowhere/fair.transreview", code=3)
