"""What was given away: nothing of others is overwritten, and what was written is remembered for merging."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Sequence
from pathlib import Path

from transreview.errors import ConflictError, UsageError
from transreview.formats.reading import STDIN as STDOUT
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.segment import Segment
from transreview.project.address import displayed
from transreview.project.exports import REVISION, ExportedText
from transreview.project.project import Project
from transreview.terminal_text import shell_word
from transreview.workflow.delivery.choice import ALL, Choice


def digest_of(path: Path) -> str:
    """Return the hash by which a whole file is known."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "blake2b").hexdigest()


def require_ours(project: Project, path: Path | str) -> None:
    """Make sure that an export would overwrite nothing but what this project wrote there itself.

    Args:
        project: The project that exports.
        path: The file; "-", pipes and devices hold nothing that could be lost.

    Raises:
        ConflictError: Somebody changed the file since it was exported.
        UsageError: This project never wrote it.
    """
    file = Path(path)
    if str(path) == STDOUT or not file.exists() or not stat.S_ISREG(file.stat().st_mode):
        return
    if file.stat().st_size == 0:
        return
    last = project.exports.last_digest(str(file.absolute()))
    if last is None:
        raise UsageError(
            _("this file exists already, and this project did not write it"),
            path=path,
            remedy=_("Name another, or replace it with --force."),
        )
    digest, at = last
    if digest != digest_of(file):
        raise ConflictError(
            _("this file was changed after it was exported on {date}").format(
                date=f"{at.astimezone():%Y-%m-%d %H:%M}"
            ),
            path=path,
            remedy=_(
                "Take the changes in first: transreview merge {project} {file}; or replace it with --force."
            ).format(project=shell_word(displayed(project.path)), file=shell_word(str(file))),
        )


def exported_texts(
    project: Project, articles: Sequence[Article], choice: Choice = ALL
) -> dict[str, ExportedText]:
    """Return what each segment says as it is exported: the base for whoever merges the file again.

    Args:
        project: The project that exports.
        articles: The articles in the file.
        choice: Which of their segments are.

    Returns:
        Text and status by article and key of the segment.
    """
    texts = {
        text_key(article, segment): ExportedText(segment.target, state_of(segment))
        for article in articles
        for segment in project.segments.each(article.id)
        if choice.takes(segment)
    }
    return {**texts, REVISION: ExportedText(str(project.journal.last_id()))}


def text_key(article: Article, segment: Segment) -> str:
    """Return the name under which what a segment said is remembered."""
    return f"{article.slug}|{segment.key}"


def state_of(segment: Segment) -> str:
    """Return status and flag of a segment in one word."""
    return f"{segment.status.value}{'!' if segment.needs_work else ''}"
