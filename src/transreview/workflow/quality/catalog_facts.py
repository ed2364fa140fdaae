"""What a gettext catalog says of itself, in the file and in a project made of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from transreview.formats.plural_rule import PluralRule, read_plural_rule
from transreview.i18n import _
from transreview.model.article import Article
from transreview.model.pair import Pair, PairFile
from transreview.project.address import displayed
from transreview.terminal_text import shell_word

if TYPE_CHECKING:
    from transreview.project import Project

CATALOG = "catalog"
"""Name of what a project keeps of the catalog that an article came from."""

CATALOGS = frozenset({".po", ".pot"})
"""Endings of catalogs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogFacts:
    """What is known of a catalog beside its messages.

    Attributes:
        header: The fields of its header.
        header_line: 1-based line of the header, 0 where there is none.
        marked: Whether it begins with a byte order mark.
        template: Whether it is a template, whose header is to be filled in.
        repeated: Messages that are there a second time.
        known: Whether its header is known; it is not in projects of earlier versions.
    """

    header: Mapping[str, str] = field(default_factory=dict)
    header_line: int = 0
    marked: bool = False
    template: bool = False
    repeated: tuple[Pair, ...] = ()
    known: bool = True

    @property
    def rule(self) -> PluralRule:
        """The rule of its plural forms."""
        return read_plural_rule(self.header.get("Plural-Forms", ""))


def facts_of(file: PairFile, name: str) -> CatalogFacts | None:
    """Return what a file that was read says of itself; None where it is no catalog.

    Args:
        file: The file.
        name: Its name or path.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in CATALOGS:
        return None
    return CatalogFacts(
        header=file.header,
        header_line=file.header_line,
        marked=file.marked,
        template=ending == ".pot",
        repeated=file.repeated,
    )


def to_keep(facts: CatalogFacts | None) -> dict[str, str]:
    """Return what is to be kept of a catalog with its article, by name; nothing of another file."""
    if facts is None:
        return {}
    kept = {
        "header": dict(facts.header),
        "header_line": facts.header_line,
        "marked": facts.marked,
        "template": facts.template,
        "repeated": [[one.context, one.source, one.target, one.line] for one in facts.repeated],
    }
    return {CATALOG: json.dumps(kept, ensure_ascii=False)}


def kept_facts(project: Project, article: Article) -> CatalogFacts | None:
    """Return what a project knows of the catalog that an article came from; None where it came from none."""
    kept = project.articles.data(article.id, CATALOG)
    if kept is None:
        is_catalog = PurePath(article.source_path).suffix.lower() in CATALOGS
        return CatalogFacts(known=False) if is_catalog else None
    said = json.loads(kept)
    return CatalogFacts(
        header=said["header"],
        header_line=said["header_line"],
        marked=said["marked"],
        template=said["template"],
        repeated=tuple(
            Pair(id="", context=context, source=source, target=target, line=line)
            for context, source, target, line in said["repeated"]
        ),
    )


def unknown_rule(project: Project, article: Article) -> str:
    """Say that a project of an earlier version does not know its catalog's header; "" where it does."""
    facts = kept_facts(project, article)
    if facts is None or facts.known:
        return ""
    return _(
        "{file}: its header was not kept when this project was made, so plural forms are held against the"
        " language's rule. Next: transreview merge {project} {file} --new-source"
    ).format(file=shell_word(article.source_path), project=shell_word(displayed(project.path)))
