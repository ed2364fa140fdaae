"""`transreview terms import|export`: glossaries from and for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from transreview.cli import options
from transreview.cli.output import is_standard, output_option, stands
from transreview.cli.terms_printing import line
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.model.glossary import ConceptStatus, Glossary
from transreview.reports.visible import path_line
from transreview.terminal_text import printable

IMPORT_EPILOG = """\b
Examples:
  transreview terms import client.tbx --into glossary/client.csv
  transreview terms import list.xlsx --into my.csv --status proposed
  transreview terms import omegat.txt --into my.csv --source-lang zh --target-lang ka
  transreview terms import list.csv --into my.csv --columns en,ka,-,note
\b
Read are TBX-Basic 2 and 3 (also of Microsoft, IATE and Weblate), and tables: CSV, tabs (OmegaT),
XLSX of memoQ, Excel and people, with headers by language in English, Chinese or Georgian. Which
column was taken for what is said; where that is unclear, name them with --columns. What is there
already and differs is shown and kept as it is, unless --on-conflict says otherwise.
"""

EXPORT_EPILOG = """\b
Examples:
  transreview terms export glossary/optical-industry.csv -o terms.xlsx
  transreview terms export fair.transreview -o terms.tbx --tbx-version 2
  transreview terms export my.csv -o omegat.txt --source-lang zh --target-lang ka
"""


@click.command("import", epilog=IMPORT_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@output_option("--into", "into", standard=False, required=True, metavar="GLOSSARY", help="The CSV to change.")
@options.source_lang
@options.target_lang
@options.encoding
@click.option(
    "--columns",
    metavar="LIST",
    help="What the columns of a table are: en,ka,ka:not,note,id … or - to leave one out.",
)
@click.option(
    "--on-conflict",
    type=click.Choice(["keep", "replace", "add"]),
    default="keep",
    show_default=True,
    help="Where both have a concept: keep ours, take theirs, or add their terms as admitted.",
)
@click.option("--status", type=click.Choice([s.value for s in ConceptStatus]), help="Status of what is new.")
@click.option("--dry-run", is_flag=True, help="Say what would be done and change nothing.")
def import_terms(
    file: Path,
    into: Path,
    source_lang: str | None,
    target_lang: str | None,
    encoding: str | None,
    columns: str | None,
    on_conflict: str,
    status: str | None,
    dry_run: bool,
) -> None:
    """Bring the concepts of FILE into a glossary."""
    from transreview.formats.glossary_registry import read_any
    from transreview.formats.term_tables import UnclearColumnsError
    from transreview.workflow.terms.glossary_editing import GlossaryFile
    from transreview.workflow.terms.glossary_exchange import OnConflict, bring_in, in_our_columns
    from transreview.workflow.terms.places import editable_path

    def read(columns: str | None) -> Glossary:
        return read_any(
            file,
            source_language=source_lang,
            target_language=target_lang,
            encoding=encoding,
            columns=columns,
            tell=lambda sentence: click.echo(printable(sentence)),
        )

    try:
        theirs = read(columns)
    except UnclearColumnsError as error:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        for row in error.rows:
            click.echo("  " + printable(" | ".join(row.cells)), err=True)
        theirs = read(click.prompt(_("What are the columns (zh,ka,note; - for none)?"), err=True))
    target = editable_path(into)
    ours = GlossaryFile(target, languages=in_our_columns(theirs, ()).languages)
    outcome = bring_in(
        ours.glossary,
        theirs,
        on_conflict=OnConflict(on_conflict),
        status=None if status is None else ConceptStatus(status),
    )
    if not dry_run:
        ours.save(outcome.glossary)
    languages = in_our_columns(theirs, ours.glossary.languages).languages
    for difference in outcome.different:
        click.echo(_("Different ({fields}):").format(fields=", ".join(difference.fields)))
        click.echo("  − " + line(difference.ours, languages))
        click.echo("  + " + line(difference.theirs, languages))
    added, different = len(outcome.added), len(outcome.different)
    counts = [
        ngettext("{count} concept added", "{count} concepts added", added).format(count=added),
        _("{count} known already").format(count=outcome.same),
        _("{count} different ({done})").format(count=different, done=_DONE[on_conflict]()),
    ]
    click.echo(", ".join(counts) + (" " + _("(nothing written)") if dry_run else "") + ".")


_DONE = {
    "keep": lambda: _("kept as they were"),
    "replace": lambda: _("replaced"),
    "add": lambda: _("their terms added"),
}


@click.command("export", epilog=EXPORT_EPILOG)
@click.argument("place", type=click.Path(path_type=Path))
@output_option(required=True, help="The file; its ending says the format, - is standard output.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["csv", "xlsx", "tbx", "tsv"]),
    help="The format, where the file's ending does not say it; CSV on standard output otherwise.",
)
@options.glossaries
@options.source_lang
@options.target_lang
@click.option(
    "--status", type=click.Choice([s.value for s in ConceptStatus]), help="Only concepts so decided."
)
@click.option(
    "--tbx-version", type=click.Choice(["2", "3"]), default="3", show_default=True, help="For .tbx."
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export_terms(
    place: Path,
    output: Path,
    format_name: str | None,
    glossaries: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    status: str | None,
    tbx_version: str,
    force: bool,
) -> None:
    """Write the concepts of PLACE (glossary or project) as FILE's ending says: .csv .tbx .xlsx .txt."""
    from transreview.formats.glossary_registry import write_any
    from transreview.workflow.terms.places import open_place

    if stands(output) and not force:
        raise UsageError(
            _("this file exists already"),
            path=output,
            remedy=_("Name another, or say --force."),
        )
    with open_place(place, glossaries=glossaries) as opened:
        chosen = (c for c in opened.glossary.concepts if status is None or c.status.value == status)
        concepts = tuple(chosen)
        glossary = Glossary(concepts, opened.glossary.languages)
    languages = tuple(code for code in (source_lang, target_lang) if code)
    write_any(output, glossary, languages=languages, tbx_version=int(tbx_version), format=format_name)
    if is_standard(output):
        return
    count = len(concepts)
    text = ngettext("{count} concept written to {path}.", "{count} concepts written to {path}.", count)
    click.echo(text.format(count=count, path=path_line(output)))
