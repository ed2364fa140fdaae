"""The segments that a term concerns: those with one of its forms, and those whose source has its concept."""

from __future__ import annotations

from collections.abc import Callable

from transreview.model.article import Article
from transreview.model.glossary import Concept, Glossary
from transreview.project.project import Project
from transreview.terminology import TermIndex
from transreview.workflow.search.query import Query, finder


def segments_with_term(
    project: Project,
    article: Article,
    term: str,
    glossary: Glossary,
    tell: Callable[[int], None] = lambda _count: None,
) -> set[int]:
    """Return the segments with a term in any form on either side, or with its concept in the source.

    So the segments are among them whose translation renders the concept otherwise, or not at all.

    Args:
        project: An open project.
        article: Where to look.
        term: A term of either language, in any form.
        glossary: Its concepts say what else the term is called.
        tell: Called with the number of segments read so far; what it raises ends the search.

    Raises:
        UsageError: The term is empty.
    """
    query = Query(text=term, any_form=True)
    in_source, in_target = finder(query, article.source_language), finder(query, article.target_language)
    concepts = [one for one in glossary.concepts if _is_called(one, term, article)]
    index = TermIndex(concepts, article.source_language) if concepts else None
    found: set[int] = set()
    for count, one in enumerate(project.segments.each(article.id)):
        tell(count)
        if in_source(one.source) or in_target(one.target) or (index and index.find(one.source)):
            found.add(one.id)
    return found


def _is_called(concept: Concept, words: str, article: Article) -> bool:
    """Whether a concept has a term that is these words, in any form."""
    for language in (article.source_language, article.target_language):
        for term in concept.of(language):
            if term.text.casefold() == words.casefold():
                return True
            if (0, len(words)) in finder(Query(text=term.text, any_form=True), language)(words):
                return True
    return False
