"""All commands of the program, those of groups too."""

from __future__ import annotations

from collections.abc import Iterator

import click

Words = tuple[str, ...]


def commands_of(command: click.Command, words: Words = ()) -> Iterator[tuple[Words, click.Command]]:
    """Yield a command and all below it, each with the words that call it ("terms", "import")."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands_of(below, (*words, name))


def single_commands_of(command: click.Command) -> Iterator[tuple[Words, click.Command]]:
    """Yield the commands that do something by themselves: all but groups."""
    return ((words, one) for words, one in commands_of(command) if not isinstance(one, click.Group))
