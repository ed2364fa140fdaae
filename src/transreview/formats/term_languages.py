"""Term lists that name the languages of each pair in the pair's own row, as DeepL and memoQ's plug-ins do."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.formats.delimited import Row
from transreview.formats.term_columns import header_role
from transreview.languages.header_names import header_language

# What such columns are called, without blanks and signs.
_SOURCE = frozenset({"sourcelanguage", "sourcelang", "srclang", "源语言", "源语种", "წყაროენა"})
_TARGET = frozenset(
    {"targetlanguage", "targetlang", "tgtlang", "trglang", "目标语言", "目标语种", "სამიზნეენა"}
)
_LOOKED_AT = 10


def by_named_languages(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return a term list with a column for each language, where its rows name their languages themselves.

    Args:
        rows: Its rows: with a header ("source", "target", "source_lang", "target_lang"), or of a source
            term, a target term and the codes of their languages.

    Returns:
        The rows, headed by the languages; those of other lists as they are.
    """
    for index, row in enumerate(rows[:_LOOKED_AT]):
        places = _places(row.cells)
        if places is not None:
            return _spread(row, rows[index + 1 :], places) or rows
    if rows and all(_is_pair(row.cells) for row in rows):
        return _spread(Row(rows[0].line, ("", "", "", "")), rows, (0, 1, 2, 3)) or rows
    return rows


def _places(header: Sequence[str]) -> tuple[int, int, int, int] | None:
    """Return where source, target and their languages stand, None where a header does not name all four."""
    names = ["".join(filter(str.isalnum, cell.casefold())) for cell in header]
    roles = [
        "source language" if name in _SOURCE else "target language" if name in _TARGET else header_role(cell)
        for name, cell in zip(names, header, strict=True)
    ]
    wanted = ("source", "target", "source language", "target language")
    if any(roles.count(role) != 1 for role in wanted):
        return None
    source, target, of_source, of_target = map(roles.index, wanted)
    return source, target, of_source, of_target


def _is_pair(cells: Sequence[str]) -> bool:
    """Whether a row is two terms and two codes of languages, and no header of columns."""
    if len(cells) != 4 or not all(len(cell.strip()) < 8 and header_language(cell) for cell in cells[2:]):
        return False
    return not any(header_role(cell) or header_language(cell) for cell in cells[:2])


def _spread(header: Row, rows: Sequence[Row], places: tuple[int, int, int, int]) -> tuple[Row, ...]:
    """Return rows with a column for each language, none where one names no language that is known."""
    source, target, *named = places
    languages: dict[str, None] = {}
    read = []
    for row in rows:
        cells = (*row.cells, *[""] * (len(header.cells) - len(row.cells)))
        if not any(cell.strip() for cell in cells):
            continue
        first, second = (header_language(cells[at]) for at in named)
        if not first or not second or first == second:
            return ()
        languages |= {first: None, second: None}
        read.append((row.line, {first: cells[source], second: cells[target]}, cells))
    others = [at for at, cell in enumerate(header.cells) if at not in places and cell.strip()]
    return (
        Row(header.line, (*languages, *(header.cells[at] for at in others))),
        *(
            Row(line, (*(terms.get(one, "") for one in languages), *(cells[at] for at in others)))
            for line, terms, cells in read
        ),
    )
