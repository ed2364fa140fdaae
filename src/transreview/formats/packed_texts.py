"""Archives whose members are texts with markup (OpenDocument, EPUB), read and written as one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from transreview.formats.archives import kept_archive
from transreview.formats.document import Document
from transreview.formats.filling import Filled, Passage, fill
from transreview.formats.left_out import Beside, Left
from transreview.formats.packed import Packed
from transreview.formats.placing import Placed, units_and_layout
from transreview.formats.reading import no_text
from transreview.model.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of an archive that holds texts.

    Attributes:
        name: Its name in the archive.
        source: Its characters.
        encoding: What they are encoded in.
        places: Its texts.
        syntax: How texts are written in it.
    """

    name: str
    source: str
    encoding: str = "utf-8"
    places: Sequence[Placed] = field(default=())
    syntax: str = "xhtml"


def document_of(
    data: bytes,
    path: str,
    members: Sequence[Member],
    *,
    format: str,  # noqa: A002 - the word of the field
    metadata: dict[str, str],
    left: Mapping[Left, int],
    beside: Mapping[Beside, int],
    warnings: tuple[str, ...] = (),
) -> Document:
    """Return the texts of an archive's members as one article.

    Raises:
        InputError: There is no text in it.
    """
    units: list[Unit] = []
    for member in members:
        own, _layout = units_and_layout(member.source, member.places, member.syntax)
        units += [replace(unit, paragraph=len(units) + unit.paragraph) for unit in own]
    if not units:
        raise no_text(path)
    return Document(
        tuple(units),
        encoding="utf-8",
        newline="\n",
        metadata=metadata,
        layout=kept_archive(data, format),
        left={kind: count for kind, count in left.items() if count},
        beside={kind: count for kind, count in beside.items() if count},
        warnings=warnings,
    )


def fill_members(
    packed: Packed, members: Sequence[Member], units: Sequence[Unit], passages: Sequence[Passage]
) -> tuple[bytes, Filled]:
    """Return an archive with new text in it; members without a change keep their bytes.

    Args:
        packed: The archive.
        members: Its members that hold texts, as they were read.
        units: The units that were read of all of them.
        passages: Their text now.
    """
    parts: dict[str, bytes] = {}
    lost: list[tuple[int, str]] = []
    homeless: list[str] = []
    begin, taken = 0, 0
    for member in members:
        _units, layout = units_and_layout(member.source, member.places, member.syntax)
        end = begin + len(member.places)
        own: list[Passage] = []
        while taken < len(passages):
            unit = passages[taken].unit
            if unit is not None and unit >= end:
                break
            own.append(passages[taken] if unit is None else replace(passages[taken], unit=unit - begin))
            taken += 1
        if not member.places:
            continue
        filled = fill(layout, units[begin:end], own)
        if filled.text != member.source:
            parts[member.name] = filled.text.encode(member.encoding, "xmlcharrefreplace")
        lost += [(begin + index, mark) for index, mark in filled.lost]
        homeless += filled.homeless
        begin = end
    return packed.replaced(parts), Filled("", lost, homeless)
