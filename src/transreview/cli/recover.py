"""`transreview recover`: what can be saved of a damaged project."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.cli.output import output_option
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext

EPILOG = """\b
Examples:
  transreview recover fair.transreview
  transreview recover fair.transreview -o saved.transreview
"""

LOST = 1


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path, dir_okay=False))
@output_option(
    standard=False,
    help="Where the rebuilt project goes; NAME.recovered.transreview beside it otherwise.",
)
@click.pass_context
def recover(ctx: click.Context, project: Path, output: Path | None) -> None:
    """Rebuild PROJECT from what can be read of it, its history and its backups, into a new file.

    The damaged file stays as it is. The exit code is 1 when something could not be restored.
    """
    from transreview.project.address import is_server
    from transreview.project.rebuilding import rebuilt
    from transreview.reports.visible import path_line
    from transreview.tui.escape import visible_line

    if is_server(project):
        raise UsageError(
            _("only a file can be rebuilt; a server has backups of its own"),
            path=project,
            remedy=_("Ask who keeps the server, or copy what can be read into a file (`transreview copy`)"),
        )
    if not project.exists():
        raise InputError(_("there is no such file"), path=project, remedy=_("Check the name and the folder"))
    target = output or project.with_name(project.stem + ".recovered.transreview")
    result = rebuilt(project, target)
    for one in result.restored:
        click.echo(visible_line(_("restored: {what}").format(what=one)))
    for one in result.lost:
        click.echo(visible_line(_("lost: {what}").format(what=one)), err=True)
    count = result.rows.get("segment", 0)
    words = ngettext("{n} segment in {file}.", "{n} segments in {file}.", count)
    click.echo(words.format(n=count, file=path_line(target)))
    if result.lost:
        ctx.exit(LOST)
