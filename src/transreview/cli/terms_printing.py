"""How concepts are printed, for people and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Term, TermKind
from transreview.terminal_text import printable
from transreview.words import called


def line(concept: Concept, languages: Sequence[str]) -> str:
    """Return a concept as one line: id, terms by language, status unless approved."""
    cells = [cell for code in languages if (cell := _cell(concept, code))]
    status = "" if concept.status is ConceptStatus.APPROVED else f"  [{called(concept.status.value)}]"
    return printable(f"{concept.id}: {' — '.join(cells)}{status}")


def card(concept: Concept, languages: Sequence[str]) -> str:
    """Return all of a concept, one fact a line."""
    facts = [
        (_("subject"), concept.subject),
        (_("status"), called(concept.status.value)),
        (_("definition"), concept.definition),
        (_("note"), concept.note),
    ]
    lines = [concept.id, *(f"  {name}: {value}" for name, value in facts if value)]
    used = dict.fromkeys([*languages, *(term.language for term in concept.terms)])
    lines += [f"  {term_line(term)}" for code in used for term in concept.of(code)]
    file, number = concept.origin
    if file:
        lines.append(f"  {file}:{number}")
    return printable("\n".join(lines))


def term_line(term: Term) -> str:
    """Return a term with all that is known of it."""
    mark = {TermKind.PREFERRED: "+", TermKind.ADMITTED: "~", TermKind.FORBIDDEN: "✗"}[term.kind]
    extra = [value for value in (term.pos, *term.grammar) if value]
    words = f"{term.language} {mark} {term.text} ({called(term.kind.value)})"
    return f"{words} [{', '.join(extra)}]" if extra else words


def data(concept: Concept) -> dict[str, Any]:
    """Return a concept as plain data."""
    return {
        "id": concept.id,
        "subject": concept.subject,
        "definition": concept.definition,
        "status": concept.status.value,
        "note": concept.note,
        "file": concept.origin[0],
        "line": concept.origin[1],
        "terms": [
            {
                "language": term.language,
                "text": term.text,
                "kind": term.kind.value,
                "grammar": list(term.grammar),
                "pos": term.pos,
            }
            for term in concept.terms
        ],
    }


def _cell(concept: Concept, language: str) -> str:
    allowed = [term.text for term in concept.of(language) if term.kind is not TermKind.FORBIDDEN]
    forbidden = [term.text for term in concept.of(language, TermKind.FORBIDDEN)]
    text = ", ".join(allowed)
    if forbidden:
        text += " " + _("(not: {terms})").format(terms=", ".join(forbidden))
    return text.strip()
