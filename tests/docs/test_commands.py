"""What the manual tells people to type is understood, where it points to is there, and nothing is left out."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.command_tree import single_commands_of
from transreview.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
MANUAL = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
FENCE = re.compile(r"^```(?:sh|bash|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

Command = tuple[str, ...]


def calls(script: str) -> Iterator[Command]:
    """Yield the calls of `transreview` in lines for a shell, without what is piped and redirected."""
    for line in script.replace("\\\n", " ").splitlines():
        words = shlex.shlex(line, posix=True, punctuation_chars="|<>;&")
        words.commenters = "#"
        words.whitespace_split = True
        call: list[str] = []
        for word in [*words, ";"]:
            if set(word) <= set("|<>;&"):
                if call and call[0] == "transreview":
                    yield tuple(call[1:])
                call = []
            else:
                call.append(word)


ALL = list(single_commands_of(cli))


def understood(words: Command) -> None:
    """Take a call apart as the program would, without doing anything.

    Raises:
        click.UsageError: There is no such command or option, or an argument is missing.
    """
    command: click.Command = cli
    context = click.Context(cli, info_name="transreview")
    rest = list(words)
    while isinstance(command, click.Group):
        name = rest.pop(0)
        below = command.get_command(context, name)
        if below is None:
            raise click.UsageError(f"no command {name}")
        command, context = below, click.Context(below, info_name=name, parent=context)
    if "--help" in rest:
        return
    given, _left, _order = command.make_parser(context).parse_args(rest)
    for parameter in command.params:
        value = given.get(parameter.name or "")
        if parameter.required and not (value and isinstance(value, str | tuple | list)):
            raise click.MissingParameter(ctx=context, param=parameter)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(parameter.type, click.Choice) and isinstance(one, str):
                parameter.type.convert(one, parameter, context)


WRITTEN = [
    *(
        (page.name, call)
        for page in PAGES
        for block in FENCE.findall(page.read_text("utf-8"))
        for call in calls(block)
    ),
    *(
        ("help of " + " ".join(words), call)
        for words, command in ALL
        for line in (command.epilog or "").splitlines()
        if "transreview " in line and re.match(r"\s+\S", line)
        for call in calls(re.sub(r" {3,}.*", "", line.strip()))
    ),
]


@pytest.mark.parametrize(
    ("place", "call"), WRITTEN, ids=lambda value: value if isinstance(value, str) else None
)
def test_every_command_in_the_manual_is_understood(place: str, call: Command) -> None:
    understood(call)


def test_enough_commands_were_found() -> None:
    assert len(WRITTEN) > 80


@pytest.mark.parametrize(
    "line",
    [
        "transreview nope",
        "transreview status --nope x",
        "transreview new a",
        "transreview check x --format pdf",
    ],
)
def test_what_is_wrong_would_be_found(line: str) -> None:
    (call,) = calls(line)
    with pytest.raises(click.UsageError):
        understood(call)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        if anchor:
            titles = HEADING.findall(file.read_text(encoding="utf-8"))
            assert anchor in {re.sub(r"[^\w\- ]", "", t).strip().lower().replace(" ", "-") for t in titles}, (
                target
            )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_manual(name: str) -> None:
    assert re.search(rf"\btransreview {name}\b", MANUAL)


@pytest.mark.parametrize(
    ("words", "command"), ALL, ids=lambda value: " ".join(value) if isinstance(value, tuple) else None
)
def test_every_command_says_what_it_does_with_examples(words: Command, command: click.Command) -> None:
    assert command.help
    assert "Examples:" in (command.epilog or ""), f"transreview {' '.join(words)} --help has no examples"
    assert any(call[: len(words)] == words for _place, call in WRITTEN)


@pytest.mark.parametrize(
    "feature",
    [
        "review screen",
        "glossary",
        "align",
        "checks",
        "scores",
        "MQM",
        "report",
        "XLIFF",
        "TMX",
        "TBX",
        "gettext",
        "project file",
        "Georgian",
        "undo",
    ],
)
def test_the_changelog_names_the_main_features(feature: str) -> None:
    assert feature in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
