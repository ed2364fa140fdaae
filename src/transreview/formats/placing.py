"""Units of a text file by their places: what stands between them becomes the layout."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transreview.formats.document import SLOT, Layout
from transreview.formats.inline_marks import find_marks
from transreview.formats.lines import LINE_END
from transreview.model.inline_mark import InlineMark
from transreview.model.unit import Unit, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text and where it stands in its file.

    Attributes:
        start: Where it begins, block markup in front of it left out.
        end: One past its end.
        text: What readers see of it.
        kind: What it is.
        prefix: Block markup right in front of it, part of the layout and repeated in further lines.
        syntax: How text is written at this place, where it is not the way of the whole file.
        level: As in `Unit`.
        marker: As in `Unit`.
        row: As in `Unit`.
        column: As in `Unit`.
        name: As in `Unit`.
        marks: As in `Unit`; None where they stand in the text itself.
    """

    start: int
    end: int
    text: str
    kind: UnitKind = UnitKind.PARAGRAPH
    prefix: str = ""
    syntax: str = ""
    level: int = 0
    marker: str = ""
    row: int = 0
    column: int = 0
    name: str = ""
    marks: tuple[InlineMark, ...] | None = None


def path_name(keys: Iterable[str]) -> str:
    """Return the name of a text in a file of keys: a JSON pointer (RFC 6901), where a slash of a key is `~1`.

    Without that the key "a/b" and the key "b" below "a" would be one name.
    """
    return "/".join(
        key.replace("~", "~0").replace("/", "~1") if "/" in key or "~" in key else key for key in keys
    )


def units_and_layout(source: str, found: Sequence[Placed], format: str) -> tuple[tuple[Unit, ...], Layout]:  # noqa: A002
    """Return the texts of a file as units, and everything else as their layout.

    A text inside another one (the description of a picture in the middle of a paragraph) becomes
    the unit after it; a slot in the outer one says where it goes.

    Args:
        source: The file.
        found: Its texts, by where they begin; none may begin inside another and end outside it.
        format: Name of the file's syntax.
    """
    units: list[Unit] = []
    gaps: list[str] = []
    written: dict[int, str] = {}
    syntax: dict[int, str] = {}
    starts = [0, *(match.end() for match in LINE_END.finditer(source))]
    outer, outer_start, at = -1, 0, 0
    for index, place in enumerate(found):
        raw = source[place.start : place.end]
        if place.start < at:
            slot = f"{SLOT}{index}{SLOT}"
            whole = written.get(outer, source[outer_start:at])
            # Places are counted from the end, which the slots before this one have not moved.
            tail = len(whole) - (at - place.end)
            written[outer] = whole[: tail - len(raw)] + slot + whole[tail:]
            gaps.append(slot)
        else:
            gaps.append(source[at : place.start - len(place.prefix)])
            outer, outer_start, at = index, place.start, place.end
        if raw != place.text:
            written[index] = raw
        if place.syntax:
            syntax[index] = place.syntax
        units.append(_unit(place, index, bisect_right(starts, place.start)))
    return tuple(units), Layout(format, (*gaps, source[at:]), written=written, syntax=syntax)


def _unit(place: Placed, paragraph: int, line: int) -> Unit:
    return Unit(
        place.text,
        kind=place.kind,
        paragraph=paragraph,
        line=line,
        prefix=place.prefix,
        level=place.level,
        marker=place.marker,
        row=place.row,
        column=place.column,
        name=place.name,
        marks=find_marks(place.text) if place.marks is None else place.marks,
    )
