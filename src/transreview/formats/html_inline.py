"""Inline HTML as pieces: what readers see of it, and the tags and elements that stand between."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace

from transreview.formats.html_tokens import Token, TokenKind, tokens
from transreview.formats.lines import is_wide

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""Elements without an end tag."""

OPAQUE = frozenset({
    "script", "style", "noscript", "template", "object", "iframe", "svg", "math", "canvas", "audio",
    "video", "button", "select", "textarea", "rt", "rp", "rtc",
    "text:note", "office:annotation", "text:ruby-text", "draw:frame", "draw:custom-shape", "draw:g",
    "text:tracked-changes",
})  # fmt: skip
"""Elements whose inside is no part of the sentence around them: programs, controls, readings above."""

SIGNS = {"br": "\n", "text:line-break": "\n", "text:tab": "\t", "text:s": " "}
"""Elements of HTML and OpenDocument that stand for a character."""

_READINGS = ("rt", "rp", "rtc")
_OF_RUBY = frozenset({*_READINGS, "rb", "ruby"})
_COUNT = re.compile(r"\btext:c\s*=\s*[\"'](\d{1,3})")
_HIDDEN = re.compile(
    r"""\shidden(?=[\s=/>])|\sstyle\s*=\s*["'][^"'>]*(?:display\s*:\s*none|visibility\s*:\s*hidden)""",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"([ \t\r\n\f]+)")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of inline HTML.

    Attributes:
        kind: START or END of an element with text inside, TEXT, or OTHER for what has none.
        start: Where it begins in the page.
        end: One past its end.
        name: Name of its element.
        text: What readers see of it.
    """

    kind: TokenKind
    start: int
    end: int
    _: KW_ONLY
    name: str = ""
    text: str = ""


def inline_pieces(source: str, found: Sequence[Token]) -> list[Piece]:
    """Return tokens of running text as pieces without their text; opaque elements become one each."""
    ends = element_ends(found)
    pieces: list[Piece] = []
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        if token.kind is TokenKind.TEXT:
            pieces.append(Piece(TokenKind.TEXT, token.start, token.end))
        elif token.kind is TokenKind.START and is_opaque(source, token):
            last = ends.get(index - 1, index - 1)
            pieces.append(Piece(TokenKind.OTHER, token.start, found[last].end, name=token.name))
            index = last + 1
        elif token.kind in {TokenKind.START, TokenKind.END} and token.name not in VOID:
            pieces.append(Piece(token.kind, token.start, token.end, name=token.name))
        else:
            name = token.name or token.kind.value
            pieces.append(Piece(TokenKind.OTHER, token.start, token.end, name=name))
    return pieces


def is_opaque(source: str, token: Token) -> bool:
    """Return whether readers see nothing of an element as part of the sentence around it."""
    return token.name in OPAQUE or (
        token.name not in VOID and _HIDDEN.search(source, token.start, token.end) is not None
    )


def element_ends(found: Sequence[Token]) -> dict[int, int]:
    """Return for the start tags of elements that are closed the index of their end tag.

    Readings above characters may do without: they go to the next part of the ruby, or to its end.
    """
    waiting: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for index, token in enumerate(found):
        if token.name in _OF_RUBY and (token.kind is TokenKind.START or token.name == "ruby"):
            for name in _READINGS:
                ends |= dict.fromkeys(waiting.pop(name, ()), index - 1)
        if token.kind is TokenKind.START and token.name not in VOID:
            waiting.setdefault(token.name, []).append(index)
        elif token.kind is TokenKind.END and waiting.get(token.name):
            ends[waiting[token.name].pop()] = index
    return ends


def with_text(source: str, pieces: Sequence[Piece], *, pre: bool = False) -> list[Piece]:
    """Return pieces with what readers see of each, blanks collapsed as browsers do.

    A line end between characters of a script that is written without spaces is no blank.

    Args:
        source: The page.
        pieces: Pieces of one paragraph.
        pre: Line ends count, as in `<pre>`.
    """
    texts = [""] * len(pieces)
    waiting: tuple[int, bool] | None = None  # piece with a blank that a next character makes count
    last = ""
    for index, piece in enumerate(pieces):
        sign = SIGNS.get(piece.name)
        if sign and piece.kind is TokenKind.OTHER:
            count = _COUNT.search(source, piece.start, piece.end)
            if sign == " " and waiting and last:
                texts[waiting[0]] += " "
            texts[index], last, waiting = sign * (int(count[1]) if count else 1), sign, None
        if piece.kind is not TokenKind.TEXT:
            continue
        decoded = html.unescape(source[piece.start : piece.end])
        if pre:
            texts[index] = _LINE_END.sub("\n", decoded)
            continue
        for number, word in enumerate(_BLANKS.split(decoded)):
            if number % 2:
                waiting = waiting or (index, "\n" in word or "\r" in word)
            elif word:
                joined = waiting is not None and waiting[1] and is_wide(last or " ") and is_wide(word[0])
                if waiting and last and last not in "\n\t" and not joined:
                    texts[waiting[0]] += " "
                texts[index] += word
                last, waiting = word[-1], None
    return [
        piece if text == piece.text else replace(piece, text=text)
        for piece, text in zip(pieces, texts, strict=True)
    ]


def read_inline(raw: str, text: str) -> list[Piece] | None:
    """Return the pieces of a paragraph's own HTML whose text together is the one that was read of it.

    Args:
        raw: The paragraph as it stands in the file.
        text: What was read of it.

    Returns:
        None when it reads otherwise, because its text has been changed from outside.
    """
    pieces = inline_pieces(raw, list(tokens(raw)))
    for pre in (False, True):
        found = with_text(raw, pieces, pre=pre)
        if "".join(piece.text for piece in found).strip() == text:
            return found
    return None
