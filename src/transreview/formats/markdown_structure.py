"""Markdown beyond CommonMark, line by line: containers, notes, footnotes, formulas, broken tables.

CommonMark knows none of them and would take them for text, for code to the end of the file, or for
link definitions. Their markers are blanked out in a copy that has the same lines, which a CommonMark
parser then reads; titles in markers are texts of their own.
"""

from __future__ import annotations

import re

from transreview.formats.left_out import Left
from transreview.formats.markdown_components import Components
from transreview.formats.markdown_fences import WITH_FILES, Fences
from transreview.formats.markdown_markers import HEADER, MarkerLines, Structure
from transreview.formats.markdown_tables import cells, is_row, mended_separator
from transreview.formats.placing import Placed
from transreview.i18n import _
from transreview.model.unit import UnitKind

_QUOTED = re.compile(r"^(?:[ \t]{0,3}>[ \t]?)*")
_CONTAINER = re.compile(r"^[ \t]*(?P<run>:{3,})[ \t]*(?P<rest>.*?)[ \t]*$")
_CONTAINER_TITLE = re.compile(
    r"^[\w-]+(?:\[(?P<bracket>[^\]]+)\]|[ \t]+(?P<rest>[^{].*?))?(?:[ \t]*\{.*\})?$"
)
_CONTAINER_END = re.compile(r"[\w-]+-end(?=[ \t:]|$)")
_ATTRIBUTES = re.compile(r"""(?:[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)[ \t]*)+:*""")
_ALT = re.compile(r"\salt-text=\"(?P<alt>[^\"]*)\"")
_CONFLICT = re.compile(r"(?P<start><{7} \S.*)|(?P<middle>={7})|(?P<end>>{7} \S.*)")
_OPTION = re.compile(r"^[ \t]*:[\w-]+:(?:[ \t].*)?$")
_ADMONITION = re.compile(
    r"""^(?P<indent>[ \t]*)(?:!{3}|\?{3}\+?|={3}[+!]?)[ \t]+[\w -]*?(?:"(?P<title>[^"]*)")?[ \t]*$"""
)
_ALERT = re.compile(
    r"^(?P<lead>[ \t>]*>[ \t]*)\[!(?P<type>[\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(?P<title>.*?)[ \t]*$"
)
_DIRECTIVE = re.compile(
    r"""^[ \t>]*(?:
        (?:(?:\{\{[<%](?:(?![>%]\}\}).)*[>%]\}\}|\{%(?:(?!%\}).)*%\}|\{\#(?:(?!\#\}).)*\#\})[ \t]*)+
      | \{[:\#.][^{}]*\}[ \t]*
      | import[ ]+(?:.+[ ]from[ ]+)?["'][^"']+["'];?[ \t]*
      | export[ ]+(?:const|default|function|let)\b.*
      | \[\[_?TOC_?\]\][ \t]*|\[TOC\][ \t]*
      | <<<[ ]*@?/\S+.*
      | -{1,3}8<-{1,3}(?:[ ]+["'].*)?
      | \[!(?:INCLUDE|div|VIDEO|CODE)\b.*
      | \{/\*.*\*/\}[ \t]*
      | \([\w:.-]+\)=[ \t]*
      | \{%-?[ ]*comment[ ]*-?%\}.*\{%-?[ ]*endcomment[ ]*-?%\}[ \t]*
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
# What a line of a site generator says in words: {{< figure caption="…" >}}, {% tab title="…" %}.
_WORDED = re.compile(
    r"(?<![\w-])(?:title|caption|alt|text|name|content|summary|label|description|header|heading|tooltip)="
    r'"(?P<text>[^"]+)"'
)
_IDENTIFIER = re.compile(r"[a-z0-9_./:#%-]+|\w+://\S+|\S+\.\w{1,5}")
# The option of a directive that readers see, and what directives are called that name a file behind it.
_SHOWN_OPTION = re.compile(r"[ \t]*:(?:alt|caption|title|header|subtitle):[ \t]+(?P<text>\S.*?)[ \t]*$")
_NAMED_DIRECTIVE = re.compile(r"\{(?P<name>[\w-]+)\}[ \t]+(?P<title>\S.*)")
# PyMdown's blocks: /// note | Title … ///, with options indented below.
_BLOCK = re.compile(r"[ \t]*/{3,}(?:[ \t]+(?P<name>[\w-]+)(?:[ \t]*\|[ \t]*(?P<title>\S.*?))?)?[ \t]*")
_BLOCK_OPTION = re.compile(r"(?: {4,}|\t)[\w-]+:(?:[ \t].*)?")
_FOOTNOTE = re.compile(r"^(?P<lead>[ \t]{0,3})\[\^[^\]\s]{1,100}\]:[ \t]*")
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?!\^)[^\]]{1,500}\]:[ \t]*(?:<[^<>]*>|\S+)"""
    r"""(?:[ \t]+(?P<quote>["'(])(?P<title>.+)["')])?[ \t]*$"""
)
_TITLE_LINE = re.compile(r"""^[ \t]+["'(](?P<title>.+)["')][ \t]*$""")
_RAW_END = re.compile(r"</(script|style|pre|textarea)", re.IGNORECASE)
_RAW_START = re.compile(
    r"^(?P<lead> {0,3})<(?:!--|(?P<name>script|style|pre|textarea)(?=[\s>]))", re.IGNORECASE
)


def structure_of(text: str, first: int, *, code_comments: bool) -> Structure:
    """Return what a file holds beyond CommonMark.

    Args:
        text: The whole file.
        first: 0-based line on which its body begins, behind front matter.
        code_comments: Comments inside code are text too.
    """
    return _Scan(text, first, code_comments=code_comments).structure()


class _Scan:
    def __init__(self, text: str, first: int, *, code_comments: bool) -> None:
        self.of = MarkerLines(text, first)
        self.lines = self.of.lines
        self.first = first
        self.fences = Fences(self.of, code_comments=code_comments)
        self.components = Components()
        self.indents: list[int] = []  # of the bodies of admonitions under way
        self.closings = _last_closings(text)
        self.in_conflict = False
        self.last_option = -1
        self.containers: list[tuple[int, int]] = []  # colons and line of each container under way
        self.blocks: list[int] = []  # lines of PyMdown's blocks under way
        self.last_block_line = -1

    def structure(self) -> Structure:
        """Go through all lines."""
        number = self.first
        while number < len(self.lines):
            number = self._line(number)
        self.fences.end()
        for line in [*(line for _colons, line in self.containers), *self.blocks]:
            self.of.warn(line, _("this container never closes; what follows is read as text"))
        return self.of.out

    def _line(self, number: int) -> int:
        """Take one line and return the next one to look at."""
        line = self._dedented(number)
        if self.fences.take(number, line):
            return number + 1
        if not line.strip():
            return number + 1
        for take in (
            self._conflict,
            self._option,
            self._container,
            self._block,
            self._admonition,
            self._alert,
            self._directive,
            self._notes,
            self._raw,
        ):
            if take(number, line):
                return number + 1
        if line.lstrip().startswith("$$"):
            return self._formula(number)
        return self._table(number)

    def _dedented(self, number: int) -> str:
        """Return a line without the blanks that put it into an admonition or a component."""
        line = self.lines[number]
        if not self.fences.in_code:
            line = self.lines[number] = self.components.dedented(line)
        if not self.indents or not line.strip():
            return line
        wide = line.expandtabs(4)
        indent = len(wide) - len(wide.lstrip())
        while self.indents and indent < self.indents[-1] + 4 and not self.fences.in_code:
            self.indents.pop()
        if self.indents:
            self.lines[number] = line = wide[min(indent, 4 * len(self.indents)) :]
        return line

    def _conflict(self, number: int, line: str) -> bool:
        """Take the marks of a merge that nobody has settled: both sides are read."""
        match = _CONFLICT.fullmatch(line.rstrip())
        if match is None or (match["start"] is None and not self.in_conflict):
            return False
        if match["start"]:
            self.of.warn(number, _("a merge was left unsettled here; both sides are read"))
        self.in_conflict = match["end"] is None
        self.of.blank(number)
        return True

    def _option(self, number: int, line: str) -> bool:
        """Take the options of a directive, which stand right below its first line."""
        if not _OPTION.match(line):
            return False
        first_lines = (
            {self.fences.open[-1].line} if self.fences.open and self.fences.open[-1].prose else set()
        )
        first_lines |= {line for _colons, line in self.containers[-1:]}
        if not first_lines or number - 1 not in first_lines | {self.last_option}:
            return False
        self.last_option = number
        shown = _SHOWN_OPTION.match(self.of.text, self.of.starts[number], self.of.end(number))
        if shown:
            self.of.place(*shown.span("text"), "header")
        self.of.blank(number)
        return True

    def _container(self, number: int, line: str) -> bool:
        match = _CONTAINER.match(_QUOTED.sub("", line))
        if match is None:
            return False
        rest, colons = match["rest"], len(match["run"])
        if not rest or set(rest) <= {":"} or _CONTAINER_END.match(rest):
            if self.containers:
                self.containers.pop()
        elif _CONTAINER_TITLE.match(rest) or rest.startswith("{"):
            if not rest.endswith(":::"):
                self.containers.append((colons, number))
            title = HEADER.search(self.of.text, self.of.starts[number], self.of.end(number))
            described = _ALT.search(self.of.text, self.of.starts[number], self.of.end(number))
            named = _CONTAINER_TITLE.match(rest)
            directive = _NAMED_DIRECTIVE.fullmatch(rest)
            if directive:
                if directive["name"] not in WITH_FILES:
                    self.of.title_text(number, directive["title"])
            elif title:
                self.of.title(title)
            elif described:
                self.of.place(*described.span("alt"), "header")
            elif (
                named
                and (named["bracket"] or named["rest"])
                and not _ATTRIBUTES.fullmatch(named["rest"] or "")
            ):
                self.of.title_text(number, named["bracket"] or named["rest"])
        else:
            return False
        self.of.blank(number)
        return True

    def _block(self, number: int, line: str) -> bool:
        """Take the first or last line of one of PyMdown's blocks, or an option right below its first line."""
        match = _BLOCK.fullmatch(line)
        if match is None:
            if number - 1 != self.last_block_line or not _BLOCK_OPTION.fullmatch(line):
                return False
            self.last_block_line = number
        elif match["name"]:
            self.blocks.append(number)
            self.last_block_line = number
            if match["title"]:
                self.of.title_text(number, match["title"])
        elif self.blocks:
            self.blocks.pop()
        else:
            return False
        self.of.blank(number)
        return True

    def _admonition(self, number: int, line: str) -> bool:
        match = _ADMONITION.match(line)
        if match is None:
            return False
        following = next((one for one in self.lines[number + 1 : number + 4] if one.strip()), "")
        raw = self.lines[number].expandtabs(4) if not self.indents else line.expandtabs(4)
        indent = len(raw) - len(raw.lstrip()) + 4 * len(self.indents)
        wide = following.expandtabs(4)
        if len(wide) - len(wide.lstrip()) < indent + 4 and not line.lstrip().startswith(("!!!", "???")):
            return False
        self.indents.append(indent)
        if match["title"]:
            self.of.title_text(number, match["title"])
        self.of.blank(number)
        return True

    def _alert(self, number: int, line: str) -> bool:
        match = _ALERT.match(line)
        if match is None:
            return False
        if match["title"]:
            self.of.title_text(number, match["title"])
        self.lines[number] = match["lead"].rstrip()
        return True

    def _directive(self, number: int, line: str) -> bool:
        if not _DIRECTIVE.match(line):
            return False
        self.of.out.left[Left.DIRECTIVE] += 1
        for worded in _WORDED.finditer(self.of.text, self.of.starts[number], self.of.end(number)):
            if "{" in line and not _IDENTIFIER.fullmatch(worded["text"]) and "\\" not in worded["text"]:
                self.of.place(*worded.span("text"), "header")
        self.of.blank(number)
        return True

    def _notes(self, number: int, line: str) -> bool:
        """Take a footnote's definition as a list item, and a link's definition with its title."""
        footnote = _FOOTNOTE.match(line)
        if footnote:
            self.lines[number] = f"{footnote['lead']}+ {line[footnote.end() :]}"
            self.of.out.footnotes.add(number)
            return True
        definition = _DEFINITION.match(line)
        if definition is None:
            return False
        self.of.out.definitions.add(number)
        following = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        below = None if definition["title"] else _TITLE_LINE.match(following)
        if definition["title"]:
            self.of.title_text(number, definition["title"], syntax="link-title")
        elif below:
            self.of.out.definitions.add(number + 1)
            self.of.title_text(number + 1, below["title"], syntax="link-title")
        return True

    def _raw(self, number: int, line: str) -> bool:
        """Make text of a comment, script or <pre> that never closes; others the parser finds."""
        match = _RAW_START.match(line)
        if match is None:
            return False
        if self.closings.get((match["name"] or "").lower(), -1) > self.of.starts[number]:
            return False
        if match["name"]:
            what = _("this <{name}> never closes; what follows is read as text").format(name=match["name"])
        else:
            what = _("this comment never closes; what follows is read as text")
        self.of.warn(number, what)
        inner = line[match.end() :]
        self.lines[number] = inner.partition(">")[2] if match["name"] else inner
        return True

    def _formula(self, number: int) -> int:
        """Blank out a formula, which ends at the next $$; one that never ends is text."""
        line = self.lines[number].strip()
        if line.count("$$") >= 2 and line.endswith("$$"):
            self.of.out.left[Left.FORMULA] += 1
            self.of.blank(number)
            return number + 1
        end = next(
            (n for n in range(number + 1, min(len(self.lines), number + 200)) if "$$" in self.lines[n]), -1
        )
        if line.count("$$") != 1 or end < 0:
            return number + 1
        for inside in range(number, end + 1):
            self.of.blank(inside)
        self.of.out.left[Left.FORMULA] += 1
        return end + 1

    def _table(self, number: int) -> int:
        """Mend a table's separator, and read the cells of a table that has none."""
        line = self.lines[number]
        if not is_row(line) or number + 1 >= len(self.lines):
            return number + 1
        mended = mended_separator(line, self.lines[number + 1])
        if mended is not None:
            if mended:
                self.of.warn(
                    number + 1,
                    _("the separator of this table is broken; its cells were read all the same"),
                )
                self.lines[number + 1] = mended
            end = number + 2
            while end < len(self.lines) and is_row(self.lines[end], loose=True):
                end += 1
            return end
        before = self.lines[number - 1] if number else ""
        end = number
        while end < len(self.lines) and is_row(self.lines[end], closed=True):
            end += 1
        if end - number < 2 or before.strip():
            return number + 1
        self.of.warn(
            number, _("this table has no separator below its first row; its cells were read all the same")
        )
        for row in range(number, end):
            for column, (start, stop) in enumerate(
                cells(self.of.text, self.of.starts[row], self.of.end(row)), start=1
            ):
                if start < stop:
                    self.of.out.places.append(
                        Placed(
                            start=start, end=stop, text=self.of.text[start:stop].replace("\\|", "|"),
                            kind=UnitKind.TABLE_CELL, syntax="cell", row=row - number + 1, column=column,
                        )
                    )  # fmt: skip
            self.of.blank(row)
        return end


def _last_closings(text: str) -> dict[str, int]:
    """Return where comments ("") and elements of characters alone are closed for the last time."""
    closings = {"": text.rfind("-->")}
    for match in _RAW_END.finditer(text):
        closings[match[1].lower()] = match.start()
    return closings
