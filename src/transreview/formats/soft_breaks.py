"""Line ends inside a paragraph that mean a blank: an edit leaves the other lines of it as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transreview.formats.cutting import same_letters
from transreview.formats.lines import join_lines
from transreview.formats.mark_transfer import transfer


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph.

    Attributes:
        text: What stands on it.
        between: Characters of the file between the line before and this one ("" for the first).
        joint: What is read of them: a blank, or nothing.
    """

    text: str
    between: str = ""
    joint: str = ""


def broken_again(raw: str, old: str, new: str, *, without_blanks: bool = True) -> list[Line]:
    """Return a new text in the lines that the old one stood in, as far as it has the words around their ends.

    Args:
        raw: Characters of the file: the old text in lines.
        old: What was read of them; its own line feeds are no such ends.
        new: The text now.
        without_blanks: A line may also end between two Chinese characters or behind a hyphen, and no
            blank is read there.

    """
    ends = list(_ends(raw, old))
    if not ends:
        return [Line(new)]
    places = transfer(old, new, [], [place for place, _between in ends]).points
    lines: list[Line] = []
    lead, joint, start = "", "", 0
    for place, (_place, between) in zip(places, ends, strict=True):
        stop, begin = _break_near(new, place, without_blanks=without_blanks) or (0, 0)
        if stop <= start:  # nowhere, or where the line before ends
            continue
        lines.append(Line(new[start:stop], lead, joint))
        lead, joint, start = between, new[stop:begin], begin
    return [*lines, Line(new[start:], lead, joint)]


def _ends(raw: str, old: str) -> Iterator[tuple[int, str]]:
    """Yield where the lines of a text end, and the characters of the file between each and the next."""
    places = same_letters(raw, old) if "\n" in raw else None
    if places is None:
        return
    before = -1  # the last character that is no blank
    for index, character in enumerate(old):
        if character in " \t\n":
            continue
        between = raw[places[before] + 1 : places[index]] if before >= 0 else ""
        if "\n" in between and "\n" not in old[before + 1 : index]:
            yield before + 1, between
        before = index


def _break_near(text: str, place: int, *, without_blanks: bool) -> tuple[int, int] | None:
    """Return where a line ends and the next begins: at a place, or at an end of the word there."""
    if without_blanks and _is_joint(text, place):
        return place, place
    begin, end = place, place
    while begin and text[begin - 1] not in " \n":
        begin -= 1
    while end < len(text) and text[end] not in " \n":
        end += 1
    blanks = [at for at in (end, begin - 1) if _is_blank(text, at, without_blanks=without_blanks)]
    nearest = min(blanks, key=lambda at: abs(at - place), default=None)
    return None if nearest is None else (nearest, nearest + 1)


def _is_blank(text: str, at: int, *, without_blanks: bool) -> bool:
    """Whether a single blank stands here, and is read again where a line ends in its place."""
    around = text[max(0, at - 2) : at + 2]
    if (
        at < 1
        or text[at : at + 1] != " "
        or len(text) == at + 1
        or {text[at - 1], text[at + 1]} & {" ", "\n"}
    ):
        return False
    return not without_blanks or join_lines([around[:-2], around[-1]]) == around


def _is_joint(text: str, place: int) -> bool:
    """Whether two lines that end and begin here are read without anything between them."""
    around = text[max(0, place - 2) : place + 1]
    inside = 0 < place < len(text) and not set(around) & {" ", "\n"}
    return inside and join_lines([around[:-1], around[-1]]) == around
