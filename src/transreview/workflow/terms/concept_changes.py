"""Concepts as people describe them in pieces: made new, or changed by adding and dropping terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from transreview.errors import UsageError
from transreview.formats.glossary_pairs import concept_id
from transreview.i18n import _
from transreview.languages import language as language_of
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptInput:
    """What is said of a concept; None leaves a field of an existing one as it is.

    Attributes:
        preferred: (language, text) of terms to prefer.
        admitted: Terms to admit.
        forbidden: Terms to forbid.
        dropped: Terms to take out.
        hints: (language, hint) for the preferred term, or (language, "TERM: hint") for another.
        pos: (language, part of speech) for all terms of the language.
        subject: Subject field.
        definition: What it is.
        note: Anything else.
        status: How far the decision has come.
    """

    preferred: tuple[Pair, ...] = ()
    admitted: tuple[Pair, ...] = ()
    forbidden: tuple[Pair, ...] = ()
    dropped: tuple[Pair, ...] = ()
    hints: tuple[Pair, ...] = ()
    pos: tuple[Pair, ...] = ()
    subject: str | None = None
    definition: str | None = None
    note: str | None = None
    status: ConceptStatus | None = field(default=None)


def new_concept(glossary: Glossary, given: ConceptInput, *, id_: str = "") -> Concept:
    """Make a concept that a glossary does not have yet.

    Args:
        glossary: Where it shall go.
        given: What is said of it.
        id_: Its id; made from its English or first term when empty.

    Raises:
        UsageError: It has no term, or the id is taken.
    """
    if not (given.preferred or given.admitted):
        raise UsageError(
            _("a concept needs a term"), remedy=_("Give one for each language: -t zh=眼镜 -t ka=სათვალე.")
        )
    if id_ and id_ in glossary.by_id:
        raise UsageError(
            _("there is a concept “{id}” already").format(id=id_),
            remedy=_("Change it with `transreview terms edit`, or choose another id."),
        )
    return changed_concept(Concept(id_ or free_id(glossary, given), status=ConceptStatus.APPROVED), given)


def changed_concept(concept: Concept, given: ConceptInput) -> Concept:
    """Return a concept with what is said of it.

    A new preferred term makes the present one of its language admitted, unless that is dropped
    or given another place.

    Raises:
        UsageError: A term to drop or to hint at is not there.
    """
    terms = {(term.language, term.text): term for term in concept.terms}
    for language, text in given.dropped:
        if terms.pop((language, text), None) is None:
            raise _no_term(concept, language, text)
    named = [
        *((pair, TermKind.PREFERRED) for pair in given.preferred),
        *((pair, TermKind.ADMITTED) for pair in given.admitted),
        *((pair, TermKind.FORBIDDEN) for pair in given.forbidden),
    ]
    replaced = {language for language, _text in given.preferred}
    for key, term in terms.items():
        if term.kind is TermKind.PREFERRED and term.language in replaced:
            terms[key] = replace(term, kind=TermKind.ADMITTED)
    for (language, text), kind in named:
        present = terms.get((language, text), Term(text, language))
        terms[language, text] = replace(present, kind=kind)
    for language, hint in given.hints:
        _add_hint(concept, terms, language, hint)
    for language, pos in given.pos:
        for key, term in terms.items():
            if term.language == language:
                terms[key] = replace(term, pos=pos)
    return replace(
        concept,
        terms=_in_order(terms.values()),
        subject=concept.subject if given.subject is None else given.subject,
        definition=concept.definition if given.definition is None else given.definition,
        note=concept.note if given.note is None else given.note,
        status=given.status or concept.status,
    )


def free_id(glossary: Glossary, given: ConceptInput) -> str:
    """Return an id made of the concept's first term in Latin letters, or of its first."""
    pairs = given.preferred or given.admitted
    latin = (text for language, text in pairs if language_of(language).scripts[:1] == ("Latn",))
    text = next(latin, pairs[0][1])
    wanted = concept_id(text)
    number, id_ = 1, wanted
    while id_ in glossary.by_id:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _add_hint(concept: Concept, terms: dict[Pair, Term], language: str, hint: str) -> None:
    owner, mark, rest = hint.partition(": ")
    if mark and (language, owner) in terms:
        keys, hint = [(language, owner)], rest
    else:
        keys = [k for k, t in terms.items() if t.language == language and t.kind is TermKind.PREFERRED]
    if not keys:
        raise _no_term(concept, language, "")
    for key in keys:
        grammar = terms[key].grammar
        terms[key] = replace(terms[key], grammar=grammar if hint in grammar else (*grammar, hint))


def _no_term(concept: Concept, language: str, text: str) -> UsageError:
    known = ", ".join(term.text for term in concept.of(language))
    return UsageError(
        _("“{id}” has no term “{text}” in “{language}”").format(id=concept.id, text=text, language=language),
        remedy=_("It has: {terms}.").format(terms=known) if known else "",
    )


def _in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return terms by language in the order of first mention, the preferred ones first."""
    listed = list(terms)
    languages = list(dict.fromkeys(term.language for term in listed))
    kinds = list(TermKind)
    return tuple(sorted(listed, key=lambda t: (languages.index(t.language), kinds.index(t.kind))))
