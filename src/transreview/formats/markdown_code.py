"""Comments inside code, for those who translate them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SLASHES = re.compile(r"(?<![:\w])//+[!/]?[ \t]*(?P<text>\S.*?)[ \t]*$")
_STARS = re.compile(
    r"^[ \t]*(?:/\*+|\*(?![*/]))[ \t]*(?P<text>\S.*?)[ \t]*(?:\*+/)?[ \t]*$"
    r"|/\*+[ \t]*(?P<short>\S.*?)[ \t]*\*+/"
)
_HASH = re.compile(r"(?:^|(?<=\s))#+(?!!)[ \t]+(?P<text>\S.*?)[ \t]*$")
_DASHES = re.compile(r"(?:^|(?<=\s))--+[ \t]+(?P<text>\S.*?)[ \t]*$")
_MARKUP = re.compile(r"<!--[ \t]*(?P<text>\S.*?)[ \t]*-->")
_SEMICOLON = re.compile(r"(?:^|(?<=\s));+[ \t]+(?P<text>\S.*?)[ \t]*$")
_PERCENT = re.compile(r"(?<!\\)%+[ \t]*(?P<text>\S.*?)[ \t]*$")

_BY_LANGUAGE = {
    _HASH: "py python rb ruby sh bash zsh shell console yaml yml toml r perl pl make makefile dockerfile "
    "docker nginx ini conf elixir julia powershell ps1",
    _DASHES: "sql lua haskell hs ada vhdl elm",
    _MARKUP: "html xml svg vue md markdown",
    _SEMICOLON: "lisp clojure clj scheme asm",
    _PERCENT: "tex latex matlab erlang",
}  # fmt: skip
_PATTERNS = {name: [pattern] for pattern, names in _BY_LANGUAGE.items() for name in names.split()}
_LETTER = re.compile(r"[^\W\d_]")


def comments_of(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of comments stand in a line of code.

    Args:
        line: The line.
        language: What the code block says that it is in, "" when it says nothing.
    """
    for pattern in _PATTERNS.get(language, [_SLASHES, _STARS]):
        for match in pattern.finditer(line):
            group = "text" if match["text"] else "short"
            if _LETTER.search(match[group]):
                yield match.span(group)
