"""The segments that a term concerns: those with one of its forms, and those whose source has its concept."""

from __future__ import annotations

from transreview.model.article import Article
from transreview.model.glossary import Concept, Glossary
from transreview.project.project import Project
from transreview.terminology import TermIndex
from transreview.workflow.search.project_search import search_project
from transreview.workflow.search.query import Query, finder


def segments_with_term(project: Project, article: Article, term: str, glossary: Glossary) -> set[int]:
    """Return the segments with a term in any form on either side, or with its concept in the source.

    So the segments are among them whose translation renders the concept otherwise, or not at all.

    Args:
        project: An open project.
        article: Where to look.
        term: A term of either language, in any form.
        glossary: Its concepts say what else the term is called.

    Raises:
        UsageError: The term is empty.
    """
    found = {one.segment.id for one in search_project(project, Query(text=term, any_form=True), article.id)}
    concepts = [one for one in glossary.concepts if _is_called(one, term, article)]
    if concepts:
        index = TermIndex(concepts, article.source_language)
        found |= {one.id for one in project.segments.each(article.id) if index.find(one.source)}
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
