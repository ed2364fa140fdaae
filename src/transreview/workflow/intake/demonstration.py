"""The demonstration: the whole path on the sample article, as a user would walk it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project import Project
from transreview.resources import shipped
from transreview.workflow.delivery.exporting import export
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.checking import check_project
from transreview.workflow.quality.scoring import ProjectScores, score_project
from transreview.workflow.terms.application import apply, decide, project_proposals
from transreview.workflow.terms.glossaries import project_glossary, set_glossaries

if TYPE_CHECKING:
    from transreview.model.glossary import Glossary

SAMPLE = "mirror-industry"
GLOSSARY = "optical-industry.csv"
ENGINE = "as published"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What the unattended demonstration did.

    Attributes:
        beads: Number of segments by shape of their bead.
        found_before: Findings by check and severity in the machine translation.
        found_after: The same once the glossary was applied.
        replaced: Terms the glossary replaced.
        left: Wrong terms left to a person, because more than one form is possible.
        scores: Scores of the machine translation and of the text with the glossary applied.
        files: Files written, the project first.
        resumed: The project was there already: its work was kept.
    """

    beads: dict[str, int]
    found_before: dict[tuple[str, str], int]
    found_after: dict[tuple[str, str], int]
    replaced: int
    left: int
    scores: ProjectScores
    files: tuple[Path, ...]
    resumed: bool


def sample_project(folder: Path, progress: Progress = lambda _step: None) -> tuple[Path, bool]:
    """Make the sample article's project in a folder, unless it is there already.

    Args:
        folder: Where the project stands or shall stand; made when missing.
        progress: Told what is being done next.

    Returns:
        The project file, and whether it was there: then somebody's work is in it and is kept.
    """
    path = folder / f"{SAMPLE}.transreview"
    if path.exists():
        return path, True
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            _("the folder cannot be made: {reason}").format(reason=error.strerror or error),
            path=folder,
            remedy=_("Go to a folder of yours, or name one with --no-screen"),
        ) from error
    texts = shipped("corpus", SAMPLE)
    with Project.building(path) as project:
        set_glossaries(project, [shipped("glossary", GLOSSARY)], folder=folder, undoable=False)
        given = ArticleInput(
            source=texts / f"{SAMPLE}.zh.txt",
            target=texts / f"{SAMPLE}.ka.mt.txt",
            reference=texts / f"{SAMPLE}.ka.ref.txt",
            engine=ENGINE,
        )
        import_article(project, given, glossary=project_glossary(project), progress=progress)
    return path, False


def demonstrate(folder: Path, progress: Progress = lambda _step: None) -> Demonstration:
    """Import, align, apply the glossary, check, score and export the sample article.

    Args:
        folder: Where the project, the catalog and the article are written.
        progress: Told what is being done next.
    """
    path, resumed = sample_project(folder, progress)
    with Project.open(path) as project:
        glossary = project_glossary(project)
        progress(_("Checking"))
        before = _findings(project, glossary)
        progress(_("Applying the glossary"))
        proposals = [proposal for _article, proposal in project_proposals(project, glossary)]
        applied = apply(project, decide(proposals))
        progress(_("Checking again"))
        after = _findings(project, glossary)
        progress(_("Scoring"))
        scores = score_project(project)
        progress(_("Writing the catalog and the article"))
        files = (path, folder / f"{SAMPLE}.ka.po", folder / f"{SAMPLE}.ka.md")
        for file in files[1:]:
            export(project, file)
        return Demonstration(
            beads=dict(Counter(segment.bead for segment in project.segments.all())),
            found_before=before,
            found_after=after,
            replaced=applied.replaced,
            left=sum(not proposal.certain for proposal in proposals),
            scores=scores,
            files=files,
            resumed=resumed,
        )


def _findings(project: Project, glossary: Glossary) -> dict[tuple[str, str], int]:
    counts = Counter(
        (finding.check, finding.severity.value)
        for checked in check_project(project, glossary=glossary)
        for finding in checked.findings
    )
    return dict(counts.most_common())
