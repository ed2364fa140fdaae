"""Rows of Markdown tables: their cells by place, and separators that machines have broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BAR = re.compile(r"(?<!\\)\|")
_LEAD = re.compile(r"[ \t>]*")
_SEPARATOR = re.compile(r"[\s:|\-–—－：=_+]+")
_GOOD = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def is_row(line: str, *, closed: bool = False, loose: bool = False) -> bool:
    """Return whether a line may be a row of a table.

    Args:
        line: The line.
        closed: It has to begin and end with a bar.
        loose: Any line with something in it goes on with a table.
    """
    bare = line.strip().lstrip("> \t")
    if loose:
        return bool(bare) and "|" in bare
    bars = len(_BAR.findall(bare))
    if closed:
        return bars > 1 and bare.startswith("|") and bare.endswith("|") and not bare.endswith("\\|")
    return bars > 1 or (bars == 1 and not bare.startswith("|"))


def mended_separator(header: str, line: str) -> str | None:
    """Return the separator that a table should have under its header.

    Returns:
        "" when the one that it has is right, None when the line is no separator at all.
    """
    bare = _LEAD.sub("", line, count=1).strip()
    if not _SEPARATOR.fullmatch(bare) or "|" not in bare or not re.search(r"[-–—－=_]", bare):
        return None
    columns = _columns(header)
    if _GOOD.fullmatch(bare) and _columns(line) == columns:
        return ""
    lead = _LEAD.match(line)
    return (lead[0] if lead else "") + "|" + "---|" * columns


def _columns(line: str) -> int:
    bare = _LEAD.sub("", line, count=1).strip()
    inner = bare.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return len(_BAR.findall(inner)) + 1


def cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a row begin and end, outer blanks left out; empty ones too.

    Args:
        text: The file.
        start: Where the row's line begins.
        end: Where it ends.
    """
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    stop = at + len(text[at:end].rstrip())
    if at < stop and text[at] == "|":
        at += 1
    bars = [match.start() for match in _BAR.finditer(text, at, stop)]
    if not bars or bars[-1] != stop - 1:
        bars.append(stop)
    for bar in bars:
        cell = text[at:bar]
        bare = cell.strip()
        begin = at + len(cell) - len(cell.lstrip()) if bare else at
        yield begin, begin + len(bare)
        at = bar + 1
