"""`transreview new`: a project from a source and its machine translation."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.cli import options, streams
from transreview.cli.article_request import ArticleRequest, article_request
from transreview.errors import UsageError
from transreview.i18n import _
from transreview.terminal_text import shell_word

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
@article_request
@options.glossaries
def new(project: Path, request: ArticleRequest, glossaries: tuple[Path, ...]) -> None:
    """Start PROJECT from SOURCE and its machine translation TARGET, or from one bilingual file."""
    from transreview.cli.intake import bring_in, list_pairs, print_all, print_table
    from transreview.cli.steps import Steps
    from transreview.project.address import displayed, is_server
    from transreview.project.creation import check_free
    from transreview.project.project import Project
    from transreview.reports.visible import path_line
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.intake.engine_table import EngineTable
    from transreview.workflow.intake.importing import Imported, import_article
    from transreview.workflow.terms.glossaries import read_glossaries, set_glossaries

    project = named_project(project)
    check_free(project)  # before minutes are spent on reading and aligning
    found = request.pairs()
    if found is not None and not list_pairs(found, ask=request.ask):
        return
    given = request.given
    glossary = (
        read_glossaries(glossaries, given.source_language, given.target_language) if glossaries else None
    )
    with Steps() as steps, Project.building(project) as draft:
        folder = draft.folder if is_server(project) else project.absolute().parent
        if glossaries:
            set_glossaries(draft, glossaries, folder=folder, undoable=False)

        def import_pair(one: ArticleInput) -> Imported:
            return import_article(
                draft, one, glossary=glossary, folder=folder, progress=steps, share=steps.part
            )

        outcome = bring_in(draft, request, found, import_pair, steps)
    name = displayed(project)
    click.echo(_("{project} started.").format(project=path_line(project)))
    if isinstance(outcome, EngineTable):
        print_table(outcome)
    elif isinstance(outcome, list):
        print_all(outcome)
    if not glossaries:
        streams.tell(
            _(
                "No glossary was named, so no terms are shown or checked. To add one:"
                " transreview terms share {project} FILE"
            ).format(project=shell_word(name))
        )
    click.echo(_("Next: transreview review {project}").format(project=shell_word(name)))


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
