"""Components in Markdown (MDX): what stands indented between <Tab> and </Tab> is text and no code."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Their names begin with a capital letter, and their tag has a line of its own.
_BEGIN = re.compile(r"[ \t]*<(?P<name>[A-Z][\w.]*)(?![\w.])(?:[^\n]*[^/\s-])?>[ \t]*")
_END = re.compile(r"[ \t]*</(?P<name>[A-Z][\w.]*)[ \t]*>")


@dataclass(slots=True)
class _Component:
    """A component that is open: its name, how far its tag is indented, and its body (-1: not seen yet)."""

    name: str
    indent: int
    body: int = -1


class Components:
    """The components of a file, line by line."""

    def __init__(self) -> None:
        self._open: list[_Component] = []

    def dedented(self, line: str) -> str:
        """Return a line for the parser, as far indented as the tags of the components around it are.

        A tag on a line of its own ends a paragraph above it: for one that closes stands a blank line,
        for one that opens the tag of a block, whose attributes are read where it stands in the file.
        """
        if not line.strip() or (not self._open and "<" not in line):
            return line
        end = _END.fullmatch(line)
        if end and any(one.name == end["name"] for one in self._open):
            while self._open.pop().name != end["name"]:
                pass
            return ""
        line = self._bare(line)
        begin = _BEGIN.fullmatch(line)
        if begin and f"</{begin['name']}" not in line:
            indent = _indent(line)
            self._open.append(_Component(begin["name"], indent))
            return " " * indent + "<div>"
        return line

    def _bare(self, line: str) -> str:
        if not self._open:
            return line
        wide = line.expandtabs(4)
        for component in self._open:
            if component.body < 0:
                component.body = _indent(wide)
            further = component.body - component.indent
            if further > 0 and _indent(wide) >= component.body:
                wide = wide[: component.indent] + wide[component.body :]
        return wide


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
