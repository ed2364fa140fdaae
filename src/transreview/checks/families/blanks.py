"""Checks of blanks: before and after marks, doubled, at the ends of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks import characters
from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import narrow_target, spaced_target, target_known
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

MQM = "linguistic-conventions/punctuation"

# Each begins with what is rare, and looks back from there: that is what makes them quick.
_SPACE_BEFORE = lazy_pattern(r"[ \u00a0\u202f]+(?=[,;!?]|[.:](?![\w.)(/\\-]))")
# French puts a (thin) space before its high marks.
_SPACE_BEFORE_HIGH_MARKS = lazy_pattern(r"[ \u00a0\u202f]+(?=[,]|\.(?![\w.]))")
_AFTER = lazy_pattern(r"[\w)\]”“»\"'’%]")
_BLANK_AND_MARK = (" ,", " .", " ;", " !", " ?", " :", "\u00a0", "\u202f")
_GLUED = lazy_pattern(r"[,;](?=[^\W\d_])|[.!?:](?=[^\W\d_]{3})")
_MAY_BE_GLUED = lazy_pattern(r"[,;.!?:](?=[^\W\d_])")
# A bracket glued to the word before it, where several words stand in it (not "file(s)"), or a blank inside.
_BRACKET = lazy_pattern(r"(?:(?<=[^\W\d_]{3})\((?=[^\W\d_]{2,} )|(?<=[^\W\d_])\( (?=[^\W\d_]))(?=[^()\n]*\))")
# One word with a mark in it: tl;dr, and names of things (micro:bit) in small letters.
_NO_WORDS = lazy_pattern(r"tl;dr|[a-z]{2,6}:[a-z]{2,6}")
_LETTERS = lazy_pattern(r"[^\W\d_]")
_GLUED_WORDS = {mark: lazy_pattern(f"[A-Za-z]{mark}[A-Za-z]") for mark in ",;"}


@segment_check(
    "punct.spacing",
    family="punctuation",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="A space stands before a punctuation mark, or none after it.",
    good=("他走了，因为……", "წავიდა, რადგან…"),
    bad=("他走了，因为……", "წავიდა ,რადგან…"),
    applies=lambda source, target: spaced_target(source, target) and narrow_target(source, target),
)
def spacing(features: Features) -> Iterator[Hit]:
    """Report blanks before marks, and marks glued to the next word."""
    target = features.target_prose
    before = _SPACE_BEFORE_HIGH_MARKS if features.context.target.space_before else _SPACE_BEFORE
    for match in before.finditer(target) if any(pair in target for pair in _BLANK_AND_MARK) else ():
        start = match.start()
        if (
            not start
            or not _AFTER.match(target, start - 1)
            or not features.target[start : match.end()].isspace()
        ):
            continue  # (an address or a tag was blanked out)
        if target.startswith(("...", "!.", ";)", ",,"), match.end()):
            continue
        if features.target[max(0, start - 3) : match.end() + 1] in features.source:
            continue  # the source has it so: a command, not a sentence
        mark = features.target[match.end()]
        if mark in ":;" and f" {mark}" in features.source and not features.context.source.space_before:
            continue  # so does the source: a label of a form ("Name : value")
        yield Hit(
            *match.span(),
            _("A space before a punctuation mark"),
            expected=target[match.end()],
            found=target[match.start() : match.end() + 1],
            fix=Fix(*match.span(), ""),
        )
    if _MAY_BE_GLUED.search(target):
        yield from _glued(features)
    if "(" in target:
        yield from _glued_brackets(features)


def _glued_brackets(features: Features) -> Iterator[Hit]:
    """Report brackets that are glued to the word before them, or have a blank inside."""
    target = features.target_prose
    for match in _BRACKET.finditer(target):
        if _token(features.target, match.start()) not in features.source:
            said = _("No space before a bracket")
            span = match.span()
            yield Hit(*span, said, expected=" (", severity=Severity.INFO, fix=Fix(*span, " ("))


def _glued(features: Features) -> Iterator[Hit]:
    """Report marks that are glued to the next word."""
    target = features.target_prose
    own = characters.script_bits(features.context.target.scripts)
    for match in _GLUED.finditer(target):
        before_it = target[max(0, match.start() - 3) : match.start()]
        wanted = 1 if match.group() in ",;" else 3
        if len(before_it) < wanted or not all(map(_LETTERS.match, before_it[-wanted:])):
            continue
        around = characters.mask(target[match.start() - 1] + target[match.end()])
        if match.group() in ".!?:" and around & ~own:
            continue  # a file name, a ratio, a foreign name
        following = target[match.end()]
        if match.group() == "." and following.isascii() and following.islower():
            continue  # a name of a file or a host; a sentence would begin with a capital
        if _token(features.target, match.start()) in features.source:
            continue  # an option or address of a program: --inspect=[host:port], tasksel:tasksel/first
        if _NO_WORDS.fullmatch(_token(features.target, match.start()).strip("*_.,:()[]").lower()):
            continue
        if match.group() == ":" and _is_namespace(features, match.start()):
            continue
        if match.group() in ",;" and _GLUED_WORDS[match.group()].search(features.source):
            continue  # a list of keywords, written so in the source
        yield Hit(
            *match.span(),
            _("No space after a punctuation mark"),
            expected=match.group() + " ",
            found=match.group() + target[match.end()],
            fix=Fix(*match.span(), match.group() + " "),
        )


def _is_namespace(features: Features, place: int) -> bool:
    """Whether the source, too, writes a name right behind this word and its colon: Special:Search."""
    word = _LAST_WORD.search(features.target, 0, place)
    return word is not None and re.search(rf"{re.escape(word[0])}:[^\W\d_]", features.source) is not None


_LAST_WORD = lazy_pattern(r"[A-Za-z]+$")

_DOUBLE_SPACE = lazy_pattern(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@segment_check(
    "space.double",
    family="punctuation",
    severity=Severity.WARNING,
    mqm=MQM,
    explanation="Two or more spaces stand in a row inside a line.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", "ის  მოვიდა."),
    applies=target_known,
)
def double_space(features: Features) -> Iterator[Hit]:
    """Report runs of blanks, but not the columns of a table."""
    target = features.target
    if "  " not in target and "\u00a0" not in target:
        return
    if "|" in target or "\t" in target or _DOUBLE_SPACE.search(features.source):
        return  # a table, or a layout that the source has too
    for match in _DOUBLE_SPACE.finditer(target):
        yield Hit(*match.span(), _("More than one space"), expected=" ", fix=Fix(*match.span(), " "))


@segment_check(
    "space.edge",
    family="punctuation",
    severity=Severity.INFO,
    mqm=MQM,
    explanation="The translation begins or ends with other blanks than the source.",
    good=("他来了。", "ის მოვიდა."),
    bad=("他来了。", " ის მოვიდა."),
)
def edge_space(features: Features) -> Iterator[Hit]:
    """Compare the outer blanks of both texts."""
    if features.is_empty:
        return
    source, target = features.source, features.target
    if not (source[0].isspace() or source[-1].isspace() or target[0].isspace() or target[-1].isspace()):
        return
    before, wanted = (
        target[: len(target) - len(target.lstrip())],
        source[: len(source) - len(source.lstrip())],
    )
    if before != wanted and "\u3000" not in wanted:
        yield Hit(
            0,
            len(before),
            _("Blanks at the beginning differ"),
            expected=wanted,
            fix=Fix(0, len(before), wanted),
        )
    after, wanted = target[len(target.rstrip()) :], source[len(source.rstrip()) :]
    if after != wanted and "\u3000" not in wanted:
        start = len(target) - len(after)
        yield Hit(
            start,
            len(target),
            _("Blanks at the end differ"),
            expected=wanted,
            fix=Fix(start, len(target), wanted),
        )


def _token(text: str, place: int) -> str:
    """Return the characters without blanks around a place, `_REACH` at most on each side."""
    first = max(0, place - _REACH)
    start = max(first, *(text.rfind(blank, first, place) + 1 for blank in " \n\t\u00a0"))
    return text[start : place + _REACH].split(maxsplit=1)[0]


_REACH = 200  # a row of a megabyte without a blank is no word


CHECKS = (
    spacing,
    double_space,
    edge_space,
)
