"""`transreview new`: a project from a source and its machine translation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.errors import UsageError
from transreview.i18n import _, ngettext
from transreview.reports.visible import one_line as shown

if TYPE_CHECKING:
    from transreview.workflow.intake.bilingual_files import BilingualImported
    from transreview.workflow.intake.importing import Imported

EPILOG = """\b
Examples:
  transreview new fair.transreview fair.zh.txt fair.ka.txt
  transreview new fair.transreview fair.zh.md fair.ka.md --reference fair.ka.ref.md
  transreview new fair.transreview fair.zh.txt fair.ka.txt --source-lang zh --target-lang ka
  transreview new fair.transreview fair.zh.txt fair.ka.txt --glossary glossary/optical-industry.csv
  transreview new shop.transreview shop.ka.po
  transreview new site.transreview articles/zh articles/ka
  transreview new site.transreview articles/ --source-lang zh --target-lang ka
  transreview new old.transreview gbk.txt ka.txt --encoding gb18030 --unit sentence
  transreview new fair.transreview engines.csv --engine Google --engine DeepL
\b
SOURCE or TARGET may be - for standard input. One bilingual file (PO, XLIFF, TMX, CSV, XLSX, JSON
Lines, a review table in a Word or RTF file, a Trados package) is enough: it keeps its units, ids,
states, notes, plural forms and locks. Of two folders, or of one with languages in the names of its
files, the pairs are found by name and listed before anything is written.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("target", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--reference", type=click.Path(path_type=Path), metavar="FILE", help="A reference translation.")
@options.source_lang
@options.target_lang
@options.glossaries
@options.unit
@options.encoding
@options.code_comments
@options.engines
@click.option("--title", default="", help="Title of the article; the source's own when not given.")
@options.yes
@options.force
def new(
    project: Path,
    source: Path,
    target: Path | None,
    reference: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    glossaries: tuple[Path, ...],
    unit: str,
    encoding: str | None,
    code_comments: bool,
    engines: tuple[str, ...],
    title: str,
    yes: bool,
    force: bool,
) -> None:
    """Start PROJECT from SOURCE and its machine translation TARGET, or from one bilingual file."""
    from transreview.cli.intake import (
        bring_in_bilingual,
        bring_in_folder,
        bring_in_table,
        found_pairs,
        list_pairs,
        print_all,
        print_table,
    )
    from transreview.cli.steps import Steps
    from transreview.model.unit import Granularity
    from transreview.project.address import displayed, is_server
    from transreview.project.creation import check_free
    from transreview.project.project import Project
    from transreview.workflow.intake.importing import ArticleInput, import_article
    from transreview.workflow.terms.glossaries import read_glossaries, set_glossaries

    project = named_project(project)
    check_free(project)  # before minutes are spent on reading and aligning
    given = ArticleInput(
        source,
        target or source,
        reference=reference,
        source_language=source_lang,
        target_language=target_lang,
        granularity=Granularity(unit),
        encoding=encoding,
        engine=engines[0] if engines else "",
        title=title,
        metadata=(),
        force=force,
        code_comments=code_comments,
    )
    found = None if len(engines) > 1 else found_pairs(given, target)
    if found is not None and not list_pairs(found, ask=not yes):
        return
    glossary = read_glossaries(glossaries, source_lang, target_lang) if glossaries else None
    with Steps() as steps, Project.building(project) as draft:
        if glossaries:
            set_glossaries(
                draft,
                glossaries,
                folder=draft.folder if is_server(project) else project.absolute().parent,
                undoable=False,
            )

        def import_pair(one: ArticleInput) -> Imported:
            folder = draft.folder if is_server(project) else project.absolute().parent
            return import_article(
                draft, one, glossary=glossary, folder=folder, progress=steps, share=steps.part
            )

        imported: list[Imported | BilingualImported] = []
        table = None if found else bring_in_table(draft, given, engines, alone=target is None)
        if found is not None:
            imported = bring_in_folder(draft, found, given, import_pair, steps)
        elif table is not None:
            pass
        elif target is None:
            steps(_("reading {file}").format(file=shown(source.name)))
            imported = [bring_in_bilingual(draft, given)]
        else:
            imported = [import_pair(given)]
    name = displayed(project)
    click.echo(_("{project} started.").format(project=name))
    if table is not None:
        print_table(table)
    print_all(imported, print_summary)
    click.echo(_("Next: transreview review {project}").format(project=name))


def named_project(path: Path) -> Path:
    """Return the name of a project file, with the ending that belongs to it where there is none.

    Raises:
        UsageError: The name is that of a text: most likely the project's name was forgotten.
    """
    from transreview.formats.readers import pair_reader
    from transreview.project.address import is_server

    if is_server(path):
        return path
    if not path.suffix:
        return path.with_name(path.name + ".transreview")
    texts = {".txt", ".md", ".html", ".docx"}
    if path.suffix.lower() in texts or pair_reader(path) is not None:
        raise UsageError(
            _("this is the name of a text, not of a project"),
            path=path,
            remedy=_("Name the project first: transreview new NAME.transreview SOURCE TARGET."),
        )
    return path


def print_summary(imported: Imported) -> None:
    """Print what came of an import."""
    from transreview.cli.intake import article_line

    article = imported.article
    click.echo(article_line(article))
    count = sum(imported.beads.values())
    shapes = ", ".join(f"{shape} × {number}" for shape, number in imported.beads.items())
    click.echo(
        ngettext("{count} segment: {shapes}.", "{count} segments: {shapes}.", count).format(
            count=count, shapes=shapes
        )
    )
    if imported.doubtful:
        click.echo(
            ngettext(
                "{count} alignment is doubtful and marked for a look.",
                "{count} alignments are doubtful and marked for a look.",
                imported.doubtful,
            ).format(count=imported.doubtful)
        )
    for name, encoding in imported.encodings.items():
        click.echo(_("{name} was read as {encoding}.").format(name=shown(name), encoding=encoding))
    for remark in imported.remarks:
        click.echo(shown(remark))
    for warning in imported.warnings:
        click.echo(_("Note: {warning}").format(warning=shown(warning)), err=True)
