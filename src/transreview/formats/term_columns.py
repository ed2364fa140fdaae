"""Which column of a term list is what: by our own names, by what other tools write, by names of languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from transreview.errors import UsageError
from transreview.formats.delimited import Row
from transreview.formats.glossary_columns import parse_column
from transreview.i18n import _
from transreview.languages import identify, known_languages, language
from transreview.languages.header_names import header_language
from transreview.languages.tags import parse_tag

# What tools and people call a column, folded.
_ROLES: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id", "entry_id", "entry id", "concept id", "concept_id", "conceptid", "key",
        "编号", "序号", "ნომერი",
    ),
    "subject": (
        "subject", "domain", "entry_subject", "entry_domain", "subject field", "field", "category", "领域",
        "主题", "学科", "სფერო", "თემა", "დარგი",
    ),
    "definition": ("definition", "def", "entry_definition", "description", "定义", "释义", "განმარტება"),
    "note": (
        "note", "notes", "comment", "comments", "remark", "remarks", "entry_note", "explanation",
        "translator_comments", "developer_comments", "备注", "说明", "注释", "评论", "შენიშვნა", "კომენტარი",
    ),
    "status": ("status", "状态", "სტატუსი"),
    "source": (
        "source", "term", "source term", "sourceterm", "src", "原文", "术语", "術語", "წყარო", "ტერმინი",
    ),
    "target": (
        "target", "translation", "target term", "targetterm", "tgt", "译文", "译名", "翻译", "თარგმანი",
    ),
}  # fmt: skip
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names}
_DEFINITION = re.compile(r"(.+?)[_ ](?:def|definition)", re.IGNORECASE)
_LOOKED_AT = 10

Tell = Callable[[str], None]
"""Told in a sentence what was taken for what, and what was left out."""
_NONE = "-"

BILINGUAL = frozenset({".po", ".xlf", ".xliff", ".tmx"})
"""Endings of files that are no lists of terms, and are taken for one when they are named as a glossary."""

UNNAMED = {"source": "?1", "target": "?2"}
"""Languages of columns that are only called source and target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermColumn:
    """What one column holds.

    Attributes:
        role: "term", "id", "subject", "definition", "note", "status", or "" for what is left out.
        language: Tag of a column of terms.
        facet: "" for preferred terms, "also", "not", "grammar", "pos".
        header: What its header says, "" without one.
    """

    role: str
    language: str = ""
    facet: str = ""
    header: str = ""

    def __str__(self) -> str:
        if self.role != "term":
            return self.role or _NONE
        return f"{self.language}:{self.facet}" if self.facet else self.language


@dataclass(frozen=True, slots=True, kw_only=True)
class TermColumns:
    """What the columns of a term list hold.

    Attributes:
        columns: One for each column.
        header: Index of the header's row, -1 without one.
    """

    columns: tuple[TermColumn, ...]
    header: int

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its terms, in the order of the columns."""
        return tuple(dict.fromkeys(one.language for one in self.columns if one.role == "term"))

    def shown(self) -> str:
        """Return in words what was taken for what."""
        taken = [f"{one.header} = {one}" for one in self.columns if one.role and one.header]
        return ", ".join(taken) or ", ".join(map(str, self.columns))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Headers of the columns that nothing was taken from."""
        return tuple(one.header for one in self.columns if not one.role and one.header)


def named_columns(names: str) -> tuple[TermColumn, ...]:
    """Return the columns that a user names, "id,zh,ka,-,note"; "-" is left out.

    Raises:
        UsageError: A name means nothing.
    """
    return tuple(_named(name.strip()) for name in names.split(","))


def _named(name: str) -> TermColumn:
    found = TermColumn(role="") if name in {"", _NONE} else _column(name, "", "")
    if found is None or (not found.role and name not in {"", _NONE}) or found.language in UNNAMED.values():
        raise UsageError(
            _("“{name}” names no column").format(name=name),
            remedy=_(
                "Name languages (zh, ka, ka:not), id, subject, definition, note, status, or - for none."
            ),
        )
    return found


def by_header(rows: Sequence[Row], source_language: str, target_language: str) -> TermColumns | None:
    """Return the columns of a list that has a header, None where it has none.

    Args:
        rows: Its rows.
        source_language: Language of a column that is only called "source"; "" when nobody said it.
        target_language: The same of "target".
    """
    for index, row in enumerate(rows[:_LOOKED_AT]):
        columns = [
            _column(cell, source_language, target_language) or TermColumn(role="", header=cell.strip())
            for cell in row.cells
        ]
        terms = [one for one in columns if one.role == "term" and not one.facet]
        if len({one.language for one in terms}) >= 2:
            return TermColumns(columns=tuple(_with_info(columns)), header=index)
    return None


def _with_info(columns: Sequence[TermColumn]) -> Iterator[TermColumn]:
    """Yield columns; memoQ's of what is said of a term stand behind that of the term."""
    for before, one in zip((None, *columns), columns, strict=False):
        if before and before.role == "term" and re.fullmatch("term[_ ]info", one.header, re.IGNORECASE):
            yield TermColumn(role="term", language=before.language, facet="info", header=one.header)
        else:
            yield one


def unknown_header(rows: Sequence[Row], columns: Sequence[TermColumn]) -> int:
    """Return the place of a header whose words nobody knows, -1 where the first row is one of terms.

    It is told by letters: of all rows it alone has none in the writing of any of its languages.
    """
    places = [(at, one.language) for at, one in enumerate(columns) if one.role == "term" and not one.facet]
    if len(rows) < 2 or len(places) < 2:
        return -1
    foreign = [
        all(at < len(row.cells) and _is_foreign(row.cells[at], code) for at, code in places) for row in rows
    ]
    named = len({row.cells[at].strip() for row in rows[:1] for at, _code in places if at < len(row.cells)})
    return 0 if foreign[0] and not any(foreign[1:]) and named == len(places) else -1


def _is_foreign(text: str, code: str) -> bool:
    """Whether a text has letters, and none in the main writing of a language."""
    found = identify(text).script
    return any(map(str.isalpha, text)) and bool(found) and found not in language(code).scripts


def by_contents(rows: Sequence[Row]) -> TermColumns | None:
    """Return the columns of a list without a header whose letters say the languages, in whatever order.

    None where they do not: Latin or Cyrillic letters are those of many languages, and have to be named.
    """
    codes = [language_of_column(rows, at) for at in (0, 1)]
    if not all(codes) or codes[0] == codes[1]:
        return None
    return for_pair(rows, codes[0], codes[1])


def language_of_column(rows: Sequence[Row], at: int) -> str:
    """Return the language that the letters of a column are of, "" where they do not say it."""
    return _only_language(
        identify("\n".join(row.cells[at] for row in rows[:500] if at < len(row.cells))).script
    )


def _only_language(script: str) -> str:
    """Return the one known language that has a script as its main one, "" where there are none or several."""
    found = [code for code in known_languages() if language(code).scripts[:1] == (script,)]
    return found[0] if len(found) == 1 else ""


def for_pair(rows: Sequence[Row], source_language: str, target_language: str) -> TermColumns:
    """Return the columns of a list of two languages without a header: source, target, note."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [
        TermColumn(role="term", language=source_language),
        TermColumn(role="term", language=target_language),
        TermColumn(role="note"),
        *(TermColumn(role="") for _more in range(width - 3)),
    ][: max(width, 2)]
    header = unknown_header(rows, columns)
    if header == 0:
        columns = [
            replace(one, header=cell.strip()) for one, cell in zip(columns, rows[0].cells, strict=False)
        ]
    return TermColumns(columns=tuple(columns), header=header)


def header_role(cell: str) -> str:
    """Return what a column of this header holds, "" where it names none of our roles."""
    name = _folded(cell)
    return _ROLE_OF.get(name) or _ROLE_OF.get(name.replace("_", " "), "")


def _folded(cell: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", cell.strip()).casefold()).strip("*# ")


def _column(cell: str, source_language: str, target_language: str) -> TermColumn | None:
    header, name, role = cell.strip(), _folded(cell), header_role(cell)
    if role in {"source", "target"}:
        said = source_language if role == "source" else target_language
        return TermColumn(role="term", language=said or UNNAMED[role], header=header)
    if role:
        return TermColumn(role=role, header=header)
    if match := _DEFINITION.fullmatch(name):
        return TermColumn(role="definition", header=header) if header_language(match[1]) else None
    bare, colon, facet = name.partition(":")
    own = parse_column(f"{bare.replace('_', '-')}:{facet}") if colon else None
    if own is not None and header_language(bare):
        return TermColumn(role="term", language=str(header_language(bare)), facet=own.facet, header=header)
    language = header_language(header)
    return TermColumn(role="term", language=language, header=header) if language else None


def writing(tag: str) -> tuple[str, str]:
    """Return the language and way of writing of a tag; Chinese is simplified where nothing says else."""
    parsed = parse_tag(tag)
    return parsed.language, "" if parsed.script == "Hans" else parsed.script
