"""`transreview status`: how far the review of a project has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transreview.i18n import _, ngettext
from transreview.project.address import displayed
from transreview.reports.json_text import dumps
from transreview.words import called

if TYPE_CHECKING:
    from transreview.model.article import Article
    from transreview.project import Project
    from transreview.project.progress import Progress

EPILOG = """\b
Examples:
  transreview status fair.transreview
  transreview status fair.transreview --json | jq '.total.by_status'
  transreview status fair.transreview --verify
"""


@click.command(epilog=EPILOG)
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--verify", is_flag=True, help="Read the whole file and make sure that it is sound.")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a table.")
def status(project: Path, verify: bool, as_json: bool) -> None:
    """Say how many segments of each article of PROJECT are edited, confirmed and approved."""
    from transreview.project import Project

    with Project.open(project, read_only=True) as opened:
        if verify:
            opened.verify()
        articles = [
            (article, opened.progress(article.id), opened.segments.untranslated(article.id))
            for article in opened.articles.all()
        ]
        total = opened.progress(), sum(untranslated for _article, _progress, untranslated in articles)
        if as_json:
            click.echo(dumps(_data(opened, articles, total), indent=2))
        else:
            _print(articles, total)


def _data(
    opened: Project, articles: list[tuple[Article, Progress, int]], total: tuple[Progress, int]
) -> dict[str, Any]:
    return {
        "project": displayed(opened.path),
        "articles": [
            {
                "id": article.id,
                "slug": article.slug,
                "title": article.title,
                "source_language": article.source_language,
                "target_language": article.target_language,
                "granularity": article.granularity.value,
                **_figures(progress, untranslated),
            }
            for article, progress, untranslated in articles
        ],
        "total": _figures(*total),
    }


def _figures(progress: Progress, untranslated: int) -> dict[str, Any]:
    return {
        "segments": progress.segments,
        "by_status": {status.value: count for status, count in progress.by_status.items()},
        "untouched": progress.untouched,
        "untranslated": untranslated,
        "needs_work": progress.needs_work,
        "comments": progress.comments,
        "last_change": progress.last_change.isoformat() if progress.last_change else None,
        "last_user": progress.last_user or None,
    }


def _print(articles: list[tuple[Article, Progress, int]], total: tuple[Progress, int]) -> None:
    """Print each article with its figures, and the sum where there are several."""
    from transreview.tui.escape import visible_line

    if not articles:
        click.echo(_("No article yet: add one with `transreview add`."))
    for article, progress, untranslated in articles:
        languages = f"{article.source_language} → {article.target_language}"
        click.echo(f"{article.id:>3}  {visible_line(article.title)}  ({languages})")
        _print_figures(progress, untranslated)
    if len(articles) > 1:
        words = ngettext("{n} article in all", "{n} articles in all", len(articles))
        click.echo("     " + words.format(n=len(articles)))
        _print_figures(*total)


def _print_figures(progress: Progress, untranslated: int) -> None:
    from transreview.tui.escape import visible_line

    statuses = ", ".join(f"{count} {called(status.value)}" for status, count in progress.by_status.items())
    count = progress.segments
    words = ngettext("{n} segment: {statuses}", "{n} segments: {statuses}", count)
    click.echo("     " + words.format(n=count, statuses=statuses))
    done = sum(number for status, number in progress.by_status.items() if status.is_done)
    facts = [
        _("{share} % done").format(share=100 * done // count if count else 0),
        _("{n} untouched").format(n=progress.untouched),
        ngettext("{n} needs work", "{n} need work", progress.needs_work).format(n=progress.needs_work),
        ngettext("{n} comment", "{n} comments", progress.comments).format(n=progress.comments),
    ]
    if untranslated:
        words = ngettext("{n} to be translated", "{n} to be translated", untranslated)
        facts.insert(2, words.format(n=untranslated))
    click.echo("     " + ", ".join(facts))
    if progress.last_change:
        when = progress.last_change.astimezone().strftime("%Y-%m-%d %H:%M")
        user = visible_line(progress.last_user)
        click.echo("     " + _("last change {time} by {user}").format(time=when, user=user))
