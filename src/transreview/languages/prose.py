"""Prose: the running words of a text, without what is the same in every language."""

from __future__ import annotations

import re

from transreview.languages.scripts import without_neutral
from transreview.lazy_patterns import lazy_pattern

# What is masked keeps its place. Code and markup of articles: fenced blocks, code spans, targets and
# definitions of links, comments, template tags, and code in tags. What begins again before it has ended
# is taken from its last beginning on: many beginnings without an end are read in one pass.
_MARKUP = lazy_pattern(
    r"^(?P<fence>[ ]{0,3}(?P<ticks>`{3,}|~{3,}(?!~)))[^\n`]*\n.*?(?:^[ ]{0,3}(?P=ticks)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<code>`+)(?!`)[^`\n]*?(?P=code)(?!`)"
    r"|(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$|(?<=\])\[[^\]\n]*\]"
    r"|<!--(?:(?!<!--).)*?-->|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}"
    r"|<(?:script|style|code|pre)\b(?:(?!<(?:script|style|code|pre)\b).)*?</(?:script|style|code|pre)\s*>",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
# What any of it begins or ends with.
_MARKUP_SIGN = lazy_pattern(r"[`<]|~~~|\]|\{[{%]")
# Names of files, paths, commands' options, identifiers, versions: words of no language.
_CODE_WORD = lazy_pattern(
    r"(?<![^\s(\[\"'“„«（【：，。、])(?:\.{0,2}/)?[\w.-]+(?:/[\w.*-]+)+/?"
    r"|(?<![\w.])[A-Za-z][\w-]{0,100}\.[A-Za-z]\w{0,5}\b(?:\(\))?"
    r"|(?<!\S)--?[A-Za-z][\w-]*(?:=\S+)?"
    r"|\b(?=\w*[A-Za-z])(?:\w{0,80}[A-Za-z]\w{0,80}(?:_+\w+)+|[A-Za-z]{0,80}[a-z][A-Z]\w*|[A-Za-z]+\d\w*|[A-Z]{2,}\w*)\b",
    re.ASCII,
)

# What each of them has.
_CODE_SIGN = lazy_pattern(r"[A-Za-z/]")

# Quotations and brackets, the innermost first.
_ENCLOSED = lazy_pattern(
    r"\([^()\n]*\)|\[[^\[\]\n]*\]|（[^（）\n]*）|【[^【】\n]*】|「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》"
    r"|«[^«»\n]*»|„[^„“”\n]*[“”]|“[^“”\n]*”|\"[^\"\n]*\""
)
_DEPTH = 3


def prose(text: str) -> str:
    """Return the text with all that is no running text blanked out: code, markup, addresses, identifiers.

    Every other character keeps its place.
    """
    if _MARKUP_SIGN.search(text):
        text = _MARKUP.sub(_blank, text)
    text = without_neutral(text)
    if not _CODE_SIGN.search(text):
        return text
    if "\n" in text:  # no such word runs over a line end, and in most scripts few lines have any
        return "\n".join(map(_without_code_words, text.split("\n")))
    return _CODE_WORD.sub(_blank, text)


def _without_code_words(line: str) -> str:
    return _CODE_WORD.sub(_blank, line) if _CODE_SIGN.search(line) else line


def outer(text: str) -> str:
    """Return the text without what stands in quotation marks or brackets, its characters in their places."""
    for _depth in range(_DEPTH):
        inner = _ENCLOSED.sub(_blank, text)
        if inner == text:
            break
        text = inner
    return text


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    return " " * len(found) if "\n" not in found else re.sub(r"[^\n]", " ", found)
