"""The manual page, made from the commands themselves so that it can say nothing else than --help."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

_PARAGRAPH = ".PP"
_EXIT = (
    "0 good; 1 a threshold failed, findings or conflicts stand; 2 usage; 3 input cannot be read; "
    "4 internal; 130 interrupted; 141 the reader of the output has gone."
)


def man_page(group: click.Group, version: str) -> str:
    """Return the manual page of the program as troff.

    Args:
        group: The program's commands.
        version: Its version.
    """
    context = click.Context(group, info_name="transreview")
    lines = [
        f'.TH TRANSREVIEW 1 "" "transreview {_plain(version)}" "User Commands"',
        ".SH NAME",
        f"transreview \\- {_escaped(_first_sentence(group.help or ''))}",
        ".SH SYNOPSIS",
        ".B transreview",
        "[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]",
        ".SH COMMANDS",
    ]
    for name, command in _commands(group, context, ()):
        lines += _command(name, command, context)
    lines += [
        ".SH EXIT STATUS",
        _EXIT,
        ".SH ENVIRONMENT",
        *_entry("TRANSREVIEW_USER", "Name that changes are signed with, instead of the login name."),
        *_entry("NO_COLOR", "Set to anything: no colours."),
        *_entry("SOURCE_DATE_EPOCH", "Moment to date exports with, for reproducible files."),
        *_entry("TRANSREVIEW_DEBUG", "Set to 1: the traceback of an internal error."),
    ]
    return "\n".join(lines) + "\n"


def _commands(
    group: click.Group, context: click.Context, above: tuple[str, ...]
) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        if isinstance(command, click.Group):
            yield from _commands(command, context, (*above, name))
        else:
            yield " ".join((*above, name)), command


def _command(name: str, command: click.Command, above: click.Context) -> list[str]:
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f'.SS "{_escaped(name)} {_escaped(usage)}"', *_text(command.help or "")]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            lines += _entry(*record)
    if command.epilog:
        lines += _text(command.epilog)
    return lines


def _text(text: str) -> list[str]:
    """Return paragraphs; what stands behind a backspace keeps its lines, as click has it."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        kept = block.lstrip().startswith("\b")
        rows = [row.strip() if not kept else row for row in block.replace("\b", "").strip("\n").split("\n")]
        lines += [_PARAGRAPH, *([".nf"] if kept else []), *map(_escaped, rows), *([".fi"] if kept else [])]
    return lines


def _entry(name: str, help_text: str) -> list[str]:
    return [".TP", f"\\fB{_escaped(name)}\\fR", _escaped(" ".join(help_text.split()))]


def _escaped(text: str) -> str:
    """Return text in which nothing is taken for a request of troff."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in {".", "'"} else escaped


def _plain(text: str) -> str:
    return text.replace('"', "")


def _first_sentence(text: str) -> str:
    return text.strip().split("\n")[0].rstrip(".")
