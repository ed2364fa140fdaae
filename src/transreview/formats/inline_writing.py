"""Inline marks written in Markdown: emphasis, links, code and pictures around text that is escaped."""

from __future__ import annotations

import re

from transreview.formats.inline_marks import find_marks
from transreview.formats.markdown_inline import as_markdown
from transreview.model.inline_mark import MarkKind

_SIGNS = {"strong": "**", "emphasis": "*", "strike": "~~"}
_TAGS = {"strong": "strong", "emphasis": "em", "strike": "del"}
_KINDS = {"strong": MarkKind.STRONG, "emphasis": MarkKind.EMPHASIS, "strike": MarkKind.STRIKE}


def plain(text: str) -> str:
    """Return text so that Markdown shows it letter by letter, blanks at its ends kept."""
    bare = text.strip(" ")
    lead = text[: len(text) - len(text.lstrip(" "))]
    tail = text[len(text.rstrip(" ")) :] if bare else ""
    return lead + "\n".join(as_markdown(line, block_start=False) for line in bare.split("\n")) + tail


def code(text: str) -> str:
    """Return a code span."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}" if text.strip() else text


def link(text: str, address: str, *, image: bool = False) -> str:
    """Return a link, or the picture that an address shows."""
    target = f"<{address}>" if re.search(r"[\s()]", address) else address
    return f"{'!' if image else ''}[{text}]({target})"


def emphasised(before: str, text: str, after: str, kind: str) -> str:
    """Return text with emphasis, blanks at its ends outside of it.

    Args:
        before: What stands before it in its paragraph.
        text: The text, in Markdown.
        after: The character that follows.
        kind: "strong", "emphasis" or "strike".

    Returns:
        The text between signs; between tags where Markdown would show the signs to readers.
    """
    inner = text.strip()
    if not inner:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    sign = _SIGNS[kind]
    tried = f"{before[-1:]}{lead}{sign}{inner}{sign}{tail}{after[:1]}"
    whole = len(sign) * 2 + len(inner)
    if any(mark.kind is _KINDS[kind] and mark.end - mark.start == whole for mark in find_marks(tried)):
        return f"{lead}{sign}{inner}{sign}{tail}"
    return f"{lead}<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>{tail}"
