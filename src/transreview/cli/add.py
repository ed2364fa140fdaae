"""`transreview add`: another article in a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.cli.article_request import ArticleRequest, article_request
from transreview.i18n import _, ngettext
from transreview.project.address import displayed
from transreview.reports.visible import one_line as shown
from transreview.reports.visible import path_line
from transreview.terminal_text import shell_word

if TYPE_CHECKING:
    from transreview.workflow.intake.engine_translation import AddedEngine

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
@article_request
def add(project: Path, request: ArticleRequest) -> None:
    """Add another article, SOURCE and its machine translation TARGET, or a bilingual file, to PROJECT.

    With --engine, a SOURCE that the project has already gets TARGET as another engine's translation beside
    its own: scores and reports compare them, and a segment's review may start from either.
    """
    from transreview.cli.intake import bring_in, bring_in_engine, list_pairs, print_all, print_table
    from transreview.cli.steps import Steps
    from transreview.project.project import Project
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.intake.engine_table import EngineTable
    from transreview.workflow.intake.engine_translation import AddedEngine, add_engine
    from transreview.workflow.intake.importing import Imported, for_project, import_article
    from transreview.workflow.terms.glossaries import project_glossary

    found = request.pairs()
    if found is not None and not list_pairs(found, ask=request.ask):
        return
    given = request.given
    with Steps() as steps, Project.open(project) as opened:
        glossary = project_glossary(opened)

        def import_pair(one: ArticleInput) -> Imported:
            return import_article(
                opened,
                for_project(opened, one),
                glossary=glossary,
                folder=opened.folder,
                progress=steps,
                share=steps.part,
            )

        def as_engine() -> AddedEngine | None:
            if request.target is None:
                return bring_in_engine(opened, given)
            return add_engine(
                opened, for_project(opened, given), glossary=glossary, progress=steps, share=steps.part
            )

        outcome = bring_in(opened, request, found, import_pair, steps, as_engine=as_engine)
    if isinstance(outcome, AddedEngine):
        _print_engine(project, outcome)
        return
    click.echo(_("Added to {project}.").format(project=path_line(project)))
    if isinstance(outcome, EngineTable):
        print_table(outcome)
        number = outcome.article.id
    else:
        print_all(outcome)
        number = outcome[0].article.id
    click.echo(
        _("Next: transreview review {project} --article {number}").format(
            project=shell_word(displayed(project)), number=number
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
    click.echo(_("Next: transreview report {project}").format(project=shell_word(displayed(project))))
