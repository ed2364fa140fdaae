"""Windows and bookmarks: who is where, and where one wants to come back to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from transreview.errors import UsageError
from transreview.project.sessions import SILENCE

CONTRACT = True  # holds for every store


def test_others_see_which_segment_somebody_is_in(project, other):
    segment = project.segments.ids()[2]
    davit = other("Davit")
    davit.sessions.enter(segment)
    project._store.clock = davit._store.clock
    (session,) = project.sessions.others()
    assert (session.user, session.segment_id) == ("Davit", segment)
    assert session.place
    davit.sessions.enter(None)
    assert project.sessions.others()[0].segment_id is None
    davit.sessions.leave()
    assert project.sessions.others() == []


def test_a_window_that_has_gone_silent_counts_as_closed(project, other):
    davit = other("Davit")
    davit.sessions.enter(1)
    now = davit._store.clock()
    project._store.clock = lambda: now + SILENCE + timedelta(seconds=1)
    assert project.sessions.others() == []
    assert project.sessions.get(davit.sessions.id).user == "Davit"


def test_the_journal_names_the_window_of_each_change(project):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "ახალი", revision=0)
    entry = project.journal.entries()[0]
    assert entry.session == project.sessions.id
    assert project.sessions.get(entry.session).user == "Nino"
    assert project.sessions.get("no such window") is None


def test_bookmarks_are_each_users_own_in_reading_order_and_no_change(project, other):
    ids = project.segments.ids()
    last = project.journal.last_id()
    project.bookmarks.set(ids[3], "ბოლოს ვნახო")
    project.bookmarks.set(ids[1])
    assert [(b.segment_id, b.note) for b in project.bookmarks.all()] == [
        (ids[1], ""),
        (ids[3], "ბოლოს ვნახო"),
    ]
    assert list(project.segments.select(bookmarked=True)) == [ids[1], ids[3]]
    assert other("Davit").bookmarks.all() == []
    project.bookmarks.drop(ids[1])
    assert [b.segment_id for b in project.bookmarks.all()] == [ids[3]]
    assert project.journal.last_id() == last


def test_no_bookmark_is_set_on_a_segment_that_somebody_has_merged_away(project, other):
    ids = project.segments.ids()
    other("Davit").structure.merge(ids[1])
    with pytest.raises(UsageError, match="there is no segment"):
        project.bookmarks.set(ids[2])
    assert project.bookmarks.all() == []
