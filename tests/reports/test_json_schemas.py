"""Every --json output is what its schema says, and every command that has one has a schema."""

from __future__ import annotations

import json
from pathlib import Path

import click
import jsonschema
import pytest

from tests.reports.json_outputs import CALLS, files, outputs
from transreview.cli.main import cli
from transreview.resources import schema_folder


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return files(tmp_path_factory.mktemp("sample"))


@pytest.mark.parametrize("name", sorted(CALLS))
def test_output_is_valid(paths: dict[str, str], name: str) -> None:
    schema = json.loads((schema_folder() / f"{name}-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    found = outputs(paths, name)
    assert found
    for value in found:
        jsonschema.validate(value, schema)


def test_no_command_lacks_a_schema() -> None:
    context = click.Context(cli)
    plain = cli.list_commands(context)
    having = {
        name
        for name in plain
        if any("--json" in parameter.opts for parameter in cli.get_command(context, name).params)  # type: ignore[union-attr]
    }
    described = {Path(name).name.split("-")[0] for name in CALLS}
    assert having <= described | {"assist"}  # what it prints comes from a program of the team
