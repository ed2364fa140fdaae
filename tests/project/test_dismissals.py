from __future__ import annotations

import pytest

from transreview.errors import UsageError

CONTRACT = True  # holds for every store


def test_a_dismissal_says_who_when_and_why_and_what_it_was_about(project):
    segment = project.segments.all()[1]
    project.dismissals.add("f" * 24, "num.mismatch", segment.id, "ასეა", found="30%", expected="3%")
    (one,) = project.dismissals.all().values()
    assert (one.user, one.reason, one.found, one.expected) == ("Nino", "ასეა", "30%", "3%")
    assert one.at == project.journal.entries()[0].at


def test_a_finding_that_is_reinstated_counts_again_until_that_is_undone(project):
    segment = project.segments.all()[1]
    project.dismissals.add("f" * 24, "num.mismatch", segment.id, "")
    project.dismissals.reinstate("f" * 24)
    assert project.dismissals.all() == {}
    assert project.journal.entries()[0].arguments == {"check": "num.mismatch", "done": "reinstate"}
    project.journal.undo()
    assert list(project.dismissals.all()) == ["f" * 24]


def test_reinstating_what_was_never_dismissed_is_no_change(project):
    last = project.journal.last_id()
    project.dismissals.reinstate("0" * 24)
    assert project.journal.last_id() == last


def test_nothing_is_dismissed_on_a_segment_that_is_gone(project):
    ids = project.segments.ids()
    project.structure.merge(ids[1])
    last = project.journal.last_id()
    with pytest.raises(UsageError, match="there is no segment"):
        project.dismissals.add("f" * 24, "num.mismatch", ids[2], "")
    assert (project.dismissals.all(), project.journal.last_id()) == ({}, last)
