"""A Word paragraph as pieces: its words by run, and what stands between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from transreview.formats.docx_formulas import FORMULAS, formula_text
from transreview.formats.docx_package import W, value
from transreview.formats.docx_symbols import symbol
from transreview.formats.left_out import Left
from transreview.formats.xml_reading import local_name

# Containers of runs: what is in them is text of the paragraph.
_TRANSPARENT = frozenset({"ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"})
_WRAPPERS = frozenset({"hyperlink", "fldSimple", "sdt"})
# What no reader sees once the tracked changes are accepted, or that a program makes anew.
_GONE = frozenset({"del", "moveFrom", "pPr", "proofErr", "lastRenderedPageBreak", "sdtPr", "sdtEndPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph.

    Attributes:
        element: The run, or the element without text, that it is.
        around: The hyperlinks, fields and controls around it, outer ones first.
        text: What readers see of it; "" for what has no words.
        whole: It cannot have other words: ruby, a sign of a symbol font, a formula.
    """

    element: etree._Element
    around: tuple[etree._Element, ...]
    text: str
    whole: bool = False

    @property
    def is_formula(self) -> bool:
        """Whether it is a formula."""
        return local_name(self.element) in FORMULAS

    @property
    def look(self) -> tuple[tuple[int, ...], bytes]:
        """What makes it look and act as it does: its surroundings and its run properties."""
        properties = self.element.find(f"{W}rPr")
        written = b"" if properties is None else etree.tostring(properties, method="c14n")
        return tuple(id(one) for one in self.around), written


def pieces_of(paragraphs: Sequence[etree._Element], left: Counter[Left]) -> list[Piece]:
    """Return the pieces of a paragraph.

    Args:
        paragraphs: The `w:p` elements that it consists of; more than one where the mark between
            them was deleted.
        left: Counts what no text is read of.
    """
    return _without_codes([piece for paragraph in paragraphs for piece in _inside(paragraph, (), left)])


def _without_codes(pieces: list[Piece]) -> list[Piece]:
    """Return pieces without the words of fields that stand in the code of another field."""
    codes: list[bool] = []  # of each field that is open: whether its code goes on
    found: list[Piece] = []
    for piece in pieces:
        found.append(replace(piece, text="") if piece.text and any(codes) else piece)
        if local_name(piece.element) == "r":
            for sign in piece.element.iterchildren(f"{W}fldChar"):
                kind = sign.get(f"{W}fldCharType")
                if kind == "begin":
                    codes.append(True)
                elif codes and kind == "separate":
                    codes[-1] = False
                elif codes:
                    codes.pop()
    return found


def _inside(
    element: etree._Element, around: tuple[etree._Element, ...], left: Counter[Left]
) -> Iterator[Piece]:
    for child in element:
        name = local_name(child)
        if name in {"del", "moveFrom"}:
            left[Left.DELETED] += 1
        if not name or name in _GONE:
            continue
        if name == "r":
            yield from _run(child, around, left)
        elif name in _WRAPPERS:
            yield from _inside(child, (*around, child), left)
        elif name in _TRANSPARENT:
            yield from _inside(child, around, left)
        else:
            formula = name in FORMULAS
            left[Left.FORMULA] += formula
            yield Piece(child, around, formula_text(child) if formula else "", whole=formula)


def _run(run: etree._Element, around: tuple[etree._Element, ...], left: Counter[Left]) -> Iterator[Piece]:
    """Yield a run; one that holds something else than words is a piece without text, or kept whole."""
    if value_of_hidden(run):
        left[Left.HIDDEN] += 1
        yield Piece(run, around, "")
        return
    text, other, whole = "", False, False
    for child in run:
        name = local_name(child)
        if name == "t":
            text += child.text or ""
        elif name in _SIGNS:
            text += _SIGNS[name]
        elif name == "br":
            text += "\n"  # a page or column break parts words too, and has to stay what it is
            other = other or child.get(f"{W}type") not in {None, "textWrapping"}
        elif name == "sym":
            sign = symbol(child.get(f"{W}font") or "", child.get(f"{W}char") or "")
            left[Left.SYMBOL] += not sign
            text, whole = text + sign, True
        elif name == "ruby":
            left[Left.READING] += 1
            base = child.find(f"{W}rubyBase")
            text += "".join(piece.text for piece in _inside(base, (), left)) if base is not None else ""
            whole = True
        elif name and name not in _GONE and name != "rPr":
            other = True
    if text and other:
        whole = True
    yield Piece(run, around, text, whole)


def parts_of(piece: Piece) -> list[Piece]:
    """Return a run as pieces that look as it does: one for its words, one for each break or other thing."""
    if local_name(piece.element) != "r" or not piece.text or value_of_hidden(piece.element):
        return [piece]
    properties = piece.element.find(f"{W}rPr")
    found: list[Piece] = []
    for child in piece.element:
        if child is properties or local_name(child) in _GONE or not local_name(child):
            continue
        run = etree.Element(f"{W}r")
        run.extend(deepcopy(one) for one in (properties, child) if one is not None)
        found.extend(_run(run, piece.around, Counter()))
    return found


def value_of_hidden(run: etree._Element) -> bool:
    """Return whether a run is hidden text."""
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and value(hidden) not in {"0", "false"}
