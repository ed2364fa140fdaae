"""`transreview verify`: whether a project says what was written into it."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.i18n import _
from transreview.reports.json_text import dumps

EPILOG = """\b
Examples:
  transreview verify fair.transreview
  transreview verify fair.transreview --json | jq '.problems[]'
"""

DAMAGED = 3


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print data instead of sentences.")
@click.pass_context
def verify(ctx: click.Context, project: Path, as_json: bool) -> None:
    """Read all of PROJECT: its structure, its texts, and whether they are what its history says.

    The exit code is 0 when it is sound and 3 when it is damaged.
    """
    from transreview.project import Project
    from transreview.project.address import displayed
    from transreview.project.decoding import DamagedError
    from transreview.reports.visible import path_line
    from transreview.tui.escape import visible_line

    segments = entries = None
    try:
        with Project.open(project, read_only=True) as opened:
            found = opened.problems()
            if not found:
                segments, entries = opened.progress().segments, opened.journal.last_id()
    except DamagedError as error:  # nothing of it can be read: that is what a program asks for
        if not as_json:
            raise
        found = [error.message]
    if as_json:
        click.echo(dumps({"project": displayed(project), "sound": not found, "problems": found}, indent=2))
    elif not found:
        words = _("{project} is sound; agreeing segments: {segments}, changes: {entries}.")
        click.echo(words.format(project=path_line(project), segments=segments, entries=entries))
    else:
        for one in found:
            click.echo(f"{path_line(project)}: {visible_line(one)}", err=True)
        click.echo(_("`transreview recover` rebuilds what can be rebuilt, from backups as well."), err=True)
    if found:
        ctx.exit(DAMAGED)
