"""Bringing a glossary in from elsewhere: what is new is added, what differs is shown and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from transreview.formats.term_columns import writing
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind
from transreview.terminology.merging import differences
from transreview.workflow.terms.glossary_editing import put


class OnConflict(StrEnum):
    """What to do with a concept that is there already and differs."""

    KEEP = "keep"
    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Difference:
    """A concept that both glossaries have in their own way: what differs, and what was done."""

    ours: Concept
    theirs: Concept
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of an import.

    Attributes:
        glossary: Ours with what was taken over.
        added: Concepts that are new.
        same: Number of concepts that were there already just so.
        different: Concepts that differ.
    """

    glossary: Glossary
    added: tuple[Concept, ...]
    same: int
    different: tuple[Difference, ...]


def bring_in(
    ours: Glossary,
    theirs: Glossary,
    *,
    on_conflict: OnConflict = OnConflict.KEEP,
    status: ConceptStatus | None = None,
) -> BroughtIn:
    """Take the concepts of another glossary over.

    A concept is known by its id, or by a preferred source term and target term that one of ours
    has as well.

    Args:
        ours: The present glossary.
        theirs: What to bring in.
        on_conflict: For a concept that differs: keep ours, replace it by theirs, or add their
            terms to ours as admitted.
        status: Status of what is added; as it comes when None.
    """
    theirs = in_our_columns(theirs, ours.languages)
    glossary = ours
    added, different, same = [], [], 0
    pairs = _pairs(ours.concepts)
    for their in theirs.concepts:
        present = ours.by_id.get(their.id) or next((pairs[p] for p in _pairs([their]) if p in pairs), None)
        if present is None:
            concept = replace(their, status=status or their.status)
            added.append(concept)
            glossary = put(glossary, concept)
            continue
        theirs_here = replace(their, id=present.id)
        if _says_nothing_new(present, theirs_here):
            same += 1
            continue
        different.append(Difference(present, theirs_here, differences(present, theirs_here)))
        if on_conflict is OnConflict.REPLACE:
            glossary = put(glossary, theirs_here)
        elif on_conflict is OnConflict.ADD:
            glossary = put(glossary, _with_terms(present, theirs_here))
    return BroughtIn(glossary, tuple(added), same, tuple(different))


def in_our_columns(theirs: Glossary, languages: Sequence[str]) -> Glossary:
    """Return a glossary with its languages called as ours calls them.

    "ZH", "zh_CN" and "zh-Hans-CN" are our "zh"; traditional Chinese is a column of its own. A
    language that we do not have gets its shortest tag, so that it can stand as the name of a column.

    Args:
        theirs: The glossary of another tool.
        languages: The tags of ours.
    """
    ours: dict[tuple[str, str], str] = {}
    for tag in languages:
        ours.setdefault(writing(tag), tag)
    names = {tag: ours.get(writing(tag)) or _short(tag) for tag in _tags(theirs)}
    concepts = []
    for concept in theirs.concepts:
        terms: dict[tuple[str, str], Term] = {}
        for term in concept.terms:
            named = replace(term, language=names[term.language])
            present = terms.get((named.language, named.text))
            if present is None:
                terms[named.language, named.text] = named
        concepts.append(replace(concept, terms=tuple(_one_preferred(terms.values()))))
    return Glossary(tuple(concepts), tuple(dict.fromkeys(names.values())))


def _tags(glossary: Glossary) -> list[str]:
    used = [term.language for concept in glossary.concepts for term in concept.terms]
    return list(dict.fromkeys([*glossary.languages, *used]))


def _short(tag: str) -> str:
    language, script = writing(tag)
    return f"{language}-{script}" if script else language


def _one_preferred(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield terms; where two varieties of a language have become one, its first preferred term stays so."""
    preferred: set[str] = set()
    for term in terms:
        if term.kind is TermKind.PREFERRED and term.language in preferred:
            yield replace(term, kind=TermKind.ADMITTED)
            continue
        preferred.update([term.language] if term.kind is TermKind.PREFERRED else [])
        yield term


def _pairs(concepts: Iterable[Concept]) -> dict[tuple[tuple[str, str], tuple[str, str]], Concept]:
    """Return concepts by each pair of allowed terms in two languages."""
    found: dict[tuple[tuple[str, str], tuple[str, str]], Concept] = {}
    for concept in concepts:
        terms = [term for term in concept.terms if term.kind is not TermKind.FORBIDDEN]
        keys = [(parse_tag(term.language).language, term.text) for term in terms]
        for place, one in enumerate(keys):
            for other in keys[place + 1 :]:
                if one[0] != other[0]:
                    found.setdefault((one, other) if one < other else (other, one), concept)
    return found


def _says_nothing_new(ours: Concept, theirs: Concept) -> bool:
    """Whether all that the other concept says is in ours.

    A row of a plain list says only that two terms go together; which of several is preferred, it
    does not know.
    """
    plain = not (theirs.subject or theirs.definition or any(t.grammar or t.pos for t in theirs.terms))
    plain = plain and all(term.kind is not TermKind.FORBIDDEN for term in theirs.terms)
    if plain:
        allowed = {(t.language, t.text) for t in ours.terms if t.kind is not TermKind.FORBIDDEN}
        return {(term.language, term.text) for term in theirs.terms} <= allowed
    known = {(term.language, term.text, term.kind) for term in ours.terms}
    told = {(term.language, term.text, term.kind) for term in theirs.terms}
    texts = ((ours.definition, theirs.definition), (ours.note, theirs.note), (ours.subject, theirs.subject))
    return told <= known and all(not their or their == our for our, their in texts)


def _with_terms(ours: Concept, theirs: Concept) -> Concept:
    known = {(term.language, term.text) for term in ours.terms}
    new = [term for term in theirs.terms if (term.language, term.text) not in known]
    preferred = {term.language for term in ours.terms if term.kind is TermKind.PREFERRED}
    demoted = [
        replace(term, kind=TermKind.ADMITTED)
        if term.kind is TermKind.PREFERRED and term.language in preferred
        else term
        for term in new
    ]
    return replace(ours, terms=(*ours.terms, *demoted))
