"""Commands of a review line by line on words: concordance, repeats, replacing, spelling, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transreview.i18n import _, ngettext
from transreview.linear.command import Command, Lines
from transreview.tui.escape import visible_line

if TYPE_CHECKING:
    from transreview.linear.commands import Review

MOST = 30
"""Places that the concordance reads."""

YES = ("y", "yes", "კი", "是")


def _concordance(review: Review, rest: str) -> Lines:
    from itertools import islice

    from transreview.workflow.search.project_search import search_project
    from transreview.workflow.search.query import Query

    if not rest:
        yield _("Name words of either language: concordance ასოციაცია")
        return
    article = review.session.article
    found = 0
    for place in islice(search_project(review.project, Query(text=rest, any_form=True)), MOST):
        found += 1
        yield _("This project, {key}: {source} – {target}").format(
            key=place.segment.key,
            source=visible_line(place.segment.source),
            target=visible_line(place.segment.target),
        )
    if review.shelf is not None:
        languages = (article.source_language, article.target_language)
        for one in review.shelf.concordance(rest, *languages, most=MOST):
            found += 1
            yield _("Memory: {source} – {target}").format(
                source=visible_line(one.pair.source), target=visible_line(one.pair.target)
            )
    if not found:
        yield _("It is nowhere.")


def _repeats(review: Review, rest: str) -> Lines:
    from transreview.workflow.memories.repeats import propagate, repeats

    segment = review.session.segment
    others = repeats(review.project, segment)
    if not others:
        yield _("No other segment has this source and another translation.")
        return
    if not rest:
        for number, other in enumerate(others, start=1):
            yield f"{number}. {other.key}: {visible_line(other.target)}"
        yield _("“repeats all”, or “repeats” with numbers, gives them this translation.")
        return
    numbers = range(1, len(others) + 1) if rest == "all" else [int(one) for one in re.findall(r"\d+", rest)]
    chosen = [others[number - 1] for number in numbers if 1 <= number <= len(others)]
    if chosen:
        propagate(review.project, segment, chosen)
    words = ngettext(
        "{n} segment has this translation now.", "{n} segments have this translation now.", len(chosen)
    )
    yield words.format(n=len(chosen))


def _replace(review: Review, rest: str) -> Lines:
    from transreview.workflow.locked_segments import left_as_they_are, parted

    if not rest:
        yield _("Name the text that shall be another: replace ასოციაცია")
        return
    new = review.ask(_("becomes: "), "")
    ids = review.session.ids()
    rows = [row for row in review.project.segments.get_many(ids) if rest in row.target]
    found, locked = parted(rows, lambda row: row)
    if locked and new is not None:
        yield left_as_they_are(locked)
    if locked and not found:
        return
    if new is None or not found:
        yield _("“{text}” is in no translation shown.").format(text=visible_line(rest))
        return
    for row in found:
        yield f"{row.position + 1}. {visible_line(row.target)}"
    places = sum(row.target.count(rest) for row in found)
    question = ngettext("Replace {n} place? yes or no: ", "Replace {n} places? yes or no: ", places)
    if (review.ask(question.format(n=places), "") or "").strip().lower() not in YES:
        yield _("Nothing was replaced.")
        return
    changes = [(row.id, row.target.replace(rest, new), row.revision) for row in found]
    review.project.segments.replace_many(changes, {"done": "words", "old": rest, "new": new})
    words = ngettext(
        "{n} place replaced; undo takes it back.", "{n} places replaced; undo takes them back.", places
    )
    yield words.format(n=places)


def _spelling(review: Review, rest: str) -> Lines:
    from transreview.workflow.quality.spelling import Spelling

    spelling, segment = Spelling(review.project, review.session.article), review.session.segment
    if spelling.speller is None:
        code = review.session.article.target_language
        words = _("No word list of “{language}” is installed; `transreview doctor` says what is missing.")
        yield words.format(language=code)
        return
    if rest:
        spelling.add(rest)
        yield _("“{word}” is one of the project’s words now.").format(word=visible_line(rest))
        return
    spans = spelling.unknown(segment.source, segment.target)
    for start, end in spans:
        word = segment.target[start:end]
        offered = ", ".join(spelling.speller.suggestions(word)[:5])
        yield f"{visible_line(word)}: {offered}" if offered else visible_line(word)
    if not spans:
        yield _("All words are known.")


def _score(review: Review, rest: str) -> Lines:
    from transreview.workflow.quality.mqm_exchange import give_esa_score

    try:
        score = float(rest)
    except ValueError:
        yield _("“{text}” is no number from 0 to 100.").format(text=visible_line(rest))
        return
    give_esa_score(review.project, review.session.segment.id, score)
    yield _("Scored {score:g}.").format(score=score)


def _statistics(review: Review, _rest: str) -> Lines:
    from transreview.tui.statistics import statistics

    text = statistics(review.project, review.session.article, columns=0).plain  # a table is no help to ears
    yield from (line.rstrip() for line in text.splitlines() if line.strip())


WORDING = (
    Command(
        ("concordance", ";"),
        _("TEXT"),
        _("Reads where words stand in any form, here and in the memory."),
        _concordance,
    ),
    Command(
        ("repeats", "y"),
        _("NUMBERS"),
        _("Lists segments with the same source, or gives them this translation."),
        _repeats,
    ),
    Command(
        ("replace",),
        _("TEXT"),
        _("Replaces a text in all translations gone through; asks what it becomes."),
        _replace,
    ),
    Command(
        ("spelling",),
        _("WORD"),
        _("Reads the words that no list knows; with WORD, takes it into the project’s own."),
        _spelling,
    ),
    Command(("score",), _("NUMBER"), _("Gives the segment a score from 0 to 100 (ESA)."), _score),
    Command(("statistics", "z"), "", _("Says how much is done and left, and how fast it goes."), _statistics),
)
