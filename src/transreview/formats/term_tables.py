"""Term lists as people and tools keep them in tables: memoQ, OmegaT, Weblate, spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from transreview.errors import InputError, UsageError
from transreview.formats import grid_xlsx
from transreview.formats.delimited import Dialect, Row, Table, parse_table
from transreview.formats.encoding import decode
from transreview.formats.glossary_columns import parse_column, split_values
from transreview.formats.glossary_csv import glossary_of
from transreview.formats.glossary_pairs import concept_id
from transreview.formats.lines import LINE_END
from transreview.formats.reading import display_name, read_bytes
from transreview.formats.term_columns import (
    BILINGUAL,
    UNNAMED,
    Tell,
    TermColumn,
    TermColumns,
    by_contents,
    by_header,
    for_pair,
    language_of_column,
    named_columns,
    unknown_header,
)
from transreview.formats.term_languages import by_named_languages
from transreview.i18n import _, ngettext
from transreview.languages import known_languages
from transreview.languages.header_names import header_language
from transreview.languages.tags import parse_tag
from transreview.model.glossary import Concept, ConceptStatus, Glossary, Term, TermKind

_TABS = frozenset({".tsv", ".txt", ".tab", ".utf8"})
_FORBIDDEN = re.compile(r"\bforbidden\b(?!\s*=\s*(?:no|false|0))", re.IGNORECASE)  # memoQ's Term_Info
_KINDS = {"": TermKind.PREFERRED, "also": TermKind.ADMITTED, "not": TermKind.FORBIDDEN}


class UnclearColumnsError(UsageError):
    """Which column of a term list is what cannot be told.

    Attributes:
        rows: The first rows of the list.
    """

    def __init__(self, path: Path | str, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows[:3])
        first = " | ".join(rows[0].cells) if rows else ""
        super().__init__(
            _("which column is what cannot be told from the first row: {row}").format(row=first[:80]),
            path=display_name(path),
            line=rows[0].line if rows else None,
            remedy=_("Name them, “-” for what is to be left out: --columns zh,ka,note."),
        )


def read_term_table(
    path: Path | str,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    encoding: str | None = None,
    columns: str | None = None,
    tell: Tell = lambda _sentence: None,
) -> Glossary:
    """Read a term list.

    Args:
        path: CSV, semicolon- or tab-separated text, or a workbook; our own glossaries too.
        source_language: Language of the first column, unless a header names it.
        target_language: Language of the second column, unless a header names it.
        encoding: How its bytes are written; found out when None.
        columns: What each column holds, "zh,ka,-,note", instead of what its header says.
        tell: Told what was taken for what.

    Returns:
        One concept a source term, or one an id where there are ids.

    Raises:
        InputError: The file cannot be read, or a row of a list of pairs has no pair.
        UnclearColumnsError: Which column is what cannot be told.
    """
    tables = list(_tables(path, encoding, (source_language, target_language), tell))
    if not any(rows for _name, rows in tables):
        raise InputError(_("the list has no rows"), path=path, remedy=_("Put one pair of terms a line."))
    concepts: dict[str, Concept] = {}
    languages: dict[str, None] = {}
    left_out = []
    for number, (name, given) in enumerate(tables):
        if not given:
            continue
        rows = given if columns else by_named_languages(given)
        if _is_own(rows[0]):
            guarded = Path(path).suffix.lower() != ".xlsx"
            own = glossary_of(Table(_trimmed(rows), Dialect()), path=path, guarded=guarded)[0]
            found, those = list(own.concepts), own.languages
        else:
            matched = _matched(rows, path, source_language, target_language, columns, first=number == 0)
            if matched is None:
                left_out.append(name)
                continue
            _tell_columns(matched, tell)
            found = list(_concepts(rows[matched.header + 1 :], matched, path))
            those = matched.languages
        for concept in found:
            _take(concepts, concept)
        languages.update(dict.fromkeys(those))
    if left_out:
        tell(
            ngettext(
                "The sheet {names} was left out: no column of it names a language.",
                "The sheets {names} were left out: no column of them names a language.",
                len(left_out),
            ).format(names=", ".join(left_out))
        )
    return Glossary(tuple(concepts.values()), tuple(languages))


def _tables(
    path: Path | str, encoding: str | None, languages: tuple[str | None, str | None], tell: Tell
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield the name and the rows of each table of a file."""
    if Path(path).suffix.lower() in BILINGUAL:
        yield "", tuple(_pair_rows(path, encoding, languages))
        return
    data = read_bytes(path)
    if Path(path).suffix.lower() == ".xlsx":
        grids = grid_xlsx.read_grids(data, path)
        for warning in grids.warnings:
            tell(warning)
        for grid in grids.grids:
            yield grid.name, grid.rows
        return
    text = decode(data, encoding, path=path).text
    lines = [line for line in LINE_END.split(text) if line.strip() and not line.startswith("#")]
    if Path(path).suffix.lower() in _TABS and lines and "\t" in lines[0]:
        numbered = enumerate(LINE_END.split(text), start=1)
        # OmegaT takes lines that begin with # for remarks, and knows no quoting.
        rows = [
            Row(line, tuple(t.split("\t"))) for line, t in numbered if t.strip() and not t.startswith("#")
        ]
        yield "", tuple(rows)
    else:
        yield "", parse_table(text, path=path).rows


def _pair_rows(
    path: Path | str, encoding: str | None, languages: tuple[str | None, str | None]
) -> Iterator[Row]:
    """Yield the translated pairs of a catalog or memory, as Weblate keeps glossaries, as a table."""
    from transreview.formats.readers import read_bilingual

    source, target = languages
    file = read_bilingual(path, encoding=encoding, source_language=source, target_language=target)
    names = (source or file.source_language, target or file.target_language)
    known = [header_language(name) or role for name, role in zip(names, ("source", "target"), strict=True)]
    yield Row(1, (*known, "note"))
    for pair in file.pairs:
        if pair.source.strip() and pair.target.strip() and pair.state != "fuzzy" and not pair.needs_work:
            remarks = [pair.note, *(said for _who, said in pair.comments)]
            said = "; ".join(filter(None, remarks)).replace("\n", " ")
            yield Row(pair.line, (pair.source.strip(), pair.target.strip(), said))


def _is_own(row: Row) -> bool:
    """Whether a header means to be one of ours, so that its faults are to be told."""
    names = [cell.strip() for cell in row.cells]
    known = set(known_languages())
    columns = [parse_column(name) for name in names]
    return "id" in names and any(
        column is not None and column.language.split("-")[0] in known for column in columns
    )


def _trimmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows without the empty columns that spreadsheets leave at the right."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row.cells) if cell.strip()), default=0)
    return tuple(Row(row.line, row.cells[:width]) for row in rows)


def _matched(
    rows: Sequence[Row],
    path: Path | str,
    source: str | None,
    target: str | None,
    columns: str | None,
    *,
    first: bool,
) -> TermColumns | None:
    if columns:
        named = named_columns(columns)
        header = by_header(rows, source or "", target or "")
        return TermColumns(columns=named, header=header.header if header else unknown_header(rows, named))
    found = by_header(rows, source or "", target or "")
    if found is not None and set(UNNAMED.values()) & set(found.languages):
        found = _guessed(found, rows, path)
    if found is None and source and target:
        found = for_pair(rows, source, target)
    found = found or by_contents(rows)
    if found is None and first:
        raise UnclearColumnsError(path, rows)
    return found


def _guessed(found: TermColumns, rows: Sequence[Row], path: Path | str) -> TermColumns:
    """Return columns that are only called source and target with the languages that their texts are in."""
    places = [at for at, one in enumerate(found.columns) if one.language in UNNAMED.values()]
    columns = list(found.columns)
    for at in places:
        columns[at] = replace(columns[at], language=language_of_column(rows[found.header + 1 :], at))
    if (
        not all(columns[at].language for at in places)
        or len({one.language for one in columns if one.language}) < 2
    ):
        raise UnclearColumnsError(path, rows)
    return replace(found, columns=tuple(columns))


def _tell_columns(matched: TermColumns, tell: Tell) -> None:
    tell(_("Columns: {columns}.").format(columns=matched.shown()))
    if matched.left_out:
        tell(_("Left out: {columns}.").format(columns=", ".join(matched.left_out)))


def _concepts(rows: Sequence[Row], columns: TermColumns, path: Path | str) -> Iterator[Concept]:
    plain = len(columns.languages) == 2 and not any(one.role == "id" for one in columns.columns)
    for row in rows:
        cells = list(zip(columns.columns, (cell.strip() for cell in row.cells), strict=False))
        terms = list(_terms(cells))
        if not terms or (plain and len({term.language for term in terms}) < 2):
            if not plain:
                continue
            raise InputError(
                _("this row has no pair of terms"),
                path=path,
                line=row.line,
                remedy=_("Give it a source term and a target term, or remove it."),
            )
        said = {
            role: "; ".join(dict.fromkeys(text for one, text in cells if one.role == role and text))
            for role in ("id", "subject", "definition", "note", "status")
        }
        status = said["status"].lower()
        yield Concept(
            said["id"] or concept_id(terms[0].text),
            subject=said["subject"],
            definition=said["definition"],
            status=ConceptStatus(status) if status in list(ConceptStatus) else ConceptStatus.APPROVED,
            note=said["note"],
            terms=tuple(terms),
            origin=(Path(path).name, row.line),
        )


def _terms(cells: Sequence[tuple[TermColumn, str]]) -> Iterator[Term]:
    """Yield the terms of a row, the first of a language preferred."""
    preferred: set[str] = set()
    seen: set[tuple[str, str]] = set()
    banned = {
        at - 1 for at, (one, text) in enumerate(cells) if one.facet == "info" and _FORBIDDEN.search(text)
    }
    grammar = {one.language: tuple(split_values(text)) for one, text in cells if one.facet == "grammar"}
    for at, (one, text) in enumerate(cells):
        if one.role != "term" or one.facet not in _KINDS:
            continue
        for value in split_values(text):
            if (one.language, value) in seen:
                continue
            seen.add((one.language, value))
            kind = TermKind.FORBIDDEN if at in banned else _KINDS[one.facet]
            if kind is TermKind.PREFERRED and one.language in preferred:
                kind = TermKind.ADMITTED
            hints = grammar.get(one.language, ()) if kind is TermKind.PREFERRED else ()
            preferred.update([one.language] if kind is TermKind.PREFERRED else [])
            yield Term(value, one.language, kind=kind, grammar=hints)


def _take(concepts: dict[str, Concept], concept: Concept) -> None:
    """Add a concept; one of the same id with the same first term gets its further translations."""
    present = concepts.get(concept.id)
    if present is None:
        concepts[concept.id] = concept
        return
    if not _same_thing(present, concept):
        number = 2
        while f"{concept.id}-{number}" in concepts:
            number += 1
        concepts[f"{concept.id}-{number}"] = replace(concept, id=f"{concept.id}-{number}")
        return
    known = {(term.language, term.text) for term in present.terms}
    further = [
        replace(term, kind=TermKind.ADMITTED) if term.kind is TermKind.PREFERRED else term
        for term in concept.terms
        if (term.language, term.text) not in known
    ]
    concepts[concept.id] = replace(present, terms=(*present.terms, *further))


def _same_thing(one: Concept, other: Concept) -> bool:
    """Whether two rows share a term, or an id that the file itself gave them."""
    terms = {(parse_tag(term.language).language, term.text) for term in one.terms}
    shares = any((parse_tag(term.language).language, term.text) in terms for term in other.terms)
    return shares or (bool(other.terms) and other.id != concept_id(other.terms[0].text))
