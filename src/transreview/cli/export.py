"""`transreview export`: a gettext catalog, or the reviewed article."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.cli.added_choice import AddedChoice
from transreview.cli.output import is_standard, output_option
from transreview.cli.steps import is_plain
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.json_text import dumps
from transreview.reports.visible import path_line

if TYPE_CHECKING:
    from transreview.project.project import Project
    from transreview.workflow.delivery.choice import Choice
    from transreview.workflow.delivery.exporting import Exported

EPILOG = """\b
Examples:
  transreview export fair.transreview -o fair.ka.po
  transreview export fair.transreview -o fair.ka.md --article 2
  transreview export page.transreview -o page.ka.html
  transreview export fair.transreview -o - --format text | less
  transreview export fair.transreview -o fair.xlf --format xliff2
  transreview export fair.transreview -o memory.tmx
  transreview export fair.transreview -o review.xlsx --status needs-work --status edited
  transreview export fair.transreview -o review.docx --format review
  transreview export fair.transreview -o doubts.xlsx --filter "is:error is:unfinished since:2d"
  transreview export fair.transreview -o fair.jsonl
  transreview export fair.transreview -o comments.csv --comments
\b
A catalog has one message a segment; what nobody has confirmed is marked fuzzy. An article in the
format of its translation's file comes out as that file, with only the reviewed text changed.
--filter takes the line of the screen's filter: a text, and words such as by:ნინო, since:3h, check:num,
term:"党建 工作", sure:<80, long:>200 and is:STATE (docs/command-line.md lists the states).
XLIFF and JSON Lines carry states and comments; TMX and MO hold the confirmed translations only.
Tables (CSV, TSV, XLSX, and the review sheet for Word) have source, machine translation, translation,
comment and status; `transreview merge` takes them back. An article of a bilingual file (PO, XLIFF,
TMX, a table, a Trados package) is written back into that file: what was edited changes, no other byte
does. A file that somebody changed since is not overwritten.
"""

_FORMATS = (
    "po", "markdown", "text", "html", "docx", "odt", "epub", "subtitle", "android", "json", "yaml",
    "strings", "stringsdict", "properties", "resx",
    "xliff", "xliff2", "tmx", "csv", "tsv", "jsonl", "xlsx", "review", "mo",
)  # fmt: skip

# Below this an export is over before a bar would be drawn.
_LONG = 20_000


def _added() -> list[str]:
    from transreview.formats.writers import added_writers

    return [writer.name for writer in added_writers()]


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@output_option(
    required=True,
    help="File to write; its ending says the format (.po, .md, .html, .docx, .xlf …), - is standard output.",
)
@click.option(
    "--format",
    "format_name",
    type=AddedChoice([*_FORMATS], _added),
    help="The format, where the file's ending does not say it.",
)
@options.article_number
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(["machine", "edited", "confirmed", "approved", "needs-work", "untranslated"]),
    help="Only segments of this status; may be repeated.",
)
@options.filter_line
@click.option(
    "--comments", is_flag=True, help="Write the comments instead: a table (CSV) with source and translation."
)
@click.option("--force", is_flag=True, help="Replace a file that others changed, or that is not ours.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as data.")
def export(
    project: Path,
    output: Path,
    format_name: str | None,
    article: int | None,
    statuses: tuple[str, ...],
    line: str,
    comments: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write PROJECT as a PO catalog, as the reviewed article's own file, as text, or as pairs."""
    from transreview.project.project import Project
    from transreview.workflow.delivery.choice import choice_of
    from transreview.workflow.delivery.exporting import format_of

    if comments:
        if format_name not in {None, "csv"} or statuses or line:
            raise UsageError(
                _("--comments writes a CSV table of all comments"),
                remedy=_("Leave out --format, --status and --filter; --article chooses an article"),
            )
        _export_comments(project, output, article, force=force, as_json=as_json)
        return
    format_name = format_name or format_of(output)  # before the project is opened
    with Project.open(project) as opened:
        choice = choice_of(opened, statuses=statuses, line=line, article_id=article)
        exported = _with_bar(opened, output, article, format_name, choice, force=force)
    if is_standard(output):
        return
    if as_json:
        click.echo(dumps(_data(exported)))
    else:
        _print(exported, choice)


def _export_comments(project: Path, output: Path, article: int | None, *, force: bool, as_json: bool) -> None:
    """Write the comments as a table, never over a file that was there unless told to."""
    from transreview.project.project import Project
    from transreview.workflow.delivery.comment_table import comment_table, write_comments

    with Project.open(project, read_only=True) as opened:
        if article is not None:
            opened.articles.get(article)  # whether there is one
        if is_standard(output):
            click.echo(comment_table(opened, article)[0], nl=False)
            return
        if output.is_file() and not force:
            remedy = _("Name another, or replace it with --force")
            raise UsageError(_("the file exists already"), path=output, remedy=remedy)
        count = write_comments(opened, output, article)
    if as_json:
        click.echo(dumps({"path": str(output), "format": "csv", "comments": count}))
        return
    line = ngettext("{path}: {count} comment written.", "{path}: {count} comments written.", count)
    click.echo(line.format(path=path_line(output), count=count))


def _with_bar(
    project: Project, output: Path, article: int | None, format_name: str, choice: Choice, *, force: bool
) -> Exported:
    from transreview.workflow.delivery.exporting import export as export_project

    total = len(project.segments.ids(article))

    def run(progress: Callable[[int], None]) -> Exported:
        return export_project(
            project,
            output,
            article_id=article,
            format=format_name,
            progress=progress,
            choice=choice,
            force=force,
            say=_note,
        )

    if total < _LONG or not sys.stderr.isatty() or is_plain():
        return run(lambda _segments: None)
    with click.progressbar(length=total, label=_("Exporting"), file=sys.stderr) as bar:
        return run(bar.update)


def _note(note: str) -> None:
    click.echo(note, err=True)


def _print(exported: Exported, choice: Choice) -> None:
    from transreview.workflow.delivery.exporting import DONE_ONLY

    count = exported.segments
    written = ngettext("{path}: {count} segment written.", "{path}: {count} segments written.", count)
    if not choice.is_all or (exported.format in DONE_ONLY and exported.messages < count):
        written = ngettext(
            "{path}: {written} of {count} segment written: only what was chosen.",
            "{path}: {written} of {count} segments written: only what was chosen.",
            count,
        )
    click.echo(written.format(path=path_line(exported.path), count=count, written=exported.messages))
    click.echo(
        _(
            "{confirmed} confirmed, {untouched} still as the machine made them, {untranslated} untranslated."
        ).format(
            confirmed=exported.confirmed, untouched=exported.untouched, untranslated=exported.untranslated
        )
    )
    added = exported.segments - exported.messages if choice.is_all else 0
    if exported.format == "tmx":
        click.echo(
            ngettext(
                "{count} confirmed translation in the memory.",
                "{count} confirmed translations in the memory.",
                exported.messages,
            ).format(count=exported.messages)
        )
    elif exported.format in {"po", "xliff", "xliff2"} and added:
        click.echo(
            ngettext(
                "{count} segment has no source: it stands as a note at the text before it.",
                "{count} segments have no source: they stand as notes at the texts before them.",
                added,
            ).format(count=added)
        )


def _data(exported: Exported) -> dict[str, object]:
    return {
        "path": exported.path,
        "format": exported.format,
        "articles": [article.id for article in exported.articles],
        "segments": exported.segments,
        "confirmed": exported.confirmed,
        "untouched": exported.untouched,
        "untranslated": exported.untranslated,
        "messages": exported.messages,
        "notes": list(exported.notes),
    }
