"""Candidate terms of a project, and how they become proposals in a glossary of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from transreview.errors import UsageError
from transreview.formats.glossary_csv import joined
from transreview.formats.glossary_pairs import concept_id
from transreview.formats.glossary_registry import read_any
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology.extraction import Candidate, extract
from transreview.workflow.terms.glossaries import project_glossary
from transreview.workflow.terms.source_words import lexicon_support


def extract_from_project(
    path: Path | str,
    *,
    article_id: int | None = None,
    glossaries: Sequence[Path] = (),
    least: int = 2,
    limit: int = 50,
    confirmed_only: bool = False,
) -> tuple[list[Candidate], tuple[str, str]]:
    """Find candidate terms in the articles of a project that share its first article's languages.

    Args:
        path: The project file.
        article_id: Only this article; all when None.
        glossaries: Known terms; the project's own glossaries when empty.
        least: Times that a candidate must occur.
        limit: Candidates to return.
        confirmed_only: Learn only from segments that a person vouched for.

    Returns:
        Candidates, the best first (their segment numbers count the segments looked at), and the
        languages of source and target.

    Raises:
        UsageError: The project has no article.
    """
    from transreview.project import Project

    with Project.open(path, read_only=True) as project:
        articles = [project.articles.get(article_id)] if article_id is not None else project.articles.all()
        if not articles:
            raise UsageError(_("this project has no article yet"), path=path)
        languages = (articles[0].source_language, articles[0].target_language)
        known = joined(map(read_any, glossaries)) if glossaries else project_glossary(project)
        pairs = [
            (segment.source, segment.target)
            for article in articles
            if (article.source_language, article.target_language) == languages
            for segment in project.segments.each(article.id)
            if segment.source and segment.target and (segment.status.is_done or not confirmed_only)
        ]
    support = lexicon_support(*languages)
    found = extract(pairs, *languages, glossary=known, support=support, least=least, limit=limit)
    return found, languages


def proposed_glossary(found: Iterable[Candidate], source_language: str, target_language: str) -> Glossary:
    """Return candidates as proposed concepts, their evidence in the note.

    The likeliest rendering is the preferred term; the others are named in the note only, for a
    person to choose.
    """
    concepts: dict[str, Concept] = {}
    for candidate in found:
        best, *others = candidate.targets
        evidence = _("occurrences: {count}; segments with {term}: {together} of {segments}").format(
            count=candidate.count, term=best.text, together=best.together, segments=len(candidate.segments)
        )
        if others:
            evidence += "; " + _("or: {terms}").format(terms=", ".join(other.text for other in others))
        id_ = concept_id(candidate.text)
        terms = (
            Term(candidate.text, source_language),
            Term(best.text, target_language, kind=TermKind.PREFERRED),
        )
        concepts.setdefault(id_, Concept(id_, status=ConceptStatus.PROPOSED, note=evidence, terms=terms))
    return Glossary(tuple(concepts.values()), (source_language, target_language))
