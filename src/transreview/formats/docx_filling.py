"""Rewritten text in a Word file: runs, links and notes go where their words went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree

from transreview.formats.docx_package import Package, W
from transreview.formats.docx_paragraphs import Paragraph, paragraphs_of
from transreview.formats.docx_pieces import Piece, parts_of
from transreview.formats.filling import Filled, Passage
from transreview.formats.mark_transfer import transfer
from transreview.formats.outer_blanks import on_one_line
from transreview.formats.xml_reading import local_name
from transreview.i18n import _
from transreview.model.unit import Unit, UnitKind

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGN = re.compile(r"([\n\t\u2011])")
_ELEMENTS = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen"}
_HEADINGS = {UnitKind.TITLE, UnitKind.HEADING}


def fill_docx(
    data: bytes, units: Sequence[Unit], passages: Sequence[Passage], path: str
) -> tuple[bytes, Filled]:
    """Return a Word file with new text in it; members without a change keep their bytes.

    Args:
        data: The file.
        units: The units that were read from it, in order.
        passages: Its text now.
        path: Its name, for messages.
    """
    package = Package(data, path)
    paragraphs = paragraphs_of(package).paragraphs
    filled = Filled("")
    changed: set[str] = set()
    last: Paragraph | None = None
    behind: etree._Element | None = None
    rewritten: list[tuple[int, Paragraph, str]] = []
    for passage in passages:
        if passage.unit is None:
            if last is None or last.attribute or behind is None:
                filled.homeless.append(passage.text)
                continue
            behind = _added(last, behind, passage)
            changed.add(last.part)
            continue
        paragraph = paragraphs[passage.unit]
        if not paragraph.attribute:
            last, behind = paragraph, paragraph.elements[-1]
        if passage.text == units[passage.unit].text:
            continue
        changed.add(paragraph.part)
        rewritten.append((passage.unit, paragraph, passage.text))
    # What stands inside another paragraph comes first: text boxes, descriptions of pictures.
    rewritten.sort(key=lambda one: -sum(1 for _above in one[1].elements[-1].iterancestors()))
    for unit, paragraph, text in rewritten:
        filled.lost.extend((unit, mark) for mark in _rewritten(paragraph, text))
        _repeat_for_old_programs(paragraph.elements[-1])
    filled.lost.sort(key=lambda one: one[0])
    parts = {
        name: etree.tostring(package.parts[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        for name in changed
    }
    return package.packed.replaced(parts) if parts else data, filled


@dataclass(frozen=True, slots=True)
class _Group:
    """Neighbouring runs that look alike.

    Attributes:
        pieces: The runs.
        start: Where their text begins in the paragraph.
        end: One past its end.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def whole(self) -> bool:
        """Whether its words cannot be replaced."""
        return any(piece.whole for piece in self.pieces)


def _rewritten(paragraph: Paragraph, new: str) -> list[str]:
    """Put another text into a paragraph and return what of it could not be kept."""
    if paragraph.attribute:
        paragraph.elements[0].set(paragraph.attribute, on_one_line(new))
        return []
    old = paragraph.text
    groups, points = _grouped(paragraph)
    base = _base(groups)
    others = [one for one in groups if base is None or one.pieces[0].look != base.look or one.whole]
    moved = transfer(old, new, [(one.start, one.end) for one in others], [place for _piece, place in points])
    places = [  # blanks behind the text stay there
        len(new) if piece.text.isspace() and place == len(old) else moved_to
        for (piece, place), moved_to in zip(points, moved.points, strict=True)
    ]
    lost = [
        _name(one) for one, span in zip(others, moved.spans, strict=True) if span is None and _matters(one)
    ]
    if any(one.find(f".//{W}{name}") is not None for one in paragraph.elements for name in ("ins", "del")):
        lost.append(_("its tracked changes (they are accepted now)"))
    placed = [(span, one) for one, span in zip(others, moved.spans, strict=True) if span is not None]
    content: list[etree._Element] = []
    cuts = sorted({0, len(new), *places, *(end for span, _one in placed for end in span)})
    for number, place in enumerate(cuts):
        content += [
            _wrapped(piece, deepcopy(piece.element))
            for (piece, _old), where in zip(points, places, strict=True)
            if where == place
        ]
        stop = cuts[number + 1] if number + 1 < len(cuts) else place
        if stop == place:
            continue
        owner = next((one for span, one in placed if span[0] <= place and stop <= span[1]), None)
        text = new[place:stop]
        if owner is not None and owner.whole and text != old[owner.start : owner.end]:
            lost.append(_name(owner))
            owner = None
        content += _runs(owner, base, text, old)
    _put(paragraph.elements, content)
    return lost


def _repeat_for_old_programs(paragraph: etree._Element) -> None:
    """Give a paragraph of a text box the same text in the box that stands there for older programs."""
    choice = next((one for one in paragraph.iterancestors() if local_name(one) == "Choice"), None)
    if choice is None or paragraph.tag != f"{W}p":
        return
    boxes = [choice, *(one for one in choice.itersiblings() if local_name(one) == "Fallback")]
    there, *others = (list(box.iter(f"{W}p")) for box in boxes)
    for other in others:
        if len(other) == len(there):
            other[there.index(paragraph)][:] = [deepcopy(one) for one in paragraph]


def _grouped(paragraph: Paragraph) -> tuple[list[_Group], list[tuple[Piece, int]]]:
    """Return the runs with words by their looks, and everything else with its place in the text."""
    whole = "".join(piece.text for piece in paragraph.pieces)
    at = len(whole.lstrip()) - len(whole)  # blanks in front are no part of the text
    size = len(paragraph.text)
    groups: list[_Group] = []
    points: list[tuple[Piece, int]] = []
    joined = False
    for piece in _split(paragraph.pieces, at, size):
        begin, at = at, at + len(piece.text)
        start, end = (max(0, min(place, size)) for place in (begin, at))
        if start == end:  # nothing to read, or a tab or break at the edge of the text
            points.append((piece, start))
            joined = False
            continue
        before = groups[-1] if groups and joined else None
        if before and before.pieces[0].look == piece.look and not (before.whole or piece.whole):
            groups[-1] = _Group((*before.pieces, piece), before.start, end)
        else:
            groups.append(_Group((piece,), start, end))
        joined = True
    return groups, points


def _split(pieces: Sequence[Piece], at: int, size: int) -> Iterator[Piece]:
    """Yield pieces, cut where a run holds more than words, or reaches over an edge of the text.

    Args:
        pieces: The pieces of a paragraph.
        at: Where the first begins; below 0 where blanks stand in front of the text.
        size: Characters of the text.
    """
    for piece in pieces:
        begin, at = at, at + len(piece.text)
        if piece.whole or begin < 0 < at or begin < size < at:
            for part in parts_of(piece):
                place, begin = begin, begin + len(part.text)
                yield from _trimmed(part, place, size)
        else:
            yield piece


def _trimmed(piece: Piece, at: int, size: int) -> Iterator[Piece]:
    """Yield a piece of words without the blanks that stand outside the text, and those for themselves."""
    cuts = sorted({0, *(min(max(edge - at, 0), len(piece.text)) for edge in (0, size)), len(piece.text)})
    if piece.whole or len(cuts) < 3:
        yield piece
        return
    for start, end in pairwise(cuts):
        text = piece.text[start:end]
        yield replace(piece, element=_run(piece.element, text), text=text)


def _base(groups: Sequence[_Group]) -> Piece | None:
    """Return a run that looks as most of the paragraph does; one in no link where there is one."""
    sizes: Counter[tuple[tuple[int, ...], bytes]] = Counter()
    for one in groups:
        if not one.whole:
            sizes[one.pieces[0].look] += one.end - one.start + (100_000 if not one.pieces[0].around else 0)
    if not sizes:
        return None
    look = sizes.most_common(1)[0][0]
    return next(one.pieces[0] for one in groups if not one.whole and one.pieces[0].look == look)


def _matters(group: _Group) -> bool:
    """Return whether readers would miss what a group looks like or does."""
    piece = group.pieces[0]
    if piece.around or group.whole:
        return True
    properties = piece.element.find(f"{W}rPr")
    seen = {"u", "strike", "highlight"}  # of blanks too
    if any(one.text.strip() for one in group.pieces):
        seen |= {"b", "i", "vertAlign", "color", "smallCaps", "caps"}
    return properties is not None and any(local_name(one) in seen for one in properties)


def _name(group: _Group) -> str:
    """Return what a person calls the look or the link of a group."""
    piece = group.pieces[0]
    words = "".join(one.text for one in group.pieces).strip()
    names = {
        "hyperlink": _("the link at “{words}”"),
        "fldSimple": _("the field at “{words}”"),
        "sdt": _("the form field at “{words}”"),
    }
    if piece.element.find(f"{W}br") is not None and not words:
        return _("the page break")
    if piece.is_formula:
        return _("the formula {words}").format(words=words)
    name = next((names[local_name(one)] for one in piece.around if local_name(one) in names), "")
    return (name or _("the look of “{words}”")).format(words=words)


def _runs(owner: _Group | None, base: Piece | None, text: str, old: str) -> list[etree._Element]:
    """Return the elements that show a text as a group looks, or as the paragraph does."""
    if owner is not None and text == old[owner.start : owner.end]:
        kept = "".join(piece.text for piece in owner.pieces)
        if kept == text:
            return [_wrapped(piece, deepcopy(piece.element)) for piece in owner.pieces]
    piece = owner.pieces[0] if owner is not None else base
    if piece is None:
        return [_run(None, text)]
    return [_wrapped(piece, _run(piece.element, text))]


def _run(model: etree._Element | None, text: str) -> etree._Element:
    """Return a run with a text and the properties of another one."""
    run = etree.Element(f"{W}r")
    properties = None if model is None else model.find(f"{W}rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    for part in _SIGN.split(text):
        if part in _ELEMENTS:
            etree.SubElement(run, f"{W}{_ELEMENTS[part]}")
        elif part:
            words = etree.SubElement(run, f"{W}t")
            words.text = "".join(one for one in part if one >= " ")
            words.set(_SPACE, "preserve")
    return run


def _wrapped(piece: Piece, element: etree._Element) -> etree._Element:
    """Return an element inside copies of the links and fields that were around it."""
    for around in reversed(piece.around):
        copy = deepcopy(around)
        kept = [child for child in copy if local_name(child) in {"sdtPr", "sdtEndPr"}]
        copy[:] = kept
        if local_name(around) == "sdt":
            etree.SubElement(copy, f"{W}sdtContent").append(element)
        else:
            copy.append(element)
        element = copy
    return element


def _put(elements: Sequence[etree._Element], content: Sequence[etree._Element]) -> None:
    """Put content into the last of some paragraphs; the others, whose marks were deleted, go."""
    for gone in elements[:-1]:
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)
    paragraph = elements[-1]
    for child in list(paragraph):
        if local_name(child) != "pPr":
            paragraph.remove(child)
    for element in content:
        paragraph.append(element)


def _added(last: Paragraph, behind: etree._Element, passage: Passage) -> etree._Element:
    """Put a paragraph with new text behind another one, and return it; a sentence goes to its end."""
    groups, _points = _grouped(last)
    base = _base(groups)
    model = None if base is None else base.element
    if passage.sentence:
        behind.append(_run(model, " " + passage.text))
        return behind
    paragraph = etree.Element(f"{W}p")
    properties = behind.find(f"{W}pPr")
    if properties is not None and not (last.kind in _HEADINGS and passage.kind not in _HEADINGS):
        properties = deepcopy(properties)
        for name in ("sectPr", "pPrChange"):
            for gone in properties.findall(f"{W}{name}"):
                properties.remove(gone)
        paragraph.append(properties)
    paragraph.append(_run(model if last.kind not in _HEADINGS else None, passage.text))
    parent = behind.getparent()
    assert parent is not None
    parent.insert(parent.index(behind) + 1, paragraph)
    return paragraph
