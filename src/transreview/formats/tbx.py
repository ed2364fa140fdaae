"""TBX glossaries: version 2 (martif) and version 3, in both styles of writing its categories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from transreview.errors import InputError
from transreview.formats.reading import display_name, read_bytes
from transreview.formats.term_columns import Tell
from transreview.formats.xml_reading import (
    XML_LANG,
    attribute,
    children,
    first_child,
    line_of,
    local_name,
    parse_xml,
)
from transreview.i18n import _
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind

_LINE_END = re.compile(r"[ \t]*[\r\n]\s*")
_TERMS = ("tig", "ntig", "termSec")

MARK = "transreview "
"""Begins a note that carries what TBX-Basic has no category for: "transreview status: proposed"."""

KINDS = {
    TermKind.PREFERRED: "preferredTerm-admn-sts",
    TermKind.ADMITTED: "admittedTerm-admn-sts",
    TermKind.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""ISO 30042, administrativeStatus: what each kind of term is called."""

_KINDS_READ = {name: kind for kind, name in KINDS.items()} | {
    "preferred": TermKind.PREFERRED,
    "admitted": TermKind.ADMITTED,
    "deprecated": TermKind.FORBIDDEN,
    "forbidden": TermKind.FORBIDDEN,  # TermWeb's word
    "notRecommended": TermKind.FORBIDDEN,
    "obsolete": TermKind.FORBIDDEN,
    "supersededTerm-admn-sts": TermKind.FORBIDDEN,
    "regulatedTerm-admn-sts": TermKind.PREFERRED,
    "standardizedTerm-admn-sts": TermKind.PREFERRED,
    "legalTerm-admn-sts": TermKind.PREFERRED,
}


def read_tbx(path: Path | str, *, tell: Tell | None = None) -> Glossary:
    """Return the glossary in a TBX file.

    Args:
        path: The file.
        tell: Told of terms that are left out because nobody says their language; without it they are refused.

    Raises:
        InputError: It is not well-formed, not TBX, or two of its concepts share an id.
    """
    root = parse_xml(read_bytes(path), path)
    if local_name(root) not in {"martif", "tbx"}:
        raise InputError(
            _("this is XML, but not TBX: its root element is {name}").format(name=local_name(root)),
            path=display_name(path),
            line=line_of(root),
        )
    concepts: dict[str, Concept] = {}
    languages: dict[str, None] = {}
    for number, entry in enumerate(root.iter("{*}termEntry", "{*}conceptEntry"), start=1):
        concept = _concept(entry, number, path, tell)
        first = concepts.setdefault(concept.id, concept)
        if first is not concept:
            raise InputError(
                _("two concepts have the id {id} (lines {first} and {second})").format(
                    id=concept.id, first=first.origin[1], second=concept.origin[1]
                ),
                path=display_name(path),
                line=concept.origin[1],
                remedy=_("Give each its own."),
            )
        languages.update(dict.fromkeys(term.language for term in concept.terms))
    return Glossary(tuple(concepts.values()), tuple(languages))


def _concept(entry: etree._Element, number: int, path: Path | str, tell: Tell | None) -> Concept:
    found, own, notes = _categories(entry)
    sections = children(entry, "langSet", "langSec")
    for part in _parts(sections):  # many tools keep definition and notes with a language or a term
        below, _own, said = _categories(part)
        found = below | found
        notes += [note for note in said if note not in notes]
    terms = [term for section in sections for term in _terms(section, path, tell)]
    status = own.get("status", "")
    return Concept(
        id=own.get("id") or attribute(entry, "id") or f"c{number}",
        subject=found.get("subjectField", ""),
        definition=found.get("definition", ""),
        status=ConceptStatus(status) if status in list(ConceptStatus) else ConceptStatus.APPROVED,
        note="\n".join(notes),
        terms=tuple(terms),
        origin=(Path(path).name, line_of(entry)),
    )


def _parts(sections: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Yield the elements of languages, then those of their terms."""
    yield from sections
    for section in sections:
        for part in children(section, *_TERMS):
            yield part
            yield from children(part, "termGrp")


def _terms(section: etree._Element, path: Path | str, tell: Tell | None) -> Iterator[Term]:
    """Yield the terms of one language, the preferred one first."""
    language = attribute(section, XML_LANG) or attribute(section, "lang")
    if not language:
        if tell is None:
            raise InputError(
                _("these terms have no language"),
                path=display_name(path),
                line=line_of(section),
                remedy=_("Add xml:lang to the element."),
            )
        tell(
            _("Line {line}: these terms are left out, for nobody says their language (xml:lang).").format(
                line=line_of(section)
            )
        )
        return
    terms: list[Term] = []
    for part in children(section, *_TERMS):
        group = first_child(part, "termGrp") if local_name(part) == "ntig" else part
        term = None if group is None else first_child(group, "term")
        text = "" if term is None else _LINE_END.sub(" ", _plain_text(term))
        if group is None or not text:
            continue
        found, own, _notes = _categories(group)
        if group is not part:
            own |= _categories(part)[1]
        kind = _KINDS_READ.get(found.get("administrativeStatus") or found.get("normativeAuthorization", ""))
        if kind is None:  # not said: the first is the preferred one
            taken = any(other.kind is TermKind.PREFERRED for other in terms)
            kind = TermKind.ADMITTED if taken else TermKind.PREFERRED
        hints = tuple(hint for hint in own.get("grammar", "").split("|") if hint)
        pos = own.get("pos") or found.get("partOfSpeech", "")
        terms.append(Term(text, language, kind=kind, grammar=hints, pos=pos))
    order = list(TermKind)
    yield from sorted(terms, key=lambda term: order.index(term.kind))


def _plain_text(element: etree._Element) -> str:
    """Return an element's text as it is read: `<hi>` and `<ref>` are only their words."""
    return "".join(map(str, element.itertext("*"))).strip()


def _categories(element: etree._Element) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """Return what an element's own children say: TBX categories, what our notes carry, other notes."""
    found: dict[str, str] = {}
    own: dict[str, str] = {}
    notes: list[str] = []
    for child in element:
        name = local_name(child)
        if name in {"langSet", "langSec", "tig", "ntig", "termSec", "term", "termGrp", ""}:
            continue
        if name in {"descripGrp", "adminGrp", "termNoteGrp"}:
            inner, inner_own, inner_notes = _categories(child)
            found |= {key: value for key, value in inner.items() if key not in found}
            own |= inner_own
            notes += inner_notes
            continue
        text = _plain_text(child)
        if name == "note" and text.startswith(MARK):
            key, _colon, value = text.removeprefix(MARK).partition(":")
            own[key.strip()] = value.strip()
        elif name == "note":
            notes.append(text)
        else:  # the category is an attribute (DCA) or the element's own name (DCT)
            found.setdefault(attribute(child, "type") or name, text)
    return found, own, notes
