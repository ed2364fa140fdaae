"""Plain term lists: two columns, with or without a header, and OmegaT's three columns with tabs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transreview.errors import InputError
from transreview.formats import atomic
from transreview.formats.delimited import Dialect, Row, Table, parse_table
from transreview.formats.encoding import decode
from transreview.formats.lines import LINE_END
from transreview.formats.reading import read_bytes
from transreview.i18n import _
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind

_HEADERS = frozenset(
    {"source", "target", "comment", "note", "term", "translation", "原文", "译文", "术语", "译名", "备注"}
    | {"წყარო", "თარგმანი", "ტერმინი"}
)
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first row says: the languages it names, and whether it is a header at all."""

    source: str
    target: str
    present: bool


def read_pairs(
    path: Path | str, source_language: str, target_language: str, *, encoding: str | None = None
) -> Glossary:
    """Read a list of term pairs, with a comment in a third column where there is one.

    Args:
        path: CSV, semicolon- or tab-separated; OmegaT's glossary files are such.
        source_language: Language of the first column, unless a header names it.
        target_language: Language of the second column, unless a header names it.
        encoding: How its bytes are written; found out when None.

    Returns:
        One concept a source term; a second translation of the same source term is admitted.

    Raises:
        InputError: The file cannot be read, or a row has fewer than two cells.
    """
    text = decode(read_bytes(path), encoding, path=path).text
    delimiter = "\t" if "\t" in text.partition("\n")[0] else None
    # Lists with tabs carry quotes as they are: OmegaT knows no quoting.
    table = _tab_table(text) if delimiter else parse_table(text, path=path)
    header = _header(table.rows[0], source_language, target_language) if table.rows else None
    if header is None:
        raise InputError(_("the list has no rows"), path=path, remedy=_("Put one pair of terms a line."))
    rows = table.rows[1:] if header.present else table.rows
    return Glossary(_concepts(rows, header, path), (header.source, header.target))


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


def _header(row: Row, source: str, target: str) -> _Header:
    cells = [cell.strip() for cell in row.cells[:3]]
    first_two = cells[:2]
    if len(first_two) == 2 and all(_TAG.fullmatch(cell) and len(cell) <= 11 for cell in first_two):
        tags = [parse_tag(cell) for cell in first_two]
        wanted = {parse_tag(source).language, parse_tag(target).language}
        if {tag.language for tag in tags} == wanted:
            return _Header(str(tags[0]), str(tags[1]), present=True)
    named = len(first_two) == 2 and all(cell.casefold() in _HEADERS for cell in first_two)
    return _Header(source, target, present=named)


def _tab_table(text: str) -> Table:
    lines = enumerate(LINE_END.split(text), start=1)
    # OmegaT takes lines that begin with # for remarks.
    rows = [Row(line, tuple(t.split("\t"))) for line, t in lines if t.strip() and not t.startswith("#")]
    return Table(tuple(rows), Dialect("\t"))


def _concepts(rows: Sequence[Row], header: _Header, path: Path | str) -> tuple[Concept, ...]:
    concepts: dict[str, Concept] = {}
    ids: set[str] = set()
    for row in rows:
        source, target, *rest = [*(cell.strip() for cell in row.cells), ""]
        if not source or not target:
            raise InputError(
                _("this row has no pair of terms"),
                path=path,
                line=row.line,
                remedy=_("Give it a source term and a target term, or remove it."),
            )
        if source in concepts:
            concepts[source] = _with_target(
                concepts[source], Term(target, header.target, kind=TermKind.ADMITTED)
            )
            continue
        id_ = _free_id(concept_id(source), ids)
        ids.add(id_)
        terms = (Term(source, header.source), Term(target, header.target))
        note = next((cell for cell in rest if cell), "")
        status = ConceptStatus.APPROVED
        concepts[source] = Concept(
            id_, status=status, note=note, terms=terms, origin=(Path(path).name, row.line)
        )
    return tuple(concepts.values())


def _with_target(concept: Concept, term: Term) -> Concept:
    if any(known.text == term.text and known.language == term.language for known in concept.terms):
        return concept
    return replace(concept, terms=(*concept.terms, term))


def _free_id(wanted: str, taken: set[str]) -> str:
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


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
