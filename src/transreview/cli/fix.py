"""`transreview fix`: the certain fixes of findings, in one step that one undo takes back."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Examples:
  transreview fix trade.transreview --dry-run
  transreview fix trade.transreview
  transreview fix trade.transreview --select punct --select space
\b
The same as `transreview check --fix`.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="CHECK", help="Only this check or family; repeatable.")
@click.option("--ignore", multiple=True, metavar="CHECK", help="Leave out this check or family; repeatable.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.pass_context
def fix(
    ctx: click.Context, project: Path, select: tuple[str, ...], ignore: tuple[str, ...], dry_run: bool
) -> int:
    """Make the certain fixes in PROJECT; one undo takes them back."""
    from transreview.cli.check import check

    code: int = ctx.invoke(check, files=(project,), fix=True, dry_run=dry_run, select=select, ignore=ignore)
    return code
