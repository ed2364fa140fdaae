"""Inline text between Markdown and plain: what would be markup is escaped, what is markup is read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from transreview.formats.lines import join_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Characters that may begin inline markup wherever they stand. Underscores inside a word and a
# lone bracket are not markup, and stay readable; of several, the outer ones tell.
_INLINE = re.compile(
    r"""[\\`*]
      | (?<!\w)_+ | _+(?!\w)
      | \[(?=[^\]]*\][(:\[]) | !(?=\[)
      | \](?=\() | \](?=:)
      | <(?=[A-Za-z/!?])
      | &(?=\#?\w+;)
      | ~(?=~)
    """,
    re.VERBOSE,
)
# What turns the beginning of a line into a heading, quotation, list, code block or rule.
_LINE_START = re.compile(
    r"^(?:(\#{1,6})(?=\s|$)|(>)|([-+])(?=\s|$)|([=-]+\s*$)|(\d{1,9})([.)])(?=\s|$)|(~~~+))"
)


def as_markdown(text: str, *, block_start: bool = True) -> str:
    """Return plain text so that Markdown shows it letter by letter.

    Args:
        text: Plain text; line feeds in it become hard breaks.
        block_start: It stands at the beginning of a block, where more would be markup.
    """
    lines = [_INLINE.sub(_escaped, line.strip()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    if block_start:
        lines = [_escape_start(line) for line in lines]
    return "\\\n".join(lines)


def _escaped(match: re.Match[str]) -> str:
    return "".join("\\" + character for character in match[0])


def _escape_start(line: str) -> str:
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match[5]:
        return f"{match[5]}\\{match[6]}{line[match.end() :]}"
    return "\\" + line


_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def one_line(content: str) -> str:
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


def as_plain(inline: str) -> str:
    """Return what a reader sees of inline Markdown: no emphasis marks, links as their text."""
    shown: list[str] = []
    for token in _parser().parseInline(inline):
        for child in token.children or ():
            # A unit keeps the line breaks that its author made on purpose, and no others.
            if child.type in {"softbreak", "hardbreak"}:
                shown.append("\n")
            elif child.type in {"text", "code_inline", "text_special", "image"}:
                shown.append(child.content)
    return "".join(shown)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")
