"""Every --json output is what its schema says, and every command that has one has a schema."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
import jsonschema
import pytest

from tests.command_tree import single_commands_of
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
    called = {" ".join(call.split()[:2]) for calls in CALLS.values() for call in calls}
    called |= {call.split()[0] for calls in CALLS.values() for call in calls}
    # What assist prints comes from a program of the team.
    assert {name for name in with_json(cli) if name not in called} == {"assist"}


def with_json(command: click.Command) -> Iterator[str]:
    """Yield the names of all commands below one that take --json."""
    for words, one in single_commands_of(command):
        if any("--json" in parameter.opts for parameter in one.params):
            yield " ".join(words)
