"""`transreview copy`: a project as another one, in a file or on a server."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.i18n import ngettext

EPILOG = """\b
Examples:
  transreview copy fair.transreview postgresql://db.example.org/fair
  transreview copy postgresql://db.example.org/fair fair.transreview
  transreview copy fair.transreview before-the-meeting.transreview
"""


@click.command(epilog=EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def copy(source: Path, target: Path) -> None:
    """Copy the project SOURCE to TARGET: texts, history with its undo, comments, everything.

    Each is a file or an address, postgresql://HOST/NAME. TARGET appears whole or not at all.
    """
    from transreview.project import Project
    from transreview.reports.visible import path_line

    with Project.open(source, read_only=True) as project:
        project.copy_to(target)
        count = project.progress().segments
    words = ngettext("{n} segment copied to {target}.", "{n} segments copied to {target}.", count)
    click.echo(words.format(n=count, target=path_line(target)))
