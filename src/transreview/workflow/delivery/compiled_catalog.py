"""What a compiled catalog of a project holds: its own catalog's messages, or the segments of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from transreview.formats.po import CatalogHeader
from transreview.formats.po_entry import PoEntry
from transreview.model.article import Article
from transreview.model.pair import Pair
from transreview.project.project import Project
from transreview.workflow.delivery.catalog import catalog_entries, catalog_header
from transreview.workflow.delivery.choice import Choice
from transreview.workflow.delivery.write_back import chosen_units
from transreview.workflow.quality.catalog_facts import CatalogFacts, kept_facts


def compiled_catalog(
    project: Project, articles: Sequence[Article], choice: Choice
) -> tuple[Mapping[str, str], Iterable[PoEntry]]:
    """Return the fields of the header and the messages of a compiled catalog.

    A program looks its messages up by the contexts that its own catalog has, and takes plural forms by that
    catalog's rule. Segments of articles have no such names: each is told apart by its key.

    Args:
        project: The project.
        articles: The articles in it.
        choice: Which segments are.
    """
    header = catalog_header(project, articles)
    facts = kept_facts(project, articles[0]) if len(articles) == 1 else None
    if facts is None:
        return header.fields(), catalog_entries(project, articles, choice)
    return _own_fields(header, facts), _own_entries(project, articles[0], choice)


def _own_fields(header: CatalogHeader, facts: CatalogFacts) -> Mapping[str, str]:
    """Return the fields of a header, those of the catalog first; what is compiled is always in UTF-8."""
    fields = header.fields()
    own = {} if facts.template else {name: value for name, value in facts.header.items() if value.strip()}
    return fields | own | {"Content-Type": fields["Content-Type"]}


def _own_entries(project: Project, article: Article, choice: Choice) -> Iterator[PoEntry]:
    """Yield the messages of the catalog that an article came from, as they are now."""
    chosen = None if choice.is_all else chosen_units(project, article, choice)
    for pair in project.pairs.present(article.id):
        if chosen is None or pair.identity in chosen:
            yield _entry(pair)


def _entry(pair: Pair) -> PoEntry:
    context, _mark, _source = pair.identity.rpartition("\x04")
    return PoEntry(
        msgid=pair.source,
        msgstr="" if pair.is_plural else pair.target,
        msgctxt=context if "\x04" in pair.identity else None,
        msgid_plural=pair.source_plural or None,
        plurals=pair.forms if pair.is_plural else (),
        flags=() if pair.confirmed else ("fuzzy",),
    )
