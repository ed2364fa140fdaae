"""`transreview add`: another article in a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli import options
from transreview.cli.new import print_summary
from transreview.i18n import _, ngettext
from transreview.project.address import displayed
from transreview.reports.visible import one_line as shown

if TYPE_CHECKING:
    from transreview.workflow.intake.bilingual_files import BilingualImported
    from transreview.workflow.intake.engine_translation import AddedEngine
    from transreview.workflow.intake.importing import Imported

EPILOG = """\b
Examples:
  transreview add fair.transreview second.zh.txt second.ka.txt
  transreview add fair.transreview second.zh.md second.ka.md --reference second.ka.ref.md
  transreview add fair.transreview fair.zh.txt fair.deepl.ka.txt --engine DeepL
  transreview add catalog.transreview catalog.deepl.ka.po --engine DeepL
  transreview add fair.transreview second.csv --engine Google --engine DeepL
\b
The article is in the languages of the project unless they are named.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("target", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--reference", type=click.Path(path_type=Path), metavar="FILE", help="A reference translation.")
@options.source_lang
@options.target_lang
@options.unit
@options.encoding
@options.code_comments
@options.engines
@click.option("--title", default="", help="Title of the article; the source's own when not given.")
@options.yes
@options.force
def add(
    project: Path,
    source: Path,
    target: Path | None,
    reference: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    unit: str,
    encoding: str | None,
    code_comments: bool,
    engines: tuple[str, ...],
    title: str,
    yes: bool,
    force: bool,
) -> None:
    """Add another article, SOURCE and its machine translation TARGET, or a bilingual file, to PROJECT.

    With --engine, a SOURCE that the project has already gets TARGET as another engine's translation beside
    its own: scores and reports compare them, and a segment's review may start from either.
    """
    from transreview.cli.intake import (
        bring_in_bilingual,
        bring_in_engine,
        bring_in_folder,
        bring_in_table,
        found_pairs,
        list_pairs,
        print_all,
        print_table,
    )
    from transreview.cli.steps import Steps
    from transreview.model.unit import Granularity
    from transreview.project.project import Project
    from transreview.workflow.intake.engine_translation import add_engine
    from transreview.workflow.intake.importing import ArticleInput, for_project, import_article
    from transreview.workflow.terms.glossaries import project_glossary

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
    with Steps() as steps, Project.open(project) as opened:
        glossary = project_glossary(opened)

        def import_pair(one: ArticleInput) -> Imported:
            folder = opened.folder
            return import_article(
                opened,
                for_project(opened, one),
                glossary=glossary,
                folder=folder,
                progress=steps,
                share=steps.part,
            )

        imported: list[Imported | BilingualImported] = []
        added = None
        table = None if found else bring_in_table(opened, given, engines, alone=target is None)
        if found is not None:
            imported = bring_in_folder(opened, found, given, import_pair, steps)
        elif table is not None:
            pass
        elif target is None:
            added = bring_in_engine(opened, given)
            if added is None:
                imported = [bring_in_bilingual(opened, given)]
        else:
            added = add_engine(
                opened,
                for_project(opened, given),
                glossary=glossary,
                progress=steps,
                share=steps.part,
            )
            if added is None:
                imported = [import_pair(given)]
    if added is not None:
        _print_engine(project, added)
        return
    click.echo(_("Added to {project}.").format(project=displayed(project)))
    if table is not None:
        print_table(table)
    print_all(imported, print_summary)
    click.echo(
        _("Next: transreview review {project} --article {number}").format(
            project=displayed(project), number=(table or imported[0]).article.id
        )
    )


def _print_engine(project: Path, added: AddedEngine) -> None:
    click.echo(
        _("Translation by {engine} added to article {number}: {title}").format(
            engine=shown(added.engine), number=added.article.id, title=shown(added.article.title)
        )
    )
    if added.without:
        words = ngettext(
            "{count} of {segments} segment has no translation of its own in it.",
            "{count} of {segments} segments have no translation of their own in it.",
            added.segments,
        )
        click.echo(words.format(count=added.without, segments=added.segments))
    for warning in added.warnings:
        click.echo(_("Note: {warning}").format(warning=shown(warning)), err=True)
    click.echo(_("Next: transreview report {project}").format(project=displayed(project)))
