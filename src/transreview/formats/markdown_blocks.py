"""The blocks of a Markdown file that CommonMark knows, with their lines; tables and HTML by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from transreview.formats.html_blocks import html_texts
from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END
from transreview.formats.markdown_markers import Structure
from transreview.formats.markdown_tables import cells
from transreview.formats.placing import Placed
from transreview.i18n import _
from transreview.model.unit import UnitKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Deeper lists than this are read line by line: a parser that calls itself needs a bound.
_DEEPEST = 60
_LEAVES = frozenset({
    "paragraph_open", "heading_open", "fence", "code_block", "html_block", "hr", "table_open", "dt_open",
})  # fmt: skip
_ITEM = re.compile(r"[ \t>]*(?P<marker>[-*+]|\d{1,3}[.)])[ \t]+(?P<text>\S.*?)[ \t]*")
# Several words, or as much in a script without blanks, no key of YAML and no sign that only code has.
_SENTENCE = re.compile(
    r"(?!\w+:)(?:(?:[^\W\d_][^\s={}<>|$\\]*\s+){4}|[^\W\d_a-zA-Z]{4})[^={}<>|$\\]*[.!?;:。！？；：।,，、]"
)
_LEAD = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:#{1,6}[ \t]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of running text.

    Attributes:
        content: Its inline source, without the markup of the blocks around it.
        kind: What it is.
        lines: Where the lines begin on which it may stand, and where the last of them ends.
        level: As in `Unit`.
        marker: As in `Unit`.
    """

    content: str
    kind: UnitKind
    lines: Sequence[int]
    level: int = 0
    marker: str = ""

    @property
    def line_start(self) -> int:
        """Where its first line begins."""
        return self.lines[0]

    def located(self, text: str, after: int) -> tuple[int, int] | None:
        """Return where its content stands in the file, behind a place; None when it stands nowhere."""
        content = self.content.split("\n")
        head, tail = content[0].strip(), content[-1].strip()
        stop = self.lines[-1]
        # The paragraph may begin below link definitions, which have left its content.
        for begin, end in zip(self.lines, self.lines[1:], strict=False):
            start = text.rfind(head, max(begin, after), end)
            if start >= 0:
                if len(content) == 1:
                    return start, start + len(head)
                last = text.rfind(tail, start + len(head), stop)
                return (start, last + len(tail)) if last > start else None
        return None


@dataclass(slots=True)
class Blocks:
    """What a file holds.

    Attributes:
        blocks: Its running text.
        places: Its texts that have been found by place: cells, HTML.
        left: What no text is read of.
        warnings: What is odd, by 1-based line.
    """

    blocks: list[Block] = field(default_factory=list)
    places: list[Placed] = field(default_factory=list)
    left: Counter[Left] = field(default_factory=Counter)
    warnings: list[tuple[int, str]] = field(default_factory=list)


def blocks_of(text: str, structure: Structure) -> Blocks:
    """Return the blocks of a file.

    Args:
        text: The file.
        structure: Its lines for the parser, and what is known of them.
    """
    walk = _Walk(text, structure)
    walk.read(_parser().parse("\n".join(structure.lines)))
    walk.unread()
    return walk.out


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").use(deflist_plugin)
    # Inline markup is found in the text as it is written, so only blocks are parsed.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


class _Walk:
    def __init__(self, text: str, structure: Structure) -> None:
        self.text = text
        self.structure = structure
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self.out = Blocks()
        self.covered = bytearray(len(self.starts) + 1)
        self.lists: list[str] = []
        self.item = ""
        self.closed_list: tuple[int, str, str] = (-1, "", "")  # line behind it, its type, its marker

    def read(self, tokens: Sequence[Token]) -> None:
        """Take all tokens of the parser."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type in _LEAVES and token.map:
                begin, end = token.map[0], max(token.map[1], token.map[0] + 1)
                self.covered[begin:end] = b"\x01" * (end - begin)
            if token.type == "table_open":
                self._table(token)
                while tokens[index].type != "table_close":
                    index += 1
            elif token.type == "inline":
                self._inline(tokens, index)
            elif token.type == "code_block":
                self.out.left[Left.CODE] += not self._indented_list(token)
            elif token.type == "html_block":
                self._html(token)
            else:
                self._list(token)
            index += 1

    def _list(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._changed_marker(token)
            self.lists.append(token.markup)
            self.closed_list = (token.map[1] if token.map else -1, token.type, token.markup)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif token.type == "list_item_open":
            self.item = f"{token.info}{token.markup}" if token.info else token.markup
            if token.map:
                line, kind, marker = self.closed_list
                self.closed_list = (max(line, token.map[1]), kind, marker)

    def _changed_marker(self, token: Token) -> None:
        """Say where a list begins right below another one, only because its marker is another."""
        line, kind, marker = self.closed_list
        if token.map and token.map[0] == line and kind == token.type and marker != token.markup:
            what = _("the list changes its marker from {old} to {new}, so a new list begins")
            self.out.warnings.append((line + 1, what.format(old=marker, new=token.markup)))

    def _inline(self, tokens: Sequence[Token], index: int) -> None:
        token, opening = tokens[index], tokens[index - 1]
        if not token.content.strip() or token.map is None:
            return
        kind, level, marker = UnitKind.PARAGRAPH, 0, ""
        if opening.type == "heading_open":
            level = int(opening.tag[1])
            kind = UnitKind.TITLE if level == 1 else UnitKind.HEADING
        elif opening.type == "dt_open" or (index > 1 and tokens[index - 2].type == "dd_open"):
            kind = UnitKind.LIST_ITEM
        elif (
            index > 1
            and tokens[index - 2].type == "list_item_open"
            and token.map[0] not in self.structure.footnotes
        ):
            kind, level, marker = UnitKind.LIST_ITEM, len(self.lists), self.item
        end = max(token.map[1], token.map[0] + 1)  # a term's lines end before they begin
        lines = [*self.starts[token.map[0] : end], self._line_end(end - 1)]
        block = Block(content=token.content, kind=kind, lines=lines, level=level, marker=marker)
        self.out.blocks.append(block)

    def _table(self, token: Token) -> None:
        assert token.map is not None
        for row, number in enumerate(range(*token.map)):
            if row == 1:
                continue  # the separator
            line = self.starts[number], self._line_end(number)
            for column, (start, end) in enumerate(cells(self.text, *line), start=1):
                if start < end:
                    self.out.places.append(
                        Placed(
                            start=start, end=end, text=self.text[start:end].replace("\\|", "|"),
                            kind=UnitKind.TABLE_CELL, syntax="cell", row=max(1, row), column=column,
                        )
                    )  # fmt: skip

    def _indented_list(self, token: Token) -> bool:
        """Take a list of sentences that is indented so far that it shows as code; say whether it is one."""
        assert token.map is not None
        items = []
        for number in range(*token.map):
            line = self.starts[number], self._line_end(number)
            match = _ITEM.fullmatch(self.text, *line)
            if match is None and self.text[slice(*line)].strip():
                return False
            items += [match] if match else []
        if not all(_SENTENCE.fullmatch(match["text"]) for match in items):
            return False
        self.out.places += [
            Placed(
                start=match.start("text"), end=match.end("text"), text=match["text"],
                kind=UnitKind.LIST_ITEM, marker=match["marker"], level=1,
            )
            for match in items
        ]  # fmt: skip
        return True

    def _html(self, token: Token) -> None:
        assert token.map is not None
        start, end = self.starts[token.map[0]], self._line_end(token.map[1] - 1)
        source = self.text
        lead = _LEAD.match(source, start, end)
        if lead and ">" in lead[0]:
            # Signs of a quotation stand in front of each line; as blanks they leave places as they are.
            inner = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", lambda match: " " * len(match[0]), source[start:end])
            source = source[:start] + inner + source[end:]
        texts = html_texts(source, start, end)
        self.out.places += [one.place for one in texts.found]
        self.out.left.update(texts.left)
        if source.startswith("<!--", start) or "<!--" in source[start:end]:
            self.out.left[Left.COMMENT] += source.count("<!--", start, end)

    def _line_end(self, number: int) -> int:
        stop = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        line = self.text[self.starts[number] : stop]
        return self.starts[number] + len(line.rstrip("\r\n"))

    def unread(self) -> None:
        """Take the lines that the parser gave up on: lists in lists beyond its bound."""
        missed = []
        for number, line in enumerate(self.structure.lines):
            if self.covered[number] or number in self.structure.definitions or not line.strip():
                continue
            bare = _LEAD.sub("", line, count=1).strip()
            if not any(one.isalnum() for one in bare):
                continue
            end = self._line_end(number)
            start = self.text.rfind(bare, self.starts[number], end)
            if start >= 0:
                missed.append(number)
                self.out.places.append(
                    Placed(start=start, end=start + len(bare), text=bare, kind=UnitKind.LIST_ITEM)
                )
        if missed:
            self.out.warnings.append(
                (missed[0] + 1, _("lists lie too deep in one another here; each line was read on its own"))
            )
