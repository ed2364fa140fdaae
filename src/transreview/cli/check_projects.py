"""The texts of a project for `transreview check`: their glossary, their place, their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transreview.errors import UsageError
from transreview.i18n import _

if TYPE_CHECKING:
    from transreview.checks.settings import CheckSettings
    from transreview.cli.check_given import Given
    from transreview.model.glossary import Glossary
    from transreview.project import Project
    from transreview.workflow.quality.check_results import CheckedText
    from transreview.workflow.quality.checking import CheckedSegment


def project_texts(
    file: Path, given: Given, settings: CheckSettings, glossaries: Sequence[Path]
) -> Iterator[CheckedText]:
    """Yield a project's texts with their findings, in their own order or in that of risk."""
    from transreview.project import Project
    from transreview.reports.visible import one_line
    from transreview.workflow.intake.file_places import target_place
    from transreview.workflow.intake.importing import article_remarks
    from transreview.workflow.quality.catalog_facts import unknown_rule
    from transreview.workflow.quality.checking import check_kept_header, located

    with Project.open(file) as project:
        for article in project.articles.all():
            for remark in article_remarks(project, article):
                click.echo(one_line(remark), err=True)
            if told := unknown_rule(project, article):
                click.echo(one_line(told), err=True)
        places = {article.id: target_place(project, article) for article in project.articles.all()}
        for article in project.articles.all():
            if not given.articles or article.id in given.articles:
                yield from check_kept_header(project, article, places[article.id], settings)
        checked = checked_segments(project, given, settings, glossaries)
        if given.order == "risk":
            yield from _by_risk(project, list(checked), file, places, checked_glossary(project, glossaries))
            return
        for one in checked:
            if one.told or not one.aside:
                yield located(one, file, places[one.article.id])


def _by_risk(
    project: Project,
    checked: Sequence[CheckedSegment],
    file: Path,
    places: Mapping[int, str],
    glossary: Glossary | None,
) -> Iterator[CheckedText]:
    """Yield a project's texts in the order in which reading finds most for the least text."""
    from dataclasses import replace

    from transreview.workflow.quality.checking import located
    from transreview.workflow.quality.report_corpus import last_people
    from transreview.workflow.quality.risk import first_fifth, project_risk

    findings = {one.segment.id: one.findings for one in checked}
    risk = project_risk(project, findings, glossary=glossary, people=last_people(project))
    first = first_fifth(risk, [one.segment for one in checked])
    for one in sorted(checked, key=lambda one: risk.segments[one.segment.id].rank):
        own = risk.segments[one.segment.id]
        text = located(one, file, places[one.article.id])
        yield replace(text, rank=own.rank, reasons=own.reasons, to_read=one.segment.id in first)


def checked_glossary(project: Project, glossaries: Sequence[Path]) -> Glossary | None:
    """Return a project's own glossaries and those that were named, as one."""
    from transreview.formats.glossary_csv import joined, read_glossary
    from transreview.workflow.terms.glossaries import glossary_paths, project_glossary

    parts = [read_glossary(path) for path in glossaries]
    if glossary_paths(project):
        parts.append(project_glossary(project))
    return joined(parts) if parts else None


def checked_segments(
    project: Project, given: Given, settings: CheckSettings, glossaries: Sequence[Path]
) -> Iterator[CheckedSegment]:
    """Check a project by its own glossaries and those that were named."""
    from transreview.cli.steps import Steps
    from transreview.reports.visible import path_line
    from transreview.workflow.quality.checking import check_project

    known = {article.id for article in project.articles.all()}
    if unknown := sorted(set(given.articles) - known):
        raise UsageError(
            _("there is no article {number}").format(number=unknown[0]),
            path=project.path,
            remedy=_("`transreview status` lists the articles"),
        )
    glossary = checked_glossary(project, glossaries)
    with Steps() as steps:
        steps(_("checking {file}").format(file=path_line(project.name)))
        for one in check_project(
            project,
            glossary=glossary,
            settings=settings,
            article_ids=given.articles,
            progress=steps.share,
            fuzzy=given.use_fuzzy,
        ):
            steps.clear()
            yield one
