"""Markdown: what readers see as text becomes units; markup of blocks, code and HTML stays in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transreview.formats.document import Document, Layout
from transreview.formats.encoding import Decoded
from transreview.formats.lines import LINE_END, join_lines, newline_of
from transreview.formats.paragraph_kind import is_date_line
from transreview.formats.reading import no_text
from transreview.model.unit import Unit, UnitKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(.*?\n)(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_VALUE = re.compile(
    r"""^(title|author|date|lang|language)[ \t]*[:=][ \t]*(["']?)(.+?)\2[ \t]*\r?$""", re.MULTILINE
)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of text.

    Attributes:
        content: Its inline source, without the markup of the blocks around it.
        kind: What it is.
        first: 0-based line of the file on which it begins.
        last: One past the line on which it ends.
        cell: It is a cell of a table, which shares its line with others.
    """

    content: str
    kind: UnitKind
    first: int
    last: int
    cell: bool


def read_markdown(decoded: Decoded, path: Path | str) -> Document:
    """Return the paragraphs, headings, list items and table cells of a Markdown text.

    Code blocks, HTML blocks, link definitions and front matter are not translated: they stand in
    the layout and come out as they are.

    Raises:
        InputError: There is nothing to translate in it.
    """
    text = decoded.text
    front = _FRONT_MATTER.match(text)
    starts = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
    body = front.end() if front else 0
    units: list[Unit] = []
    gaps: list[str] = []
    written: dict[int, str] = {}
    end = 0
    for block in _blocks(text[body:], starts.index(body)):
        span = _locate(block, text, starts, end)
        if span is None:
            continue
        raw = text[span[0] : span[1]]
        line_start = max(starts[block.first], end)
        prefix = "" if block.cell else text[line_start : span[0]]
        gaps.append(text[end : span[0] - len(prefix)])
        plain = _plain(block.content)
        if plain != raw:
            written[len(units)] = raw
        units.append(Unit(plain, kind=block.kind, paragraph=len(units), line=block.first + 1, prefix=prefix))
        end = span[1]
    if not units:
        raise no_text(path)
    layout = Layout("markdown", (*gaps, text[end:]), written)
    metadata = {key: value for key, _quote, value in _FRONT_VALUE.findall(front[2])} if front else {}
    return Document(tuple(units), decoded.encoding, newline_of(text), metadata, layout)


def _blocks(text: str, skipped: int) -> Iterator[_Block]:
    """Yield the blocks that hold text, in the order of the file."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    titled = False
    for index, token in enumerate(tokens):
        if token.type != "inline" or token.map is None or not token.content.strip():
            continue
        kind = _kind(tokens, index, titled)
        titled = titled or kind in {UnitKind.TITLE, UnitKind.HEADING}
        cell = tokens[index - 1].type in {"td_open", "th_open"}
        yield _Block(token.content, kind, token.map[0] + skipped, token.map[1] + skipped, cell)


def _kind(tokens: list[Token], index: int, titled: bool) -> UnitKind:
    opening = tokens[index - 1]
    if opening.type == "heading_open":
        return UnitKind.TITLE if opening.tag == "h1" and not titled else UnitKind.HEADING
    if index > 1 and tokens[index - 2].type == "list_item_open":
        return UnitKind.LIST_ITEM
    return UnitKind.DATE_LINE if is_date_line(tokens[index].content) else UnitKind.PARAGRAPH


def _locate(block: _Block, text: str, starts: list[int], after: int) -> tuple[int, int] | None:
    """Return where the content of a block stands in the file; None when it stands nowhere.

    Only a link definition in front of a paragraph or an escaped bar in a table makes content
    that is not in the file letter by letter.
    """
    lines = block.content.split("\n")
    begin, stop = max(starts[block.first], after), starts[min(block.last, len(starts) - 1)]
    head, tail = lines[0].strip(), lines[-1].strip()
    if block.cell:
        forms = (head, head.replace("|", "\\|"))
        head = next((form for form in forms if form in text[begin:stop]), head)
        start = text.find(head, begin, stop)
        return None if start < 0 else (start, start + len(head))
    # The paragraph may begin below link definitions, which have left its content.
    for line in range(block.first, block.last):
        start = text.rfind(head, max(begin, starts[line]), starts[line + 1])
        if start >= 0:
            end = start + len(head) if len(lines) == 1 else text.rfind(tail, start, stop) + len(tail)
            return (start, end) if end > start else None
    return None


def _plain(content: str) -> str:
    """Return inline source as one line, except where the author broke it on purpose."""
    lines = [line.lstrip() for line in content.split("\n")]
    parts: list[list[str]] = [[]]
    for position, line in enumerate(lines):
        broken = position < len(lines) - 1 and _HARD_BREAK.search(line)
        bare = _HARD_BREAK.sub("", line) if broken else line.rstrip()
        if bare:
            parts[-1].append(bare)
        if broken:
            parts.append([])
    return "\n".join(join_lines(part) for part in parts if part)
