"""Writing plain term lists: the two columns and a comment that OmegaT reads."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from transreview.formats import atomic
from transreview.i18n import _
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind


def write_pairs(path: Path | str, glossary: Glossary, source_language: str, target_language: str) -> None:
    """Write what OmegaT reads: source, target and comment with tabs between, one pair a line.

    Every preferred and admitted source term gets a line for every preferred and admitted target
    term. Forbidden terms, which OmegaT has no place for, are named in the comment.
    """
    atomic.write(path, _tab_text(glossary, source_language, target_language).encode("utf-8"))


def concept_id(text: str) -> str:
    """Return a stable id for a concept that came without one: its term in letters, digits and hyphens."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return "-".join(words) or "term"


def _tab_text(glossary: Glossary, source: str, target: str) -> str:
    rows = []
    for concept in sorted(glossary.concepts, key=lambda concept: concept.id):
        if concept.status is ConceptStatus.DEPRECATED:
            continue
        forbidden = [term.text for term in _of(concept, target) if term.kind is TermKind.FORBIDDEN]
        remarks = [concept.definition, concept.note, _("not: {terms}").format(terms=", ".join(forbidden))]
        comment = "; ".join(remark for remark in remarks[: 3 if forbidden else 2] if remark)
        for term in _allowed(concept, source):
            rows += [[term, translation, comment] for translation in _allowed(concept, target)]
    lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _allowed(concept: Concept, language: str) -> list[str]:
    return [term.text for term in _of(concept, language) if term.kind is not TermKind.FORBIDDEN]


def _of(concept: Concept, language: str) -> list[Term]:
    wanted = parse_tag(language).language
    return [term for term in concept.terms if parse_tag(term.language).language == wanted]
