"""`transreview doctor`: what this machine and terminal can do, and what is missing for which feature."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.i18n import _
from transreview.reports.json_text import dumps

EPILOG = """\b
Examples:
  transreview doctor
  transreview doctor fair.transreview
  transreview doctor postgresql://db.example.org/fair --json
"""

MISSING = 1


@click.command(epilog=EPILOG)
@click.argument("project", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print data instead of lines.")
@click.pass_context
def doctor(ctx: click.Context, project: Path | None, as_json: bool) -> None:
    """Say which versions run, what the terminal can show, and what is missing for which feature.

    With PROJECT also: its store, its size and room on the disk, the age of its newest backup. The exit
    code is 1 when something is wrong that keeps a feature of every day from working.
    """
    from transreview.cli.health import Level, examine
    from transreview.tui.escape import visible_line

    found = examine(project)
    if as_json:
        rows = [
            {"topic": one.topic, "level": one.level.value, "fact": one.fact, "remedy": one.remedy}
            for one in found
        ]
        click.echo(dumps({"facts": rows, "ok": all(one.level is not Level.WRONG for one in found)}, indent=2))
    else:
        topic = ""
        for one in found:
            if one.topic != topic:
                topic = one.topic
                click.echo(topic)
            sign = {Level.GOOD: "✓", Level.MISSING: "–", Level.WRONG: "✗"}[one.level]
            click.echo(f"  {sign} {visible_line(one.fact)}")
            if one.remedy:
                click.echo(f"      {visible_line(one.remedy)}")
        wrong = sum(one.level is Level.WRONG for one in found)
        click.echo(_("Nothing is wrong.") if not wrong else _("Look at what is marked with ✗."))
    if any(one.level is Level.WRONG for one in found):
        ctx.exit(MISSING)
