"""Drafts, settings, exports and times: what a project keeps beside its segments."""

from __future__ import annotations

import math

import pytest

from transreview.errors import UsageError
from transreview.project import Project


def test_a_draft_survives_a_restart_with_its_blanks_and_the_revision_it_began_on(project, path):
    segment = project.segments()[0]
    project.edit(segment.id, "შენახული", revision=0)
    project.save_draft(segment.id, "დაუმთავრებელი \n")
    project.close()
    with Project.open(path, user="Nino") as again:
        draft = again.draft(segment.id)
        assert (draft.text, draft.revision) == ("დაუმთავრებელი \n", 1)
        assert again.drafts() == [draft]
    with Project.open(path, user="Davit") as theirs:
        assert theirs.draft(segment.id) is None


def test_saving_the_segment_drops_its_draft_and_nobody_elses(project, other):
    segment = project.segments()[0]
    davit = other("Davit")
    davit.save_draft(segment.id, "დავითის")
    project.save_draft(segment.id, "ნინოს")
    project.edit(segment.id, "შენახული", revision=0)
    assert project.draft(segment.id) is None
    assert davit.draft(segment.id).text == "დავითის"
    davit.drop_draft(segment.id)
    assert davit.drafts() == []


def test_a_draft_is_no_change_and_outlives_the_merging_of_its_segment(project):
    first, second, *_rest = project.segments()
    project.save_draft(second.id, "მეორის მონახაზი", revision=0)
    assert len(project.journal()) == 1
    project.merge(first.id)
    assert [draft.text for draft in project.drafts()] == ["მეორის მონახაზი"]
    project.undo()
    assert project.draft(second.id).text == "მეორის მონახაზი"


def test_settings_hold_whatever_json_holds_and_are_shared(project, other):
    value = {"practice": "press", "known": ["პეკინი", 1, None, True]}
    project.set_setting("names", value)
    davit = other("Davit")
    assert davit.setting("names") == value
    assert davit.settings() == {"names": value}
    assert davit.setting("other", 7) == 7
    davit.set_setting("names", None)
    assert project.setting("names", "default") is None


def test_what_a_screen_remembers_is_each_users_own_and_no_change(project, other):
    project.remember("place", {"segment": 3})
    assert project.remembered("place") == {"segment": 3}
    assert other("Davit").remembered("place", 1) == 1
    assert len(project.journal()) == 1


def test_the_last_export_is_the_base_of_a_merge(project):
    assert project.last_export("a.po") is None
    project.record_export("a.po", "po", "1", {"0001": "x", "0002": "y"})
    project.record_export("b.po", "po", "2", {"0001": "z"})
    last = project.record_export("a.po", "po", "3", {"0001": "w"})
    assert project.last_export("a.po") == last
    assert last.entries == {"0001": "w"}
    assert [record.digest for record in project.exports()] == ["3", "2", "1"]


def test_time_is_recorded_only_where_it_was_asked_for(project):
    first, second, *_rest = project.segments()
    assert not project.record_time(first.id, 12.5)
    assert project.seconds_by_segment() == {}
    project.set_setting("record-time", True)
    assert project.record_time(first.id, 12.5)
    project.record_time(first.id, 2)
    project.record_time(second.id, 1)
    assert project.seconds_by_segment(1) == {first.id: 14.5, second.id: 1.0}
    assert project.seconds_by_segment(2) == {}


@pytest.mark.parametrize("seconds", [-1, math.nan, math.inf])
def test_a_time_that_is_none_is_refused(project, seconds):
    with pytest.raises(UsageError, match="no time"):
        project.record_time(1, seconds)
