"""Faults between concepts: duplicates, contradictions, cycles, terms inside other terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from transreview.i18n import _
from transreview.model.finding import Severity
from transreview.model.glossary import Concept, Term, TermKind
from transreview.terminology.index import TermIndex
from transreview.terminology.lint_issue import LintIssue, issue, terms_of

_ALLOWED = (TermKind.PREFERRED, TermKind.ADMITTED)


def duplicate_concepts(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find concepts that have the same preferred terms in every wanted language."""
    seen: dict[tuple[frozenset[str], ...], Concept] = {}
    for concept in concepts:
        key = tuple(
            frozenset(_plain(term) for term in terms_of(concept, code, TermKind.PREFERRED))
            for code in languages
        )
        if not all(key):
            continue
        first = seen.setdefault(key, concept)
        if first is not concept:
            message = _("The concept is the same as “{other}”").format(other=first.id)
            yield issue("duplicate-concept", Severity.ERROR, concept, message, others=[first])


def different_targets(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find concepts of one subject that share a source term and prefer different target terms."""
    source, *targets = languages or [""]
    having: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        for text in {_plain(term) for term in terms_of(concept, source, *_ALLOWED)}:
            having[concept.subject, text].append(concept)
    for (_subject, text), sharing in having.items():
        for code in targets:
            first, *others = sharing
            for other in others:
                if not _preferred(first, code) & _preferred(other, code):
                    message = _("“{text}” is rendered otherwise by “{other}” of the same subject").format(
                        text=text, other=first.id
                    )
                    yield issue("different-targets", Severity.ERROR, other, message, others=[first])


def forbidden_and_preferred(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find forbidden terms that the same concept allows, or that another prefers.

    Another concept may rightly prefer what this one forbids; where both stand in one source, the
    form is excused, so a maintainer should know.
    """
    preferring = _by_text(concepts, languages, TermKind.PREFERRED)
    for concept in concepts:
        allowed = {(t.language, _plain(t)) for t in concept.terms if t.kind in _ALLOWED}
        for term in concept.terms:
            if term.kind is not TermKind.FORBIDDEN:
                continue
            if (term.language, _plain(term)) in allowed:
                message = _("“{term}” is both allowed and forbidden").format(term=term.text)
                yield issue("forbidden-preferred", Severity.ERROR, concept, message, term=term)
                continue
            for other in preferring.get((term.language, _plain(term)), ()):
                message = _("“{term}” is forbidden here and preferred by “{other}”").format(
                    term=term.text, other=other.id
                )
                yield issue(
                    "forbidden-preferred", Severity.WARNING, concept, message, term=term, others=[other]
                )


def cycles(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find replacements that lead back: A puts y for x, B puts x for y."""
    for code in languages[1:]:
        steps: dict[str, dict[str, Concept]] = defaultdict(dict)
        for concept in concepts:
            for wrong in terms_of(concept, code, TermKind.FORBIDDEN):
                for right in terms_of(concept, code, TermKind.PREFERRED)[:1]:
                    if _plain(wrong) != _plain(right):
                        steps[_plain(wrong)].setdefault(_plain(right), concept)
        for path in _loops(steps):
            taking = [steps[a][b] for a, b in zip(path, [*path[1:], path[0]], strict=True)]
            message = _("Replacing leads in a circle: {path}").format(path=" → ".join([*path, path[0]]))
            yield issue("cycle", Severity.ERROR, taking[0], message, others=taking[1:])


def inside_others(concepts: Sequence[Concept], languages: Sequence[str]) -> Iterator[LintIssue]:
    """Find terms that match inside a term of another concept.

    The longest match wins, so most of these are harmless; a forbidden term inside an allowed one
    deserves a look.
    """
    by_id = {concept.id: concept for concept in concepts}
    for code in languages:
        index = TermIndex(concepts, code)
        holders: dict[tuple[str, Term], list[Concept]] = defaultdict(list)
        for concept in concepts:
            for term in terms_of(concept, code, *_ALLOWED):
                for match in index.find_all(term.text):
                    if match.concept_id != concept.id and match.end - match.start < len(term.text.strip()):
                        holders[match.concept_id, match.term].append(concept)
        for (concept_id, term), outer in holders.items():
            yield _inside(by_id[concept_id], term, list({c.id: c for c in outer}.values()))


def _inside(inner: Concept, term: Term, outer: Sequence[Concept]) -> LintIssue:
    names = ", ".join(concept.id for concept in outer[:5]) + (" …" if len(outer) > 5 else "")
    if term.kind is TermKind.FORBIDDEN:
        message = _("The forbidden “{term}” is a part of allowed terms of {names}")
        severity = Severity.WARNING
    else:
        message = _("“{term}” is a part of terms of {names}; the longer ones win")
        severity = Severity.INFO
    return issue(
        "inside-another",
        severity,
        inner,
        message.format(term=term.text, names=names),
        term=term,
        others=outer,
    )


def _loops(steps: dict[str, dict[str, Concept]]) -> Iterator[list[str]]:
    """Yield each circle of a graph once, as its nodes in order from the least one."""
    found = set()
    for start, first in steps.items():
        path, onward = [start], [iter(first)]
        while onward:
            following = next(onward[-1], None)
            if following is None:
                onward.pop()
                path.pop()
            elif following in path:
                loop = path[path.index(following) :]
                least = loop.index(min(loop))
                found.add(tuple(loop[least:] + loop[:least]))
            elif following in steps:
                path.append(following)
                onward.append(iter(steps[following]))
    yield from map(list, sorted(found))


def _by_text(
    concepts: Iterable[Concept], languages: Sequence[str], *kinds: TermKind
) -> dict[tuple[str, str], list[Concept]]:
    found: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        for code in languages:
            for term in terms_of(concept, code, *kinds):
                found[term.language, _plain(term)].append(concept)
    return found


def _preferred(concept: Concept, language: str) -> set[str]:
    return {_plain(term) for term in terms_of(concept, language, TermKind.PREFERRED)}


def _plain(term: Term) -> str:
    return " ".join(term.text.casefold().split())


RELATION_RULES = (
    duplicate_concepts,
    different_targets,
    forbidden_and_preferred,
    cycles,
    inside_others,
)
