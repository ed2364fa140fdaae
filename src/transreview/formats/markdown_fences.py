"""Fences in Markdown: code, containers of prose that are fenced, and fences that never close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transreview.formats.left_out import Left
from transreview.formats.markdown_code import comments_of
from transreview.formats.markdown_markers import HEADER, MarkerLines
from transreview.formats.placing import Placed
from transreview.i18n import _

# Fences whose inside is prose: javascript.info's, and directives of MyST and its like.
_PROSE_FENCES = frozenset({
    "smart", "warn", "warning", "summary", "companion", "ghost", "note", "tip", "info", "ponder", "quote",
    "task", "header", "compare", "spoiler", "important", "caution", "danger", "attention", "hint", "error",
    "admonition", "seealso", "dropdown", "topic", "sidebar", "epigraph", "details", "question", "example",
    "success", "alert", "abstract", "margin", "card", "grid", "tab-item", "tab-set", "versionadded",
    "versionchanged", "deprecated", "exercise", "solution", "figure", "image", "list-table",
})  # fmt: skip
WITH_FILES = frozenset({"figure", "image", "include", "literalinclude", "code-block", "code", "sourcecode"})
"""Directives that name a file or a language behind their name, and no title."""

_FENCE = re.compile(r"^(?P<lead>(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<run>`{3,}|~{3,})(?P<info>.*)$")
_FENCE_WORD = re.compile(r"\{?([\w-]+)\}?")


# A fence longer than code needs, of no language or of text: a sample of Markdown, which readers read.
_SAMPLE = 4
_ABOUT_MARKDOWN = frozenset({"md", "markdown", "mdx", "text", "txt", "plain", "plaintext", "rst", "qmd"})


@dataclass(slots=True, kw_only=True)
class _Fence:
    """A fence that is open.

    Attributes:
        sign: A back-tick or a tilde.
        length: How many of them.
        prose: Its inside is text.
        line: 0-based line on which it opens.
        language: The first word behind the signs.
        quoted: It stands in a quotation.
    """

    sign: str
    length: int
    prose: bool
    line: int
    language: str
    quoted: bool


class Fences:
    """The fences of a file, line by line.

    Args:
        lines: The lines of the file.
        code_comments: Comments inside code are text too.
    """

    def __init__(self, lines: MarkerLines, *, code_comments: bool) -> None:
        self.of = lines
        self.code_comments = code_comments
        self.open: list[_Fence] = []
        self.closable = _closing_runs(lines.lines)

    def take(self, number: int, line: str) -> bool:
        """Take a line that is code, or opens or closes a fence; return whether it did."""
        around = self.open[-1] if self.open else None
        if around and around.quoted and not line.lstrip().startswith(">"):
            # A quotation that ends takes its code along.
            self.of.warn(around.line, _("this code block ends with its quotation, without an end of its own"))
            self.of.out.left[Left.CODE] += not around.prose
            self.open.pop()
            around = self.open[-1] if self.open else None
        if around and not around.prose:
            self._in_code(number, line, around)
            return True
        match = _FENCE.match(line)
        return match is not None and self._fence(number, match, around)

    @property
    def in_code(self) -> bool:
        """Whether the next line is code."""
        return bool(self.open) and not self.open[-1].prose

    def end(self) -> None:
        """Say which containers have not been closed."""
        for fence in self.open:
            if fence.prose:
                self.of.warn(fence.line, _("this container never closes; what follows is read as text"))

    def _fence(self, number: int, match: re.Match[str], around: _Fence | None) -> bool:
        """Take a line that opens or closes a fence; a code span that begins with three back-ticks is none."""
        run, info = match["run"], match["info"].strip()
        if around and not info and run[0] == around.sign and len(run) >= around.length:
            self.open.pop()
            self.of.blank(number)
            return True
        word = _FENCE_WORD.match(info)
        quoted = run[0] == "`" and "`" in info
        if quoted and re.search(rf"(?<!`){run}(?!`)", info):
            return False
        name = word[1].lower() if word else ""
        sample = len(run) >= _SAMPLE and (not info or name in _ABOUT_MARKDOWN)
        prose = quoted or sample or (name in _PROSE_FENCES and not info.startswith("`"))
        if self.closable[run[0]][number + 1] < len(run) or (not prose and self._forgotten(number, run, name)):
            if not info and around is None:
                return self._stray_end(number)
            self.of.warn(number, _("this code block never closes; what follows is read as text"))
            prose = True
        else:
            self.open.append(
                _Fence(
                    sign=run[0], length=len(run), prose=prose, line=number, language=name,
                    quoted=">" in match["lead"],
                )
            )  # fmt: skip
        if prose:
            title = HEADER.search(self.of.text, self.of.starts[number], self.of.end(number))
            if title:
                self.of.title(title)
            elif word and info.startswith("{") and info[word.end() :].strip() and name not in WITH_FILES:
                self.of.title_text(number, info[word.end() :].strip())
        self.of.blank(number, keep=match["lead"])
        return True

    def _forgotten(self, number: int, run: str, language: str) -> bool:
        """Return whether another block of code begins before this one ends: its end was forgotten."""
        if not language or language in _ABOUT_MARKDOWN:
            return False
        for following in range(number + 1, len(self.of.lines)):
            match = _FENCE.match(self.of.lines[following])
            if match and match["run"][0] == run[0] and len(match["run"]) >= len(run):
                return re.fullmatch(r"[A-Za-z][\w+#.-]*", match["info"].strip()) is not None
        return False

    def _stray_end(self, number: int) -> bool:
        self.of.warn(number, _("this code block never closes; what follows is read as text"))
        self.of.blank(number)
        return True

    def _in_code(self, number: int, line: str, fence: _Fence) -> None:
        """Take a line of code: it is blanked out, so that one part alone decides where code ends."""
        match = _FENCE.match(line)
        same = match is not None and match["run"][0] == fence.sign and len(match["run"]) >= fence.length
        info = match["info"].strip() if match else ""
        self.of.blank(number, keep=">" if fence.quoted else "")
        if same and not info:
            self.open.pop()
            self.of.out.left[Left.CODE] += 1
        elif self.code_comments:
            self._comments(number, fence.language)

    def _comments(self, number: int, language: str) -> None:
        begin = self.of.starts[number]
        for start, end in comments_of(self.of.text[begin : self.of.end(number)], language):
            text = self.of.text[begin + start : begin + end]
            self.of.out.places.append(
                Placed(start=begin + start, end=begin + end, text=text, syntax="code-comment")
            )


def _closing_runs(lines: Sequence[str]) -> dict[str, list[int]]:
    """Return for each line the longest run that could close a fence on it or on a later one."""
    longest = {"`": [0] * (len(lines) + 1), "~": [0] * (len(lines) + 1)}
    for number in range(len(lines) - 1, -1, -1):
        for runs in longest.values():
            runs[number] = runs[number + 1]
        match = _FENCE.match(lines[number])
        if match and not match["info"].strip():
            sign = match["run"][0]
            longest[sign][number] = max(longest[sign][number], len(match["run"]))
    return longest
