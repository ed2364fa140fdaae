"""Checks of the header of a gettext catalog, as `msgfmt -c` sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.features import Features
from transreview.formats.plural_rule import BrokenRule, PluralRule, read_plural_rule
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

MQM = "design-and-markup/markup"

_UNDECIDED = "CHARSET"  # what xgettext writes for somebody to replace
_CHARSET = lazy_pattern(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)


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
    rule = read_plural_rule(value)
    if told.forms and rule.count_said is None:
        yield Hit(start, end, _("There are plural forms, but the header does not say nplurals"))
    if told.forms and rule.expression is None:
        yield Hit(start, end, _("There are plural forms, but the header has no plural expression"))
    if rule.count_said is not None and not rule.count_said[:1].isdigit():
        yield Hit(start, end, _("The header's nplurals is no number"), found=rule.count_said)
    if rule.expression is not None and (wrong := _wrong_expression(rule)):
        yield Hit(start, end, wrong, found=rule.expression)


def _wrong_expression(rule: PluralRule) -> str:
    """Say what is wrong with a plural expression; empty where nothing is."""
    if rule.broken is BrokenRule.DIVISION:
        return _("The header's plural expression divides by zero")
    if rule.broken is BrokenRule.NEGATIVE:
        return _("The header's plural expression gives negative numbers")
    if rule.broken is not None:
        return _("The header's plural expression cannot be read")
    if rule.count_said and rule.count_said[0].isdigit() and rule.highest >= rule.count:
        message = _("The header says nplurals={forms}, but its plural expression gives {highest}")
        return message.format(forms=rule.count, highest=rule.highest)
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
    needs="message",
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
