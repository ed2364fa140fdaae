"""Rewritten text in Markdown: an edit changes words, never what a block is."""

from __future__ import annotations

import re

from transreview.formats.outer_blanks import on_one_line
from transreview.formats.soft_breaks import broken_again

_LIST_OR_QUOTE = re.compile(r"(?P<quote>>)|(?P<other>\S)")

# What turns the beginning of a line into a block of another kind.
_BLOCK_START = re.compile(
    r"""^(?:
        (?P<sign>\#{1,6}(?=\s|$) | > | [-+*](?=\s|$) | ={1,}\s*$ | -{2,}\s*$ | (?:[*_-][ \t]*){3,}$
          | :{3,} | !{3}(?=\s) | \?{3}\+?(?=\s) | \[[^\]]{1,200}\]: | \|(?=.*\|\s*$) | \$\$\s*$ | %%%
          | </?(?:address|article|aside|blockquote|body|center|details|dialog|div|dl|fieldset|figure
                |footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|script|section|style|table|td|th|tr|ul)\b )
      | (?P<number>\d{1,9})(?P<point>[.)])(?=\s|$)
      | (?P<fence>`{3,}(?=[^`]*$) | ~{3,})
      | (?P<colon>:(?=\s))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# What also ends a paragraph where it begins a line inside one.
_INTERRUPTS = re.compile(
    rf"(?:{_BLOCK_START.pattern}) | ^:\s*$ | ^\$\$ | ^<(?:[!?]|/?(?:pre|script|style|textarea)\b)",
    re.VERBOSE | re.IGNORECASE,
)
_SOFT = "\ufdd1"  # no character that a text may have
_HARD_BREAK = re.compile(r"(?P<blanks> {2,})\r?\n|\\\r?\n")


def markdown_lines(
    text: str, prefix: str, raw: str, *, old: str = "", newline: str = "\n", begins: bool
) -> str:
    """Return rewritten text of a block: each line keeps its place in lists and quotations.

    Args:
        text: The text now; line feeds are breaks, blank lines part paragraphs.
        prefix: Markup in front of the block.
        raw: Its characters as they were, which show how its author breaks lines.
        old: What was read of them.
        newline: Line end of the file.
        begins: The text stands at the beginning of its block, where more signs would be markup.
    """
    inside = continuation(prefix)
    text, soft = _soft_lines(raw, old, text)
    breaks = [match["blanks"] or "\\" for match in _HARD_BREAK.finditer(raw)] or ["\\"]
    used = 0
    paragraphs = [part for part in re.split(r"\n{2,}", text) if part]
    broken = []
    for number, part in enumerate(paragraphs):
        lines = [line.strip() for line in part.split("\n")] if begins or "\n" in part else [part]
        guarded = [
            line if index == number == 0 and not begins else guarded_start(line)
            for index, line in enumerate(lines)
            if line or index == 0
        ]
        joined = guarded[0]
        for line in guarded[1:]:
            joined += breaks[min(used, len(breaks) - 1)] + newline + inside + line
            used += 1
        broken.append(joined)
    written = (newline + inside.rstrip() + newline + inside).join(broken)
    for between in soft:
        written = written.replace(_SOFT, between, 1)
    return written


def _soft_lines(raw: str, old: str, text: str) -> tuple[str, list[str]]:
    """Return a text with a sign wherever a line of it ends as before, and the characters of each such end.

    No line ends where the next one would begin a block of its own.
    """
    if not old or _SOFT in text:
        return text, []
    first, *further = broken_again(raw, old, text)
    signed = current = first.text
    soft = []
    for line in further:
        before, behind = current.rpartition("\n")[2], line.text.partition("\n")[0]
        if before.endswith("\\") or _INTERRUPTS.match(before) or _INTERRUPTS.match(behind):
            signed += line.joint + line.text
            current += line.joint + line.text
        else:
            signed += _SOFT + line.text
            current = line.text
            soft.append(line.between)
    return signed, soft


def guarded_start(line: str) -> str:
    """Return a line whose beginning is shown letter by letter where it would make another block of it."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match['number']}\\{match['point']}{line[match.end() :]}"
    if match["fence"]:
        return "".join("\\" + sign for sign in match["fence"]) + line[match.end() :]
    return "\\" + line


def rewritten_heading(text: str) -> str:
    """Return the text of a heading, which has one line and no number signs at its end."""
    one_line = re.sub(r"\s*\n\s*", " ", text).strip()
    return re.sub(r"(?<!\S)(#+)$", r"\\\1", one_line)


def rewritten_cell(text: str) -> str:
    """Return the text of a table's cell, which has one line; bars in it are escaped."""
    return re.sub(r"(?<!\\)\|", r"\\|", text.replace("\n", " "))


def continuation(prefix: str) -> str:
    """Return what stands before the further lines of a block: "> - " goes on as ">   "."""
    prefix = re.sub(r"\[[ xX]\] $", "", prefix)
    return _LIST_OR_QUOTE.sub(lambda match: ">" if match["quote"] else " ", prefix)


def refill_cell(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a table's cell with another text in it."""
    return rewritten_cell(new)


def refill_comment(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return a comment in code with another text in it, on its one line and without ending the comment."""
    return on_one_line(new).replace("*/", "* /").replace("-->", "-- >").replace("```", "`` `")


def refill_header(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the title of a container, which has one line and may stand in double quotes."""
    return on_one_line(new).replace('"', "”")


def refill_link_title(raw: str, old: str, new: str, lost: list[str]) -> str:  # noqa: ARG001 - a `SyntaxWriter`
    """Return the title of a link definition, inside its quotes."""
    return re.sub(r'(?<!\\)(["\')])', r"\\\1", on_one_line(new))
