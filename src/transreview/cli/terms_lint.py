"""`transreview terms lint`: faults of glossaries themselves."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from transreview.cli import options
from transreview.i18n import ngettext
from transreview.model.finding import Severity
from transreview.reports.json_text import dumps
from transreview.terminal_text import printable
from transreview.words import called

EPILOG = """\b
Examples:
  transreview terms lint glossary/*.csv
  transreview terms lint my.csv --all
  transreview terms lint fair.transreview
  transreview terms lint my.csv --fail-on error --json
\b
Exit code 1 when something of the --fail-on severity or worse is found.
"""


@click.command(epilog=EPILOG)
@click.argument("glossaries", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GLOSSARY...")
@click.option("--all", "show_all", is_flag=True, help="Remarks too, not only errors and warnings.")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    type=options.LANGUAGE,
    metavar="CODE",
    help="Languages each concept should have.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="warning",
    show_default=True,
    help="What makes the command fail.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object an issue.")
def lint(
    glossaries: tuple[Path, ...], show_all: bool, languages: tuple[str, ...], fail_on: str, as_json: bool
) -> None:
    """Look for faults of each GLOSSARY: contradictions, duplicates, gaps, terms that cannot match.

    A GLOSSARY is a file, or a project, whose own glossaries are then meant.
    """
    from transreview.terminology.lint import lint as lint_glossary
    from transreview.workflow.terms.places import open_place

    worst, shown, hidden = -1, 0, 0
    for place_path in glossaries:
        with open_place(place_path) as opened:
            glossary, of_project = opened.glossary, opened.project is not None
        for issue in lint_glossary(glossary, languages=languages):
            path = issue.origin[0] if of_project and issue.origin[0] else str(place_path)
            worst = max(worst, issue.severity.rank)
            if issue.severity is Severity.INFO and not (show_all or as_json):
                hidden += 1
                continue
            shown += 1
            if as_json:
                click.echo(dumps({"path": str(path), **asdict(issue)}))
            else:
                place = f"{path}:{issue.origin[1]}"
                severity = called(issue.severity.value)
                said = f"{place}: {severity}: {issue.concept_id}: {issue.message} [{issue.rule}]"
                click.echo(printable(said))
    if not as_json:
        click.echo(ngettext("{count} issue.", "{count} issues.", shown).format(count=shown), err=True)
        if hidden:
            more = ngettext("{count} remark more with --all.", "{count} remarks more with --all.", hidden)
            click.echo(more.format(count=hidden), err=True)
    if fail_on != "never" and worst >= Severity(fail_on).rank:
        sys.exit(1)
