"""`transreview assist`: a second opinion on a segment, from whom the team's settings name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import one_line, visible
from transreview.words import called

if TYPE_CHECKING:
    from transreview.model.finding import Finding
    from transreview.workflow.assist.assistant import Assistant, Opinion
    from transreview.workflow.assist.requests import Request

EPILOG = """\b
Examples:
  transreview assist suggest trade.transreview --segment 4
  transreview assist explain trade.transreview --article 2 --segment 7
  transreview assist annotate trade.transreview --segment 4 --json
\b
[assist] in transreview.toml names a program or a server; without it nothing is asked. What would be
sent is shown once and confirmed.
"""


@click.command(epilog=EPILOG)
@click.argument("task", type=click.Choice(("suggest", "explain", "annotate")))
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--article", default=1, show_default=True, metavar="N", help="Number of the article.")
@click.option(
    "--segment", required=True, type=click.IntRange(min=1), metavar="N", help="Number of the segment."
)
@click.option("--yes", is_flag=True, help="Agree to send texts of this project there, without being asked.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
def assist(task: str, project: Path, article: int, segment: int, yes: bool, as_json: bool) -> None:
    """Ask for a second opinion on a segment: a translation, an explanation of its findings, or MQM errors.

    A suggestion is checked like any text before it is shown, and changes nothing. Errors are kept as a
    machine's; no figure counts them as a person's.
    """
    from transreview.project import Project
    from transreview.workflow.assist.assistant import Assistant, team_assistant
    from transreview.workflow.assist.requests import Task
    from transreview.workflow.terms.glossaries import project_glossary

    with Project.open(project) as opened:
        settings = team_assistant(opened)
        ids = opened.segments.ids(opened.articles.get(article).id)
        if segment > len(ids):
            raise UsageError(
                _("no segment {number}").format(number=segment),
                remedy=_("The article has {count}").format(count=len(ids)),
            )
        one = opened.segments.get(ids[segment - 1])
        assistant = Assistant(opened, settings, glossary=project_glossary(opened))
        if not assistant.is_confirmed:
            _confirm(assistant, assistant.request(one, Task(task)), settings.name, agreed=yes)
        opinion = assistant.ask(one, Task(task))
        kept = assistant.annotate(one, opinion) if task == "annotate" else 0
    if as_json:
        click.echo(dumps(_data(opinion), indent=1))
        return
    _print(opinion, task, kept)


def _confirm(assistant: Assistant, request: Request, who: str, *, agreed: bool) -> None:
    """Show once what would be sent, and remember the answer."""
    click.echo(_("This would be sent to {who}:").format(who=one_line(who)), err=True)
    click.echo(dumps(request.data(), indent=1), err=True)
    if not agreed:
        if not sys.stdin.isatty():
            raise UsageError(
                _("nobody has agreed to send texts to {who}").format(who=one_line(who)),
                remedy=_("Run it at a terminal, or add --yes"),
            )
        if not click.confirm(_("Send texts of this project there, now and later?"), err=True):
            raise UsageError(_("nothing was sent"), remedy=_("Ask again when you agree"))
    assistant.confirm()


def _data(opinion: Opinion) -> dict[str, object]:
    answer = opinion.answer
    return {
        "text": answer.text,
        "errors": [
            {
                "start": error.start,
                "end": error.end,
                "category": error.category,
                "severity": error.severity,
                "note": error.note,
            }
            for error in answer.errors
        ],
        "left_out": list(answer.left_out),
        "findings": [_finding(finding) for finding in opinion.findings],
        "findings_before": [_finding(finding) for finding in opinion.before],
        "worse": opinion.is_worse,
        "kept": opinion.kept,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
    }


def _print(opinion: Opinion, task: str, kept: int) -> None:
    answer = opinion.answer
    if answer.text:
        click.echo(visible(answer.text))
    if task == "suggest":
        for finding in opinion.findings:
            click.echo(f"  {called(finding.severity.value)} {finding.check}: {one_line(finding.message)}")
        if opinion.is_worse:
            click.echo(_("The checks find more errors in it than in what stands there."))
        elif not opinion.findings:
            click.echo(_("The checks find nothing in it."))
    if task == "annotate":
        words = ngettext(
            "{kept} error kept as a machine's, of {count} named.",
            "{kept} errors kept as a machine's, of {count} named.",
            kept,
        )
        click.echo(words.format(kept=kept, count=len(answer.errors)))
    for sentence in answer.left_out:
        click.echo(_("Note: {warning}").format(warning=one_line(sentence)), err=True)
