"""Inline marks of a text: code spans, links, emphasis, images, tags, placeholders, with their places.

Every part that has to tell text from what is none asks here: checks for their masks, writers of
formats with inline elements, the screen. Markdown, HTML tags and placeholders are looked for in
any text, because catalogs and tables hold all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transreview.formats.emphasis import Run, pair, run_at
from transreview.formats.placeholders import PLACEHOLDER, icu_spans
from transreview.model.inline_mark import HOLDS_TEXT, InlineMark, MarkKind

_SIGNS = re.compile(r"[`*_~<\[{%$:@&]|www\.")

ADDRESS = re.compile(
    r"(?:(?:https?|ftp|file)://|www\.)[\x21\x23-\x3b\x3d\x3f-\x5b\x5d-\x5f\x61-\x7a\x7c\x7e]+", re.IGNORECASE
)
"""A web address in running text; what a sentence hangs on it (full stop, bracket) may stand at its end."""

_LABEL_OF_HOST = r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*"
EMAIL = re.compile(
    rf"[A-Za-z0-9_][A-Za-z0-9_.+-]{{0,100}}@(?!\dx\.)(?:{_LABEL_OF_HOST}\.)+(?!\d){_LABEL_OF_HOST}"
)
"""An e-mail address; a hyphen behind it belongs to the case ending that follows. Not icon@2x.png."""

_ATTRIBUTE = r"\s+[A-Za-z_:@#][A-Za-z0-9_:.@#-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
TAG = re.compile(rf"</?(?P<name>[A-Za-z][A-Za-z0-9_:.-]*|\d{{1,2}})(?:{_ATTRIBUTE})*\s*/?>")
"""An opening, closing or empty tag; React numbers them: <0>here</0>."""

# What a mark begins with is looked for first: most characters of most texts begin none.
_TOKEN = re.compile(
    r"(?=[\\`<\[\]!*_~$#%{:@&A-Za-z0-9])(?:"
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,100}@[\w-]+(?:\.[\w-]+)*)>)"
    rf"|(?P<tag>{TAG.pattern})"
    r"|(?P<footnote>\[\^[^\]\s^]{1,100}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    rf"|(?P<placeholder>{PLACEHOLDER.pattern})"
    r"|(?P<run>\*+|_+|~+)"
    rf"|(?P<address>{ADDRESS.pattern})"
    rf"|(?P<email>{EMAIL.pattern}))",
)
_TICKS = re.compile(r"`+")
_ROLE = re.compile(r"(?<![A-Za-z0-9]):(?:[a-z][\w.+-]*:)*([a-z][\w.+-]*):\Z")
_LONGEST_ROLE = 40
_WORDS_OF_ROLES = frozenset(
    {"guilabel", "menuselection", "abbr", "dfn", "index", "emphasis", "strong", "sub", "sup", "title"}
)
_TITLED = re.compile(r"[^<>]*\S\s+(<[^<>]+>)", re.DOTALL)
_QUOTED = re.compile(r"(?<![^\s(\[{“‘\"'])`(?=[^\s`])[^`\n]{0,80}?(?<!\s)'(?!\w)")
_ADDRESS_TAIL = ".,;:!?'*_~)]}-"
_TARGET = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")


def find_marks(text: str) -> tuple[InlineMark, ...]:
    """Return the inline marks of a text, in order, outer ones before those inside them.

    Args:
        text: The text of a unit or segment, of any format.
    """
    return _Scan(text).marks() if _SIGNS.search(text) else ()


def masked(text: str, marks: Sequence[InlineMark] | None = None) -> str:
    """Return a text with all that is no language replaced by as many blanks.

    Args:
        text: The text.
        marks: Its marks, where they have been found before.

    Returns:
        A text of the same length that keeps the words of links, emphasis and images alone.
    """
    found = find_marks(text) if marks is None else marks
    if not found:
        return text
    characters = list(text)
    for start, end in untranslated(found):
        for place in range(start, end):
            if characters[place] != "\n":
                characters[place] = " "
    return "".join(characters)


def untranslated(marks: Sequence[InlineMark]) -> Iterator[tuple[int, int]]:
    """Yield the places of a text that some marks take and that hold no words to translate."""
    for mark in marks:
        if mark.kind in HOLDS_TEXT and mark.inner:
            yield mark.start, mark.inner[0]
            yield mark.inner[1], mark.end
        else:
            yield mark.start, mark.end


def address_end(text: str, start: int, end: int) -> int:
    """Return where a web address really ends: sentence marks and case endings behind it are none of it.

    Args:
        text: The text.
        start: Where the address begins.
        end: One past the last character that an address may have.
    """
    while end > start and text[end - 1] in _ADDRESS_TAIL:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        if text[end - 1] in "-_~" and (end == len(text) or text[end].isspace()):
            break  # no case ending follows, so the address has it
        end -= 1
    return end


def marks_within(marks: Sequence[InlineMark], start: int, end: int) -> tuple[InlineMark, ...]:
    """Return the marks that lie in a part of a text, by their places in that part."""
    return shifted_marks([mark for mark in marks if start <= mark.start and mark.end <= end], -start)


def shifted_marks(marks: Sequence[InlineMark], by: int) -> tuple[InlineMark, ...]:
    """Return marks at as many places further on, as in a longer text that holds theirs."""
    return tuple(
        replace(
            mark,
            start=mark.start + by,
            end=mark.end + by,
            inner=mark.inner and (mark.inner[0] + by, mark.inner[1] + by),
        )
        for mark in marks
    )


class _Scan:
    """Goes through one text once; brackets and runs of emphasis signs wait for what closes them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[InlineMark] = []
        self.runs: list[Run] = []
        self.brackets: list[tuple[int, int, int]] = []  # start, end, runs before it
        self.ticks: dict[int, list[int]] | None = None
        self.comments = True  # false once one is not closed: no later one is

    def marks(self) -> tuple[InlineMark, ...]:
        """Return all marks."""
        messages = list(icu_spans(self.text)) if "{" in self.text else []
        self.found += [
            InlineMark(MarkKind.PLACEHOLDER, start, end, value=self.text[start:end])
            for start, end in messages
        ]
        at, begun = 0, 0
        while match := _TOKEN.search(self.text, at):
            while begun < len(messages) and messages[begun][1] <= match.start():
                begun += 1
            if begun < len(messages) and messages[begun][0] < match.end():
                at = messages[begun][1]
                begun += 1
                continue
            at = self._token(match)
        self.found += pair(self.runs)
        return tuple(sorted(self.found, key=lambda mark: (mark.start, -mark.end)))

    def _token(self, match: re.Match[str]) -> int:
        """Take one token and return where to go on."""
        start, end, word = match.start(), match.end(), match[0]
        match match.lastgroup:
            case "code":
                return self._code(start, end)
            case "comment":
                closing = self.text.find("-->", end) if self.comments else -1
                self.comments = closing >= 0
                end = closing + 3 if closing >= 0 else end
                self._add(MarkKind.TAG, start, end, "!--" if closing >= 0 else "<!--")
            case "autolink":
                self._add(MarkKind.ADDRESS, start, end, word[1:-1])
            case "tag" | "name":
                slash = "/" if word.startswith("</") else ""
                self._add(MarkKind.TAG, start, end, slash + match["name"].lower())
            case "footnote":
                self._add(MarkKind.FOOTNOTE, start, end, word[2:-1])
            case "open":
                self.brackets.append((start, end, len(self.runs)))
            case "close":
                return self._bracket(start, end)
            case "placeholder":
                self._add(MarkKind.PLACEHOLDER, start, end, word)
            case "run":
                self.runs.append(run_at(self.text, start, end))
            case "address":
                end = address_end(self.text, start, end)
                self._add(MarkKind.ADDRESS, start, end, self.text[start:end])
            case "email":
                self._add(MarkKind.ADDRESS, start, end, word)
        return end

    def _add(self, kind: MarkKind, start: int, end: int, value: str) -> None:
        self.found.append(InlineMark(kind, start, end, value=value))

    def _code(self, start: int, end: int) -> int:
        """Take a code span, which ends at the next run of as many back-ticks."""
        if self.ticks is None:
            self.ticks = {}
            for run in reversed(list(_TICKS.finditer(self.text))):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
        # An escaped back-tick in front shortens a run, so that none may be as long as this one.
        places = self.ticks.get(end - start, [])
        while places and places[-1] <= start:
            places.pop()
        if not places:
            return end
        close = places[-1]
        if _QUOTED.match(self.text, start) and _QUOTED.match(self.text, close):
            return end  # `one' and `two' in the manner of GNU and TeX are quotations
        self._add(MarkKind.CODE, start, close + end - start, self._value(start, end, close))
        return close + end - start

    def _value(self, start: int, end: int, close: int) -> str:
        """Return what of a code span is the same in every language; of roles of reStructuredText the target.

        A label of a menu is translated, and so is what stands before a target: :ref:`the guide <install>`.
        """
        inside = self.text[end:close].strip()
        role = _ROLE.search(self.text, max(0, start - _LONGEST_ROLE), start)
        if role and role[1] in _WORDS_OF_ROLES:
            return ""
        target = _TITLED.fullmatch(inside) if role or self.text.startswith("_", close + end - start) else None
        return target[1] if target else inside

    def _bracket(self, start: int, end: int) -> int:
        """Take a link or image that closes here; other brackets are text."""
        if not self.brackets:
            return end
        begin, inner, runs = self.brackets.pop()
        target = _TARGET.match(self.text, end)
        label = None if target else _LABEL.match(self.text, end)
        if target:
            value, stop = target["angled"] or target["bare"] or "", target.end()
        elif label and not label[1].startswith("^"):
            value, stop = label[1] or self.text[inner:start], label.end()
        else:
            return end
        kind = MarkKind.IMAGE if self.text[begin] == "!" else MarkKind.LINK
        self.found.append(
            InlineMark(kind, begin, stop, value=value, inner=(inner, start), by_reference=label is not None)
        )
        self.found += pair(self.runs[runs:])
        del self.runs[runs:]
        return stop
