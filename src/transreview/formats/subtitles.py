"""Subtitles: the words of each cue of an SRT or WebVTT file, in its place between the times."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

from transreview.errors import InputError
from transreview.formats.document import Document
from transreview.formats.encoding import Decoded
from transreview.formats.left_out import Left
from transreview.formats.lines import LINE_END, newline_of
from transreview.formats.placing import Placed, units_and_layout
from transreview.formats.reading import display_name, no_text
from transreview.i18n import _

# Some programs round to whole seconds and write none of their parts.
_TIME = re.compile(
    r"^\s*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d{1,2})(?:[.,](?P<rest>\d{1,3}))?"
    r"\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?![\d:])"
)
_LEFT = {"NOTE": Left.COMMENT, "STYLE": Left.SCRIPT, "REGION": Left.SCRIPT}


def read_subtitles(decoded: Decoded, path: Path | str) -> Document:
    """Return the cues of a subtitle file; each is called by the time at which it begins.

    Raises:
        InputError: There is no cue in it.
    """
    text = decoded.text
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    lines = LINE_END.split(text)
    places: list[Placed] = []
    left: Counter[Left] = Counter()
    warnings: list[str] = []
    number = 0
    timed = False
    syntax = "webvtt" if lines[0].lstrip("\ufeff").startswith("WEBVTT") else ""
    blank = 0  # the line on which the block that is under way ends
    while number < len(lines):
        blank = max(blank, number)
        while blank < len(lines) and lines[blank].strip():
            blank += 1
        end = blank
        if end > number:
            time = next((n for n in range(number, min(number + 3, end)) if _TIME.match(lines[n])), -1)
            word = lines[number].split()[0].lstrip("\ufeff")
            if time >= 0:
                match = _TIME.match(lines[time])
                assert match is not None
                timed = True
                following = _next_cue(lines, time + 1, end)
                if following < end:
                    what = _("line {line}: this subtitle begins without a blank line before it")
                    warnings.append(what.format(line=following + 1))
                    end = following
                name = f"{match['start']}.{match['rest'] or '000'}"
                _place(places, lines, starts, time + 1, end, name, syntax)
            elif word in _LEFT:
                left[_LEFT[word]] += 1
            elif word != "WEBVTT" and timed:
                what = _("line {line}: text without a time, perhaps of the subtitle before it")
                warnings.append(what.format(line=number + 1))
                _place(places, lines, starts, number, end, "", syntax)
        number = end + (end == len(lines) or not lines[end].strip())
    if not timed:
        raise InputError(
            _("there is no subtitle in this file: no line with a time such as 00:00:01,000 --> 00:00:04,000"),
            path=display_name(path),
            remedy=_("Rename a plain text to .txt."),
        )
    if not places:
        raise no_text(path)
    units, layout = units_and_layout(text, places, "subtitle")
    return Document(
        units,
        encoding=decoded.encoding,
        newline=newline_of(text),
        metadata={},
        layout=layout,
        left=dict(left),
        warnings=tuple(warnings[:5]),
    )


def _next_cue(lines: list[str], first: int, end: int) -> int:
    """Return the line on which another cue begins before a blank line does; `end` where none does."""
    time = next((number for number in range(first, end) if _TIME.match(lines[number])), end)
    return time - 1 if first < time < end and lines[time - 1].strip().isdigit() else time


def _place(
    places: list[Placed], lines: list[str], starts: list[int], first: int, end: int, name: str, syntax: str
) -> None:
    """Take the lines of a cue as one text."""
    while first < end and not lines[first].strip():
        first += 1
    if first == end:
        return
    lead = len(lines[first]) - len(lines[first].lstrip())
    start, stop = starts[first] + lead, starts[end - 1] + len(lines[end - 1].rstrip())
    words = without_readings("\n".join(line.strip() for line in lines[first:end]))
    if any(one.isalnum() for one in words):
        places.append(Placed(start=start, end=stop, text=words, name=name, syntax=syntax))


def without_readings(text: str) -> str:
    """Return a text without the readings above its words: `<ruby>漢<rt>kan</rt></ruby>` is 漢."""
    return _RUBY.sub(lambda match: _base(match[0]), text) if "<rt>" in text else text


def _base(ruby: str) -> str:
    return _RUBY_TAG.sub("", _READING.sub("", ruby))


_RUBY = re.compile(r"<ruby(?:\.[^<>]*)?>.{0,1000}?</ruby>", re.DOTALL)
_READING = re.compile(r"<rt(?:\.[^<>]*)?>.*?(?:</rt>|(?=</ruby>))", re.DOTALL)
_RUBY_TAG = re.compile(r"</?ruby(?:\.[^<>]*)?>")


def refill_subtitle(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the lines of a cue with another text in them; a blank line would end it, an arrow be a time.

    Readings go where the words under them stand once in the new text.
    """
    for ruby in (match[0] for match in _RUBY.finditer(raw) if "<rt>" in raw):
        base = _base(ruby)
        if base and new.count(base) == old.count(base) == 1:
            new = new.replace(base, ruby)
        else:
            lost.append(ruby)
    newline = next(iter(LINE_END.findall(raw)), "\n")
    kept = [line.strip() for line in new.replace("-->", "→").split("\n")]
    return newline.join(line for line in kept if line)


def refill_webvtt(raw: str, old: str, new: str, lost: list[str]) -> str:
    """Return the lines of a cue of WebVTT: a sign that begins no tag and no reference is written as one."""
    return refill_subtitle(raw, old, _BARE.sub(lambda match: html.escape(match[0]), new), lost)


# <v Fred>, <c.loud>, <00:01.000>, </i>; &amp; &#38; &nbsp;
_BARE = re.compile(r"<(?!/?[a-z]{1,4}[\s.>]|\d[\d:.]*>|/>)|&(?!#?\w{2,10};)")
