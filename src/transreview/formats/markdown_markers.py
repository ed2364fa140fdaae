"""The lines of a Markdown file while they are looked through: blanked out, remarked on, texts taken."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END
from transreview.formats.placing import Placed
from transreview.model.unit import UnitKind

HEADER = re.compile(r"""(?:header|title)=(?:"(?P<double>.*)"|'(?P<single>[^']*)'|\{(?P<braced>[^}]*)\})""")
"""The title of a container in its first line."""


@dataclass(slots=True, kw_only=True)
class Structure:
    """What was found in a Markdown file before it is parsed.

    Attributes:
        lines: The lines for the parser, as many as the file has.
        places: Texts that stand in markers, and cells of tables that have no separator.
        footnotes: 0-based lines on which a footnote's text begins.
        definitions: 0-based lines that define links.
        left: What no text is read of.
        warnings: What is broken, by 1-based line.
    """

    lines: list[str]
    places: list[Placed] = field(default_factory=list)
    footnotes: set[int] = field(default_factory=set)
    definitions: set[int] = field(default_factory=set)
    left: Counter[Left] = field(default_factory=Counter)
    warnings: list[tuple[int, str]] = field(default_factory=list)


# No list lies so deep that its parser follows: further blanks would only be counted, again and again.
_DEEPEST_INDENT = 480


def _bounded(line: str) -> str:
    """Return a line without the blanks in front of it that are too many to say anything."""
    if len(line) <= _DEEPEST_INDENT or not line[:_DEEPEST_INDENT].isspace():
        return line
    return line[:_DEEPEST_INDENT] + line[_DEEPEST_INDENT:].lstrip()


class MarkerLines:
    """The lines of a file with what is found on them.

    Args:
        text: The whole file.
        first: 0-based line on which its body begins.
    """

    def __init__(self, text: str, first: int) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        # Blank lines stand for front matter, so that lines have the same numbers.
        raw = [_bounded(line) for line in LINE_END.split(text)]
        self.out = Structure(lines=[""] * first + raw[first:])
        self.lines = self.out.lines

    def warn(self, line: int, what: str) -> None:
        """Say what is wrong on a line."""
        self.out.warnings.append((line + 1, what))

    def end(self, number: int) -> int:
        """Return where a line of the file ends, its line end left out."""
        stop = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.starts[number] + len(self.text[self.starts[number] : stop].rstrip("\r\n"))

    def title(self, match: re.Match[str]) -> None:
        """Take the title that a pattern found."""
        group = next(one for one in ("double", "single", "braced") if match[one] is not None)
        self.place(match.start(group), match.end(group), "header")

    def title_text(self, number: int, title: str, *, syntax: str = "header") -> None:
        """Take a title where it last stands on a line."""
        start = self.text.rfind(title, self.starts[number], self.end(number))
        if start != -1:
            self.place(start, start + len(title), syntax)

    def place(self, start: int, end: int, syntax: str) -> None:
        """Take a text by its place, outer blanks left out."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if any(one.isalnum() for one in text):
            self.out.places.append(
                Placed(
                    start=start + lead, end=start + lead + len(text), text=text,
                    kind=UnitKind.CAPTION, syntax=syntax,
                )
            )  # fmt: skip

    def blank(self, number: int, keep: str = "") -> None:
        """Blank a line out; the signs of a quotation may stay."""
        self.lines[number] = keep.rstrip() if set(keep.strip()) <= {">"} else ""
