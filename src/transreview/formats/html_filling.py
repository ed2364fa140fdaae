"""Rewritten text in HTML: the tags of a paragraph go where their words went."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from transreview.formats.html_inline import SIGNS, Piece, read_inline
from transreview.formats.html_tokens import TokenKind
from transreview.formats.mark_transfer import transfer
from transreview.formats.soft_breaks import broken_again

_BREAK = re.compile(r"<br(?:\s[^<>]*)?/?>(?:[ \t]*\r?\n[ \t]*)?(?=[^\s<])", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def refill_html(raw: str, old: str, new: str, lost: list[str], *, xml: bool = False) -> str:
    """Return the HTML of a paragraph with another text in it.

    Args:
        raw: The paragraph as it stands in the file.
        old: What was read of it.
        new: The text now; a line feed is a break.
        lost: Takes the opening tags that could not be kept, because their words are gone.
        xml: The file is XML, where an empty element has to close itself.
    """
    line_break = "<br/>" if xml else "<br>"
    pieces = read_inline(raw, old)
    as_written = references(raw)
    if pieces is None:
        return escaped(new).translate(as_written).replace("\n", line_break)
    breaks = _BREAK.findall(raw)  # with the line end behind it, where each has the same
    if len(set(breaks)) == 1:
        line_break = breaks[0]
    else:
        line_break = next((raw[one.start : one.end] for one in pieces if one.name == "br"), line_break)
    if "\n" in old and not any(one.name == "br" for one in pieces):
        line_break = "\n"  # <pre>
    return refilled(
        raw,
        pieces,
        old,
        new,
        lost,
        lambda text: escaped(text).translate(as_written).replace("\n", line_break),
    )


def refilled(
    raw: str,
    pieces: Sequence[Piece],
    old: str,
    new: str,
    lost: list[str],
    written: Callable[[str], str],
) -> str:
    """Return the markup of a paragraph with another text in it.

    Args:
        raw: The paragraph as it stands in the file.
        pieces: Its pieces with their text.
        old: What was read of it.
        new: The text now.
        lost: Takes the opening tags that could not be kept, because their words are gone.
        written: How text stands in the file.
    """
    spans, singles = _elements(pieces)
    offsets = _offsets(pieces, old)
    edges = _at_the_edges(pieces, old)
    singles |= edges.keys() | {
        index
        for index, piece in enumerate(pieces)
        if piece.kind is TokenKind.TEXT and not piece.text and not raw[piece.start : piece.end].strip()
    }  # a blank behind another one is not read, and stays
    alone = [piece for index, piece in enumerate(pieces) if index in singles]
    moved = transfer(
        old,
        new,
        [(offsets[begin], offsets[end]) for begin, end in spans],
        [offsets[index] for index in sorted(singles)],
    )
    put: list[tuple[int, int, float, int, str]] = []  # place, closing before opening, depth, order, markup
    for number, ((begin, end), span) in enumerate(zip(spans, moved.spans, strict=True)):
        opening, close = (raw[pieces[i].start : pieces[i].end] for i in (begin, end))
        if span is None:
            if offsets[begin] == offsets[end]:
                place = transfer(old, new, [], [offsets[begin]]).points[0]
                put.append((*_inside(begin, place, offsets, spans, moved.spans), begin, opening + close))
            else:
                lost.append(opening)
            continue
        put += [(span[0], 2, number, begin, opening), (span[1], 0, -number, end, close)]
    for index, piece, place in zip(sorted(singles), alone, moved.points, strict=True):
        edge = edges.get(index, place) and len(new)
        where = _inside(index, edge if index in edges else place, offsets, spans, moved.spans)
        if index in edges and where[0] != edge:  # the text has grown beyond the element that it stood in
            where = edge, 1, index
        behind = _blanks_behind(raw, pieces, index) if where[0] < len(new) else ""
        put.append((*where, index, raw[piece.start : piece.end] + behind))
    lines = _Lines(raw, pieces, old, new)
    parts, at = [], 0
    for place, _order, _depth, _index, markup in sorted(put, key=lambda one: one[:4]):
        parts += [lines.written(at, place, written), markup]
        at = place
    return "".join([*parts, lines.written(at, len(new), written)])


def _blanks_behind(raw: str, pieces: Sequence[Piece], index: int) -> str:
    """Return the blanks behind a picture or control that are not read, because others stand before it."""
    if index + 1 == len(pieces) or pieces[index].kind is not TokenKind.OTHER:
        return ""
    following = pieces[index + 1]
    blanks = _BLANKS.match(raw, following.start, following.end)
    unread = following.kind is TokenKind.TEXT and following.text.lstrip() == following.text != ""
    return blanks[0] if blanks and unread else ""


def _in_lines(raw: str, piece: Piece) -> str:
    """Return what is read of a piece in the lines of the file, without blanks in front that are not read."""
    if piece.kind is not TokenKind.TEXT:
        return piece.text
    text = html.unescape(raw[piece.start : piece.end])
    return text if piece.text[:1].isspace() else text.lstrip(" \t\r\n\f")


class _Lines:
    """A new text in the lines that its paragraph stood in, as far as it still has the words at their ends."""

    def __init__(self, raw: str, pieces: Sequence[Piece], old: str, new: str) -> None:
        self.new = new
        self.ends: list[
            tuple[int, int, str]
        ] = []  # the blank that is read there, and what stands in the file
        if "\n" not in raw:
            return
        bare = "".join(_in_lines(raw, piece) for piece in pieces)
        at = 0
        for line in broken_again(bare.strip(), old, new):
            if line.between:
                self.ends.append((at, at + len(line.joint), line.between))
            at += len(line.joint) + len(line.text)

    def written(self, start: int, stop: int, written: Callable[[str], str]) -> str:
        """Return a part of the text as it stands in the file."""
        parts = []
        for begin, end, between in self.ends:
            if start <= begin < stop:
                parts += [written(self.new[start:begin]), between]
                start = end
        return "".join([*parts, written(self.new[start:stop])])


def refill_xml(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the XHTML of a paragraph with another text in it."""
    return refill_html(raw, old, new, lost, xml=True)


def _elements(pieces: Sequence[Piece]) -> tuple[list[tuple[int, int]], set[int]]:
    """Return the elements with text as pairs of pieces, outer ones first, and all other markup."""
    waiting: list[int] = []
    spans: list[tuple[int, int]] = []
    singles: set[int] = set()
    for index, piece in enumerate(pieces):
        if piece.kind is TokenKind.START:
            waiting.append(index)
        elif piece.kind is TokenKind.END:
            begin = next((one for one in reversed(waiting) if pieces[one].name == piece.name), None)
            if begin is None:
                singles.add(index)
                continue
            while waiting[-1] != begin:
                singles.add(waiting.pop())
            spans.append((waiting.pop(), index))
        elif piece.kind is not TokenKind.TEXT and piece.name not in SIGNS:
            singles.add(index)
    return sorted(spans), singles | set(waiting)


def _inside(
    index: int,
    place: int,
    offsets: Sequence[int],
    spans: Sequence[tuple[int, int]],
    moved: Sequence[tuple[int, int] | None],
) -> tuple[int, int, float]:
    """Return where markup without text goes, and its order there: inside the element that it stood in.

    Args:
        index: Its piece.
        place: Where the text around it went.
        offsets: Where in the old text each piece begins.
        spans: Pieces that begin and end each element with text.
        moved: Where the text of each of these is now.
    """
    around = [n for n, (begin, end) in enumerate(spans) if begin < index < end and moved[n] is not None]
    if not around:
        return place, 1, index
    number = around[-1]
    start, stop = moved[number] or (place, place)
    begin, end = spans[number]
    if offsets[index] == offsets[begin] < offsets[end]:
        return start, 2, number + 0.5
    if offsets[index] == offsets[end]:
        return stop, 0, -number - 0.5
    return min(max(place, start), stop), 1, index


def _at_the_edges(pieces: Sequence[Piece], old: str) -> dict[int, int]:
    """Return the breaks and tabs that stand before (0) or behind (1) the text that is read."""
    whole = "".join(piece.text for piece in pieces)
    at = len(whole.lstrip()) - len(whole)
    found: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        begin, at = at, at + len(piece.text)
        if piece.kind is not TokenKind.TEXT and piece.name in SIGNS and (at <= 0 or begin >= len(old)):
            found[index] = int(at > 0)
    return found


def _offsets(pieces: Sequence[Piece], old: str) -> list[int]:
    """Return where in the text that was read each piece begins."""
    whole = "".join(piece.text for piece in pieces)
    lead = len(whole) - len(whole.lstrip())
    offsets, at = [], -lead
    for piece in pieces:
        offsets.append(max(0, min(at, len(old))))
        at += len(piece.text)
    return offsets


def escaped(text: str) -> str:
    """Return text as HTML shows it letter by letter; quotation marks need no escape outside of tags."""
    return html.escape(text, quote=False)


_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MARKUP = re.compile(r"<[^<>]*>")


def references(raw: str) -> dict[int, str]:
    """Return the characters that the author of a text wrote as references (`&nbsp;`, `&copy;`), with these.

    What he wrote both ways, what is markup as itself, and letters are left out.
    """
    if "&" not in raw:
        return {}
    text = _MARKUP.sub("", raw)
    found: dict[int, str] = {}
    for match in _REFERENCE.finditer(text):
        sign = html.unescape(match[0])
        if len(sign) == 1 and sign not in "&<>" and not sign.isalpha() and sign not in text:
            found.setdefault(ord(sign), match[0])
    return found


def on_one_line(text: str) -> str:
    """Return text with its breaks and rows of blanks as one blank each; no-break spaces stay."""
    return _BLANKS.sub(" ", text).strip(" ")


def refill_attribute(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the value of an attribute in double quotes with another text in it."""
    return escaped(on_one_line(new)).translate(references(raw)).replace('"', "&quot;")


def refill_single_quoted(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the value of an attribute in single quotes with another text in it."""
    return escaped(on_one_line(new)).translate(references(raw)).replace("'", "&#39;")


def refill_unquoted(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the value of an attribute without quotes; quotes come in where it needs them."""
    value = refill_attribute(raw, old, new, lost)
    return value if value and not re.search(r"[\s'=<>`]", value) else f'"{value}"'


def refill_title(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the title of a page, which holds no tags."""
    return escaped(on_one_line(new)).translate(references(raw))
