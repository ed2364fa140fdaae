"""`transreview align --realign` and `--reimport`: a project aligned anew, with all work kept."""

from __future__ import annotations

from pathlib import Path

import click

from transreview.i18n import _, ngettext


def realign_project(path: Path, article: int | None) -> None:
    """Align the articles of a project again and say what came of it.

    Args:
        path: The project.
        article: Only this one; None for all.
    """
    from transreview.cli.steps import Steps
    from transreview.project.project import Project
    from transreview.reports.terminal_alignment import alignment_summary
    from transreview.reports.visible import one_line as shown
    from transreview.workflow.intake.aligning import realign
    from transreview.workflow.intake.importing import DOUBTFUL
    from transreview.workflow.terms.glossaries import project_glossary

    with Steps() as steps, Project.open(path) as project:
        numbers = [] if article is None else [article]
        results = realign(
            project, numbers, glossary=project_glossary(project), progress=steps, share=steps.part
        )
    for result in results:
        click.echo(
            _(
                "Article {number}, {title}: {changed} changed, {kept} kept as people made or confirmed them"
            ).format(
                number=result.article.id,
                title=shown(result.article.title),
                changed=result.changed,
                kept=result.kept,
            )
        )
        click.echo("  " + alignment_summary(result.beads, DOUBTFUL))


def reimport_files(project: Path, source: Path, target: Path, article: int, encoding: str | None) -> None:
    """Take in a later version of an article and say what became of the work on it.

    Args:
        project: The project.
        source: File of the later source.
        target: File of its machine translation.
        article: Number of the article.
        encoding: Encoding of the files that are not UTF-8.
    """
    from transreview.cli.steps import Steps
    from transreview.project.project import Project
    from transreview.reports.visible import one_line as shown
    from transreview.workflow.intake.aligning import reimport_article
    from transreview.workflow.intake.article_input import ArticleInput
    from transreview.workflow.terms.glossaries import project_glossary

    given = ArticleInput(source, target, encoding=encoding)
    with Steps() as steps, Project.open(project) as opened:
        done = reimport_article(
            opened,
            article,
            given,
            glossary=project_glossary(opened),
            progress=steps,
            share=steps.part,
        )
    click.echo(
        ngettext(
            "{kept} segment kept, {changed} changed, {added} added",
            "{kept} segments kept, {changed} changed, {added} added",
            done.kept,
        ).format(kept=done.kept, changed=done.changed, added=done.added)
    )
    if done.removed:
        click.echo(
            ngettext(
                "{count} segment with work on it is gone; the journal keeps it, and undo brings it back:",
                "{count} segments with work on them are gone; the journal keeps them, "
                "and undo brings them back:",
                len(done.removed),
            ).format(count=len(done.removed))
        )
    for key, text in done.removed:
        click.echo(f"  {key}  {shown(text)}")
