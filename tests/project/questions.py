"""Every question that can be asked of a project, at either side of each limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from tests.kept import shown
from tests.project.conftest import Clock
from tests.project.diary import Diary
from transreview.model.journal import Action
from transreview.model.segment import Status
from transreview.project import Project
from transreview.project.segment_filter import UNSURE, SegmentFilter


def _selections() -> Iterator[tuple[str, dict[str, object]]]:
    for name in ("needs_work", "untouched", "commented", "locked", "open_comments", "bookmarked"):
        for wanted in (True, False):
            yield f"{name} {wanted}", {name: wanted}
    for least in (0.3, 0.31, 0.9, 1.0):
        yield f"confidence {least}", {"confidence_below": least}
    for size in (0, 1, 3, 4, 5, 11, 12, 13, 22, 23):
        yield f"longer {size}", {"longer_than": size}
        yield f"shorter {size}", {"shorter_than": size}
    for statuses in ((Status.MACHINE,), (Status.EDITED, Status.APPROVED), tuple(Status)):
        yield f"statuses {shown(statuses)}", {"statuses": statuses}
    for user in ("Nino", "Giorgi", "nobody"):
        yield f"changed by {user}", {"changed_by": user}
    for minute in range(4):
        yield f"changed since {minute}", {"changed_since": datetime(2026, 1, 1, 9, minute, tzinfo=UTC)}


def questions(diary: Diary, project: Project, other: Project, clock: Clock) -> None:
    """Ask them all, some of them in the name of another person."""
    do = diary.tell
    for name, asked in _selections():
        do(name, lambda asked=asked: project.segments.select(**asked))
        do(f"{name} in 1", lambda asked=asked: other.segments.select(1, **asked))
    for number in (None, 1, 2, 3, 9):
        do(f"progress {number}", lambda number=number: project.progress(number))
        do(f"their progress {number}", lambda number=number: other.progress(number))
        do(f"ids {number}", lambda number=number: project.segments.ids(number))
        do(f"spans {number}", lambda number=number: project.segments.spans(number))
        do(f"untranslated {number}", lambda number=number: project.segments.untranslated(number))
        do(f"times {number}", lambda number=number: project.times.by_segment(number))
    for number in (1, 2, 3, 9):
        do(f"article {number}", lambda number=number: project.articles.get(number))
        do(f"all of {number}", lambda number=number: project.segments.all(number))
        do(f"count {number}", lambda number=number: project.segments.count(number))
        do(f"beads {number}", lambda number=number: project.articles.beads(number))
        do(f"data {number}", lambda number=number: project.articles.all_data(number, ""))
        do(f"layout {number}", lambda number=number: project.articles.data(number, "layout"))
        do(f"marks {number}", lambda number=number: project.articles.marks(number))
        do(f"imported {number}", lambda number=number: project.pairs.imported(number))
        do(f"present {number}", lambda number=number: project.pairs.present(number))
        do(f"places {number}", lambda number=number: project.pairs.places(number))
        for side in ("source", "target", "reference"):
            do(
                f"{side} units {number}",
                lambda number=number, side=side: project.articles.units(number, side),
            )
    for first, count in ((0, 2), (1, 2), (2, 9), (4, 1), (9, 1)):
        do(
            f"window {first} {count}",
            lambda first=first, count=count: [one.id for one in project.segments.window(1, first, count)],
        )
    for number in range(1, 14):
        do(
            f"position {number}",
            lambda number=number: [project.segments.position(number, at) for at in (1, 2)],
        )
        do(f"history {number}", lambda number=number: project.journal.history(number))
        do(
            f"units {number}",
            lambda number=number: [project.segments.units(number, side) for side in ("source", "target")],
        )
        do(f"pair {number}", lambda number=number: project.pairs.of(number))
        do(f"comments {number}", lambda number=number: project.comments.all(number))
        do(f"annotations {number}", lambda number=number: project.annotations.all(number))
    do("some", lambda: [one.id for one in project.segments.get_many([5, 1, 99, 2])])
    for text in (
        "სათაური",
        "სათ",
        "სა",
        "ს",
        "",
        "会议",
        "议",
        "30%",
        "_",
        "%",
        "\\",
        '"',
        "LINUX",
        "ერთი ორი",
        "ᲡᲐᲗᲐᲣᲠᲘ",
    ):
        do(f"find {text}", lambda text=text: project.search.find(text))
        do(f"find {text} in 2", lambda text=text: other.search.find(text, 2))
    do("grow", project.search.grow)
    do("drafts", project.drafts.all)
    do("their drafts", other.drafts.all)
    do("draft 4", lambda: project.drafts.get(4))
    do("draft 5", lambda: project.drafts.get(5))
    do("drop draft", lambda: project.drafts.drop(4))
    do("all comments", project.comments.all)
    do("all annotations", project.annotations.all)
    do("all dismissals", project.dismissals.all)
    do("bookmarks", project.bookmarks.all)
    do("their bookmarks", other.bookmarks.all)
    do("exports", project.exports.all)
    do("last export", lambda: project.exports.last("a.po"))
    do("no export", lambda: project.exports.last("z.po"))
    do("digests", lambda: [project.exports.last_digest(path) for path in ("a.po", "b.po", "z.po")])
    do("users' times", project.times.by_user)
    do("users", project.journal.users)
    do("last", lambda: project.journal.last(Action.EDIT, Action.STATUS))
    do("last change", lambda: project.journal.last_change_of(Action.MERGE))
    do("no last", lambda: project.journal.last(Action.REALIGN))
    for kept in ({"limit": 3}, {"limit": 2, "before": 9}, {"limit": None, "user": "Giorgi"}, {"since": clock.now - timedelta(seconds=9)},
                 {"until": datetime(2026, 1, 1, 9, 0, 9, tzinfo=UTC)}, {"limit": 0}):  # fmt: skip
        do(
            f"entries {shown(kept)}",
            lambda kept=kept: [_without_session(one) for one in project.journal.entries(**kept)],
        )
    for entry in (0, 5, 20, project.journal.last_id() - 1, project.journal.last_id()):
        do(f"changed since entry {entry}", lambda entry=entry: project.journal.changed_since(entry))
    for entry in range(1, project.journal.last_id() + 1):
        do(f"changes of {entry}", lambda entry=entry: project.journal.changes(entry))
    do("others", lambda: [(one.user, one.segment_id) for one in project.sessions.others()])
    do("no session", lambda: project.sessions.get("none"))
    for seconds in (40, 70):
        clock.now += timedelta(seconds=seconds)
        do(
            f"others {seconds} seconds later",
            lambda: [(one.user, one.segment_id) for one in other.sessions.others()],
        )
    do(
        "settings",
        lambda: [other.settings.get(name, "none") for name in ("names", "width", "record-time", "no")],
    )
    for statuses, conditions, text in (
        ((), "", ""),
        ((Status.MACHINE, Status.APPROVED), "wl", ""),
        ((), "ufrtdnobk", "ერთი"),
        ((), "", "x"),
    ):
        one = SegmentFilter(frozenset(statuses), frozenset(conditions), text)
        do(f"filter {shown(statuses)} {conditions} {text}", lambda one=one: (bool(one), one.words))
    do("sure", lambda: UNSURE)
    do("problems", project.problems)


def _without_session(entry: object) -> tuple[object, ...]:
    """Return what an entry says, without the name of its window."""
    return tuple(getattr(entry, one.name) for one in fields(entry) if one.name != "session")  # type: ignore[arg-type]
