"""`transreview terms share`: a glossary that lives in the project, for everybody who works in it."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.i18n import ngettext

EPILOG = """\b
Examples:
  transreview terms share postgresql://db.example.org/fair glossary/optics.csv
  transreview terms share fair.transreview terms.tbx --name client
  transreview terms export postgresql://db.example.org/fair -o optics.csv
"""


@click.command("share", epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--name", help="What it is called in the project; the name of the file otherwise.")
def share(project: Path, file: Path, name: str | None) -> None:
    """Put the glossary FILE into PROJECT itself; again, to bring a later version of the file in.

    On a server its rights hold: reviewers may propose concepts, maintainers approve and deprecate them.
    """
    from transreview.project import Project
    from transreview.tui.escape import visible_line
    from transreview.workflow.terms.glossaries import share_glossary

    called = name or file.stem
    with Project.open(project) as opened:
        count = share_glossary(opened, file, called)
    words = ngettext(
        "{n} concept changed in the project's glossary {name}.",
        "{n} concepts changed in the project's glossary {name}.",
        count,
    )
    click.echo(words.format(n=count, name=visible_line(called)))
