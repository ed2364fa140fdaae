"""`transreview verify`: what is damaged is named, to people and to programs."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.cli.running import run
from tests.small_project import small_project
from transreview.resources import schema_folder


def as_schema(name: str) -> object:
    return json.loads((schema_folder() / f"{name}-1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "damage", [lambda data: bytes(4096) + data[4096:], lambda data: data[: len(data) // 2]]
)
def test_a_file_of_which_nothing_can_be_read_is_told_to_programs_too(tmp_path, capsys, damage) -> None:
    project = small_project(tmp_path / "p.transreview")
    assert json.loads(run(capsys, "verify", project, "--json").out)["sound"] is True
    project.write_bytes(damage(project.read_bytes()))
    told = run(capsys, "verify", project, "--json")
    data = json.loads(told.out)
    jsonschema.validate(data, as_schema("verify"))
    assert (told.code, data["sound"], len(data["problems"])) == (3, False, 1)
    assert "damaged" in data["problems"][0]
    assert run(capsys, "verify", project).code == 3


def test_what_is_no_project_is_no_damaged_one(tmp_path, capsys) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    told = run(capsys, "verify", tmp_path / "a.txt", "--json")
    assert (told.code, told.out) == (3, "")


def test_conflicts_that_stand_are_listed_by_the_schema_of_merge(tmp_path, capsys) -> None:
    project = small_project(tmp_path / "p.transreview")
    data = json.loads(run(capsys, "merge", project, "--json").out)
    jsonschema.validate(data, as_schema("merge"))
    assert data["conflicts"] == []


def test_findings_without_a_fix_are_of_the_schema(tmp_path, capsys) -> None:
    project = small_project(tmp_path / "p.transreview")
    assert run(capsys, "edit", project, "1", "--text", "100").code == 0
    data = json.loads(run(capsys, "check", project, "--format", "json", "--fail-on", "never").out)
    assert any(one["fix"] is None for one in data["findings"])
    jsonschema.validate(data, as_schema("check"))


def test_a_log_of_the_screen_is_refused_where_there_is_none(tmp_path, capsys) -> None:
    project = small_project(tmp_path / "p.transreview")
    told = run(capsys, "review", project, "--linear", "--log", tmp_path / "l.log")
    assert (told.code, "--linear has no screen" in told.err) == (2, True)
