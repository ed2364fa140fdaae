"""Drafts, settings, exports and times: what a project keeps beside its segments."""

from __future__ import annotations

import math

import pytest

from transreview.errors import UsageError
from transreview.project import Project

CONTRACT = True  # holds for every store


def test_a_draft_survives_a_restart_with_its_blanks_and_the_revision_it_began_on(project, path):
    segment = project.segments.all()[0]
    project.segments.edit(segment.id, "შენახული", revision=0)
    project.drafts.save(segment.id, "დაუმთავრებელი \n")
    project.close()
    with Project.open(path, user="Nino") as again:
        draft = again.drafts.get(segment.id)
        assert (draft.text, draft.revision) == ("დაუმთავრებელი \n", 1)
        assert again.drafts.all() == [draft]
    with Project.open(path, user="Davit") as theirs:
        assert theirs.drafts.get(segment.id) is None


def test_saving_the_segment_drops_its_draft_and_nobody_elses(project, other):
    segment = project.segments.all()[0]
    davit = other("Davit")
    davit.drafts.save(segment.id, "დავითის")
    project.drafts.save(segment.id, "ნინოს")
    project.segments.edit(segment.id, "შენახული", revision=0)
    assert project.drafts.get(segment.id) is None
    assert davit.drafts.get(segment.id).text == "დავითის"
    davit.drafts.drop(segment.id)
    assert davit.drafts.all() == []


def test_a_draft_is_no_change_and_outlives_the_merging_of_its_segment(project):
    first, second, *_rest = project.segments.all()
    project.drafts.save(second.id, "მეორის მონახაზი", revision=0)
    assert len(project.journal.entries()) == 1
    project.structure.merge(first.id)
    assert [draft.text for draft in project.drafts.all()] == ["მეორის მონახაზი"]
    project.journal.undo()
    assert project.drafts.get(second.id).text == "მეორის მონახაზი"


def test_settings_hold_whatever_json_holds_and_are_shared(project, other):
    value = {"practice": "press", "known": ["პეკინი", 1, None, True]}
    project.settings.set("names", value)
    davit = other("Davit")
    assert davit.settings.get("names") == value
    assert davit.settings.get("other", 7) == 7
    davit.settings.set("names", None)
    assert project.settings.get("names", "default") is None


def test_what_a_screen_remembers_is_each_users_own_and_no_change(project, other):
    project.preferences.set("place", {"segment": 3})
    assert project.preferences.get("place") == {"segment": 3}
    assert other("Davit").preferences.get("place", 1) == 1
    assert len(project.journal.entries()) == 1


def test_the_last_export_is_the_base_of_a_merge(project):
    assert project.exports.last("a.po") is None
    project.exports.record("a.po", "po", "1", {"0001": "x", "0002": "y"})
    project.exports.record("b.po", "po", "2", {"0001": "z"})
    last = project.exports.record("a.po", "po", "3", {"0001": "w"})
    assert project.exports.last("a.po") == last
    assert last.entries == {"0001": "w"}
    assert [record.digest for record in project.exports.all()] == ["3", "2", "1"]


def test_time_is_recorded_only_where_it_was_asked_for(project):
    first, second, *_rest = project.segments.all()
    assert not project.times.record(first.id, 12.5)
    assert project.times.by_segment() == {}
    project.settings.set("record-time", True)
    assert project.times.record(first.id, 12.5)
    project.times.record(first.id, 2)
    project.times.record(second.id, 1)
    assert project.times.by_segment(1) == {first.id: 14.5, second.id: 1.0}
    assert project.times.by_segment(2) == {}


@pytest.mark.parametrize("seconds", [-1, math.nan, math.inf])
def test_a_time_that_is_none_is_refused(project, seconds):
    with pytest.raises(UsageError, match="no time"):
        project.times.record(1, seconds)
