"""What a project keeps of the translation's file beside its text, so that the file can be written again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from transreview.formats.document import Document, Layout
from transreview.model.article import Article
from transreview.model.unit import Unit
from transreview.project.project import Project

LAYOUT = "target-layout"
"""The name of this data in a project."""

SOURCE_LAYOUT = "source-layout"
"""The same of the source's file, where the translation's has less form."""


@dataclass(frozen=True, slots=True)
class TargetLayout:
    """The file of a translation without its text.

    Attributes:
        layout: What stands around the units; None where the format cannot be written back.
        newline: Its line end.
        encoding: Its encoding.
        letters: Characters of each unit that are no blanks, which survive any split of the unit.
    """

    layout: Layout | None = None
    newline: str = "\n"
    encoding: str = "utf-8"
    letters: tuple[int, ...] = ()

    @property
    def syntax(self) -> str:
        """The syntax of the units' text: "text" or "markdown"."""
        return "markdown" if self.layout and self.layout.format == "markdown" else "text"

    @property
    def file_format(self) -> str:
        """The format of export that gives the file again; "" when none does."""
        if self.layout is None:
            return ""
        return "html" if self.layout.format == "xhtml" else self.layout.format


def kept_layout(document: Document) -> str:
    """Return what of a document's file has to be kept, as one text."""
    layout = document.layout.to_json() if document.layout else None
    archive = bool(document.layout and document.layout.archive)
    by_paragraph = [list(group) for _number, group in groupby(document.units, lambda unit: unit.paragraph)]
    groups = by_paragraph if archive else [[unit] for unit in document.units]
    letters = [sum(_letters(unit.text) for unit in group) for group in groups]
    kept = {"layout": layout, "newline": document.newline, "encoding": document.encoding, "letters": letters}
    return json.dumps(kept, separators=(",", ":"))


def target_layout(project: Project, article: Article) -> TargetLayout:
    """Return what a project keeps of the file of an article's translation."""
    return file_layout(project, article, LAYOUT)


def file_layout(project: Project, article: Article, name: str) -> TargetLayout:
    """Return what a project keeps of a file under a name."""
    text = project.articles.data(article.id, name)
    if not text:
        return TargetLayout()
    kept = json.loads(text)
    layout = Layout.from_json(kept["layout"]) if kept["layout"] else None
    return TargetLayout(layout, kept["newline"], kept["encoding"], tuple(kept["letters"]))


def pieces(units: Sequence[Unit], letters: Sequence[int]) -> list[list[int]] | None:
    """Return which of a project's units make each unit of the file, after any splits.

    Args:
        units: The units as they are now, in order.
        letters: Characters that are no blanks of each unit of the file.

    Returns:
        For each unit of the file the indexes of its pieces; None when they do not add up.
    """
    groups: list[list[int]] = []
    index = 0
    for total in letters:
        group: list[int] = []
        found = 0
        while found < total and index < len(units):
            found += _letters(units[index].text)
            group.append(index)
            index += 1
        if found != total:
            return None
        groups.append(group)
    return groups if index == len(units) else None


def _letters(text: str) -> int:
    return sum(not character.isspace() for character in text)
