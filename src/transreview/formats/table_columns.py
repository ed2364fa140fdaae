"""Which column of a table is what: by its header, in English, Chinese or Georgian, or by where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transreview.formats.delimited import Row
from transreview.formats.wanted_languages import closeness
from transreview.languages.header_names import header_language

# What people and tools call a column, folded; the first name is the one that we write.
ROLES: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id", "key", "segment", "segment id", "no", "nr", "no.", "#", "segid", "编号", "序号", "ნომერი",
        "identifier", "string id", "string key", "key name", "unit id", "resource id", "segment number",
    ),
    "source": (
        "source", "src", "source text", "original", "msgid", "source segment", "source string", "原文",
        "源文", "წყარო", "ორიგინალი", "source_text", "english source",
    ),
    "target": (
        "translation", "target", "tgt", "target text", "msgstr", "target segment", "translated text", "译文",
        "翻译", "თარგმანი", "target_text", "translated", "target string", "translated string",
        "translation text",
    ),
    "machine": (
        "machine translation", "mt", "machine", "hyp", "机器翻译", "机翻", "მანქანური თარგმანი",
    ),
    "comment": (
        "comment", "comments", "remark", "remarks", "reviewer comment", "translator comments", "评论", "批注",
        "意见", "კომენტარი", "კომენტარები",
    ),
    "note": (
        "note", "notes", "developer comments", "developer notes", "notes for translators", "description",
        "备注", "说明", "შენიშვნა",
    ),
    "context": ("context", "msgctxt", "string context", "语境", "上下文", "კონტექსტი"),
    "status": ("status", "state", "segment status", "状态", "სტატუსი", "მდგომარეობა"),
    "fuzzy": ("fuzzy",),
    "revision": ("x-transreview-revision",),
    "document": ("document", "article", "file", "文件", "文章", "სტატია"),
}  # fmt: skip
_ROLE_OF = {name: role for role, names in ROLES.items() for name in names}

# A title may stand above the header of a spreadsheet.
_LOOKED_AT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumns:
    """Where in a table what stands.

    Attributes:
        header: Index of the header's row, -1 without one.
        source: Column of the sources.
        target: Column of the translations.
        places: Column of every other thing that has one, by role.
        source_language: Tag of the sources where the header names it.
        target_language: Tag of the translations where the header names it.
        others: Headers of columns that hold further languages.
    """

    header: int
    source: int
    target: int
    places: Mapping[str, int] = field(default_factory=dict)
    source_language: str = ""
    target_language: str = ""
    others: tuple[str, ...] = ()


def find_columns(
    rows: Sequence[Row],
    source_language: str | None = None,
    target_language: str | None = None,
    *,
    translation: str = "",
) -> TableColumns | None:
    """Return where source and translation stand, by the header; None where no row is one.

    Args:
        rows: The rows of a table.
        source_language: Language that is asked for as the source, where the header names several.
        target_language: The same of the translation.
        translation: Header of the translation's column, as of an engine's; "" to find it.
    """
    for index, row in enumerate(rows[:_LOOKED_AT]):
        found = _by_header(row.cells, source_language, target_language, translation)
        if found is not None:
            source, target, places, tags, others = found
            return TableColumns(
                header=index,
                source=source,
                target=target,
                places=places,
                source_language=tags[0],
                target_language=tags[1],
                others=others,
            )
    return None


def by_contents(rows: Sequence[Row]) -> TableColumns | None:
    """Return the two columns of a table without a header that hold most of the text, in their order."""
    width = max((len(row.cells) for row in rows), default=0)
    if width < 2:
        return None
    letters = [
        sum(sum(c.isalpha() for c in row.cells[at]) for row in rows if at < len(row.cells))
        for at in range(width)
    ]
    first, second = sorted(sorted(range(width), key=lambda at: (-letters[at], at))[:2])
    return TableColumns(header=-1, source=first, target=second) if letters[second] else None


def engine_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that stand for an engine's translation: of a header with a source, what is no role.

    Empty where the row is no such header, as that of a table without one.
    """
    if "source" not in map(role_of, cells):
        return ()
    return tuple(
        cell.strip() for cell in cells if cell.strip() and role_of(cell) in {"", "target", "machine"}
    )


def role_of(cell: str) -> str:
    """Return the role that a header cell names, "" for any other."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", cell).strip().casefold())
    return _ROLE_OF.get(text) or _ROLE_OF.get(text.replace("_", " ")) or ""


def is_unclear_header(row: Row, rows: int) -> bool:
    """Whether a row is a header that does not say which columns are source and translation.

    "File" and "Status" are texts of programs as well, and so are their translations: two such words of
    different meaning are asked for, or a name of the units before further columns.

    Args:
        row: The first row of a table in which no header was found.
        rows: Number of its rows.
    """
    roles = [role_of(cell) for cell in row.cells]
    said = {role or header_language(cell) for role, cell in zip(roles, row.cells, strict=True)}
    named = not {"id", "source", "target"}.isdisjoint(roles)
    # One row is what is left of a table that was cut off, unless it is the very pair (“No”, “არა”).
    alone = rows == 1 and all(cell.isascii() for cell in row.cells)
    return (any(roles) and len(said - {"", None}) > 1) or (named and (len(row.cells) > 2 or alone))


def _by_header(
    cells: Sequence[str], wanted_source: str | None, wanted_target: str | None, translation: str
) -> tuple[int, int, dict[str, int], tuple[str, str], tuple[str, ...]] | None:
    places: dict[str, int] = {}
    languages: dict[int, str] = {}
    named = [at for at, cell in enumerate(cells) if cell.strip() == translation] if translation else []
    if translation and not named:
        return None
    for at, cell in enumerate(cells):
        if at in named:
            continue
        role = role_of(cell)
        tag = None if role else header_language(cell)
        if role:
            places.setdefault(role, at)
        elif tag:
            languages[at] = tag
            # "Source (Chinese)" says both what the column is and in which language.
            said = next((role for part in re.split(r"[\s:(（]+", cell) if (role := role_of(part))), "")
            if said in {"source", "target"}:
                places.setdefault(said, at)
    source, target = places.pop("source", None), places.pop("target", None)
    if named:
        target = named[0]
    beside = any(at != source for at in languages)  # a column that a language names is the translation
    if target is None and source is not None and "machine" in places and not beside:
        target = places.pop("machine")
    if source is None or target is None:
        source, target = _by_language(languages, source, target, wanted_source, wanted_target)
    if source is None or target is None or source == target:
        return None
    tags = (languages.get(source, ""), languages.get(target, ""))
    others = tuple(cells[at].strip() for at in languages if at not in {source, target})
    return source, target, places, tags, others


def _by_language(
    languages: Mapping[int, str],
    source: int | None,
    target: int | None,
    wanted_source: str | None,
    wanted_target: str | None,
) -> tuple[int | None, int | None]:
    """Return the columns of the languages asked for, or the first two that there are."""
    free = [at for at in languages if at not in {source, target}]
    if wanted_target and target is None:
        close = {at: closeness(languages[at], wanted_target) for at in free}
        best = max(free, key=lambda at: close[at], default=None)
        if best is not None and close[best]:
            target = best
            free.remove(best)
    if wanted_source and source is None:
        close = {at: closeness(languages[at], wanted_source) for at in free}
        best = max(free, key=lambda at: close[at], default=None)
        if best is not None and close[best]:
            source = best
            free.remove(best)
    if source is None and free:
        source = free.pop(0)
    if target is None and free:
        target = free.pop(0)
    return source, target
