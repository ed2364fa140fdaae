"""Checks of the header of a gettext catalog, as `msgfmt -c` sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import c2py

from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.model.finding import Severity

MQM = "design-and-markup/markup"
_HIGHEST = 1000  # the numbers for which gettext, too, works an expression out

_UNDECIDED = "CHARSET"  # what xgettext writes for somebody to replace
_CHARSET = re.compile(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)
_RULE = re.compile(r"(?<!n)plural\s*=([^;\n]*)")
_COUNT = re.compile(r"nplurals\s*=\s*([^;\n]*)")


@segment_check(
    "catalog.header",
    family="catalog",
    severity=Severity.WARNING,
    mqm=MQM,
    alone=True,  # a header has no source
    explanation="The header of a catalog does not say in which charset its texts are.",
    good=("", "Language: ka\nContent-Type: text/plain; charset=UTF-8\n"),
    bad=("", "Language: ka\nContent-Type: text/plain\n"),
)
def charset_named(features: Features) -> Iterator[Hit]:
    """Look for the one field without which programs read other letters than were written, and for a mark.

    Who translated it, when, and for which team are the owner's to fill in or to leave.
    """
    told = features.text.message
    if told is None or not told.header:
        return
    if features.target.startswith("\ufeff"):
        message = _("The catalog begins with a byte order mark, which gettext takes for an error")
        yield Hit(0, 1, message, severity=Severity.ERROR)
    start, end, value = _fields(features.target).get("Content-Type", (0, 0, ""))
    charset = _CHARSET.search(value)
    if charset is None or charset[1] in {"", _UNDECIDED}:
        yield Hit(start, end, _("The header does not name the catalog's charset"), "charset=UTF-8")


@segment_check(
    "catalog.plural-rule",
    family="catalog",
    severity=Severity.ERROR,
    mqm=MQM,
    alone=True,  # a header has no source
    explanation="The header of a catalog has no rule for plural forms though there are some, or a wrong one.",
    good=("", "Plural-Forms: nplurals=2; plural=n != 1;\n"),
    bad=("", "Plural-Forms: nplurals=2; plural=n;\n"),
)
def plural_rule(features: Features) -> Iterator[Hit]:
    """Work the expression out for the first thousand numbers, as gettext does."""
    told = features.text.message
    if told is None or not told.header:
        return
    start, end, value = _fields(features.target).get("Plural-Forms", (0, 0, ""))
    count, rule = _COUNT.search(value), _RULE.search(value)
    if told.forms and count is None:
        yield Hit(start, end, _("There are plural forms, but the header does not say nplurals"))
    if told.forms and rule is None:
        yield Hit(start, end, _("There are plural forms, but the header has no plural expression"))
    number = re.match(r"\d{1,3}", count[1]) if count else None
    if count is not None and number is None:
        yield Hit(start, end, _("The header's nplurals is no number"), found=count[1].strip())
    if rule is not None and (wrong := _wrong_rule(rule[1].strip(), int(number[0]) if number else None)):
        yield Hit(start, end, wrong, found=rule[1].strip())


def _wrong_rule(expression: str, forms: int | None) -> str:
    """Say what is wrong with a plural expression; empty where nothing is."""
    try:
        form_of = c2py(expression)
        highest = max(int(form_of(number)) for number in range(_HIGHEST + 1))
        lowest = min(int(form_of(number)) for number in range(_HIGHEST + 1))
    except ZeroDivisionError:
        return _("The header's plural expression divides by zero")
    except (ValueError, OverflowError, RecursionError, SyntaxError, MemoryError):
        return _("The header's plural expression cannot be read")
    if lowest < 0:
        return _("The header's plural expression gives negative numbers")
    if forms is not None and highest >= forms:
        message = _("The header says nplurals={forms}, but its plural expression gives {highest}")
        return message.format(forms=forms, highest=highest)
    return ""


def _fields(header: str) -> dict[str, tuple[int, int, str]]:
    """Return the fields of a header: name → where its line begins and ends, and its value."""
    found: dict[str, tuple[int, int, str]] = {}
    at = 0
    for line in header.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip(), (at, at + len(line), value.strip()))
        at += len(line) + 1
    return found


@segment_check(
    "catalog.repeated",
    family="catalog",
    severity=Severity.ERROR,
    mqm=MQM,
    explanation="A catalog has the same message twice, which gettext refuses.",
    good=("会议", "შეხვედრა"),
    bad=("会议", "შეხვედრა|შეხვედრა"),
)
def repeated_message(features: Features) -> Iterator[Hit]:
    """Say of a message that it is there already; one with another translation is not even read."""
    told = features.text.message
    if told is not None and told.repeated:
        yield Hit(0, len(features.target), _("The same message stands in the catalog before"))


CHECKS = (charset_named, plural_rule, repeated_message)
