"""How much of an article is done, how fast it goes, and when it may be finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from rich.text import Text

from transreview.i18n import _, ngettext
from transreview.languages import language
from transreview.model.article import Article
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project.project import Project
from transreview.tui.widths import cells, pad

PAUSE = timedelta(minutes=15)
"""A longer time between two changes is no work."""

LEAST = 3
"""Segments finished from which on a pace can be told."""


@dataclass(slots=True)
class Amount:
    """Segments, with the words and characters of their texts."""

    segments: int = 0
    source: int = 0
    target: int = 0

    def add(self, source: int, target: int) -> None:
        """Take in one segment."""
        self.segments += 1
        self.source += source
        self.target += target


def statistics(project: Project, article: Article, columns: int = 96) -> Text:
    """Return the figures of an article as a text to read.

    Args:
        project: The open project.
        article: The article.
        columns: Cells of a line; where they are too few for a table, each figure has a line of its own.
    """
    amounts = {status: Amount() for status in Status}
    measures = [size_of(tag) for tag in (article.source_language, article.target_language)]
    for segment in project.segments.each(article.id):
        amounts[segment.status].add(measures[0](segment.source), measures[1](segment.target))
    done = [amount for status, amount in amounts.items() if status.is_done]
    left = [amount for status, amount in amounts.items() if not status.is_done]
    text = Text()
    codes = (article.source_language, article.target_language)
    words = ("", _("segments"), *(_unit(code) for code in codes))
    width = max(16, *(cells(word) + 2 for word in words))
    is_table = width * len(words) <= columns
    if is_table:
        text.append("".join(pad(word, width) for word in words) + "\n", "bold")
    for title, parts in ((_("done"), done), (_("left"), left), (_("all"), done + left)):
        total = Amount(
            *(sum(getattr(one, name) for one in parts) for name in ("segments", "source", "target"))
        )
        figures = [f"{n:,}" for n in (total.segments, total.source, total.target)]
        text.append(pad(title, width) if is_table else f"{title}\n", "bold")
        if is_table:
            text.append("".join(pad(figure, width) for figure in figures) + "\n")
        else:
            text.append("".join(f"  {word}: {n}\n" for word, n in zip(words[1:], figures, strict=True)))
    open_segments = sum(one.segments for one in left)
    text.append("\n" + _pace_words(pace(project), open_segments))
    return text


def size_of(tag: str) -> Callable[[str], int]:
    """Return how the length of a text is counted in a language: characters where words are not divided."""
    if language(tag).wide:
        return lambda text: sum(not character.isspace() for character in text)
    return lambda text: len(text.split())


def _unit(tag: str) -> str:
    return (
        _("characters, {code}").format(code=tag)
        if language(tag).wide
        else _("words, {code}").format(code=tag)
    )


def pace(project: Project) -> float | None:
    """Return the segments that this user finishes in an hour of work today; None when it cannot be told."""
    today = datetime.now(UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    entries = project.journal.entries(None, user=project.user, since=today.astimezone(UTC))
    finished = {one for entry in entries if entry.action is Action.STATUS for one in entry.segment_ids}
    moments = sorted(entry.at for entry in entries)
    worked = sum(
        (min(after - before, PAUSE) for before, after in pairwise(moments)),
        timedelta(),
    )
    if len(finished) < LEAST or worked < timedelta(minutes=1):
        return None
    return len(finished) / (worked / timedelta(hours=1))


def _pace_words(segments_an_hour: float | None, left: int) -> str:
    if segments_an_hour is None:
        return _("How fast it goes can be told after some segments were confirmed today.")
    minutes = round(left / segments_an_hour * 60)
    spoken = ngettext(
        "Today {pace:.0f} segments an hour, pauses over 15 minutes left out: {n} minute to go.",
        "Today {pace:.0f} segments an hour, pauses over 15 minutes left out: {n} minutes to go.",
        minutes,
    )
    return spoken.format(pace=segments_an_hour, n=minutes)
