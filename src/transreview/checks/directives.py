"""Directives of printf as `msgfmt -c` compares them: argument by argument, by the type that each takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.checks.hit import Hit
from transreview.i18n import _

_PRINTF_LANGUAGES = (
    "c objc python php perl gcc-internal gfc-internal awk lua sh-printf pascal object-pascal boost tcl ruby"
)
PRINTF = frozenset(f"{name}-format" for name in _PRINTF_LANGUAGES.split())
"""Flags of messages whose directives begin with a per cent sign."""

BRACES = frozenset({"python-brace-format", "perl-brace-format", "csharp-format", "java-format"})
"""Flags of messages whose placeholders stand in braces, and whose per cent signs are text."""

_DIRECTIVE = re.compile(
    r"%(?:%|(?:\((?P<name>[^()]*)\)|(?P<number>\d+)\$)?[-+#0 'I]*(?P<width>\*|\d+)?(?:\.(?P<digits>\*|\d+)?)?"
    r"(?P<size>hh|h|ll|l|q|j|z|t|L)?(?P<type>[diouxXeEfFgGaAcsCSpnr@m]|<PRI\w+>))"
)
_SIGNED = {"i": "d"}


def directives(text: str) -> tuple[dict[str, tuple[str, int, int]], list[int]]:
    """Return argument → its type and span, and the places of per cent signs that begin no directive.

    Arguments are named by their names or their numbers; those without a number are counted.
    """
    found: dict[str, tuple[str, int, int]] = {}
    wrong: list[int] = []
    count, at = 0, 0
    while (at := text.find("%", at)) >= 0:
        match = _DIRECTIVE.match(text, at)
        if match is None:
            wrong.append(at)
            at += 1
            continue
        at = match.end()
        kind = match["type"]
        if kind in {None, "m"}:
            continue
        count += (match["width"] == "*") + (match["digits"] == "*")
        if match["name"] is None and match["number"] is None:
            count += 1
        name = match["name"] or match["number"] or str(count)
        found.setdefault(name, ((match["size"] or "") + _SIGNED.get(kind, kind), match.start(), match.end()))
    return found, wrong


def compare_directives(source: str, target: str, *, lenient: bool) -> Iterator[Hit]:
    """Yield where a translation's directives take other arguments than the source's.

    Args:
        source: The message.
        target: Its translation, or one plural form of it.
        lenient: Whether it may leave out one argument: the form is for one number alone.
    """
    wanted, wrong_there = directives(source)
    found, wrong = directives(target)
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


def _other_types(
    source: str, target: str, wanted: dict[str, tuple[str, int, int]], found: dict[str, tuple[str, int, int]]
) -> Iterator[Hit]:
    for name, (kind, start, end) in found.items():
        message = _("The placeholders differ from the source's")
        if name not in wanted:
            yield Hit(start, end, message, found=target[start:end])
        elif wanted[name][0] != kind:
            yield Hit(start, end, message, source[wanted[name][1] : wanted[name][2]], found=target[start:end])


def is_printf(formats: Sequence[str]) -> bool:
    """Whether the flags of a message say that its directives are those of printf."""
    return any(flag in PRINTF for flag in formats)


def is_braced(formats: Sequence[str]) -> bool:
    """Whether the flags of a message say that its placeholders stand in braces."""
    return any(flag in BRACES for flag in formats)
