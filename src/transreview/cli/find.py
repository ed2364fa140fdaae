"""`transreview find`: words in the segments of an article, a project, or many projects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.cli import options
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.project.address import displayed
from transreview.reports.json_text import dumps
from transreview.reports.visible import path_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transreview.workflow.search.project_search import Found
    from transreview.workflow.search.query import Query, Span

EPILOG = """\b
Examples:
  transreview find trade.transreview 眼镜
  transreview find trade.transreview ასოციაცია --any-form
  transreview find trade.transreview "[0-9]+ წელი" --regex --in target
  transreview find projects/ მინისტრი --any-form --json
  transreview find trade.transreview --filter "check:num is:unfinished by:ნინო"
\b
The exit code is 1 when it is nowhere.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT|FOLDER")
@click.argument("text", default="", callback=options.readable)
@click.option("--regex", is_flag=True, help="TEXT is a regular expression.")
@click.option("--whole-word", is_flag=True, help="Not inside a longer word.")
@click.option("--case", is_flag=True, help="Letters must have the same case.")
@click.option("--any-form", is_flag=True, help="Every form of the word or term (ასოციაციამ for ასოციაცია).")
@click.option(
    "--in", "side", type=click.Choice(["source", "target"]), help="Look into one side only; both by default."
)
@options.filter_line
@options.article_number
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a segment.")
def find(
    project: Path,
    text: str,
    regex: bool,
    whole_word: bool,
    case: bool,
    any_form: bool,
    side: str | None,
    line: str,
    article: int | None,
    as_json: bool,
) -> int:
    """Find TEXT in the segments of PROJECT, or of every project in FOLDER.

    Without TEXT, all segments that fit --filter are found.
    """
    from transreview.model.finding import Side
    from transreview.workflow.search.query import Query

    query = Query(
        text=text,
        regex=regex,
        whole_word=whole_word,
        case=case,
        any_form=any_form,
        sides=(Side(side),) if side else (),
    )
    count = 0
    for found in _found(project, query, article, line):
        count += 1
        click.echo(dumps(_data(found)) if as_json else _line(found, with_path=project.is_dir()))
    if not as_json:
        words = ngettext("{n} segment.", "{n} segments.", count) if count else _("It is nowhere.")
        click.echo(words.format(n=count), err=True)
    return 0 if count else 1


def _found(path: Path, query: Query, article: int | None, line: str) -> Iterator[Found]:
    from transreview.project import Project
    from transreview.workflow.search.project_search import search_project, search_projects

    if path.is_dir():
        projects = sorted(path.rglob("*.transreview"))
        if not projects:
            raise UsageError(
                _("there is no project in this folder"), path=path, remedy=_("Name a folder that holds some")
            )
        yield from search_projects(projects, query, line)
        return
    with Project.open(path, read_only=True) as project:
        yield from search_project(project, query, article, line=line)


def _line(found: Found, *, with_path: bool) -> str:
    """Return a segment on two lines, what was looked for between guillemets."""
    place = f"{found.article.id}:{found.segment.key}"
    head = f"{path_line(found.path)}  {place}" if with_path else place
    return (
        f"{head}\n    {_marked(found.segment.source, found.source)}"
        f"\n    {_marked(found.segment.target, found.target)}"
    )


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    from transreview.tui.escape import visible_line

    parts, end = [], 0
    for start, stop in spans:
        parts += [visible_line(text[end:start]), "«", visible_line(text[start:stop]), "»"]
        end = stop
    return "".join([*parts, visible_line(text[end:])])


def _data(found: Found) -> dict[str, Any]:
    segment = found.segment
    return {
        "project": displayed(found.path),
        "article": found.article.id,
        "segment": segment.key,
        "source": segment.source,
        "target": segment.target,
        "status": segment.status.value,
        "spans": {"source": [list(s) for s in found.source], "target": [list(s) for s in found.target]},
    }
