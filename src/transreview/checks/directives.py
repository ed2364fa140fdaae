"""Directives of messages as `msgfmt -c` compares them: argument by argument, by the type that each takes.

How a directive is written depends on the language of the program, which the flag of a message says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from transreview.checks.hit import Hit
from transreview.i18n import _

Arguments = dict[str, tuple[str, int, int]]
"""Argument, by its name or number → the type it is taken as, and the span of its directive."""

Reader = Callable[[str], tuple[Arguments, list[int]]]
"""Returns the arguments of a text, and the places of signs that begin no directive."""

_SIZES = "(?P<size>hh|h|ll|l|q|j|z|t|L)?"
_PRINTF = (
    r"%(?:%|(?:\((?P<name>[^()]*)\)|(?P<number>\d+)\$)?[-+#0 'I]*(?P<width>\*|\d+)?(?:\.(?P<digits>\*|\d+)?)?"
    rf"{_SIZES}(?P<type>[diouxXeEfFgGaAcsCSpnr@m]|<PRI\w+>))"
)
_DIRECTIVE = re.compile(_PRINTF)
_RUBY = re.compile(
    rf"%\{{(?P<braced>\w+)\}}|%<(?P<angled>\w+)>[-+#0 ]*\d*(?:\.\d+)?(?P<kind>[a-zA-Z])|{_PRINTF}"
)
_BOOST = re.compile(rf"%(?P<plain>\d+)%|%\|(?P<barred>\d+)(?:\$[^|]*)?\||{_PRINTF}")
_PASCAL = re.compile(
    r"%(?:%|(?:(?P<number>\d+):)?-?(?:\*|\d+)?(?:\.(?:\*|\d+)?)?(?P<type>[dDuUxXeEfFgGnNmMsSpP]))"
)
_GCC = re.compile(
    r"%(?:[%<>'m]|R|(?:(?P<number>\d+)\$)?[q+#]*(?:\.?(?P<width>\*|\d+))?(?P<size>ll|l|w|z|t)?(?P<type>[a-zA-Z]))"
)
_SIGNED = {"i": "d"}
_MIXED = "counted among numbered ones"


def directives(text: str, pattern: re.Pattern[str] = _DIRECTIVE) -> tuple[Arguments, list[int]]:
    """Return argument → its type and span, and the places of per cent signs that begin no directive.

    Arguments are named by their names or their numbers; those without a number are counted.
    """
    found: Arguments = {}
    wrong: list[int] = []
    counted: list[str] = []
    count, at = 0, 0
    while (at := text.find("%", at)) >= 0:
        match = pattern.match(text, at)
        if match is None:
            wrong.append(at)
            at += 1
            continue
        at = match.end()
        said = match.groupdict()
        kind = said.get("type") or said.get("kind") or ""
        name = next((said[key] for key in _NAMES if said.get(key)), None)
        if name is None and kind in {"", "m"}:
            continue
        count += (said.get("width") == "*") + (said.get("digits") == "*")
        if name is None:
            count += 1
            name = str(count)
            counted.append(name)
        found.setdefault(name, ((said.get("size") or "") + _SIGNED.get(kind, kind), match.start(), at))
    if len(counted) < len(found):  # numbered and counted ones in one text are refused
        found.update((name, (_MIXED, *found[name][1:])) for name in counted)
    return found, wrong


_NAMES = ("name", "number", "braced", "angled", "plain", "barred")


def _read_with(pattern: re.Pattern[str]) -> Reader:
    return lambda text: directives(text, pattern)


def _pascal(text: str) -> tuple[Arguments, list[int]]:
    """Object Pascal counts from 0, and goes on from the number that was named last."""
    found: Arguments = {}
    following = 0
    for match in _PASCAL.finditer(text):
        if match["type"]:
            following = int(match["number"]) if match["number"] else following
            found.setdefault(str(following), (match["type"].lower(), match.start(), match.end()))
            following += 1
    return found, []


_BRACED = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:.\[,]*)[^{}!]*(?P<conversion>![^{}]*)?\}")


def _braced(text: str) -> tuple[Arguments, list[int]]:
    """Python and C#: `{{` is a brace, `{}` counts, and only the names are compared."""
    found: Arguments = {}
    count = 0
    for match in _BRACED.finditer(text):
        if match["name"] is None:
            continue
        name = match["name"].strip()
        if not name:
            name, count = str(count), count + 1
        # gettext knows no conversions: {name!r} is an error where the source has none
        found.setdefault(name, ((match["conversion"] or "")[:2], match.start(), match.end()))
    return found, []


_JAVA = re.compile(r"''|'[^']*(?:'|$)|\{\s*(?P<name>\d+)\s*(?:,\s*(?P<type>\w+)[^{}]*)?\}")


def _java(text: str) -> tuple[Arguments, list[int]]:
    """Java's MessageFormat: what stands between apostrophes is text."""
    found: Arguments = {}
    for match in _JAVA.finditer(text):
        if match["name"] is not None:
            kind = {"choice": "number", "time": "date"}.get(match["type"] or "", match["type"] or "")
            found.setdefault(match["name"], (kind, match.start(), match.end()))
    return found, []


_SHELL = re.compile(r"\$(?:\{(?P<braced>\w+)[^{}]*\}|(?P<bare>[A-Za-z_]\w*)|(?P<command>\())|(?P<old>`)")


def _shell(text: str) -> tuple[Arguments, list[int]]:
    found: Arguments = {}
    for match in _SHELL.finditer(text):
        name = match["braced"] or match["bare"] or "$("  # a command to run: a translation adds none
        found.setdefault(name, ("", match.start(), match.end()))
    return found, []


_LISP = re.compile(r"~(?:[-+]?\d+|'.|[#vV,:@])*(?P<type>[A-Za-z~%&|\n*?(){}\[\];^<>])")


def _lisp(text: str) -> tuple[Arguments, list[int]]:
    """Lisp and Scheme: the arguments in their order, by the type that each is written as."""
    found: Arguments = {}
    for match in _LISP.finditer(text):
        if match["type"].isalpha():
            found[str(len(found) + 1)] = (match["type"].lower(), match.start(), match.end())
    return found, []


_PRINTF_LANGUAGES = "c objc python php perl awk lua sh-printf tcl javascript elisp librep"
READERS: dict[str, Reader] = {
    **{f"{name}-format": directives for name in _PRINTF_LANGUAGES.split()},
    "ruby-format": _read_with(_RUBY),
    "boost-format": _read_with(_BOOST),
    "gcc-internal-format": _read_with(_GCC),
    "gfc-internal-format": _read_with(_GCC),
    "pascal-format": _pascal,
    "object-pascal-format": _pascal,
    "python-brace-format": _braced,
    "csharp-format": _braced,
    "java-format": _java,
    "sh-format": _shell,
    "lisp-format": _lisp,
    "scheme-format": _lisp,
}
"""Flag of a message → how its directives are read."""

BRACES = frozenset({"perl-brace-format"})
"""Flags of messages whose placeholders stand in braces, and whose per cent signs are text."""


def compare_directives(source: str, target: str, formats: Sequence[str], *, lenient: bool) -> Iterator[Hit]:
    """Yield where a translation's directives take other arguments than the source's.

    Args:
        source: The message.
        target: Its translation, or one plural form of it.
        formats: Flags of the message.
        lenient: Whether it may leave out one argument: the form is for a few numbers alone.
    """
    for flag in formats:
        if (read := READERS.get(flag)) is not None:
            yield from _compared(source, target, read, lenient=lenient)


def _compared(source: str, target: str, read: Reader, *, lenient: bool) -> Iterator[Hit]:
    wanted, wrong_there = read(source)
    found, wrong = read(target)
    if not wrong_there:
        for place in wrong:
            yield Hit(
                place, place + 1, _("A per cent sign that begins no directive; a plain one is written %%")
            )
    missing = [name for name in wanted if name not in found]
    if lenient and len(missing) == 1:
        missing = []
    for name in missing:
        end = len(target.rstrip())
        start = wanted[name][1]
        message = _("The placeholders differ from the source's")
        yield Hit(end, end, message, source[start : wanted[name][2]])
    yield from _other_types(source, target, wanted, found)


def _other_types(source: str, target: str, wanted: Arguments, found: Arguments) -> Iterator[Hit]:
    for name, (kind, start, end) in found.items():
        message = _("The placeholders differ from the source's")
        if name not in wanted:
            yield Hit(start, end, message, found=target[start:end])
        elif wanted[name][0] != kind:
            yield Hit(start, end, message, source[wanted[name][1] : wanted[name][2]], found=target[start:end])


def is_read(formats: Sequence[str]) -> bool:
    """Whether the flags of a message say how its directives are written."""
    return any(flag in READERS for flag in formats)


def is_braced(formats: Sequence[str]) -> bool:
    """Whether the flags of a message say that its placeholders stand in braces."""
    return any(flag in BRACES for flag in formats)
