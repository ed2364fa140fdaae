"""The line of a filter, on the screen and in commands: words that ask for something, and a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches

from transreview.errors import UsageError
from transreview.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterLine:
    """What the line of a filter asks for.

    Attributes:
        text: Text that source or translation must hold.
        user: Who must have changed the segment; `ME` is whoever asks.
        since: From when on it must have been changed.
        check: Beginning of the id of a check that must have found something.
        term: A term, in any form, of which the segment must have the word or the concept.
        confidence: Sureness of the alignment, under which it must be.
        longer: Characters of the source, over which it must be.
        shorter: Characters under which it must be.
        states: What it must be (`STATES`); of several statuses, one.
    """

    text: str = ""
    user: str = ""
    since: datetime | None = None
    check: str = ""
    term: str = ""
    confidence: float | None = None
    longer: int | None = None
    shorter: int | None = None
    states: frozenset[str] = frozenset()


FIELDS = ("by", "since", "check", "term", "sure", "long", "is")
"""What can be asked for by a word of its own."""

ME = "me"
"""Behind `by:`, whoever asks."""

STATES = (
    "machine", "edited", "confirmed", "approved", "untranslated", "unfinished", "needs-work", "untouched",
    "changed", "warning", "error", "commented", "open-comments", "bookmarked", "locked", "unsure",
)  # fmt: skip
"""What can stand behind `is:`."""

_WORD = re.compile(rf'(?:^|\s)({"|".join(FIELDS)}):(?:"([^"]+)"|(\S+))')
# What looks like such a word; an address ("https://…") does not.
_UNKNOWN = re.compile(r"(?:^|\s)([a-z]+):(?!//)\S")
_QUOTED = re.compile(r'(?:(?<=\s)|^)"([a-z]+:[^"]+)"')
_SPAN = re.compile(r"(\d+)([hdw])")
_HOURS = {"h": 1, "d": 24, "w": 24 * 7}


def read_line(line: str) -> FilterLine:
    """Read the line of a filter: words such as `by:ნინო`, `since:2d`, `check:num`, and a text.

    What a word asks for stands in quotation marks where it has blanks: `term:"党建 工作"`; a text that looks
    like such a word stands in them as a whole: `"note:x"`.

    Raises:
        UsageError: A word cannot be read, or there is none of that name.
    """
    quoted = _QUOTED.findall(line)
    line = _QUOTED.sub(" ", line)
    found = {match[1]: match[2] or match[3] for match in _WORD.finditer(line)}
    rest = _WORD.sub(" ", line)
    if unknown := _UNKNOWN.search(rest):
        raise _no_field(unknown[1])
    return FilterLine(
        text=" ".join([*rest.split(), *quoted]),
        user=found.get("by", ""),
        since=_moment(found["since"]) if "since" in found else None,
        check=found.get("check", ""),
        term=found.get("term", ""),
        confidence=_share(found["sure"]) if "sure" in found else None,
        longer=_length(found.get("long", ""), ">"),
        shorter=_length(found.get("long", ""), "<"),
        states=frozenset(_state(match[2] or match[3]) for match in _WORD.finditer(line) if match[1] == "is"),
    )


def _state(name: str) -> str:
    if name not in STATES:
        near = get_close_matches(name, STATES, 1, 0.5) or STATES
        raise UsageError(
            _("“{text}” is no state of a segment").format(text=name),
            remedy=_("Write {states}").format(states=", ".join(f"is:{state}" for state in near)),
        )
    return name


def _no_field(name: str) -> UsageError:
    """Return the error for a word that asks for nothing, with the one that was meant if that can be told."""
    near = get_close_matches(name, FIELDS, 1, 0.5) or FIELDS
    return UsageError(
        _("there is no “{field}:” in a filter").format(field=name),
        remedy=_("Write {fields}, or put it in quotation marks to look for it as a text").format(
            fields=", ".join(f"{field}:" for field in near)
        ),
    )


def _moment(text: str) -> datetime:
    span = _SPAN.fullmatch(text)
    if span:
        return datetime.now(UTC) - timedelta(hours=int(span[1]) * _HOURS[span[2]])
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise UsageError(
            _("“{text}” is no time").format(text=text),
            remedy=_("Write since:3h, since:2d or since:2026-05-01"),
        ) from None


def _share(text: str) -> float:
    digits = text.strip("<%")
    if not digits.isdecimal() or not 0 < int(digits) <= 100:
        raise UsageError(_("“{text}” is no share").format(text=text), remedy=_("Write sure:<80"))
    return int(digits) / 100


def _length(text: str, sign: str) -> int | None:
    if not text or not text.startswith(("<", ">")) or not text[1:].isdecimal():
        if text:
            raise UsageError(_("“{text}” is no length").format(text=text), remedy=_("Write long:>200"))
        return None
    return int(text[1:]) if text[0] == sign else None
