from __future__ import annotations

import pytest

from tests.project.conftest import SOURCE, TARGET, article, fill, pairs, units
from transreview.errors import UsageError
from transreview.model.bead import Bead
from transreview.model.segment import Status
from transreview.model.unit import Unit
from transreview.project import Project

CONTRACT = True  # holds for every store


def test_segments_come_in_reading_order_with_their_place(project):
    segments = project.segments.all()
    assert [s.position for s in segments] == [0, 1, 2, 3, 4]
    assert [s.key for s in segments] == ["0001", "0002", "0003", "0004", "0005"]
    assert [s.source for s in segments] == list(SOURCE)
    assert [s.target for s in segments] == [s.machine for s in segments] == list(TARGET)
    assert all(s.status is Status.MACHINE and s.is_untouched for s in segments)
    assert [s.source_line for s in segments] == [1, 3, 5, 7, 9]


def test_rows_come_in_the_order_asked_for_and_leave_out_what_is_gone(project):
    ids = list(project.segments.ids())
    assert [s.id for s in project.segments.get_many([ids[3], 999, ids[0]])] == [ids[3], ids[0]]


def test_spans_are_the_lengths_in_characters(project):
    assert [(source, target) for _id, source, target in project.segments.spans()] == [
        (len(source), len(target)) for source, target in zip(SOURCE, TARGET, strict=True)
    ]


def test_a_bead_of_several_units_is_one_text(tmp_path):
    beads = [Bead((0, 1), (0,)), Bead((2,), ()), Bead((), (1,))]
    source = [Unit("甲。", paragraph=0), Unit("乙。", paragraph=0), Unit("丙。", paragraph=1)]
    target = [Unit("ერთი.", paragraph=0), Unit("ორი.", paragraph=1)]
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), source, target, beads)
        first, second, third = project.segments.all()
    assert (first.key, first.bead, first.source) == ("0001+0002", "2-1", "甲。乙。")
    assert (second.key, second.bead, second.target) == ("0003", "1-0", "")
    assert (third.key, third.bead, third.source, third.target) == ("+0002", "0-1", "", "ორი.")


def test_paragraphs_are_joined_by_a_blank_line_and_georgian_sentences_by_a_space(tmp_path):
    source = [Unit("甲。", paragraph=0), Unit("乙。", paragraph=1)]
    target = [Unit("ერთი.", paragraph=0), Unit("ორი.", paragraph=0)]
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), source, target, [Bead((0, 1), (0, 1))])
        (segment,) = project.segments.all()
    assert segment.source == "甲。\n\n乙。"
    assert segment.machine == "ერთი. ორი."


@pytest.mark.parametrize(
    "beads",
    [
        [Bead((0,), (0,))],
        [Bead((0, 1), (0,)), Bead((1,), (1,))],
        [Bead((0, 1), (0, 1)), Bead((), ())],
        [Bead((0, 1, 2), (0, 1))],
    ],
)
def test_an_alignment_that_loses_or_doubles_a_unit_is_refused_and_nothing_stays(tmp_path, beads):
    with Project.create(tmp_path / "p") as project:
        with pytest.raises(ValueError, match="unit"):
            project.articles.add(article(), units(["甲", "乙"]), units(["ა", "ბ"]), beads)
        assert project.articles.all() == []
        assert project.journal.entries() == []


def test_the_reference_follows_its_own_alignment_with_the_source(tmp_path):
    reference = units(["სათაური", "ერთი და ორი", "დამატება"])
    with Project.create(tmp_path / "p") as project:
        project.articles.add(
            article(),
            units(["题目", "一", "二"]),
            units(["სათაური", "ა", "ბ"]),
            pairs(3),
            reference,
            reference_beads=[Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((), (2,))],
        )
        assert [s.reference for s in project.segments.all()] == ["სათაური", "ერთი და ორი\n\nდამატება", None]


def test_a_second_article_of_the_same_name_gets_a_name_of_its_own(project):
    fill(project)
    assert [a.slug for a in project.articles.all()] == ["glasses", "glasses-2"]
    assert len(project.segments.all()) == 10
    assert [s.position for s in project.segments.all(2)] == [0, 1, 2, 3, 4]


def test_a_slug_is_safe_in_a_file_name(tmp_path):
    with Project.create(tmp_path / "p") as project:
        added = project.articles.add(article("../a/b c|d\n眼镜"), units(["甲"]), units(["ა"]), pairs(1))
        assert added.slug == "a-b-c-d-眼镜"
        assert project.articles.get(added.id) == added


def test_select_finds_by_every_condition(project):
    first, second, third, *_rest = project.segments.all()
    project.segments.edit(first.id, "ახალი", revision=0)
    project.segments.set_needs_work(second.id, True, revision=0)
    project.comments.add(third.id, "შეამოწმეთ")
    assert list(project.segments.select(statuses=[Status.EDITED])) == [first.id]
    assert list(project.segments.select(needs_work=True)) == [second.id]
    assert list(project.segments.select(commented=True)) == [third.id]
    assert list(project.segments.select(untouched=False)) == [first.id]
    assert len(project.segments.select(untouched=True, commented=False)) == 3
    assert list(project.segments.select(article_id=2)) == []


def test_progress_counts_what_there_is(project):
    first, second, *_rest = project.segments.all()
    project.segments.edit(first.id, "ახალი", revision=0)
    project.segments.set_status(second.id, Status.CONFIRMED, revision=0)
    project.segments.set_needs_work(second.id, True, revision=1)
    project.comments.add(second.id, "კარგია")
    for progress in (project.progress(), project.progress(1)):
        assert progress.segments == 5
        assert progress.by_status == {
            Status.MACHINE: 3,
            Status.EDITED: 1,
            Status.CONFIRMED: 1,
            Status.APPROVED: 0,
        }
        assert (progress.untouched, progress.needs_work, progress.comments) == (3, 1, 1)
        assert progress.last_change == project.journal.entries(1)[0].at


def test_beads_are_the_alignment_as_it_stands(project):
    segment = project.segments.all()[1]
    project.segments.set_status(segment.id, Status.CONFIRMED, revision=0)
    beads = project.articles.beads(1)
    assert [bead.type for bead in beads] == ["1-1"] * 5
    assert [bead.fixed for bead in beads] == [False, True, False, False, False]
    project.structure.merge(project.segments.all()[2].id)
    assert project.articles.beads(1)[2] == Bead((2, 3), (2, 3), confidence=1.0, fixed=True)


def test_a_number_that_is_no_segment_or_article_is_the_users_mistake(project):
    with pytest.raises(UsageError, match="no segment 77"):
        project.segments.get(77)
    with pytest.raises(UsageError, match="no article 77"):
        project.articles.get(77)


def test_text_that_no_file_can_hold_is_refused_before_anything_is_stored(project):
    segment = project.segments.all()[0]
    for text in ("a\0b", "\ud800"):
        with pytest.raises(UsageError, match=r"U\+"):
            project.segments.edit(segment.id, text, revision=0)
    assert project.segments.get(segment.id) == segment


def test_article_data_is_kept_with_the_article(tmp_path):
    with Project.create(tmp_path / "p") as project:
        project.articles.add(article(), units(["甲"]), units(["ა"]), pairs(1), data={"layout": "…"})
        assert project.articles.data(1, "layout") == "…"
        assert project.articles.data(1, "other") is None
