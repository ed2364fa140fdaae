"""HTML and XML as tokens with their places, so that a page can be written again around its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
# A ">" inside quotes ends no tag. Possessive, so that a quote that never closes costs one pass.
_TAG_BODY = re.compile(r"""[^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*>""")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+)))?"""
)

# Elements whose content is characters alone: a "<" in them begins no tag.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


class TokenKind(StrEnum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    EMPTY = "empty"
    END = "end"
    COMMENT = "comment"
    CDATA = "cdata"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a page.

    Attributes:
        kind: What it is; `EMPTY` is a start tag that closes itself ("/>").
        start: Where it begins.
        end: One past its end.
        name: Name of its element in small letters, prefix included.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute of a tag.

    Attributes:
        name: In small letters.
        value: As written, entities and all; "" when it has none.
        start: Where the value begins in the page.
        end: One past its end.
        quote: The quotation mark around it, "" without one.
    """

    name: str
    value: str
    start: int
    end: int
    quote: str


def tokens(text: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of a part of a text; together they cover it without a gap.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; None for its end.
        xml: No element holds characters alone, as in HTML scripts do.
    """
    stop = len(text) if end is None else end
    at = written = start
    scan = _Scan(text, stop)
    while (at := text.find("<", at, stop)) >= 0:
        token = scan.token(at)
        if token is None:
            at += 1
            continue
        if written < at:
            yield Token(TokenKind.TEXT, written, at)
        yield token
        at = written = token.end
        if token.kind is TokenKind.START and token.name in RAW and not xml:
            at = scan.raw_end(token)
            if written < at:
                yield Token(TokenKind.TEXT, written, at)
                written = at
    if written < stop:
        yield Token(TokenKind.TEXT, written, stop)


class _Scan:
    """Reads one token at a time; remembers what is known never to close, so that time stays linear."""

    def __init__(self, text: str, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.unclosed: set[str] = set()

    def token(self, at: int) -> Token | None:
        """Return the token that begins with the "<" at a place; None when it is a character of text."""
        text = self.text
        if text.startswith("<!--", at):
            end = self._find("-->", at + 4)
            return Token(TokenKind.COMMENT, at, end) if end else None
        if text.startswith("<![CDATA[", at):
            end = self._find("]]>", at + 9)
            return Token(TokenKind.CDATA, at, end) if end else None
        if text.startswith(("<!", "<?"), at):
            end = self._find(">", at + 2)
            return Token(TokenKind.OTHER, at, end) if end else None
        closes = text.startswith("/", at + 1)
        name = _NAME.match(text, at + 1 + closes, self.stop)
        if name is None:
            return None
        end = self._tag_end(name.end())
        if not end:
            return None
        kind = TokenKind.END if closes else TokenKind.START
        if not closes and text[end - 2] == "/":
            kind = TokenKind.EMPTY
        return Token(kind, at, end, name[0].lower())

    def raw_end(self, opening: Token) -> int:
        """Return where the characters of a script and the like end."""
        closing = re.compile(rf"</{re.escape(opening.name)}(?=[\s/>])", re.IGNORECASE)
        if opening.name in self.unclosed:
            return opening.end
        match = closing.search(self.text, opening.end, self.stop)
        if match is None:
            self.unclosed.add(opening.name)
            return opening.end
        return match.start()

    def _tag_end(self, at: int) -> int:
        if "quote" not in self.unclosed:
            match = _TAG_BODY.match(self.text, at, self.stop)
            if match:
                return match.end()
            self.unclosed.add("quote")
        return self._find(">", at)

    def _find(self, closing: str, at: int) -> int:
        """Return one past the next closing sign, 0 when there is none."""
        if closing in self.unclosed:
            return 0
        found = self.text.find(closing, at, self.stop)
        if found < 0:
            self.unclosed.add(closing)
            return 0
        return found + len(closing)


def attributes(text: str, token: Token) -> Iterator[Attribute]:
    """Yield the attributes of a start tag, with the places of their values."""
    begin = token.start + 1 + len(token.name)
    for match in _ATTRIBUTE.finditer(text, begin, token.end - 1):
        group = next((one for one in ("double", "single", "bare") if match[one] is not None), None)
        if group is None:
            yield Attribute(name=match[1].lower(), value="", start=match.end(), end=match.end(), quote="")
        else:
            quote = {"double": '"', "single": "'", "bare": ""}[group]
            yield Attribute(
                name=match[1].lower(),
                value=match[group],
                start=match.start(group),
                end=match.end(group),
                quote=quote,
            )
