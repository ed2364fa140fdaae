"""Directives of messages as `msgfmt -c` compares them: argument by argument, by the type that each takes.

How a directive is written depends on the language of the program, which the flag of a message says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from transreview.checks.hit import Hit
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern

Arguments = dict[str, tuple[str, int, int]]
"""Argument, by its name or number → the type it is taken as, and the span of its directive."""

Reader = Callable[[str], tuple[Arguments, list[int]]]
"""Returns the arguments of a text, and the places of what makes it no format at all: signs that begin no
directive, and directives that take one argument in two ways."""

_SIZES = "(?P<size>hh|h|ll|l|q|j|z|t|L)?"
_PRINTF = (
    r"%(?:%|(?:\((?P<name>[^()]*)\)|(?P<number>\d+)\$)?[-+#0 'I]*(?P<width>\*|\d+)?(?:\.(?P<digits>\*|\d+)?)?"
    rf"{_SIZES}(?P<type>[diouxXeEfFgGaAcsCSpnr@m]|<PRI\w+>))"
)
_DIRECTIVE = lazy_pattern(_PRINTF)
_RUBY = lazy_pattern(
    rf"%\{{(?P<braced>\w+)\}}|%<(?P<angled>\w+)>[-+#0 ]*\d*(?:\.\d+)?(?P<kind>[a-zA-Z])|{_PRINTF}"
)
_BOOST = lazy_pattern(rf"%(?P<plain>\d+)%|%\|(?P<barred>\d+)(?:\$[^|]*)?\||{_PRINTF}")
_PASCAL = lazy_pattern(
    r"%(?:%|(?:(?P<number>\d+):)?-?(?:\*|\d+)?(?:\.(?:\*|\d+)?)?(?P<type>[dDuUxXeEfFgGnNmMsSpP]))"
)
_PHP = lazy_pattern(r"%(?:%|(?:(?P<number>\d+)\$)?(?:[-+0 ]|'.)*\d*(?:\.\d+)?l?(?P<type>[bcdeEfFgGosuxX]))")
_JAVASCRIPT = lazy_pattern(r"%(?:%|(?:(?P<number>\d+)\$)?[-+#0 ']*\d*(?:\.\d+)?(?P<type>[bcdijouxXfFeEgGs]))")
_LUA = lazy_pattern(r"%(?:%|[-+#0]*\d*(?:\.\d*)?(?P<type>[diouxXeEfgGcsq]))")
_QT = lazy_pattern(r"%L?(?P<plain>\d{1,2})|%(?P<percent>)")
_QT_PLURAL = lazy_pattern(r"%L?(?P<plain>\d{1,2}|n)|%(?P<percent>)")
_ONE_DIGIT = lazy_pattern(r"%(?:%|(?P<plain>[1-9]))")
_KDE = lazy_pattern(r"%(?P<plain>[1-9]\d*)|%(?P<percent>)")
_GCC = lazy_pattern(
    r"%(?:[%<>']|R|(?P<named>m)|(?:(?P<number>\d+)\$)?[q+#]*(?:\.?(?P<width>\*|\d+))?(?P<size>ll|l|w|z|t)?(?P<type>[a-zA-Z]))"
)
_GFC = lazy_pattern(r"%(?:%|(?:(?P<number>\d+)\$)?(?P<size>ll|l)?(?P<type>[CLcdisu]))")
_SIGNED = {"i": "d"}
_MIXED = "counted among numbered ones"


def directives(
    text: str, pattern: re.Pattern[str] = _DIRECTIVE, *, mixes: bool = False
) -> tuple[Arguments, list[int]]:
    """Return argument → its type and span, and the places of what makes the text no format.

    Arguments are named by their names or their numbers; those without a number are counted.

    Args:
        text: A message or its translation.
        pattern: How directives are written.
        mixes: Whether numbered and counted ones may stand in one text.
    """
    found: Arguments = {}
    wrong: list[int] = []
    counted: list[str] = []
    numbered = False
    count, at = 0, 0
    while (at := text.find("%", at)) >= 0:
        match = pattern.match(text, at)
        if match is None:
            wrong.append(at)
            at += 1
            continue
        start, at = at, match.end()
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
        else:
            numbered = numbered or not said.get("named")
        taken = (said.get("size") or "") + _SIGNED.get(kind, kind)
        if found.setdefault(name, (taken, start, at))[0] != taken:
            wrong.append(start)
    if numbered and counted and not mixes:  # such a text is refused
        found.update((name, (_MIXED, *found[name][1:])) for name in counted)
    return found, wrong


_NAMES = ("name", "number", "braced", "angled", "plain", "barred", "named")


def _read_with(pattern: re.Pattern[str], *, mixes: bool = False) -> Reader:
    return lambda text: directives(text, pattern, mixes=mixes)


def _pascal(text: str) -> tuple[Arguments, list[int]]:
    """Object Pascal counts from 0, those without a number by themselves."""
    found: Arguments = {}
    following, matches = 0, list(_PASCAL.finditer(text))
    signs = {at for match in matches for at in range(*match.span())}
    wrong = [at for at, sign in enumerate(text) if sign == "%" and at not in signs]
    for match in matches:
        if match["type"]:
            name = match["number"] or str(following)
            following += not match["number"]
            taken = match["type"].lower()
            if found.setdefault(name, (taken, match.start(), match.end()))[0] != taken:
                wrong.append(match.start())
    return found, wrong


_BRACED = lazy_pattern(
    r"\{\{|\}\}|\{(?P<name>\w*)(?:\.\w+|\[[^\]{}]*\])*(?:![^{}:]*)?(?::(?:[^{}]|\{[^{}]*\})*)?\}|(?P<alone>[{}])"
)


def _braced(text: str) -> tuple[Arguments, list[int]]:
    """Python: `{{` is a brace, a single one ends the program, and `{}` counts."""
    found: Arguments = {}
    wrong: list[int] = []
    count = 0
    for match in _BRACED.finditer(text):
        if match["alone"]:
            wrong.append(match.start())
        if match["name"] is None:
            continue
        name = match[0][1:-1]  # gettext compares the whole of it, with how it is to be written
        if not name:
            name, count = str(count), count + 1
        found.setdefault(name, ("", match.start(), match.end()))
    return found, wrong


_CSHARP = lazy_pattern(r"\{\{|\}\}|\{(?P<name>\d+)(?:,[^{}:]*)?(?::[^{}]*)?\}|[{}]")


def _csharp(text: str) -> tuple[Arguments, list[int]]:
    """C#: `{{` is a brace, and a single one begins a number."""
    found: Arguments = {}
    wrong: list[int] = []
    for match in _CSHARP.finditer(text):
        if match["name"] is not None:
            found.setdefault(match["name"], ("", match.start(), match.end()))
        elif len(match[0]) == 1:
            wrong.append(match.start())
    return found, wrong


_JAVA = lazy_pattern(r"''|'[^']*(?:'|$)|\{(?P<name>\d+)\s*(?:,\s*(?P<type>\w+)(?:,[^{}]*)?)?\}|(?P<open>\{)")


def _java(text: str) -> tuple[Arguments, list[int]]:
    """Java's MessageFormat: what stands between apostrophes is text."""
    found: Arguments = {}
    wrong: list[int] = []
    for match in _JAVA.finditer(text):
        if match["name"] is not None:
            kind = {"choice": "number", "time": "date"}.get(match["type"] or "", match["type"] or "")
            before = found.setdefault(match["name"], (kind, match.start(), match.end()))[0]
            if not before:  # a bare {0} takes whatever it is taken as elsewhere
                found[match["name"]] = (kind, match.start(), match.end())
            elif kind and kind != before:
                wrong.append(match.start())
        elif match["open"] and not _CHOICE.match(text, match.start()):
            wrong.append(match.start())
    return found, wrong


_CHOICE = lazy_pattern(r"\{\s*\d+\s*,\s*choice\b")  # has braces of its own


_SHELL = lazy_pattern(
    r"\\.|\$(?:\{(?P<braced>\w+)[^{}]*\}|(?P<bare>[A-Za-z_]\w*)|(?P<command>\())|(?P<old>`)|(?P<sign>\$)",
    re.DOTALL,
)


def _shell(text: str) -> tuple[Arguments, list[int]]:
    found: Arguments = {}
    wrong: list[int] = []
    for match in _SHELL.finditer(text):
        if match[0].startswith("\\"):
            continue
        if match["sign"]:
            wrong.append(match.start())
            continue
        name = match["braced"] or match["bare"] or "$("  # a command to run: a translation adds none
        found.setdefault(name, ("", match.start(), match.end()))
    return found, wrong


def _kde(text: str) -> tuple[Arguments, list[int]]:
    """KDE: of the numbers up to the highest one may be left out."""
    found, _wrong = directives(text, _KDE)
    numbers = {int(name) for name in found}
    if numbers and max(numbers) - len(numbers) > 1:
        return found, [min(start for _kind, start, _end in found.values())]
    return found, []


def _qt(text: str) -> tuple[Arguments, list[int]]:
    """Qt: a digit of the locale (%L1) is another matter than a plain one."""
    found, _wrong = directives(text, _QT)
    return {
        name: ("L" if text[start : start + 2] == "%L" else "", start, end)
        for name, (_kind, start, end) in found.items()
    }, []


_LISP = lazy_pattern(r"~(?:[-+]?\d+|'.|[#vV,:@])*(?:(?P<type>[A-Za-z~%&|$\n*?(){}\[\];^<>])|(?P<none>))")


def _lisp(text: str) -> tuple[Arguments, list[int]]:
    """Lisp and Scheme: the arguments in their order, by the type that each is written as."""
    found: Arguments = {}
    wrong: list[int] = []
    for match in _LISP.finditer(text):
        if match["type"] is None:
            wrong.append(match.start())
        elif match["type"].isalpha() or match["type"] == "$":
            found[str(len(found) + 1)] = (match["type"].lower(), match.start(), match.end())
    return found, wrong


_PRINTF_LANGUAGES = "c objc python awk sh-printf tcl"
READERS: dict[str, Reader] = {
    **{f"{name}-format": directives for name in _PRINTF_LANGUAGES.split()},
    **{f"{name}-format": _read_with(_DIRECTIVE, mixes=True) for name in ("perl", "elisp", "librep")},
    "php-format": _read_with(_PHP, mixes=True),
    "lua-format": _read_with(_LUA),
    "qt-format": _qt,
    "ycp-format": _read_with(_ONE_DIGIT),
    "smalltalk-format": _read_with(_ONE_DIGIT),
    "javascript-format": _read_with(_JAVASCRIPT),
    "qt-plural-format": _read_with(_QT_PLURAL),
    "kde-format": _kde,
    "kde-kuit-format": _kde,
    "ruby-format": _read_with(_RUBY),
    "boost-format": _read_with(_BOOST),
    "gcc-internal-format": _read_with(_GCC),
    "gfc-internal-format": _read_with(_GFC),
    "pascal-format": _pascal,
    "object-pascal-format": _pascal,
    "python-brace-format": _braced,
    "csharp-format": _csharp,
    "java-format": _java,
    "sh-format": _shell,
    "lisp-format": _lisp,
    "scheme-format": _lisp,
}
"""Flag of a message → how its directives are read."""

BRACES = frozenset({"perl-brace-format"})
"""Flags of messages whose placeholders stand in braces, and whose per cent signs are text."""

_WHOLE = frozenset({"lisp-format", "scheme-format", "lua-format", "qt-format"})
"""Flags of messages whose every plural form takes all arguments."""

_COUNTED_WHOLE = frozenset({"python-format", "ruby-format"})
"""Those of which that holds where arguments have no names: the program would not find them all used."""

_NAMED = lazy_pattern(r"%[({<]")


def compare_directives(source: str, target: str, formats: Sequence[str], *, lenient: bool) -> Iterator[Hit]:
    """Yield where a translation's directives take other arguments than the source's.

    Args:
        source: The message.
        target: Its translation, or one plural form of it.
        formats: Flags of the message.
        lenient: Whether it may leave out one argument: the form is for a few numbers alone.
    """
    for flag in formats:
        if (read := READERS.get(flag)) is not None and not read(source)[1]:
            whole = flag in _WHOLE or (flag in _COUNTED_WHOLE and not _NAMED.search(source))
            yield from _compared(source, target, read, lenient=lenient and not whole)


def _compared(source: str, target: str, read: Reader, *, lenient: bool) -> Iterator[Hit]:
    wanted, _wrong = read(source)
    found, wrong = read(target)
    for place in wrong:
        yield Hit(place, place + 1, _broken(target[place]))
    missing = [name for name in wanted if name not in found]
    if lenient and len(missing) == 1:
        missing = []
    for name in missing:
        end = len(target.rstrip())
        start = wanted[name][1]
        message = _("The placeholders differ from the source's")
        yield Hit(end, end, message, source[start : wanted[name][2]])
    yield from _other_types(source, target, wanted, found)


def _broken(sign: str) -> str:
    if sign == "%":
        return _("A per cent sign that begins no directive; a plain one is written %%")
    if sign == "$":
        return _("A dollar sign that begins no variable; a plain one is written with a backslash")
    if sign == "~":
        return _("A tilde that begins no directive; a plain one is doubled")
    return _("A brace that begins no placeholder; a plain one is doubled or quoted")


def _other_types(source: str, target: str, wanted: Arguments, found: Arguments) -> Iterator[Hit]:
    for name, (kind, start, end) in found.items():
        message = _("The placeholders differ from the source's")
        if name not in wanted:
            yield Hit(start, end, message, found=target[start:end])
        elif wanted[name][0] != kind:
            yield Hit(start, end, message, source[wanted[name][1] : wanted[name][2]], found=target[start:end])


def is_read(source: str, formats: Sequence[str]) -> bool:
    """Whether the flags of a message say how its directives are written, and they are written so.

    gettext holds nothing against a message that is no format of the language it is flagged with.
    """
    return any(not READERS[flag](source)[1] for flag in formats if flag in READERS)


def is_braced(formats: Sequence[str]) -> bool:
    """Whether the flags of a message say that its placeholders stand in braces."""
    return any(flag in BRACES for flag in formats)
