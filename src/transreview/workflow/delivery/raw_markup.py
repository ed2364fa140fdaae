"""Text of HTML that stands inside Markdown: a person may edit it, nothing edits it in bulk."""

from __future__ import annotations

from transreview.model.article import Article
from transreview.project.project import Project
from transreview.workflow.delivery.target_layout import pieces, target_layout

_SYNTAXES = ("html", "attribute")


def segments_in_raw_markup(project: Project, article: Article) -> frozenset[int]:
    """Return the segments whose translation stands in HTML blocks of a Markdown file.

    Authors write by hand there what Markdown has no words for, and other programs read it: what is
    mended in passing anywhere else is looked at there.
    """
    kept = target_layout(project, article)
    if kept.layout is None or kept.layout.format != "markdown":
        return frozenset()
    raw = {index for index, name in kept.layout.syntax.items() if name.startswith(_SYNTAXES)}
    if not raw:
        return frozenset()
    groups = pieces(project.articles.units(article.id, "target"), kept.letters) or []
    units = {unit for index, group in enumerate(groups) if index in raw for unit in group}
    beads = project.articles.beads(article.id)
    return frozenset(
        segment.id
        for segment, bead in zip(project.segments.each(article.id), beads, strict=True)
        if units.intersection(bead.target)
    )
