"""A memory follows a project: what is confirmed is remembered, what is taken back is forgotten."""

import shutil

from transreview.memory.record import Origin
from transreview.model.segment import Status
from transreview.project import Project
from transreview.workflow.memories.recording import Recorded, record


def held(memory):
    return {pair.source: (pair.target, pair.origin) for pair in memory.each()}


def confirm(project, index, text=None):
    segment = project.segments.all()[index]
    if text is not None:
        segment = project.segments.edit(segment.id, text, revision=segment.revision)
    return project.segments.set_status(segment.id, Status.CONFIRMED, revision=segment.revision)


def test_nothing_is_remembered_of_machine_translation_that_nobody_confirmed(project, memory):
    assert record(project, memory) == Recorded(0, 0)
    assert held(memory) == {}


def test_confirmed_segments_are_remembered_as_a_persons_or_the_machines(project, memory):
    confirm(project, 0, "მუდამ პარტიას მიჰყვება")
    confirm(project, 1)
    assert record(project, memory) == Recorded(2, 0)
    assert held(memory) == {
        "永远跟党走": ("მუდამ პარტიას მიჰყვება", Origin.PERSON),
        "5月26日，会议召开。": ("26 მაისს შეხვედრა გაიმართა.", Origin.MACHINE),
    }
    assert [(c.label, c.pairs) for c in memory.collections()] == [("fair", 2)]
    assert record(project, memory) == Recorded(0, 0)


def test_an_edit_and_an_undo_take_it_back_and_a_new_confirmation_brings_it_again(project, memory):
    segment = confirm(project, 0, "პირველი")
    record(project, memory)
    project.segments.edit(segment.id, "მეორე", revision=segment.revision)
    assert record(project, memory) == Recorded(0, 1)
    assert held(memory) == {}
    project.journal.undo()
    record(project, memory)
    assert held(memory) == {"永远跟党走": ("პირველი", Origin.PERSON)}


def test_merged_segments_leave_only_what_is_confirmed_now(project, memory):
    confirm(project, 0)
    confirm(project, 1)
    record(project, memory)
    project.structure.merge(project.segments.all()[0].id)
    record(project, memory)
    segments = project.segments.all()
    assert held(memory).keys() == {s.source for s in segments if s.status.is_done}


def test_an_older_copy_of_the_project_in_its_place_starts_again(project, memory, tmp_path):
    confirm(project, 0)
    project.close()
    shutil.copy(project.path, tmp_path / "older")
    with Project.open(project.path, user="ნინო") as newer:
        confirm(newer, 1)
        record(newer, memory)
    for left in tmp_path.glob("fair.transreview*"):
        if left.is_file():
            left.unlink()
    shutil.copy(tmp_path / "older", project.path)
    with Project.open(project.path, user="ნინო") as older:
        record(older, memory)
    assert held(memory).keys() == {"永远跟党走"}


def test_two_projects_do_not_touch_each_others_pairs(project, memory, tmp_path):
    from tests.small_project import small_project

    confirm(project, 0, "ა")
    record(project, memory)
    with Project.open(small_project(tmp_path / "second.transreview"), user="ნინო") as second:
        confirm(second, 0, "ბ")
        record(second, memory)
        project.journal.undo()
        record(project, memory)
    assert [pair.target for pair in memory.each()] == ["ბ"]
