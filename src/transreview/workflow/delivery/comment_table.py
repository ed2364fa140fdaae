"""The comments of a project as a table, for people without this program."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from transreview.formats import atomic
from transreview.formats.delimited import harmless
from transreview.project.project import Project

COLUMNS = (
    "article", "segment", "source", "translation", "comment", "answers", "author", "at", "text",
    "settled by", "settled at",
)  # fmt: skip
"""The heads of the table; `comment` is the number that `answers` refers to."""


def write_comments(project: Project, path: Path, article_id: int | None = None) -> int:
    """Write all comments, settled ones too, as UTF-8 CSV that a spreadsheet reads as text.

    Args:
        project: The project.
        path: The file; an old one is replaced whole or kept.
        article_id: Only the comments on this article.

    Returns:
        How many comments were written.

    Raises:
        InputError: The file cannot be written.
        UsageError: A project stands under its name.
    """
    text, count = comment_table(project, article_id)
    atomic.write(path, b"\xef\xbb\xbf" + text.encode())  # the mark by which Excel knows UTF-8
    return count


def comment_table(project: Project, article_id: int | None = None) -> tuple[str, int]:
    """Return the table of all comments, or of those on one article, as CSV, and how many they are."""
    comments = project.comments.all()
    segments = {one.id: one for one in project.segments.get_many([c.segment_id for c in comments])}
    if article_id is not None:
        comments = [one for one in comments if segments[one.segment_id].article_id == article_id]
    articles = {one.id: one.slug for one in project.articles.all()}
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in comments:
        segment = segments[one.segment_id]
        cells = (
            articles[segment.article_id], segment.key, segment.source, segment.target, one.id,
            "" if one.answers is None else one.answers, one.author, one.at.isoformat(), one.text,
            one.resolved_by, one.resolved_at.isoformat() if one.resolved_at else "",
        )  # fmt: skip
        writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue(), len(comments)
