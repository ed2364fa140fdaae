"""The texts of an HTML page by their places: blocks, table cells, list items, and texts in attributes."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from transreview.formats.document import SLOT
from transreview.formats.html_filling import on_one_line
from transreview.formats.html_inline import VOID, Piece, element_ends, inline_pieces, is_opaque, with_text
from transreview.formats.html_marks import html_marks
from transreview.formats.html_runs import parted, trimmed
from transreview.formats.html_tokens import RAW, Attribute, Token, TokenKind, attributes, tokens
from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END
from transreview.formats.placing import Placed
from transreview.model.unit import UnitKind

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_LISTS = frozenset({"ol", "ul", "menu", "dl", "dir"})
_CELLS = frozenset({"td", "th"})
# An element that ends when one of these begins: HTML need not close it.
_ENDED_BY = {
    "p": BLOCKS - {"body", "html", "head"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot", "thead"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot", "thead"}),
    "tr": frozenset({"tr", "tbody", "tfoot", "thead"}),
}  # fmt: skip
_STOPS_AT = {"li": _LISTS, "dt": _LISTS, "dd": _LISTS, "td": {"table"}, "th": {"table"}, "tr": {"table"}}
_KINDS = {
    "h1": UnitKind.TITLE, "h2": UnitKind.HEADING, "h3": UnitKind.HEADING, "h4": UnitKind.HEADING,
    "h5": UnitKind.HEADING, "h6": UnitKind.HEADING, "li": UnitKind.LIST_ITEM, "dt": UnitKind.LIST_ITEM,
    "dd": UnitKind.LIST_ITEM, "td": UnitKind.TABLE_CELL, "th": UnitKind.TABLE_CELL,
    "caption": UnitKind.CAPTION, "figcaption": UnitKind.CAPTION, "legend": UnitKind.CAPTION,
    "title": UnitKind.CAPTION,
}  # fmt: skip
_READ_ATTRIBUTES = frozenset({"alt", "title", "aria-label"})
# Classes of generators of documents: highlighters, DocBook, Sphinx, Org, texinfo.
_CODE_CLASS = re.compile(
    r"<(?:pre|div|figure)\b[^<>]*\sclass\s*=[^<>]*(?:highlight|lang(?:uage)?-|code|prettyprint|brush|screen"
    r"|listing|console|terminal|shell|synopsis|rouge|chroma|\bsrc\b|\bsh_|example-)[^<>]*>\s*(?:<[^<>]*>\s*)?$"
)
_AROUND_PRE = 200
_DEEPEST = 200  # elements in one another; browsers stop at 512
_META = frozenset({"description", "og:description", "og:title", "twitter:title", "twitter:description"})
_LEFT_BY_NAME = {
    "script": Left.SCRIPT, "style": Left.SCRIPT, "template": Left.SCRIPT, "svg": Left.CONTROL,
    "math": Left.FORMULA, "canvas": Left.CONTROL, "button": Left.CONTROL, "select": Left.CONTROL,
    "textarea": Left.CONTROL, "object": Left.CONTROL, "iframe": Left.CONTROL, "rt": Left.READING,
    "noscript": Left.SCRIPT, "audio": Left.CONTROL, "video": Left.CONTROL,
}  # fmt: skip
_SITE = frozenset({"nav", "header", "footer", "aside", "search"})
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Found:
    """A text of a page.

    Attributes:
        place: Where it is and what it is.
        inside: What around it says whether it is of the article: "main", "article", "head", or the
            number of a part that belongs to the site where it is full of links (a menu, a footer).
        loose: No element says what it is.
        linked: Letters and digits of it that are links.
    """

    place: Placed
    inside: frozenset[str]
    loose: bool = False
    linked: int = 0


@dataclass(slots=True, kw_only=True)
class _Open:
    """An element that is open, with what it counts."""

    name: str
    inside: frozenset[str]
    items: int = 0
    rows: int = 0
    columns: int = 0
    used: bool = False


class _Details(TypedDict, total=False):
    """What is known of a text from the elements around it, as in `Placed`."""

    kind: UnitKind
    level: int
    marker: str
    row: int
    column: int


@dataclass(slots=True)
class HtmlTexts:
    """What a page holds.

    Attributes:
        found: Its texts in their order; those in attributes inside a paragraph follow it.
        left: What no text is read of.
        articles: Number of <article> elements that are in no other.
        unclosed: Line of the first comment that never closes, 0 without one.
    """

    found: list[Found] = field(default_factory=list)
    left: Counter[Left] = field(default_factory=Counter)
    articles: int = 0
    unclosed: int = 0


def html_texts(source: str, start: int = 0, end: int | None = None) -> HtmlTexts:
    """Return the texts of a page, or of a part of one, with their places.

    Args:
        source: The page.
        start: Where to begin.
        end: Where to stop; None for its end.
    """
    walk = _Walk(source, list(tokens(source, start, end)))
    walk.read()
    walk.texts.unclosed = _unclosed_comment(source, walk.tokens)
    walk.texts.found.sort(key=lambda one: (one.place.start, -one.place.end))
    return walk.texts


def _unclosed_comment(source: str, found: Sequence[Token]) -> int:
    """Return the line of the comment that never closes, whose beginning is then text; 0 without one."""
    for before, token in zip((None, *found), found, strict=False):
        if token.kind is not TokenKind.TEXT:
            continue
        if before is not None and before.kind is TokenKind.START and before.name in RAW:
            continue
        at = source.find("<!--", token.start, token.end)
        if at >= 0:
            return len(LINE_END.findall(source, 0, at)) + 1
    return 0


class _Walk:
    """Goes through the tokens of a page; inline ones gather in a run, which a block's edge ends."""

    def __init__(self, source: str, found: list[Token]) -> None:
        self.source = source
        self.tokens = found
        self.texts = HtmlTexts()
        self.open: list[_Open] = []
        self.run: list[Token] = []
        self.index = 0
        self.regions = 0
        self.slots = SLOT not in source
        self.ends = element_ends(found)

    def read(self) -> None:
        """Read all tokens."""
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.kind in {TokenKind.START, TokenKind.EMPTY}:
                self._begin(token)
            elif token.kind is TokenKind.END and token.name in BLOCKS:
                self._flush()
                self._close(token.name)
            else:
                if token.kind is TokenKind.CDATA and self._says(token):
                    self.texts.left[Left.CDATA] += 1
                self.run.append(token)
        self._flush()

    def _says(self, token: Token) -> bool:
        """Whether there are letters in a section of characters."""
        return bool(_LETTER.search(self.source, token.start + len("<![CDATA["), token.end))

    def _begin(self, token: Token) -> None:
        given = {one.name: one for one in attributes(self.source, token)}
        block = token.name in BLOCKS
        reason = _LEFT_BY_NAME.get(token.name) or _kept_out(given, block=block)
        last = self.ends.get(self.index - 1)
        if token.name == "pre" and self._holds_code():
            reason = Left.CODE
        if last is not None and (reason or is_opaque(self.source, token)):
            if block:
                self._flush()
                self._implied_ends(token.name)
            else:
                self.run += self.tokens[self.index - 1 : last + 1]
            self.texts.left[reason or Left.HIDDEN] += token.name != "rp"
            self.index = last + 1
            return
        self._attributes(token, given)
        if not block:
            self.run.append(token)
            return
        self._flush()
        self._implied_ends(token.name)
        if token.name not in VOID and token.kind is TokenKind.START and len(self.open) < _DEEPEST:
            self._push(token.name, given)

    def _holds_code(self) -> bool:
        """Whether the <pre> that begins is code: a <code> in it, or a class at or around it that says so."""
        inside = self.tokens[self.index : self.ends.get(self.index - 1, self.index)]
        tag = self.tokens[self.index - 1]
        around = self.source[max(0, tag.start - _AROUND_PRE) : tag.end]
        return any(one.name in {"code", "samp", "kbd"} for one in inside) or bool(_CODE_CLASS.search(around))

    def _push(self, name: str, given: dict[str, Attribute]) -> None:
        around = self.open[-1].inside if self.open else frozenset[str]()
        role = given["role"].value if "role" in given else ""
        inside = set(around)
        if name in {"main", "article", "head"} or role == "main":
            inside.add("main" if role == "main" else name)
            self.texts.articles += name == "article" and "article" not in around
        names = " ".join(given[one].value for one in ("class", "id") if one in given)
        site = name in _SITE or role in _SITE_ROLES
        if site or (name in {"ul", "ol", "div", "section", "table"} and _MENU.search(names)):
            self.regions += 1
            inside.add(str(self.regions))
        opened = _Open(name=name, inside=frozenset(inside))
        parent = next((one for one in reversed(self.open) if one.name in _LISTS), None)
        if name == "li" and parent:
            parent.items += 1
        table = next((one for one in reversed(self.open) if one.name == "table"), None)
        if table and name == "tr":
            table.rows, table.columns = table.rows + 1, 0
        if table and name in _CELLS:
            table.columns += 1
        self.open.append(opened)

    def _implied_ends(self, name: str) -> None:
        """Close the elements that the beginning of another one ends."""
        for place in range(len(self.open) - 1, -1, -1):
            opened = self.open[place].name
            if name in _ENDED_BY.get(opened, ()):
                del self.open[place:]
                return
            if opened in {"table", "ul", "ol", "dl", "td", "th"} and opened not in _ENDED_BY:
                return
            if opened in _CELLS and name not in {"td", "th", "tr", "tbody", "tfoot", "thead"}:
                return

    def _close(self, name: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name == name:
                del self.open[place:]
                return
            if self.open[place].name == "table" and name not in {"body", "html", "div", "section"}:
                return

    def _flush(self) -> None:
        """End the run of inline tokens: each part of it that has text becomes a text of the page."""
        if not self.run:
            return
        pre = any(one.name == "pre" for one in self.open)
        pieces = inline_pieces(self.source, self.run)
        self.run = []
        for part in parted(self.source, pieces, pre=pre):
            span = trimmed(self.source, part)
            if span is None:
                continue
            start, end, inner = span
            text = "".join(one.text for one in with_text(self.source, inner, pre=pre)).strip()
            if text:
                self.texts.found.append(self._found(start, end, text, part))

    def _found(self, start: int, end: int, text: str, run: Sequence[Piece]) -> Found:
        pieces = with_text(self.source, run)
        marks = html_marks(self.source, pieces)
        owner = next((one for one in reversed(self.open) if one.name in _KINDS), None)
        details = _Details()
        if owner is not None:
            again = owner.used and owner.name in {"li", "dd"}
            owner.used = True
            details = self._details(UnitKind.PARAGRAPH if again else _KINDS[owner.name], owner)
        syntax = "html-title" if owner is not None and owner.name == "title" else "html"
        place = Placed(start=start, end=end, text=text, syntax=syntax, marks=marks, **details)
        inside = self.open[-1].inside if self.open else frozenset[str]()
        loose = owner is None and not any(one.name == "p" for one in self.open)
        linked, depth = 0, 0
        for one in pieces:
            depth += {TokenKind.START: 1, TokenKind.END: -1}.get(one.kind, 0) if one.name == "a" else 0
            linked += sum(map(str.isalnum, one.text)) if depth > 0 else 0
        return Found(place, inside, loose, linked)

    def _details(self, kind: UnitKind, owner: _Open) -> _Details:
        """Return what a text is, with its level, marker, row and column."""
        details = _Details(kind=kind)
        lists = [one for one in self.open if one.name in _LISTS]
        tables = [one for one in self.open if one.name == "table"]
        if kind in {UnitKind.TITLE, UnitKind.HEADING}:
            details["level"] = int(owner.name[1])
        if kind is UnitKind.LIST_ITEM and lists:
            marker = f"{lists[-1].items}." if lists[-1].name == "ol" else "-"
            details |= _Details(level=len(lists), marker=marker if owner.name == "li" else "")
        if tables and any(one.name in _CELLS for one in self.open):
            details |= _Details(row=tables[-1].rows, column=tables[-1].columns)
        return details

    def _attributes(self, token: Token, given: dict[str, Attribute]) -> None:
        """Take the texts that readers see of a tag: descriptions of pictures, tooltips."""
        inside = self.open[-1].inside if self.open else frozenset[str]()
        for one in given.values():
            named = given.get("name") or given.get("property")
            meta = token.name == "meta" and one.name == "content" and named and named.value.lower() in _META
            component = _COMPONENT.match(self.source, token.start) is not None
            names = _OF_COMPONENTS if component else _READ_ATTRIBUTES
            read = one.name in names and token.name not in {"input", "link", "meta"}
            text = on_one_line(html.unescape(one.value))
            if not (meta or read) or not _LETTER.search(text) or not self.slots:
                continue
            begin = one.start + len(one.value) - len(one.value.lstrip())
            stop = one.end - (len(one.value) - len(one.value.rstrip()))
            syntax = {'"': "attribute", "'": "attribute'", "": "attribute-bare"}[one.quote]
            place = Placed(start=begin, end=stop, text=text, kind=UnitKind.CAPTION, syntax=syntax)
            self.texts.found.append(Found(place, inside))


# What components of documentation sites show: <TabItem label="…">, <Card title="…" description="…">.
_OF_COMPONENTS = _READ_ATTRIBUTES | {"label", "description", "summary", "caption", "heading"}
_COMPONENT = re.compile(r"<[A-Z][A-Za-z0-9.]*[a-z]")
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|share|social|cookie|pagination|pager|toolbar)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)


def _kept_out(given: dict[str, Attribute], *, block: bool) -> Left | None:
    """Return why an element's text is not read, by its attributes."""
    style = given["style"].value if "style" in given else ""
    if "hidden" in given or re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style):
        return Left.HIDDEN
    classes = given["class"].value.split() if "class" in given else []
    marked = ("translate" in given and given["translate"].value.lower() == "no") or "notranslate" in classes
    return Left.PROTECTED if marked and block else None
