"""An article as plain text or Markdown from its paragraphs alone, whatever format it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transreview.formats.filling import Passage
from transreview.formats.markdown_filling import continuation
from transreview.formats.markdown_inline import as_markdown, as_plain
from transreview.model.unit import Unit, UnitKind

_BULLET = re.compile(r"[-*+•‣◦▪●○■□◆·–—][ \t\u3000]+")
_NUMBER = re.compile(r"(\d{1,9})[.)、．](?:[ \t\u3000]+(?=\S)|(?=[^\s\d]))")
_MARKDOWN_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_LIST_PREFIX = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+$")


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    kind: UnitKind
    prefix: str


def render(
    units: Sequence[Unit], passages: Sequence[Passage], *, to: str, syntax: str, joiner: str = " "
) -> str:
    """Return an article's text in a format.

    Args:
        units: The units that passages stand for.
        passages: The text, in reading order.
        to: "text" or "markdown".
        syntax: What the passages' text and the units' prefixes are written in, "text" or "markdown".
        joiner: What stands between two sentences of a paragraph.

    Returns:
        All paragraphs, a blank line between them but none inside a list, and a line end.
    """
    parts: list[str] = []
    before = ""
    for block in _blocks(units, passages, joiner):
        written = _in_markdown(block, syntax) if to == "markdown" else _in_text(block, syntax)
        if parts:
            both = _is_item(before, to) and _is_item(written, to)
            parts.append("\n" if both else "\n\n")
        parts.append(written)
        before = written
    return "".join(parts) + "\n"


def passages_of(units: Sequence[Unit]) -> list[Passage]:
    """Return units as the passages they are."""
    return [Passage(unit.text, index, kind=unit.kind) for index, unit in enumerate(units)]


def _blocks(units: Sequence[Unit], passages: Sequence[Passage], joiner: str) -> Iterator[_Block]:
    """Yield one block a paragraph that is not empty."""
    texts: list[str] = []
    kind, prefix, paragraph = UnitKind.PARAGRAPH, "", -1
    for passage in passages:
        unit = None if passage.unit is None else units[passage.unit]
        same = passage.sentence if unit is None else unit.paragraph == paragraph
        if not same:
            if any(texts):
                yield _Block(joiner.join(filter(None, texts)), kind, prefix)
            texts, kind, prefix = [], passage.kind if unit is None else unit.kind, unit.prefix if unit else ""
        if unit is not None:
            paragraph = unit.paragraph
        texts.append(passage.text)
    if any(texts):
        yield _Block(joiner.join(filter(None, texts)), kind, prefix)


def _in_markdown(block: _Block, syntax: str) -> str:
    heading = {UnitKind.TITLE: "# ", UnitKind.HEADING: "## "}.get(block.kind, "")
    one_line = " ".join(block.text.split("\n"))
    if syntax == "markdown":
        if heading:
            return (block.prefix if "#" in block.prefix else heading) + one_line
        return block.prefix + block.text.replace("\n", "\\\n" + continuation(block.prefix))
    if heading:
        # A number sign at the end would be taken for the heading's own closing mark.
        return heading + re.sub(r"(?<!\S)(#+)$", r"\\\1", as_markdown(one_line, block_start=False))
    paragraphs = [part for part in re.split(r"\n{2,}", block.text) if part.strip()]
    if block.kind is UnitKind.LIST_ITEM:
        bullet, number = _BULLET.match(block.text), _NUMBER.match(block.text)
        marker = "- " if bullet else f"{number[1]}. " if number else ""
        match = bullet or number
        if match:
            rest = [part for part in re.split(r"\n{2,}", block.text[match.end() :]) if part.strip()]
            return marker + ("\n\n" + " " * len(marker)).join(as_markdown(part) for part in rest)
    return "\n\n".join(as_markdown(part) for part in paragraphs)


def _in_text(block: _Block, syntax: str) -> str:
    if syntax == "text":
        return block.text
    marker = _LIST_PREFIX.search(block.prefix)
    return (marker[0] if marker else "") + as_plain(block.text)


def _is_item(written: str, to: str) -> bool:
    """Whether a reader of the format sees an item of a list."""
    if to == "markdown":
        return bool(_MARKDOWN_ITEM.match(written))
    return bool(_BULLET.match(written) or _NUMBER.match(written))
