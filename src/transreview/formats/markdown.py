"""Markdown as GitHub, documentation sites and their authors write it: what readers see becomes units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.left_out import Beside, Left
from transreview.formats.lines import newline_of
from transreview.formats.markdown_blocks import Block, blocks_of
from transreview.formats.markdown_front import front_matter
from transreview.formats.markdown_inline import one_line
from transreview.formats.markdown_structure import structure_of
from transreview.formats.paragraph_kind import is_date_line
from transreview.formats.placing import Placed, units_and_layout
from transreview.formats.reading import no_text
from transreview.i18n import _, ngettext
from transreview.model.unit import UnitKind

_WARNED = 5  # of one file; the rest is counted


def read_markdown(decoded: Decoded, path: Path | str, *, code_comments: bool = False) -> Document:
    """Return the texts of a Markdown file: paragraphs, headings, list items, table cells, titles.

    Code, formulas and lines of site generators are not translated: they stand in the layout and come
    out as they are, and are counted.

    Args:
        decoded: The file.
        path: Its name, for messages.
        code_comments: Comments inside code are text too.

    Raises:
        InputError: There is nothing to translate in it.
    """
    text = decoded.text
    front = front_matter(text)
    structure = structure_of(text, front.lines, code_comments=code_comments)
    found = blocks_of(text, structure)
    places = _apart([*front.places, *structure.places, *found.places, *_located(text, found.blocks)])
    if not places:
        raise no_text(path)
    places = _titled(places)
    units, layout = units_and_layout(text, places, "markdown")
    left = structure.left + found.left
    left[Left.FRONT_MATTER] += front.left
    warnings = sorted({*structure.warnings, *found.warnings})
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(text),
        metadata=front.metadata,
        layout=layout,
        left={kind: left[kind] for kind in Left if left[kind]},
        beside={
            Beside.ATTRIBUTE: sum(one.syntax.startswith("attribute") for one in places),
            Beside.COMMENT: sum(one.syntax == "code-comment" for one in places),
        },
        warnings=_said(warnings),
    )


def _said(warnings: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Return warnings with their lines; of many only the first ones."""
    said = [_("line {line}: {what}").format(line=line, what=what) for line, what in warnings[:_WARNED]]
    if len(warnings) > _WARNED:
        said.append(
            ngettext(
                "{count} more place like these, in line {line}",
                "{count} more places like these, up to line {line}",
                len(warnings) - _WARNED,
            ).format(count=len(warnings) - _WARNED, line=warnings[-1][0])
        )
    return tuple(said)


def _titled(places: list[Placed]) -> list[Placed]:
    """Return texts with one title: the first heading of the first level, or the front matter's."""
    first = next((i for i, one in enumerate(places) if one.kind is UnitKind.TITLE and one.level), None)
    named = next((i for i, one in enumerate(places) if one.kind is UnitKind.TITLE and not one.level), None)
    title = named if first is None else first
    return [
        replace(one, kind=UnitKind.HEADING if one.level else UnitKind.CAPTION)
        if one.kind is UnitKind.TITLE and index != title
        else one
        for index, one in enumerate(places)
    ]


def _located(text: str, blocks: Sequence[Block]) -> list[Placed]:
    """Return blocks with their places in the file; each stands behind the one before it."""
    places = []
    end = 0
    for block in blocks:
        span = block.located(text, end)
        if span is None:
            continue
        start, end = span
        prefix = text[max(block.line_start, text.rfind("\n", 0, start) + 1) : start]
        plain = one_line(block.content)
        checkbox = plain[:4] if block.kind is UnitKind.LIST_ITEM and plain[:4] in _CHECKBOXES else ""
        if checkbox:
            start, plain, prefix = start + 4, plain[4:].lstrip(), prefix + checkbox
        kind = block.kind
        if kind is UnitKind.PARAGRAPH and is_date_line(plain):
            kind = UnitKind.DATE_LINE
        if plain:
            places.append(
                Placed(
                    start=start, end=end, text=plain, kind=kind, prefix=prefix,
                    level=block.level, marker=block.marker,
                )
            )  # fmt: skip
    return places


_CHECKBOXES = frozenset({"[ ] ", "[x] ", "[X] "})


def _apart(places: Sequence[Placed]) -> list[Placed]:
    """Return texts by their places; one that overlaps an earlier one without lying inside it goes."""
    ordered = sorted(places, key=lambda one: (one.start - len(one.prefix), -one.end))
    kept: list[Placed] = []
    end = 0
    for place in ordered:
        inside = place.syntax.startswith("attribute")
        if place.start < end and not (inside and place.end <= end):
            continue
        free = max(0, place.start - end)
        cut = len(place.prefix) > free and not inside
        kept.append(replace(place, prefix=place.prefix[len(place.prefix) - free :]) if cut else place)
        end = max(end, place.end)
    return kept
