"""`transreview add`: another article in a project."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.cli import options
from transreview.cli.new import print_summary
from transreview.i18n import _

EPILOG = """\b
Examples:
  transreview add fair.transreview second.zh.txt second.ka.txt
  transreview add fair.transreview second.zh.md second.ka.md --reference second.ka.ref.md
\b
The article is in the languages of the project unless they are named.
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("target", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--reference", type=click.Path(path_type=Path), metavar="FILE", help="A reference translation.")
@options.source_lang
@options.target_lang
@options.unit
@options.encoding
@click.option("--engine", default="", metavar="NAME", help="Name of the machine translation engine.")
@click.option("--title", default="", help="Title of the article; the source's own when not given.")
@options.force
def add(
    project: Path,
    source: Path,
    target: Path,
    reference: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    unit: str,
    encoding: str | None,
    engine: str,
    title: str,
    force: bool,
) -> None:
    """Add another article, SOURCE and its machine translation TARGET, to PROJECT."""
    from transreview.cli.steps import Steps
    from transreview.model.unit import Granularity
    from transreview.project.project import Project
    from transreview.workflow.intake.importing import ArticleInput, for_project, import_article
    from transreview.workflow.terms.glossaries import project_glossary

    given = ArticleInput(
        source,
        target,
        reference=reference,
        source_language=source_lang,
        target_language=target_lang,
        granularity=Granularity(unit),
        encoding=encoding,
        engine=engine,
        title=title,
        metadata=(),
        force=force,
    )
    with Steps() as steps, Project.open(project) as opened:
        imported = import_article(
            opened, for_project(opened, given), glossary=project_glossary(opened), progress=steps
        )
    click.echo(_("Added to {project}.").format(project=project))
    print_summary(imported)
    click.echo(
        _("Next: transreview review {project} --article {number}").format(
            project=project, number=imported.article.id
        )
    )
