"""Help in the interface's language: click reads it from docstrings and options, which cannot call gettext."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from transreview.i18n import _

_EXAMPLES = "Examples:"


def localized(command: click.Command) -> click.Command:
    """Put the words of a command's help, and of its sub-commands', into the interface's language."""
    if command.help:
        command.help = _(inspect.cleandoc(command.help))
    if command.short_help:
        command.short_help = _(command.short_help)
    if command.epilog:
        parts = [_paragraph(words) for words in _paragraphs(command.epilog)]
        command.epilog = "\n\n".join(f"\b\n{part}" for part in parts)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = _(parameter.help)
    if isinstance(command, click.Group):
        for child in command.commands.values():
            localized(child)
    return command


def _paragraphs(epilog: str) -> list[str]:
    """Return the parts of an epilogue that keep their lines: examples, tables, notes."""
    return [part.strip("\n") for part in epilog.split("\b\n") if part.strip()]


def _paragraph(words: str) -> str:
    """Return a part in the interface's language; of examples only their heading has one."""
    if words.startswith(_EXAMPLES):
        return _(_EXAMPLES) + words.removeprefix(_EXAMPLES)
    return _(words)


def help_texts(command: click.Command) -> Iterator[str]:
    """Yield what `localized` puts into other languages: the words of a command's help."""
    if command.help:
        yield inspect.cleandoc(command.help)
    if command.short_help:
        yield command.short_help
    if command.epilog:
        yield _EXAMPLES
        yield from (words for words in _paragraphs(command.epilog) if not words.startswith(_EXAMPLES))
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield parameter.help
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from help_texts(child)
